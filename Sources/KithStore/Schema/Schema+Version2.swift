extension Schema {
  /// What version 2 adds: things to do, advice, and whom to keep in touch with.
  static let version2Tables = """
    CREATE TABLE followUp (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL CHECK (length(uuid) = 16),
      entity INTEGER NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
      act TEXT NOT NULL,
      owedBy TEXT NOT NULL CHECK (owedBy IN ('me', 'them')),
      due INTEGER NOT NULL DEFAULT 0,
      what TEXT NOT NULL,
      why TEXT NOT NULL,
      application INTEGER REFERENCES application (id) DEFERRABLE INITIALLY DEFERRED,
      event INTEGER REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
      interaction INTEGER REFERENCES interaction (id) DEFERRABLE INITIALLY DEFERRED,
      state TEXT NOT NULL CHECK (state IN ('open', 'done', 'skipped')),
      stateDate INTEGER NOT NULL DEFAULT 0 CHECK ((state = 'open') = (stateDate = 0)),
      created INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE feedback (
      id INTEGER PRIMARY KEY,
      uuid BLOB NOT NULL CHECK (length(uuid) = 16),
      giver INTEGER NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
      application INTEGER REFERENCES application (id) DEFERRABLE INITIALLY DEFERRED,
      theme TEXT,
      text TEXT NOT NULL,
      steps TEXT NOT NULL
    ) STRICT;
    CREATE TABLE keepInTouch (
      id INTEGER PRIMARY KEY,
      entity INTEGER NOT NULL REFERENCES entity (id) DEFERRABLE INITIALLY DEFERRED,
      every TEXT NOT NULL,
      since INTEGER NOT NULL,
      snoozedUntil INTEGER NOT NULL DEFAULT 0,
      isIgnored INTEGER NOT NULL DEFAULT 0 CHECK (isIgnored IN (0, 1)),
      due INTEGER NOT NULL CHECK ((due = 0) = (isIgnored = 1))
    ) STRICT;
    """

  /// The one by due day holds what is open and nothing else: what is first due is its first entries, however many
  /// there are.
  static let version2Indexes: [(name: String, sql: String)] = [
    ("followUp_uuid", "CREATE UNIQUE INDEX followUp_uuid ON followUp (uuid)"),
    ("followUp_entity", "CREATE INDEX followUp_entity ON followUp (entity, state, due)"),
    ("followUp_due", "CREATE INDEX followUp_due ON followUp (due) WHERE state = 'open'"),
    (
      "followUp_application",
      "CREATE INDEX followUp_application ON followUp (application) WHERE application IS NOT NULL"
    ),
    ("followUp_event", "CREATE INDEX followUp_event ON followUp (event) WHERE event IS NOT NULL"),
    (
      "followUp_interaction",
      "CREATE INDEX followUp_interaction ON followUp (interaction) WHERE interaction IS NOT NULL"
    ),
    ("feedback_uuid", "CREATE UNIQUE INDEX feedback_uuid ON feedback (uuid)"),
    ("feedback_giver", "CREATE INDEX feedback_giver ON feedback (giver)"),
    (
      "feedback_application",
      "CREATE INDEX feedback_application ON feedback (application) WHERE application IS NOT NULL"
    ),
    ("keepInTouch_entity", "CREATE UNIQUE INDEX keepInTouch_entity ON keepInTouch (entity)"),
    ("keepInTouch_due", "CREATE INDEX keepInTouch_due ON keepInTouch (due) WHERE due > 0"),
  ]
}
