import GRDBSQLite
import KithCore

/// The jobs that a file tells of one person, held until all of them are there: only then is it clear which of those known
/// the file does not name any more.
struct ToldJobs {
  let subject: Int64
  /// By company, in the order of the file.
  private(set) var companies: [Int64] = []
  private(set) var jobs: [Int64: [ImportedRelation]] = [:]
  private(set) var count = 0
  /// A file that tells more of one person is weighed in parts.
  static let most = 1000

  init(subject: Int64) { self.subject = subject }

  mutating func add(_ told: ImportedRelation, at company: Int64) {
    if jobs[company] == nil { companies.append(company) }
    jobs[company, default: []].append(told)
    count += 1
  }
}

/// A job that is in the store.
private struct KnownJob {
  let row: Int64
  var attributes: RelationRow.Attributes
  var isNamed = false
  var titleKey: String { SearchKey.fold(attributes.title ?? "") }
}

extension ImportSession {
  /// Whether a relation of an address book is weighed against those known; a backup's are the truth as they stand.
  func isWeighed(_ relation: ImportedRelation) -> Bool {
    matching == .content && !isFirst && relation.type == .worksFor
  }

  func hold(_ told: ImportedRelation, of subject: Int64, at company: Int64) throws {
    if let held = heldJobs, held.subject != subject || held.count >= ToldJobs.most { try settleJobs() }
    if heldJobs == nil { heldJobs = ToldJobs(subject: subject) }
    heldJobs?.add(told, at: company)
  }

  /// Takes the jobs of the person who was last told of.
  ///
  /// An address book names the job that somebody has. A title that is new at a company where they have another one is
  /// therefore the next: the one known before has ended, nobody knows when, and stays as the past that it is. A title that
  /// was theirs before, and no title at all, say nothing new.
  func settleJobs() throws {
    guard let held = heldJobs else { return }
    heldJobs = nil
    var isNewEmployer = false
    for company in held.companies {
      let known = try knownJobs(of: held.subject, at: company)
      let isNew = try settle(held.jobs[company] ?? [], known, of: held.subject, at: company)
      guard isNew, known.isEmpty else { continue }
      isNewEmployer = true
      try noteNewEmployer(of: held.subject, company)
    }
    if isNewEmployer { try noteOtherEmployer(of: held) }
  }

  /// Whether a job was added that goes on.
  private func settle(_ told: [ImportedRelation], _ known: [KnownJob], of subject: Int64, at company: Int64) throws
    -> Bool
  {
    var known = known
    var added: [ImportedRelation] = []
    for job in told {
      if let position = position(of: job, in: known) {
        known[position].isNamed = true
        try complete(known[position], with: job, subject, company)
      } else if job.title != nil || known.isEmpty || !job.period.isEmpty {
        added.append(job)
      }
    }
    let isGoingOn = added.contains { !$0.period.isOver(on: today) }
    var ended: [String] = []
    if isGoingOn {
      for job in known where !job.isNamed && isOpen(job) {
        try end(job)
        if let title = job.attributes.title { ended.append(title) }
      }
    }
    for job in added { try add(job, of: subject, at: company, ended: ended) }
    return isGoingOn
  }

  /// The job that `told` means: of the same title, or still without one.
  private func position(of told: ImportedRelation, in known: [KnownJob]) -> Int? {
    let key = SearchKey.fold(told.title ?? "")
    let start = told.period.start
    let alike = known.indices.filter { known[$0].titleKey == key }
    if let exact = alike.first(where: { known[$0].attributes.period.start == start }) { return exact }
    if start == nil, let some = alike.last { return some }
    if let undated = alike.first(where: { known[$0].attributes.period.start == nil }) { return undated }
    if told.title == nil { return told.period.isEmpty ? known.firstIndex(where: isOpen) : nil }
    return known.firstIndex {
      $0.attributes.title == nil && !$0.isNamed && isOpen($0) && (start == nil || $0.attributes.period.start == nil)
    }
  }

  private func isOpen(_ job: KnownJob) -> Bool { !job.attributes.period.isOver(on: today) }

  private func knownJobs(of subject: Int64, at company: Int64) throws -> [KnownJob] {
    let statement = try editor.connection.statement(
      """
      SELECT id, \(RelationRow.columns) FROM relation WHERE subject = ? AND type = ? AND object = ? ORDER BY startDate, id
      """)
    statement.bind(1, subject)
    statement.bind(2, RelationType.worksFor.code)
    statement.bind(3, company)
    var jobs: [KnownJob] = []
    while try statement.step() {
      jobs.append(KnownJob(row: statement.rowID(0), attributes: RelationRow.read(from: statement, at: 1)))
    }
    return jobs
  }

  /// Takes what `told` knows and the store does not: a title, a start, an end, departments.
  private func complete(_ job: KnownJob, with told: ImportedRelation, _ subject: Int64, _ company: Int64) throws {
    let old = job.attributes
    var period = old.period
    if period.start == nil { period.start = told.period.start }
    if RelationRow.endCode(of: told.period) != 0 {
      period = Period(
        start: period.start, end: told.period.end, endedAtUnknownDate: told.period.endedAtUnknownDate)
    }
    let isTitled = old.title == nil && told.title != nil
    let title = old.title ?? told.title
    let units = told.units.isEmpty ? old.units : told.units
    guard try change(job.row, title: title, units: units, period: period) else { return }
    result.relations += 1
    let name = try editor.graph.name(atRow: company)
    say(isTitled ? "now \(title ?? "") at \(name)" : "the job at \(name)", of: subject)
  }

  private func end(_ job: KnownJob) throws {
    let period = Period(start: job.attributes.period.start, endedAtUnknownDate: true)
    _ = try change(job.row, title: job.attributes.title, units: job.attributes.units, period: period)
  }

  private func change(_ row: Int64, title: String?, units: [String], period: Period) throws -> Bool {
    let text = try RelationRow.unitsText(units)
    let update = try editor.connection.statement(
      """
      UPDATE OR IGNORE relation SET title = ?2, units = ?3, startDate = ?4, endDate = ?5
      WHERE id = ?1 AND (title <> ?2 OR units <> ?3 OR startDate <> ?4 OR endDate <> ?5)
      """)
    update.bind(1, row)
    update.bind(2, title ?? "")
    update.bind(3, text)
    update.bind(4, period.start)
    update.bind(5, RelationRow.endCode(of: period))
    try update.run()
    return sqlite3_changes(editor.connection.database.sqliteConnection) > 0
  }

  private func add(_ told: ImportedRelation, of subject: Int64, at company: Int64, ended: [String]) throws {
    let job = Relation(
      Identifier(high: 0, low: 0), .worksFor, Identifier(high: 0, low: 0), title: told.title, units: told.units,
      period: told.period)
    guard try editor.insert(job, subject: subject, object: company) else { return }
    result.relations += 1
    result.endedJobs += ended.count
    let place = told.title.map { "\($0) at " } ?? "at "
    let past = ended.isEmpty ? "" : ", no longer " + ended.joined(separator: ", ")
    let word = told.period.isOver(on: today) ? "once" : "now"
    let name = try editor.graph.name(atRow: company)
    say("\(word) \(place)\(name)\(past)", of: subject)
  }

  /// Who had a part in an application takes what they know of the user along. Nobody whom this file brings has moved.
  private func noteNewEmployer(of subject: Int64, _ company: Int64) throws {
    guard subject <= lastRowBefore else { return }
    let part = try editor.connection.statement(
      """
      SELECT EXISTS (
        SELECT 1 FROM involvement WHERE person = ? AND role IN ('interviewer', 'hiringManager', 'referrer'))
      """)
    part.bind(1, subject)
    guard try part.firstInt() == 1 else { return }
    result.newEmployers.append(
      NewEmployer(
        person: try editor.graph.identifier(atRow: subject), company: try editor.graph.identifier(atRow: company)))
  }

  /// Two employers at once may be right, and are not kith's to decide.
  private func noteOtherEmployer(of held: ToldJobs) throws {
    let told = held.companies.map(String.init).joined(separator: ", ")
    let other = try editor.connection.cursor(
      """
      SELECT 1 FROM relation WHERE subject = \(held.subject) AND type = \(RelationType.worksFor.code)
      AND endDate = 0 AND object NOT IN (\(told)) LIMIT 1
      """)
    guard try other.step() else { return }
    diagnostics.report(
      Diagnostic(
        .warning, "second-employer",
        "people have an employer here and another one in the file; both are kept as current",
        record: try editor.graph.identifier(atRow: held.subject)))
  }
}
