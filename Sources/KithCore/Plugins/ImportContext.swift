/// What an importer is given.
public struct ImportContext {
  public let input: InputSource
  public let options: OptionValues
  /// The clock of this import: when records that carry no date of their own were made.
  public let now: Timestamp
  public let diagnostics: DiagnosticLog
  /// Takes each record when it is complete.
  public let receive: (ImportedRecord) throws -> Void

  public init(
    input: InputSource, options: OptionValues, now: Timestamp, diagnostics: DiagnosticLog,
    receive: @escaping (ImportedRecord) throws -> Void
  ) {
    self.input = input
    self.options = options
    self.now = now
    self.diagnostics = diagnostics
    self.receive = receive
  }
}

/// One record of a file.
public enum ImportedRecord: Sendable, Equatable {
  /// An entity under its own id. An importer whose records have no UUID uses `Identifier(uid:)` of their UID, or of what
  /// is in the record, so that the same file read twice names the same records.
  case entity(Entity)
  case relation(ImportedRelation)
  case interaction(Interaction)
  case application(JobApplication)
  case followUp(FollowUp)
  case feedback(Feedback)
  case introduction(Introduction)
  case keepInTouch(KeepInTouch)
  /// Which person the owner of the file is.
  case me(Identifier)
}

/// A relation whose ends a file names in its own way.
public struct ImportedRelation: Sendable, Equatable {
  public var subject: EntityReference
  public var type: RelationType
  public var object: EntityReference
  public var title: String?
  public var units: [String]
  public var period: Period

  public init(
    _ subject: EntityReference, _ type: RelationType, _ object: EntityReference, title: String? = nil,
    units: [String] = [], period: Period = .unknown
  ) {
    self.subject = subject
    self.type = type
    self.object = object
    self.title = title
    self.units = units
    self.period = period
  }

  public init(_ relation: Relation) {
    self.init(
      .id(relation.subject), relation.type, .id(relation.object), title: relation.title, units: relation.units,
      period: relation.period)
  }
}

/// How a file points at an entity.
public enum EntityReference: Sendable, Hashable {
  case id(Identifier)
  /// By name alone, as ORG does: the record of that name, made if there is none.
  case named(String, Entity.Kind)
  /// The user.
  case me
}

/// The input is not the format at all, or cannot be read further.
public struct ImportError: Error, Equatable {
  /// 1-based; nil where lines mean nothing.
  public let line: Int?
  public let message: String

  public init(line: Int? = nil, _ message: String) {
    self.line = line
    self.message = message
  }
}
