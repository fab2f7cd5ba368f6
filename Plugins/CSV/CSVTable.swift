import KithCore

/// What one CSV file of kith's own holds: the value of the option `table`.
enum CSVTable: String, CaseIterable, Sendable {
  case people, companies, organizations, events, relations, applications

  /// The kind of the rows; nil where a row is no entity.
  var kind: Entity.Kind? {
    switch self {
    case .people: .person
    case .companies: .company
    case .organizations: .organization
    case .events: .event
    case .relations, .applications: nil
    }
  }

  var columns: [KithColumn] {
    switch self {
    case .people:
      [
        .id, .name, .given, .family, .additional, .prefixes, .suffixes, .nicknames, .email, .phone, .company, .title,
        .department, .url, .street, .locality, .region, .postalCode, .country, .birthday, .tags, .notes, .created,
        .modified,
      ]
    case .companies, .organizations:
      [
        .id, .kind, .name, .aliases, .url, .email, .phone, .street, .locality, .region, .postalCode, .country, .tags,
        .notes, .created, .modified,
      ]
    case .events:
      [
        .id, .name, .start, .end, .url, .street, .locality, .region, .postalCode, .country, .tags, .notes, .created,
        .modified,
      ]
    case .relations:
      [.subjectID, .subject, .type, .objectID, .object, .objectKind, .title, .units, .start, .end]
    case .applications:
      [
        .id, .companyID, .company, .position, .stages, .outcome, .outcomeDate, .outcomeStage, .reason, .involved, .url,
        .note,
      ]
    }
  }

  /// Of each group, a header row has one or more.
  var requiredColumns: [[KithColumn]] {
    switch self {
    case .people, .companies, .organizations, .events: [[.name]]
    case .relations: [[.subjectID, .subject], [.type], [.objectID, .object]]
    case .applications: [[.companyID, .company], [.position]]
    }
  }

  var coverage: Coverage {
    switch self {
    case .people:
      Coverage(
        kinds: [.person],
        fields: [.personName, .nicknames, .emails, .phones, .addresses, .links, .anniversaries, .notes, .tags],
        relations: [.worksFor])
    case .companies, .organizations:
      Coverage(
        kinds: self == .companies ? [.company] : [.organization],
        fields: [.nicknames, .emails, .phones, .addresses, .links, .notes, .tags])
    case .events: Coverage(kinds: [.event], fields: [.period, .addresses, .links, .notes, .tags])
    case .relations: Coverage(kinds: [], fields: [], relations: Set(RelationType.allCases))
    case .applications: Coverage(kinds: [], fields: [], applications: true)
    }
  }
}
