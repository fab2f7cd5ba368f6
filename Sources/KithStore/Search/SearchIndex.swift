import KithCore

/// Keeps the full-text index as the graph is.
struct SearchIndex {
  let connection: Connection
  private let places: SearchPlaces

  init(_ connection: Connection) {
    self.connection = connection
    places = SearchPlaces(connection)
  }

  // MARK: Entities

  /// Adds the entities of rows that were never there.
  func addEntities(_ rows: ClosedRange<Int64>) throws {
    let texts = try EntityTexts(of: rows, connection, places)
    while try texts.next() { try insert(texts.fields, row: texts.row) }
  }

  /// Brings rows up to date, in their order.
  func refreshEntities(_ rows: some Sequence<Int64>) throws {
    for range in ranges(of: rows) {
      var next = range.lowerBound
      let texts = try EntityTexts(of: range, connection, places)
      while try texts.next() {
        for row in next..<texts.row { try remove(row, from: "search") }
        next = texts.row + 1
        try replace(texts.row, by: texts.fields)
      }
      if next <= range.upperBound { for row in next...range.upperBound { try remove(row, from: "search") } }
    }
  }

  private func replace(_ row: Int64, by fields: SearchFields) throws {
    let stored = try connection.statement("SELECT name, work, tag, note FROM search WHERE rowid = ?")
    stored.bind(1, row)
    guard try stored.step() else { return try insert(fields, row: row) }
    let isSame = SearchIndex.holds(fields, stored, at: 0)
    stored.reset()
    if isSame { return }
    try remove(row, from: "search")
    try insert(fields, row: row)
  }

  /// Whether the columns from `column` on are these.
  static func holds(_ fields: SearchFields, _ row: PreparedStatement, at column: Int32) -> Bool {
    zip([fields.name, fields.work, fields.tag, fields.note], column...).allSatisfy {
      row.textBytes($1).elementsEqual($0.bytes)
    }
  }

  private func insert(_ fields: SearchFields, row: Int64) throws {
    let insert = try connection.statement(
      "INSERT INTO search (rowid, name, work, tag, note) VALUES (?, ?, ?, ?, ?)")
    insert.bind(1, row)
    insert.bind(2, fields.name)
    insert.bind(3, fields.work)
    insert.bind(4, fields.tag)
    insert.bind(5, fields.note)
    try insert.run()
  }

  // MARK: Interactions

  /// Adds the interactions of rows that were never there; one of which nothing is said is not found by words.
  func addInteractions(_ rows: ClosedRange<Int64>) throws {
    let statement = try interactions(rows)
    var text = SearchText()
    while try statement.step() {
      text.clear()
      text.append(statement.text(1))
      if !text.bytes.isEmpty { try insert(text, interaction: statement.rowID(0)) }
    }
  }

  /// Brings rows up to date.
  func refreshInteractions(_ rows: some Sequence<Int64>) throws {
    for row in rows {
      let statement = try interactions(row...row)
      var text = SearchText()
      if try statement.step() { text.append(statement.text(1)) }
      statement.reset()
      try replace(row, by: text)
    }
  }

  private func interactions(_ rows: ClosedRange<Int64>) throws -> PreparedStatement {
    let statement = try connection.statement(
      "SELECT id, summary FROM interaction WHERE id BETWEEN ? AND ? ORDER BY id")
    statement.bind(1, rows.lowerBound)
    statement.bind(2, rows.upperBound)
    return statement
  }

  private func replace(_ row: Int64, by text: SearchText) throws {
    let stored = try connection.statement("SELECT summary FROM interactionSearch WHERE rowid = ?")
    stored.bind(1, row)
    let isThere = try stored.step()
    let isSame = isThere ? stored.textBytes(0).elementsEqual(text.bytes) : text.bytes.isEmpty
    stored.reset()
    if isSame { return }
    if isThere { try remove(row, from: "interactionSearch") }
    if !text.bytes.isEmpty { try insert(text, interaction: row) }
  }

  private func insert(_ text: SearchText, interaction row: Int64) throws {
    let insert = try connection.statement("INSERT INTO interactionSearch (rowid, summary) VALUES (?, ?)")
    insert.bind(1, row)
    insert.bind(2, text)
    try insert.run()
  }

  // MARK: Rows

  private func remove(_ row: Int64, from table: String) throws {
    let delete = try connection.statement("DELETE FROM \(table) WHERE rowid = ?")
    delete.bind(1, row)
    try delete.run()
  }

  /// Rows that follow each other are read in one pass.
  private func ranges(of rows: some Sequence<Int64>) -> [ClosedRange<Int64>] {
    var ranges: [ClosedRange<Int64>] = []
    for row in Set(rows).sorted() {
      if let last = ranges.last, last.upperBound + 1 == row {
        ranges[ranges.count - 1] = last.lowerBound...row
      } else {
        ranges.append(row...row)
      }
    }
    return ranges
  }
}

extension PreparedStatement {
  fileprivate func bind(_ position: Int32, _ text: SearchText) {
    text.bytes.withUnsafeBufferPointer { bind(position, text: $0) }
  }
}
