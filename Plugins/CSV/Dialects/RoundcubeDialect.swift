extension AddressBookDialect {
  /// Roundcube, whose header row has words of several programs.
  static let roundcube = AddressBookDialect(
    name: "roundcube", program: "Roundcube", headers: "Roundcube's",
    signatures: [["Email Home", "Display Name"], ["Email Work", "Display Name"], ["IM Aim", "Website Home Page"]],
    traits: AddressBookTraits(tagSeparators: [UInt8(ascii: ";"), UInt8(ascii: ",")]))
}
