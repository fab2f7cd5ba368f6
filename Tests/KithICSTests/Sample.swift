import KithConformance
import KithCore

enum Sample {
  static func entity(_ number: UInt64, _ kind: Entity.Kind, _ name: String) -> Entity {
    Entity(id: SampleGraph.id(number), kind: kind, name: name, created: SampleGraph.clock)
  }

  /// Ada, to be kept in touch with every two weeks.
  static var touch: InMemoryGraph {
    var graph = InMemoryGraph()
    graph.entities = [entity(2, .person, "Ada Lovelace")]
    graph.keepInTouch = [KeepInTouch(SampleGraph.id(2), every: Interval(2, .weeks)!, since: CivilDay("2026-10-31")!)]
    return graph
  }
}
