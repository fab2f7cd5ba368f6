import KithCore
import KithStore

/// Which nodes a picture shows that has no room for all: the people fewest steps away from you, those first with whom you
/// were last in touch; and for a quarter of the room the companies, organizations and events that tie them together.
struct NearestNodes {
  private var nodes: [EntitySummary] = []
  private var neighbours: [[Int]] = []
  private var last: [Identifier: PartialDate] = [:]
  private var me: Int?

  init(in graph: StoredGraph) throws {
    let me = try graph.me()
    var positions: [Identifier: Int] = [:]
    try graph.forEachEntity(of: Set(Entity.Kind.allCases), relations: []) { entity, _ in
      positions[entity.id] = nodes.count
      nodes.append(entity.summary)
    }
    neighbours = [[Int]](repeating: [], count: nodes.count)
    try graph.forEachRelation { relation in
      guard let one = positions[relation.subject], let other = positions[relation.object], one != other else { return }
      neighbours[one].append(other)
      neighbours[other].append(one)
    }
    last = try graph.lastInteractions()
    self.me = me.flatMap { positions[$0] }
  }

  func chosen(_ limit: Int) -> [Identifier] {
    let people = rankedPeople()
    var chosen = Set(people.prefix(max(1, limit * 3 / 4)))
    for node in rankedRest(around: chosen).prefix(limit - chosen.count) { chosen.insert(node) }
    for node in people where chosen.count < limit { chosen.insert(node) }
    return chosen.sorted().map { nodes[$0].id }
  }

  private func rankedPeople() -> [Int] {
    let steps = stepsFromMe()
    return nodes.indices.filter { nodes[$0].kind == .person }.sorted { one, other in
      if steps[one] != steps[other] { return steps[one] < steps[other] }
      let (left, right) = (last[nodes[one].id], last[nodes[other].id])
      if left != right { return right.map { right in left.map { right < $0 } ?? false } ?? true }
      return (-neighbours[one].count, one) < (-neighbours[other].count, other)
    }
  }

  /// Those tied to most of the people chosen first; none that is tied to nobody, unless nobody was chosen.
  private func rankedRest(around people: Set<Int>) -> [Int] {
    var ties = [Int](repeating: 0, count: nodes.count)
    for person in people {
      for node in Set(neighbours[person]) where nodes[node].kind != .person { ties[node] += 1 }
    }
    return nodes.indices.filter { nodes[$0].kind != .person && (ties[$0] > 0 || people.isEmpty) }
      .sorted { (-ties[$0], -neighbours[$0].count, $0) < (-ties[$1], -neighbours[$1].count, $1) }
  }

  private func stepsFromMe() -> [Int] {
    var steps = [Int](repeating: .max, count: nodes.count)
    guard let me else { return steps }
    steps[me] = 0
    var queue = [me]
    var next = 0
    while next < queue.count {
      let node = queue[next]
      next += 1
      for neighbour in neighbours[node] where steps[neighbour] == .max {
        steps[neighbour] = steps[node] + 1
        queue.append(neighbour)
      }
    }
    return steps
  }
}
