/// The tables of version 1; those of each later version are in a file of their own. Migrations only ever append to what a released version made.
enum Schema {
  static let version = 3
  /// "kith" in ASCII: SQLite's application_id.
  static let applicationID = 0x6b69_7468

  static let tables = """
    CREATE TABLE entity (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL CHECK (length(uuid) = 16),
      kind INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
      name TEXT NOT NULL CHECK (name <> ''),
      sortKey TEXT NOT NULL,
      properties TEXT NOT NULL,
      created INTEGER NOT NULL,
      modified INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE photo (
      id INTEGER PRIMARY KEY,
      entity INTEGER NOT NULL UNIQUE REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
      mediaType TEXT,
      data BLOB NOT NULL
    ) STRICT;
    CREATE TABLE relation (
      id INTEGER PRIMARY KEY,
      subject INTEGER NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
      type INTEGER NOT NULL,
      object INTEGER NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
      title TEXT NOT NULL DEFAULT '',
      units TEXT NOT NULL DEFAULT '',
      startDate INTEGER NOT NULL DEFAULT 0,
      endDate INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE application (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL CHECK (length(uuid) = 16),
      company INTEGER NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
      position TEXT NOT NULL,
      stages TEXT NOT NULL,
      outcome TEXT CHECK (outcome IN ('rejected', 'offer', 'withdrawn', 'ghosted')),
      outcomeDate INTEGER NOT NULL DEFAULT 0,
      outcomeStage TEXT,
      reason TEXT,
      url TEXT,
      note TEXT
    ) STRICT;
    CREATE TABLE involvement (
      id INTEGER PRIMARY KEY,
      application INTEGER NOT NULL REFERENCES application (id) DEFERRABLE INITIALLY DEFERRED,
      person INTEGER NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
      role TEXT NOT NULL,
      date INTEGER NOT NULL DEFAULT 0
    ) STRICT;
    CREATE TABLE interaction (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL CHECK (length(uuid) = 16),
      date INTEGER NOT NULL,
      channel TEXT NOT NULL,
      summary TEXT NOT NULL,
      event INTEGER REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
      application INTEGER REFERENCES application (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE TABLE participant (
      id INTEGER PRIMARY KEY,
      interaction INTEGER NOT NULL REFERENCES interaction (id) DEFERRABLE INITIALLY DEFERRED,
      entity INTEGER NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED
    ) STRICT;
    CREATE TABLE setting (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      value TEXT NOT NULL
    ) STRICT;
    CREATE TABLE lookup (
      kind INTEGER NOT NULL,
      key TEXT NOT NULL,
      entity INTEGER NOT NULL,
      PRIMARY KEY (kind, key, entity)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE highWater (tableName TEXT PRIMARY KEY, id INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE journalEntry (
      id INTEGER PRIMARY KEY,
      at INTEGER NOT NULL,
      command TEXT NOT NULL,
      summary TEXT NOT NULL,
      undoes INTEGER,
      undoneBy INTEGER
    ) STRICT;
    CREATE TABLE journalInsert (
      entry INTEGER NOT NULL,
      tableName TEXT NOT NULL,
      first INTEGER NOT NULL,
      last INTEGER NOT NULL,
      isNew INTEGER NOT NULL,
      PRIMARY KEY (entry, tableName, first)
    ) STRICT, WITHOUT ROWID;
    """

  static let indexes = version1Indexes + version2Indexes + version3Indexes

  static let version1Indexes: [(name: String, sql: String)] = [
    ("entity_uuid", "CREATE UNIQUE INDEX entity_uuid ON entity (uuid)"),
    ("entity_sort", "CREATE INDEX entity_sort ON entity (kind, sortKey, id)"),
    // All that an export says of an edge, in the order in which it says it: the walk never touches the table.
    (
      "relation_subject",
      "CREATE UNIQUE INDEX relation_subject ON relation (subject, type, object, startDate, title, endDate, units)"
    ),
    ("relation_object", "CREATE INDEX relation_object ON relation (object, type, subject)"),
    ("application_uuid", "CREATE UNIQUE INDEX application_uuid ON application (uuid)"),
    ("application_company", "CREATE INDEX application_company ON application (company)"),
    ("application_outcome", "CREATE INDEX application_outcome ON application (outcome, outcomeDate)"),
    (
      "involvement_application",
      "CREATE UNIQUE INDEX involvement_application ON involvement (application, person, role, date)"
    ),
    ("involvement_person", "CREATE INDEX involvement_person ON involvement (person)"),
    ("interaction_uuid", "CREATE UNIQUE INDEX interaction_uuid ON interaction (uuid)"),
    ("interaction_event", "CREATE INDEX interaction_event ON interaction (event) WHERE event IS NOT NULL"),
    (
      "interaction_application",
      "CREATE INDEX interaction_application ON interaction (application) WHERE application IS NOT NULL"
    ),
    ("participant_interaction", "CREATE INDEX participant_interaction ON participant (interaction)"),
    ("participant_entity", "CREATE INDEX participant_entity ON participant (entity, interaction)"),
  ]

  /// Left aside while a first import fills an empty store, and made at its end over the sorted whole.
  static let deferrable: Set<String> = [
    "entity_uuid", "entity_sort", "relation_subject", "relation_object", "interaction_uuid", "participant_interaction",
    "participant_entity",
  ]
}
