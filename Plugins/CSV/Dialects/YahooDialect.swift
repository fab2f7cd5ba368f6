extension AddressBookDialect {
  /// Yahoo Mail's address book.
  static let yahoo = AddressBookDialect(
    name: "yahoo", program: "Yahoo", headers: "Yahoo's",
    signatures: [["First", "Last", "Email"], ["Yahoo! Phone"], ["Messenger ID", "Email"]],
    own: [
      ("Home", .phone("home")), ("Work", .phone("work")), ("Other", .phone(slot: "other")),
      ("Yahoo! Phone", .phone(label: "Yahoo")), ("Primary", .phone(label: "Primary")),
      ("Messenger ID", .service("Yahoo")), ("Distribution Lists", .kept), ("Skype ID", .service("Skype")),
      ("IRC ID", .service("IRC")), ("ICQ ID", .service("ICQ")), ("Google ID", .service("Google Talk")),
      ("MSN ID", .service("MSN")), ("AIM ID", .service("AIM")), ("QQ ID", .service("QQ")),
    ] + (1...9).map { ("Messenger ID\($0)", .service("Yahoo", slot: "\($0)")) })
}
