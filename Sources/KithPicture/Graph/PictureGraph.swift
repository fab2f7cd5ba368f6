import KithCore

/// What is to be drawn: nodes, and at most one edge between two of them.
public struct PictureGraph: Sendable {
  public private(set) var nodes: [PictureNode]
  public private(set) var edges: [PictureEdge] = []
  private var positions: [Identifier: Int] = [:]
  private var edgePositions: [PairKey: Int] = [:]

  private struct PairKey: Hashable {
    let low: Int
    let high: Int
  }

  public init(nodes: [PictureNode]) {
    self.nodes = nodes
    for (index, node) in nodes.enumerated() where positions[node.id] == nil { positions[node.id] = index }
  }

  /// Adds a tie to the edge between its ends. One that leads out of the picture, or back to where it began, is left out.
  public mutating func add(_ tie: PictureTie, from subject: Identifier, to object: Identifier) {
    guard let from = positions[subject], let to = positions[object], from != to else { return }
    let key = PairKey(low: min(from, to), high: max(from, to))
    let position = edgePositions[key] ?? edges.count
    if position == edges.count {
      edgePositions[key] = position
      edges.append(PictureEdge(from: from, to: to))
      nodes[from].degree += 1
      nodes[to].degree += 1
    }
    var tie = tie
    tie.isForward = edges[position].from == from
    edges[position].ties.append(tie)
  }

  public mutating func add(_ relation: Relation, isOver: Bool) {
    add(PictureTie(relation, isOver: isOver), from: relation.subject, to: relation.object)
  }

  public var tieCount: Int { edges.reduce(0) { $0 + $1.ties.count } }
}

public struct PictureNode: Sendable {
  public let id: Identifier
  public let kind: Entity.Kind
  public let name: String
  public let isMe: Bool
  /// Of people; nil where the picture does not show it.
  public let warmth: Warmth?
  /// What is told of it beside its name, each with a word for what it is.
  public let facts: [PictureFact]
  /// How many others it is tied to in the picture.
  public internal(set) var degree = 0

  public init(
    _ summary: EntitySummary, isMe: Bool = false, warmth: Warmth? = nil, facts: [PictureFact] = []
  ) {
    id = summary.id
    kind = summary.kind
    name = summary.name
    self.isMe = isMe
    self.warmth = warmth
    self.facts = facts
  }
}

public struct PictureFact: Sendable {
  public let label: String
  public let value: String

  public init(_ label: String, _ value: String) {
    self.label = label
    self.value = value
  }
}

/// All the ties between two nodes.
public struct PictureEdge: Sendable {
  public let from: Int
  public let to: Int
  public internal(set) var ties: [PictureTie] = []

  /// Nothing of it holds any more.
  var isOver: Bool { ties.allSatisfy(\.isOver) }
}

public struct PictureTie: Sendable {
  /// How it reads from its subject: "works for"; and from its object: "employs".
  let phrase: String
  let inversePhrase: String
  /// "CTO, since 2021"
  let details: String
  let isSymmetric: Bool
  let isOver: Bool
  /// Whether it goes the way of its edge.
  var isForward = true

  public init(phrase: String, inversePhrase: String, details: String, isSymmetric: Bool = false, isOver: Bool = false) {
    self.phrase = phrase
    self.inversePhrase = inversePhrase
    self.details = details
    self.isSymmetric = isSymmetric
    self.isOver = isOver
  }

  init(_ relation: Relation, isOver: Bool) {
    let details = [relation.title ?? "", PictureTie.dates(relation.period)].filter { !$0.isEmpty }
    self.init(
      phrase: relation.type.phrase, inversePhrase: relation.type.inversePhrase,
      details: details.joined(separator: ", "), isSymmetric: relation.type.isSymmetric, isOver: isOver)
  }

  private static func dates(_ period: Period) -> String {
    switch (period.start, period.end) {
    case (let start?, let end?): start == end ? "\(start)" : "\(start) to \(end)"
    case (let start?, nil): period.endedAtUnknownDate ? "from \(start), over" : "since \(start)"
    case (nil, let end?): "until \(end)"
    case (nil, nil): period.endedAtUnknownDate ? "over" : ""
    }
  }
}
