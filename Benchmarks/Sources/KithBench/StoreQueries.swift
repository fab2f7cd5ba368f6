/// What the sqlite3 shell is asked on kith's own store, to show what kith shows.
enum StoreQueries {
  /// The first 20 people: where they work, how to reach them, their tags.
  static let list = """
    SELECT entity.name, employment.title, company.name, entity.properties ->> '$.emails[0].address',
      entity.properties ->> '$.phones[0].number', entity.properties -> '$.tags'
    FROM entity LEFT JOIN relation AS employment ON employment.id = (
      SELECT id FROM relation WHERE subject = entity.id AND type = 1 AND endDate = 0 ORDER BY startDate DESC LIMIT 1)
    LEFT JOIN entity AS company ON company.id = employment.object
    WHERE entity.kind = 1 ORDER BY entity.kind, entity.sortKey, entity.id LIMIT 20;
    """

  /// The newest 20 that have a word beginning with `letters`, anywhere.
  static func search(_ letters: String) -> String {
    """
    SELECT entity.name FROM (
      SELECT rowid AS id FROM search WHERE search MATCH '"\(letters)" *' ORDER BY rowid DESC LIMIT 20
    ) AS found CROSS JOIN entity ON entity.id = found.id;
    """
  }

  /// Everyone tied to `company`, by which tie: index probes all the way, in this order (the planner left alone scans).
  static func ties(to company: String) -> String {
    // As kith compares them: in lower case, without the legal form at the end, which every company of these worlds has.
    let key = company.lowercased().split(separator: " ").dropLast().joined(separator: " ")
    return """
      CREATE TEMP TABLE company AS SELECT entity AS id FROM lookup WHERE kind = 6 AND key = '\(key)';
      CREATE TEMP TABLE tied AS
      SELECT subject AS person, type AS tie, title AS detail, startDate, endDate FROM relation
        WHERE object = (SELECT id FROM company) AND type IN (1, 2, 14, 16)
      UNION ALL SELECT involvement.person, 100, role || ', ' || position, date, 0 FROM application
        CROSS JOIN involvement ON involvement.application = application.id WHERE company = (SELECT id FROM company)
      UNION ALL SELECT guest.subject, 101, event.name, 0, 0 FROM relation AS host
        CROSS JOIN entity AS event ON event.id = host.object
        CROSS JOIN relation AS guest ON guest.object = event.id AND guest.type IN (3, 4, 5)
        WHERE host.subject = (SELECT id FROM company) AND host.type IN (5, 6);
      SELECT entity.name, tie, detail, startDate, endDate FROM tied CROSS JOIN entity ON entity.id = person
      UNION ALL SELECT person.name, 102, via.name, relation.startDate, 0 FROM tied
        CROSS JOIN relation ON relation.object = tied.person AND relation.type = 9
        CROSS JOIN entity AS person ON person.id = relation.subject CROSS JOIN entity AS via ON via.id = tied.person
      ORDER BY 1;
      SELECT position, stages, outcome, outcomeDate FROM application WHERE company = (SELECT id FROM company);
      """
  }
}
