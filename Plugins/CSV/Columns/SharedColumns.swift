/// The words that mail programs other than Google use for their columns, folded as ``CSVHeader`` folds them.
///
/// Outlook's names are the ones that the others took over; a dialect says only where it means something else.
enum SharedColumns {
  static let meanings: [String: ColumnMeaning] = Dictionary(
    (names + reach + addresses + work + dates + people + rest).map { (CSVHeader.folded($0.0), $0.1) },
    uniquingKeysWith: { first, _ in first })

  private static let names: [(String, ColumnMeaning)] = [
    ("Title", .prefix), ("Prefix", .prefix), ("Name Prefix", .prefix), ("Honorific", .prefix), ("Salutation", .prefix),
    ("First Name", .given), ("First", .given), ("Given Name", .given), ("Given", .given), ("Forename", .given),
    ("Middle Name", .additional), ("Middle", .additional), ("Additional Name", .additional),
    ("Last Name", .family), ("Last", .family), ("Family Name", .family), ("Surname", .family), ("Family", .family),
    ("Suffix", .suffix), ("Name Suffix", .suffix),
    ("Nickname", .nickname), ("Nick Name", .nickname), ("Alias", .nickname),
    ("Name", .display), ("Full Name", .display), ("Display Name", .display), ("Contact Name", .display),
    ("Contact", .display),
  ]

  private static let reach: [(String, ColumnMeaning)] = [
    ("E-mail Address", .email("1")), ("E-mail 2 Address", .email("2")), ("E-mail 3 Address", .email("3")),
    ("E-mail 4 Address", .email("4")), ("Email Address", .email("1")), ("Email 2 Address", .email("2")),
    ("Email 3 Address", .email("3")), ("E-mail", .email("1")), ("Email", .email("1")), ("Mail", .email("1")),
    ("E-mail 1", .email("1")), ("Email 1", .email("1")), ("E-mail 2", .email("2")), ("Email 2", .email("2")),
    ("E-mail 3", .email("3")), ("Email 3", .email("3")),
    ("Primary Email", .email("1")), ("Secondary Email", .email("2")), ("Primary E-mail", .email("1")),
    ("Alternate Email", .email("2")), ("Alternate Email 1", .email("2")), ("Alternate Email 2", .email("3")),
    ("Email Home", .email("home", ["home"])), ("Email Work", .email("work", ["work"])),
    ("Email Other", .email("other")),
    ("Work Email", .email("work", ["work"])), ("Home Email", .email("home", ["home"])),
    ("Personal Email", .email("home", ["home"])), ("Business Email", .email("work", ["work"])),
    ("E-mail Type", .kept(unless: "smtp")), ("E-mail 2 Type", .kept(unless: "smtp")),
    ("E-mail 3 Type", .kept(unless: "smtp")),
    ("E-mail Display Name", ColumnMeaning(field: .email, part: .label, slot: "1")),
    ("E-mail 2 Display Name", ColumnMeaning(field: .email, part: .label, slot: "2")),
    ("E-mail 3 Display Name", ColumnMeaning(field: .email, part: .label, slot: "3")),
    ("Phone", .phone()), ("Telephone", .phone()), ("Phone Number", .phone()), ("Tel", .phone()),
    ("Business Phone", .phone("work")), ("Business Phone 2", .phone("work", slot: " 2")),
    ("Work Phone", .phone("work")), ("Company Phone", .phone("work")),
    ("Home Phone", .phone("home")), ("Home Phone 2", .phone("home", slot: " 2")), ("Personal Phone", .phone("home")),
    ("Mobile Phone", .phone("cell")), ("Mobile Number", .phone("cell")), ("Mobile", .phone("cell")),
    ("Cell Phone", .phone("cell")), ("Cell", .phone("cell")), ("Home Mobile", .phone("home", "cell")),
    ("Work Mobile", .phone("work", "cell")),
    ("Business Fax", .phone("work", "fax")), ("Work Fax", .phone("work", "fax")), ("Home Fax", .phone("home", "fax")),
    ("Other Fax", .phone("fax")), ("Fax Number", .phone("fax")), ("Fax", .phone("fax")),
    ("Pager", .phone("pager")), ("Pager Number", .phone("pager")), ("Car Phone", .phone("car")),
    ("ISDN", .phone("isdn")), ("TTY/TDD Phone", .phone("textphone")), ("Phone Video", .phone("video")),
    ("Primary Phone", .phone(label: "Primary")), ("Other Phone", .phone(slot: "other")),
    ("Company Main Phone", .phone(label: "Company Main")), ("Callback", .phone(label: "Callback")),
    ("Radio Phone", .phone(label: "Radio")), ("Telex", .phone(label: "Telex")),
    ("Assistant's Phone", .phone(label: "Assistant")),
    ("Web Page", .link()), ("Website", .link()), ("Web Site", .link()), ("URL", .link()), ("Homepage", .link()),
    ("Web Page 1", .link()), ("Web Page 2", .link(slot: "2")), ("Personal Web Page", .link(types: ["home"])),
    ("Personal Website", .link(types: ["home"])), ("Business Website", .link(types: ["work"])),
    ("LinkedIn", .link("LinkedIn")), ("Website Blog", .link("Blog")), ("Website Home Page", .link("Home Page")),
    ("Website Other", .link("Other")), ("Website Profile", .link("Profile")),
    ("Website Work", .link(types: ["work"])),
    ("IMAddress", .service("")), ("Screen Name", .service("AIM")), ("IM Aim", .service("AIM")),
    ("IM Icq", .service("ICQ")), ("IM Jabber", .service("Jabber")), ("IM Msn", .service("MSN")),
    ("IM Skype", .service("Skype")), ("IM Yahoo", .service("Yahoo")), ("Skype", .service("Skype")),
  ]

  private static let addresses: [(String, ColumnMeaning)] =
    [("Business", "work"), ("Work", "work"), ("Home", "home"), ("Other", ""), ("", "any")].flatMap { name, type in
      addressColumns(name.isEmpty ? "" : name + " ", type == "any" ? "" : type)
    }

  private static func addressColumns(_ name: String, _ type: String) -> [(String, ColumnMeaning)] {
    let parts: [(String, ColumnMeaning.Part)] = [
      ("Street", .street), ("Street 2", .street2), ("Street 3", .street3), ("Address", .street),
      ("Address 2", .street2), ("Address 3", .street3), ("Address PO Box", .poBox), ("PO Box", .poBox),
      ("City", .locality), ("Locality", .locality), ("Town", .locality), ("State", .region), ("Region", .region),
      ("County", .region), ("Province", .region), ("Postal Code", .postalCode), ("Postal_Code", .postalCode),
      ("Postcode", .postalCode), ("Post Code", .postalCode), ("ZIP", .postalCode), ("ZipCode", .postalCode),
      ("Zip Code", .postalCode), ("Country", .country), ("Country/Region", .country),
    ]
    return parts.map { (name + $0.0, .address(type, $0.1)) }
  }

  private static let work: [(String, ColumnMeaning)] = [
    ("Company", .company), ("Company Name", .company), ("Organization", .company), ("Organisation", .company),
    ("Organization Name", .company), ("Employer", .company),
    ("Job Title", .title), ("Position", .title), ("Role", .title), ("Jobtitle", .title),
    ("Department", .department),
  ]

  private static let dates: [(String, ColumnMeaning)] = [
    ("Birthday", .birthday), ("Birth Date", .birthday), ("Date of Birth", .birthday), ("Birth Year", .birthday(.year)),
    ("Birth Month", .birthday(.month)), ("Anniversary", .event("Anniversary")),
  ]

  private static let people: [(String, ColumnMeaning)] = [
    ("Spouse", .relation("Spouse")), ("Children", .relation("Child")), ("Manager's Name", .relation("Manager")),
    ("Assistant's Name", .relation("Assistant")), ("Referred By", .relation("Referred by")),
  ]

  private static let rest: [(String, ColumnMeaning)] = [
    ("Notes", .note), ("Note", .note), ("Comments", .note), ("Comment", .note),
    ("Categories", .tags), ("Category", .tags), ("Tags", .tags), ("Groups", .tags), ("Group", .tags),
    ("Photo", .photo),
    ("Priority", .kept(unless: "normal")), ("Sensitivity", .kept(unless: "normal")),
    ("Private", .kept(unless: "false")), ("Gender", .kept(unless: "unspecified")),
    ("Wants HTML", .kept(unless: "false", "unknown")),
    ("User 1", .custom("1")), ("User 2", .custom("2")), ("User 3", .custom("3")), ("User 4", .custom("4")),
    ("Custom 1", .custom("1")), ("Custom 2", .custom("2")), ("Custom 3", .custom("3")), ("Custom 4", .custom("4")),
    ("Account", .kept), ("Billing Information", .kept), ("Directory Server", .kept), ("Government ID Number", .kept),
    ("Hobby", .kept), ("Initials", .kept), ("Internet Free Busy", .kept), ("Keywords", .kept), ("Language", .kept),
    ("Location", .kept), ("Mileage", .kept), ("Office Location", .kept), ("Organizational ID Number", .kept),
    ("Profession", .kept), ("Given Yomi", .kept), ("Surname Yomi", .kept), ("Company Yomi", .kept),
    ("Schools", .kept), ("Maiden Name", .kept),
  ]
}
