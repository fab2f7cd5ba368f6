import KithCore
import KithPicture
import Testing

/// What a picture promises: nothing covers anything, nothing is outside, the same picture every time.
@Suite struct PictureTests {
  /// Everything that should not be, in words.
  static func complaints(about picture: Picture) -> [String] {
    let marks = picture.marks
    var found: [String] = []
    for (index, label) in picture.labels.enumerated() {
      for other in picture.labels[(index + 1)...] where label.box.intersects(other.box) {
        found.append("the labels \(label.text) and \(other.text) overlap")
      }
      for (node, mark) in marks.enumerated() where label.box.intersectsCircle(mark.center, radius: mark.radius) {
        found.append("the label \(label.text) covers node \(node)")
      }
      if !picture.drawing.contains(label.box) { found.append("the label \(label.text) leaves the canvas") }
    }
    for (index, mark) in marks.enumerated() {
      for other in marks[(index + 1)...] {
        let (x, y) = (mark.center.x - other.center.x, mark.center.y - other.center.y)
        let reach = mark.radius + other.radius
        if x * x + y * y < reach * reach { found.append("node \(index) overlaps another") }
      }
      let (x, y, r) = (mark.center.x, mark.center.y, mark.radius)
      let area = picture.drawing
      if x - r < area.left || x + r > area.right || y - r < area.top || y + r > area.bottom {
        found.append("node \(index) leaves the canvas")
      }
    }
    if picture.height < picture.drawing.bottom + 20 { found.append("the legend has no room") }
    return found
  }

  private func picture(of graph: PictureGraph) -> Picture { Picture(graph, title: "sample", caption: "people") }

  /// 10, 50 and 230 nodes: every name is there.
  @Test(arguments: [0, 1, 2, 7, 43, 200])
  func everyNodeOfASmallGraphHasItsNameAndNothingOverlaps(_ people: Int) {
    let picture = picture(of: people == 0 ? PictureGraph(nodes: []) : SampleNetwork.graph(people: people))
    #expect(picture.labels.count == picture.graph.nodes.count)
    #expect(PictureTests.complaints(about: picture) == [])
  }

  /// With more nodes, names without room are left out, and those of the well tied are not.
  @Test(arguments: [500, 1700])
  func manyNodesLeaveOutTheNamesOfTheLessTied(_ people: Int) {
    let graph = SampleNetwork.graph(people: people)
    let picture = picture(of: graph)
    #expect(PictureTests.complaints(about: picture) == [])
    let named = Set(picture.labels.map(\.node))
    let best = graph.nodes.indices.sorted { graph.nodes[$0].degree > graph.nodes[$1].degree }.prefix(50)
    #expect(best.allSatisfy(named.contains))
    #expect(named.count > 100)
  }

  @Test(arguments: ["star", "ring", "nobody tied", "pairs", "two alike"])
  func oddShapesOverlapNowhere(_ shape: String) {
    let picture = picture(of: OddShape.graph(shape))
    #expect(PictureTests.complaints(about: picture) == [])
    #expect(picture.labels.count == picture.graph.nodes.count)
  }

  @Test func placesGivenFromOutsideOverlapNoMore() {
    let graph = SampleNetwork.graph(people: 30)
    let heap = graph.nodes.indices.map { Point(Double($0 % 3), 0) }
    let picture = Picture(graph, title: "heap", caption: "", positions: heap)
    #expect(PictureTests.complaints(about: picture) == [])
  }

  @Test func theSameGraphIsTheSamePicture() throws {
    let graph = SampleNetwork.graph(people: 60)
    #expect(try SampleNetwork.svg(graph) == SampleNetwork.svg(graph))
    #expect(try SampleNetwork.html(graph) == SampleNetwork.html(graph))
  }

  /// A network is a small one in its way: neighbours lie nearer than strangers.
  @Test func neighboursLieNearerThanStrangers() {
    let picture = picture(of: SampleNetwork.graph(people: 80))
    func distance(_ one: Int, _ other: Int) -> Double {
      let (a, b) = (picture.marks[one].center, picture.marks[other].center)
      return ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
    }
    let tied = picture.graph.edges.map { distance($0.from, $0.to) }
    let count = picture.marks.count
    let all = (0..<count).flatMap { one in (0..<one).map { distance(one, $0) } }
    let (near, usual) = (tied.reduce(0, +) / Double(tied.count), all.reduce(0, +) / Double(all.count))
    #expect(near < 0.6 * usual)
  }
}

/// Graphs that layouts stumble over.
enum OddShape {
  static func graph(_ shape: String) -> PictureGraph {
    let count = 40
    let nodes = (0..<count).map { index in
      PictureNode(
        EntitySummary(id: Identifier(high: 2, low: UInt64(index)), kind: .person, name: "Ada Lovelace \(index)"))
    }
    var graph = PictureGraph(nodes: nodes)
    func tie(_ one: Int, _ other: Int) { graph.add(Relation(nodes[one].id, .knows, nodes[other].id), isOver: false) }
    switch shape {
    case "star": for index in 1..<count { tie(0, index) }
    case "ring": for index in 0..<count { tie(index, (index + 1) % count) }
    case "pairs": for index in stride(from: 0, to: count, by: 2) { tie(index, index + 1) }
    case "two alike": for index in 2..<count { for hub in 0..<2 { tie(hub, index) } }
    default: break
    }
    return graph
  }
}
