extension StoredGraph {
  /// Rows that are not as kith wrote them.
  func digestFindings() throws -> [IntegrityFinding] {
    try DigestedTable.all.flatMap { table in
      var known = try knownSums(of: table)
      var wrong = try chunksNotAsKnown(table, &known)
      wrong += known.filter { $0.value != DigestLedger.Sum() }.keys
      return wrong.sorted().map { finding(table, $0) }
    }
  }

  private func knownSums(of table: DigestedTable) throws -> [Int64: DigestLedger.Sum] {
    let rows = try connection.cursor("SELECT chunk, rowCount, sum FROM digest WHERE tableName = ?")
    rows.bind(1, table.name)
    var sums: [Int64: DigestLedger.Sum] = [:]
    while try rows.step() {
      sums[rows.rowID(0)] = DigestLedger.Sum(rows: rows.rowID(1), digests: UInt64(bitPattern: rows.rowID(2)))
    }
    return sums
  }

  /// Takes the sums of the chunks that there are out of `known`.
  private func chunksNotAsKnown(_ table: DigestedTable, _ known: inout [Int64: DigestLedger.Sum]) throws -> [Int64] {
    var wrong: [Int64] = []
    var open: (chunk: Int64, sum: DigestLedger.Sum)?
    func close() {
      guard let done = open else { return }
      if known.removeValue(forKey: done.chunk) != done.sum { wrong.append(done.chunk) }
      open = nil
    }
    let condition = table.name == DigestedTable.entries.name ? "WHERE id <> \(openEntry ?? 0)" : ""
    let rows = try connection.cursor("\(table.select) \(condition) ORDER BY 1")
    while try rows.step() {
      let chunk = DigestedTable.chunk(of: rows.rowID(0))
      if open?.chunk != chunk { close() }
      var sum = open?.sum ?? DigestLedger.Sum()
      sum.add(table.digest(of: rows))
      open = (chunk, sum)
    }
    close()
    return wrong
  }

  private func finding(_ table: DigestedTable, _ chunk: Int64) -> IntegrityFinding {
    let rows = DigestedTable.rows(ofChunk: chunk)
    return IntegrityFinding(
      .unchangedRows,
      "\(table.name): one of the rows \(rows.lowerBound) to \(rows.upperBound) was changed by another hand",
      mending: .acceptRows)
  }
}
