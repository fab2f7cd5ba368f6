/// A table whose rows the journal remembers. Triggers and the statements of undo are generated from this list.
struct JournaledTable: Sendable {
  let name: String
  let columns: [String]
  /// The columns by which no two rows are the same; none where rows may be.
  let key: [String]

  static let all = version1 + version2 + version3

  static let version1 = [
    JournaledTable(
      name: "entity", columns: ["uuid", "kind", "name", "sortKey", "properties", "created", "modified"],
      key: ["uuid"]),
    JournaledTable(name: "photo", columns: ["entity", "mediaType", "data"], key: ["entity"]),
    JournaledTable(
      name: "relation", columns: ["subject", "type", "object", "title", "units", "startDate", "endDate"],
      key: ["subject", "type", "object", "startDate", "title", "endDate", "units"]),
    JournaledTable(
      name: "application",
      columns: [
        "uuid", "company", "position", "stages", "outcome", "outcomeDate", "outcomeStage", "reason", "url", "note",
      ], key: ["uuid"]),
    JournaledTable(
      name: "involvement", columns: ["application", "person", "role", "date"],
      key: ["application", "person", "role", "date"]),
    JournaledTable(
      name: "interaction", columns: ["uuid", "date", "channel", "summary", "event", "application"], key: ["uuid"]),
    JournaledTable(name: "participant", columns: ["interaction", "entity"], key: []),
    JournaledTable(name: "setting", columns: ["name", "value"], key: ["name"]),
  ]

  static let version2 = [
    JournaledTable(
      name: "followUp",
      columns: [
        "uuid", "entity", "act", "owedBy", "due", "what", "why", "application", "event", "interaction", "state",
        "stateDate", "created",
      ], key: ["uuid"]),
    JournaledTable(
      name: "feedback", columns: ["uuid", "giver", "application", "theme", "text", "steps"], key: ["uuid"]),
    JournaledTable(
      name: "keepInTouch", columns: ["entity", "every", "since", "snoozedUntil", "isIgnored", "due"],
      key: ["entity"]),
  ]

  static let version3 = [
    JournaledTable(
      name: "introduction", columns: ["uuid", "connector", "person", "application", "reason", "steps"], key: ["uuid"])
  ]

  /// The table of what its rows were before they changed.
  var past: String { name + "Past" }

  var columnList: String { (["id"] + columns).joined(separator: ", ") }

  /// The table of old rows, and the triggers that fill it.
  var journalSQL: String {
    let old = (["id"] + columns).map { "OLD." + $0 }.joined(separator: ", ")
    let keep = """
      INSERT INTO \(past) (entry, \(columnList)) VALUES ((SELECT max(id) FROM journalEntry), \(old));
      """
    return """
      CREATE TABLE \(past) (change INTEGER PRIMARY KEY, entry INTEGER NOT NULL, \(columnList));
      CREATE INDEX \(past)_entry ON \(past) (entry, id);
      CREATE TRIGGER \(name)Updated AFTER UPDATE ON \(name) BEGIN \(keep) END;
      CREATE TRIGGER \(name)Deleted AFTER DELETE ON \(name) BEGIN \(keep) END;
      """
  }
}
