extension AddressBookDialect {
  /// Thunderbird, in American or British English.
  static let thunderbird = AddressBookDialect(
    name: "thunderbird", program: "Thunderbird",
    headers: "Thunderbird's",
    signatures: [["Primary Email", "Display Name"], ["Primary Email", "Secondary Email"]])

  /// The columns of Thunderbird in their order.
  static let thunderbirdHeader = """
    First Name,Last Name,Display Name,Nickname,Primary Email,Secondary Email,Screen Name,Work Phone,Home Phone,\
    Fax Number,Pager Number,Mobile Number,Home Address,Home Address 2,Home City,Home State,Home ZipCode,Home Country,\
    Work Address,Work Address 2,Work City,Work State,Work ZipCode,Work Country,Job Title,Department,Organization,\
    Web Page 1,Web Page 2,Birth Year,Birth Month,Birth Day,Custom 1,Custom 2,Custom 3,Custom 4,Notes
    """
}
