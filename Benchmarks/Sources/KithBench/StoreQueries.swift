/// What the sqlite3 shell is asked on kith's own store, to show what kith shows.
enum StoreQueries {
  /// The first 20 people, with where they work.
  static let list = """
    SELECT person.name, person.properties, job.title, employer.name
    FROM (SELECT * FROM entity WHERE kind = 1 ORDER BY sortKey, id LIMIT 20) AS person
    LEFT JOIN relation AS job ON job.subject = person.id AND job.type = 1 AND job.endDate = 0
    LEFT JOIN entity AS employer ON employer.id = job.object;
    """

  /// Everyone tied to `company`, by which tie: index probes all the way, as kith does it.
  static func ties(to company: String) -> String {
    let name = company.replacing("'", with: "''")
    return """
      CREATE TEMP TABLE company AS SELECT id FROM entity WHERE kind = 2
        AND id IN (SELECT entity FROM lookup WHERE kind = 1 AND key = (
          SELECT key FROM lookup WHERE kind = 1 AND key = lower('\(name.split(separator: " ").first ?? "")') LIMIT 1))
        AND name = '\(name)';
      CREATE TEMP TABLE tied AS
      SELECT subject AS person, type AS tie, title AS detail, startDate, endDate FROM relation
        WHERE object = (SELECT id FROM company) AND type IN (1, 2, 14, 16)
      UNION ALL SELECT involvement.person, 100, role || ', ' || position, date, 0 FROM application
        JOIN involvement ON involvement.application = application.id WHERE company = (SELECT id FROM company)
      UNION ALL SELECT guest.subject, 101, event.name, 0, 0 FROM relation AS host
        JOIN entity AS event ON event.id = host.object
        JOIN relation AS guest ON guest.object = event.id AND guest.type IN (3, 4, 5)
        WHERE host.subject = (SELECT id FROM company) AND host.type IN (5, 6);
      SELECT entity.name, tie, detail, startDate, endDate FROM tied JOIN entity ON entity.id = person
      UNION ALL SELECT person.name, 102, via.name, relation.startDate, 0 FROM tied
        JOIN relation ON relation.object = tied.person AND relation.type = 9
        JOIN entity AS person ON person.id = relation.subject JOIN entity AS via ON via.id = tied.person
      ORDER BY 1;
      SELECT position, stages, outcome, outcomeDate FROM application WHERE company = (SELECT id FROM company);
      """
  }
}
