import KithCore

/// A kind of record as a word of the command line: what `kith person`, `kith company`, `kith org` and `kith event` share.
protocol RecordKind {
  static var kind: Entity.Kind { get }
  /// The command.
  static var word: String { get }
  /// A name for the examples.
  static var example: String { get }
}

enum PersonKind: RecordKind {
  static let kind = Entity.Kind.person
  static let word = "person"
  static let example = "Ada Lovelace"
}

enum CompanyKind: RecordKind {
  static let kind = Entity.Kind.company
  static let word = "company"
  static let example = "Analytical Engines"
}

enum OrganizationKind: RecordKind {
  static let kind = Entity.Kind.organization
  static let word = "org"
  static let example = "Royal Society"
}

enum EventKind: RecordKind {
  static let kind = Entity.Kind.event
  static let word = "event"
  static let example = "SwiftConf 2026"
}
