extension Schema {
  /// What version 3 adds: introductions, what is found by full text, and what shows a change that nobody made.
  ///
  /// The words of `search` and `interactionSearch` are folded before they get there and parted by spaces, which is all
  /// that the tokenizer `ascii` has to know; a row has the number of the row that it is about.
  static let version3Tables = """
    CREATE TABLE introduction (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL CHECK (length(uuid) = 16),
      connector INTEGER NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
      person INTEGER NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
      application INTEGER REFERENCES application (id) DEFERRABLE INITIALLY DEFERRED,
      reason TEXT NOT NULL,
      steps TEXT NOT NULL
    ) STRICT;
    \(searchTables)
    CREATE TABLE digest (
      tableName TEXT NOT NULL,
      chunk INTEGER NOT NULL,
      rowCount INTEGER NOT NULL,
      sum INTEGER NOT NULL,
      PRIMARY KEY (tableName, chunk)
    ) STRICT, WITHOUT ROWID;
    """

  static let searchTables =
    "\(searchTable("search", as: "search"));\n\(searchTable("interactionSearch", as: "interactionSearch"));"

  /// The statement that makes a table like one of the full text's under another name.
  static func searchTable(_ table: String, as name: String) -> String {
    table == "search"
      ? "CREATE VIRTUAL TABLE \(name) USING fts5 (name, work, tag, note, tokenize = 'ascii', prefix = '1 2 3')"
      : "CREATE VIRTUAL TABLE \(name) USING fts5 (summary, tokenize = 'ascii', prefix = '3')"
  }

  /// The tables in which FTS5 keeps one of its own, after its name and an underline.
  static let searchParts = ["data", "idx", "content", "docsize", "config"]

  static let version3Indexes: [(name: String, sql: String)] = [
    ("introduction_uuid", "CREATE UNIQUE INDEX introduction_uuid ON introduction (uuid)"),
    ("introduction_connector", "CREATE INDEX introduction_connector ON introduction (connector)"),
    ("introduction_person", "CREATE INDEX introduction_person ON introduction (person)"),
    (
      "introduction_application",
      "CREATE INDEX introduction_application ON introduction (application) WHERE application IS NOT NULL"
    ),
  ]
}
