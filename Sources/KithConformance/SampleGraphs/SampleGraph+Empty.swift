import KithCore

extension SampleGraph {
  public static let empty = InMemoryGraph()
}
