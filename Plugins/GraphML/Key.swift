/// The attributes of nodes and edges. A date is a string: it may be a year or a month alone.
enum Key: String, CaseIterable {
  case kind, label, me, nodeStart, nodeEnd, nodeEnded, tags
  case type, symmetric, title, units, start, end, ended

  var declaration: String {
    "<key id=\"\(rawValue)\" for=\"\(isOfNode ? "node" : "edge")\" attr.name=\"\(name)\" attr.type=\"\(type)\"\(rest)\n"
  }

  private var isOfNode: Bool {
    switch self {
    case .kind, .label, .me, .nodeStart, .nodeEnd, .nodeEnded, .tags: true
    default: false
    }
  }

  /// Nodes and edges have dates of the same names, which ids do not allow.
  private var name: String {
    switch self {
    case .nodeStart: "start"
    case .nodeEnd: "end"
    case .nodeEnded: "ended"
    default: rawValue
    }
  }

  private var isBoolean: Bool {
    switch self {
    case .me, .symmetric, .ended, .nodeEnded: true
    default: false
    }
  }

  private var type: String { isBoolean ? "boolean" : "string" }
  private var rest: String { isBoolean ? "><default>false</default></key>" : "/>" }
}
