extension AddressBookDialect {
  /// GNOME Evolution.
  static let evolution = AddressBookDialect(
    name: "evolution", program: "Evolution", headers: "Evolution's",
    signatures: [["Wants HTML", "E-mail Address"], ["Cal uri"]],
    own: [("id", .uid), ("Office", .kept), ("Cal uri", .kept)])
}
