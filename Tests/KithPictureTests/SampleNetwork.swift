import KithCore
import KithPicture

/// Networks as people have them: they work at companies of very different sizes, know colleagues and some others, and
/// go to events. The same for the same size.
enum SampleNetwork {
  static func graph(people: Int, seed: UInt64 = 1) -> PictureGraph {
    var random = Numbers(state: seed)
    let companies = max(2, people / 8)
    let events = max(1, people / 40)
    let names = people + companies + events
    var nodes: [PictureNode] = []
    for index in 0..<names {
      let kind: Entity.Kind = index < people ? .person : index < people + companies ? .company : .event
      nodes.append(node(index, kind, &random))
    }
    var graph = PictureGraph(nodes: nodes)
    for person in 0..<people {
      let company = people + min(random.below(companies), random.below(companies))
      graph.add(
        Relation(nodes[person].id, .worksFor, nodes[company].id, title: "Engineer"), isOver: random.below(4) == 0)
      for _ in 0..<random.below(3) {
        let other = random.below(3) == 0 ? random.below(people) : max(0, person - 1 - random.below(6))
        graph.add(Relation(nodes[person].id, .knows, nodes[other].id), isOver: false)
      }
      if random.below(8) == 0 {
        graph.add(Relation(nodes[person].id, .introducedBy, nodes[random.below(people)].id), isOver: false)
      }
      if random.below(4) == 0 {
        graph.add(
          Relation(nodes[person].id, .attended, nodes[people + companies + random.below(events)].id), isOver: true)
      }
    }
    return graph
  }

  private static let given = [
    "Ada", "Grace", "Charles", "Luigi", "Mary", "George", "Kathleen", "Jean", "Augustus", "Niels Henrik", "Emmy", "美咲",
  ]
  private static let family = [
    "Lovelace", "Hopper", "Babbage", "Menabrea", "Somerville", "Boole", "Antonelli", "Bartik", "De Morgan", "Abel",
    "Noether", "林",
  ]

  private static func node(_ index: Int, _ kind: Entity.Kind, _ random: inout Numbers) -> PictureNode {
    let name =
      switch kind {
      case .person: "\(given[random.below(given.count)]) \(family[random.below(family.count)])"
      case .event: "SwiftConf \(2000 + index % 27)"
      default: "\(family[random.below(family.count)]) \(["Engines", "& Sons", "GmbH", "Brewing"][random.below(4)])"
      }
    let summary = EntitySummary(id: Identifier(high: 1, low: UInt64(index)), kind: kind, name: name)
    return PictureNode(
      summary, isMe: index == 0, warmth: kind == .person ? Warmth.allCases[random.below(5)] : nil,
      facts: [PictureFact("tags", "sample")])
  }

  struct Numbers {
    var state: UInt64

    mutating func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
  }
}

extension SampleNetwork {
  static func svg(_ graph: PictureGraph) throws -> String {
    let output = OutputSink.inMemory()
    try SVGPicture(Picture(graph, title: "sample", caption: "people"), to: output).write()
    return output.withBytes { String(decoding: $0, as: UTF8.self) }
  }

  static func html(_ graph: PictureGraph) throws -> String {
    let output = OutputSink.inMemory()
    try HTMLPicture(Picture(graph, title: "sample", caption: "people"), to: output).write()
    return output.withBytes { String(decoding: $0, as: UTF8.self) }
  }
}
