import KithCore

/// The Connections.csv of LinkedIn's data export, with its preamble or without, with the column URL or, as in 2017,
/// without. Before that LinkedIn wrote Outlook's columns.
struct LinkedInDialect: CSVDialect {
  let name = "linkedin"
  private static let legacy = AddressBookDialect(
    name: "linkedin", program: "LinkedIn", headers: "",
    signatures: [["First Name", "Last Name", "E-mail Address", "Business Country", "Personal Web Page"]])
  let headers = "LinkedIn's (First Name, Last Name, …)"

  func rows(under header: CSVHeader, table: CSVTable) -> (any CSVRows)? {
    guard let given = header.position(of: "first name"), let family = header.position(of: "last name"),
      let connectedOn = header.position(of: "connected on")
    else { return LinkedInDialect.legacy.rows(under: header, table: table) }
    let known: Set = [
      "first name", "last name", "connected on", "url", "email address", "company", "position",
    ]
    return LinkedInRows(
      others: header.columns { !known.contains(header.names[$0]) }, given: given, family: family,
      url: header.position(of: "url"), email: header.position(of: "email address"),
      company: header.position(of: "company"), position: header.position(of: "position"), connectedOn: connectedOn)
  }
}

/// Rows of LinkedIn's connections: a person, the employment, and that you know each other since that day.
struct LinkedInRows: CSVRows {
  /// Columns that LinkedIn or somebody added: what is in them is kept.
  let others: [(column: Int, name: String)]
  let given: Int
  let family: Int
  let url: Int?
  let email: Int?
  let company: Int?
  let position: Int?
  let connectedOn: Int

  func read(_ record: CSVRecord, for rows: CSVImport) throws {
    func text(_ column: Int?) -> String { column.map { TrimmedText.trimmed(record.text($0)) } ?? "" }
    let connection = LinkedInConnection(
      given: text(given), family: text(family), url: text(url), email: text(email), company: text(company),
      position: text(position), connectedOn: text(connectedOn))
    if connection.isDeactivated {
      return rows.skip("deactivated", "members who left LinkedIn: their rows are empty but for the date", record.line)
    }
    guard var person = connection.person(at: rows.context.now) else {
      return rows.skip("no-name", "a row without a name", record.line)
    }
    keepRest(of: record, &person, rows)
    let since = LinkedInDate.parse(connection.connectedOn)
    if since == nil, !connection.connectedOn.isEmpty {
      person.keep(connection.connectedOn, as: "Connected On")
      rows.warnOfCell("Connected On", record.line)
    }
    try hand(over: connection, as: person, since: since, rows, record.line)
  }

  private func keepRest(of record: CSVRecord, _ person: inout Entity, _ rows: CSVImport) {
    for email in person.emails where !email.address.utf8.contains(UInt8(ascii: "@")) {
      person.keep(email.address, as: "Email Address")
      person.emails = []
      rows.warn(.badEmail, record.line)
    }
    for (column, name) in others where !record.cell(column).isEmpty { person.keep(record.text(column), as: name) }
  }

  private func hand(
    over connection: LinkedInConnection, as person: Entity, since: PartialDate?, _ rows: CSVImport, _ line: Int
  ) throws {
    try rows.context.receive(.entity(person))
    let title = connection.position.isEmpty ? nil : connection.position
    if !connection.company.isEmpty {
      let company = EntityReference.named(connection.company, .company)
      try rows.context.receive(.relation(ImportedRelation(.id(person.id), .worksFor, company, title: title)))
    } else if title != nil {
      rows.warn("title-without-company", "a position without a company is kept as a property", line)
    }
    let period = Period(start: since)
    try rows.context.receive(.relation(ImportedRelation(.me, .knows, .id(person.id), period: period)))
  }
}

extension Entity {
  fileprivate mutating func keep(_ value: String, as name: String) {
    keptProperties.append(KeptProperty(format: "csv", name: name, value: value))
  }
}
