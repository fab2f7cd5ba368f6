/// Finds records that may be the same, among as many as were added.
///
/// People are compared with people, companies and organizations with each other. Pairs are made of records that share a
/// key, never of all: see ``DuplicateBlocks``.
public final class DuplicateFinder {
  private let people = DuplicateTable()
  private let companies = CompanyTable()
  /// Pairs that somebody told to be different.
  private var different = Set<RowPair>()

  /// The calling code of telephone numbers that say none, such as 49; 0 if that is not known.
  public var homeCountry: Int {
    get { people.homeCountry }
    set { people.homeCountry = newValue }
  }

  public init() {}

  /// The number that stands for a company in a ``DuplicateJob``.
  public func company(named name: String) -> Int32 { people.company(named: name) }

  /// Adds a record under a number of the caller's. Events are nobody's doubles.
  public func add(_ entity: Entity, row: Int64, jobs: [DuplicateJob] = []) {
    switch entity.kind {
    case .person: people.add(entity, row: row, jobs: jobs)
    case .company, .organization: companies.add(entity, row: row)
    case .event: break
    }
  }

  /// Never to be found: they are two.
  public func tellApart(_ one: Int64, _ other: Int64) { different.insert(RowPair(one, other)) }

  /// How many people there are of whom those added are some, and how many of all have the words of a name.
  ///
  /// For a few who were picked out by keys; all of them need no such help.
  public func setPopulation(_ count: Int, bearers: [String: Int]) {
    people.population = count
    for (word, count) in bearers { people.setBearers(ofWord: word, count) }
  }

  /// All pairs that score `lowest` or more, the likeliest first.
  public func find(lowest: Double = DuplicateFinder.usual) -> DuplicateReport {
    var report = DuplicateReport()
    findPeople(lowest, &report)
    findCompanies(lowest, &report)
    report.pairs.sort { ($1.score, $0.first, $0.second) < ($0.score, $1.first, $1.second) }
    return report
  }

  /// More likely than not.
  public static let usual = 0.5

  private func findPeople(_ lowest: Double, _ report: inout DuplicateReport) {
    let blocks = DuplicateBlocks(
      BlockKeys(people).packed, partedBy: [people.companies, people.cities, people.titles, people.phones])
    report.count(blocks)
    var judged: [JudgedPair] = []
    for pair in blocks.pairs {
      let (one, other) = (Int(pair >> 32), Int(pair & 0xffff_ffff))
      guard people.rows[one] != people.rows[other], !isDifferent(people.rows[one], people.rows[other]) else { continue }
      guard let judgement = scorer.judge(one, other, lowest: lowest) else { continue }
      judged.append(JudgedPair(one: one, other: other, judgement: judgement))
    }
    doubtInitials(&judged)
    for pair in judged where pair.judgement.score >= lowest {
      report.pairs.append(
        DuplicatePair(
          first: people.rows[pair.one], second: people.rows[pair.other], score: pair.judgement.score,
          reasons: pair.judgement.reasons, isCertain: pair.judgement.isCertain))
    }
  }

  private struct JudgedPair {
    let one: Int
    let other: Int
    var judgement: Judgement
  }

  /// An initial that fits two people of different names is neither's.
  private func doubtInitials(_ judged: inout [JudgedPair]) {
    var byInitial: [Int: [Int]] = [:]
    for (position, pair) in judged.enumerated() where pair.judgement.isByInitial {
      byInitial[pair.one, default: []].append(position)
      byInitial[pair.other, default: []].append(position)
    }
    var doubtful = Set<Int>()
    for (record, positions) in byInitial where (2...DuplicateBlocks.largest).contains(positions.count) {
      doubtful.formUnion(contradicting(positions, of: record, judged))
    }
    for position in doubtful { judged[position].judgement.doubt() }
  }

  /// Those of the pairs of `record` whose others contradict one that is about as likely.
  private func contradicting(_ positions: [Int], of record: Int, _ judged: [JudgedPair]) -> [Int] {
    let others = positions.map { judged[$0].one == record ? judged[$0].other : judged[$0].one }
    return positions.indices.filter { mine in
      positions.indices.contains { rival in
        rival != mine
          && judged[positions[rival]].judgement.weight > judged[positions[mine]].judgement.weight - DuplicateFinder.lead
          && areTwo(others[mine], others[rival])
      }
    }.map { positions[$0] }
  }

  private func areTwo(_ one: Int, _ other: Int) -> Bool {
    let (mine, theirs) = (people.generations[one], people.generations[other])
    return mine > 0 && theirs > 0 && mine != theirs || NameComparison.compare(one, other, in: people).given <= .near
  }

  /// By so many bits the likelier of two stands out.
  private static let lead = 4.0

  private func findCompanies(_ lowest: Double, _ report: inout DuplicateReport) {
    let blocks = DuplicateBlocks(companies.keys(), partedBy: [companies.places])
    report.count(blocks)
    for pair in blocks.pairs {
      let (one, other) = (Int(pair >> 32), Int(pair & 0xffff_ffff))
      guard !isDifferent(companies.rows[one], companies.rows[other]),
        let found = companies.compare(one, other), found.score >= lowest
      else { continue }
      report.pairs.append(found)
    }
  }

  private lazy var places = Dictionary(zip(people.rows, people.rows.indices)) { first, _ in first }
  private lazy var scorer = PairScorer(people)

  /// Why two cannot be the same; nil if nothing says so.
  func contradiction(_ one: Int64, _ other: Int64) -> DuplicateReason? {
    if isDifferent(one, other) { return .toldDifferent }
    guard let first = places[one], let second = places[other] else { return nil }
    return scorer.judge(first, second).contradictions.first
  }

  private func isDifferent(_ one: Int64, _ other: Int64) -> Bool {
    !different.isEmpty && different.contains(RowPair(one, other))
  }
}

/// Two numbers in whatever order.
struct RowPair: Hashable {
  let lesser: Int64
  let greater: Int64

  init(_ one: Int64, _ other: Int64) {
    lesser = min(one, other)
    greater = max(one, other)
  }
}

/// What was found, and what it took.
public struct DuplicateReport: Sendable {
  public var pairs: [DuplicatePair] = []
  /// Pairs that were compared, each once.
  public private(set) var compared = 0
  public private(set) var blocks = 0
  /// The most records of one block whose pairs were compared.
  public private(set) var largestBlock = 0
  /// Blocks too large to be compared, however they were parted.
  public private(set) var skippedBlocks = 0

  mutating func count(_ found: DuplicateBlocks) {
    compared += found.pairs.count
    blocks += found.blockCount
    largestBlock = max(largestBlock, found.largestCompared)
    skippedBlocks += found.skipped
  }
}
