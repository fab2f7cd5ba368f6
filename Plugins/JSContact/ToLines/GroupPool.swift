/// The property groups of a card, and names for new ones.
struct GroupPool {
  private var used: Set<String> = []
  private var number = 0
  /// Groups whose label is written.
  var labelled: Set<String> = []

  init(_ card: JSONObject) { collect(.object(card)) }

  private mutating func collect(_ root: JSONValue) {
    var pending = [root]
    while let value = pending.popLast() {
      switch value {
      case .object(let object):
        if let group = object["group"]?.string { used.insert(group.lowercased()) }
        for key in object.keys { if let value = object[key] { pending.append(value) } }
      case .array(let values): pending += values
      default: break
      }
    }
  }

  /// `item1`, `item2`, …, as most programs call them.
  mutating func fresh() -> String {
    repeat { number += 1 } while used.contains("item\(number)")
    return "item\(number)"
  }
}
