import KithCore

/// One row of LinkedIn's Connections.csv.
struct LinkedInConnection {
  let given: String
  let family: String
  let url: String
  let email: String
  let company: String
  let position: String
  let connectedOn: String

  /// LinkedIn keeps only the date of a member who left.
  var isDeactivated: Bool {
    given.isEmpty && family.isEmpty && url.isEmpty && email.isEmpty && company.isEmpty && position.isEmpty
  }

  private var name: String {
    let name = [given, family].filter { !$0.isEmpty }.joined(separator: " ")
    return name.isEmpty ? email : name
  }

  /// Nil if nothing names the person.
  func person(at now: Timestamp) -> Entity? {
    guard !name.isEmpty else { return nil }
    var person = Entity(id: id, kind: .person, name: name, created: now)
    let parts = PersonName(family: family.isEmpty ? [] : [family], given: given.isEmpty ? [] : [given])
    if !parts.isEmpty { person.personName = parts }
    if !email.isEmpty { person.emails = [EmailAddress(email)] }
    if !url.isEmpty { person.links = [Link(url, details: ContactDetails(label: "LinkedIn"))] }
    if company.isEmpty, !position.isEmpty {
      person.keptProperties = [KeptProperty(format: "csv", name: "Position", value: position)]
    }
    return person
  }

  /// The same person's in every export: by the profile, or else by what the row says.
  private var id: Identifier {
    let path = LinkedInConnection.path(of: url)
    if !path.isEmpty { return Identifier(name: "linkedin:" + path) }
    return Identifier(name: "linkedin:\(name)\n\(company)\n\(connectedOn)")
  }

  /// `/in/ada` of `https://www.linkedin.com/in/Ada/?x=y`
  static func path(of url: String) -> String {
    var rest = url[...].prefix { $0 != "?" && $0 != "#" }
    if let scheme = rest.utf8.firstIndex(of: UInt8(ascii: ":")), rest[scheme...].hasPrefix("://") {
      rest = rest[scheme...].dropFirst(3)
    }
    guard let slash = rest.firstIndex(of: "/") else { return "" }
    rest = rest[slash...]
    while rest.last == "/" { rest.removeLast() }
    return rest.lowercased()
  }
}
