import KithCore

/// Graphs that every format is tried on: fixed ids and timestamps, nobody real.
public enum SampleGraph {
  /// The clock of every sample.
  public static let clock = Timestamp(secondsSince1970: 1_790_000_000)

  /// The samples with fixed contents, by name.
  public static let all: [(name: String, graph: InMemoryGraph)] = [
    ("empty", empty), ("small", small), ("everything", everything), ("hostile", hostile),
  ]

  /// The UUID with version 4, variant 1 and `number` at its end.
  public static func id(_ number: UInt64) -> Identifier {
    Identifier(high: 0x6b69_7468_0000_4000, low: 0x8000_0000_0000_0000 | number)
  }

  static func entity(_ number: UInt64, _ kind: Entity.Kind, _ name: String) -> Entity {
    let seconds = clock.secondsSince1970 - 10_000_000 + Int(truncatingIfNeeded: number) * 60
    let created = Timestamp(secondsSince1970: seconds)
    return Entity(id: id(number), kind: kind, name: name, created: created, modified: clock)
  }

  /// A PNG of one pixel.
  static let pixel: [UInt8] = [
    0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00, 0x00, 0x00, 0x0d, 0x49, 0x48, 0x44, 0x52, 0x00, 0x00, 0x00,
    0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x06, 0x00, 0x00, 0x00, 0x1f, 0x15, 0xc4, 0x89, 0x00, 0x00, 0x00, 0x0d, 0x49,
    0x44, 0x41, 0x54, 0x78, 0x9c, 0x63, 0xf8, 0xcf, 0xc0, 0xf0, 0x1f, 0x00, 0x05, 0x00, 0x01, 0xff, 0x56, 0xc7, 0x2f,
    0x0d, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4e, 0x44, 0xae, 0x42, 0x60, 0x82,
  ]
}
