import KithCore

/// The names of companies and organizations while the ties to them pass by: no more than a fixed number at a time.
final class SearchPlaces {
  struct Place {
    let kind: Entity.Kind
    let name: String

    /// Whether what works there or belongs to it is found by its name.
    var isNamed: Bool { kind == .company || kind == .organization }
  }

  private let connection: Connection
  private var known: [Int64: Place] = [:]
  private static let most = 20_000

  init(_ connection: Connection) { self.connection = connection }

  func place(atRow row: Int64) throws -> Place? {
    if let place = known[row] { return place }
    let statement = try connection.statement("SELECT kind, name FROM entity WHERE id = ?")
    statement.bind(1, row)
    defer { statement.reset() }
    guard try statement.step() else { return nil }
    let place = Place(kind: EntityRow.kind(code: statement.int(0)), name: statement.text(1))
    if known.count == SearchPlaces.most { known.removeAll(keepingCapacity: true) }
    known[row] = place
    return place
  }
}
