/// The words of TYPE and LEVEL and what JSContact calls them (RFC 9555 §2.3.13, §2.3.22, table 3).
enum FacetWords {
  private static let contexts: [(type: String, context: String)] = [("work", "work"), ("home", "private")]
  private static let delivery = ["billing", "delivery"]
  private static let expertLevels: [(level: String, word: String)] = [
    ("beginner", "low"), ("average", "medium"), ("expert", "high"),
  ]
  private static let features: [(type: String, feature: String)] = [
    ("cell", "mobile"), ("fax", "fax"), ("main-number", "main-number"), ("pager", "pager"), ("text", "text"),
    ("textphone", "textphone"), ("video", "video"), ("voice", "voice"),
  ]

  static func context(ofType type: String, withDelivery: Bool) -> String? {
    if withDelivery, delivery.contains(type) { return type }
    return contexts.first { $0.type == type }?.context
  }

  static func type(ofContext context: String, withDelivery: Bool) -> String? {
    if withDelivery, delivery.contains(context) { return context }
    return contexts.first { $0.context == context }?.type
  }

  static func feature(ofType type: String) -> String? { features.first { $0.type == type }?.feature }
  static func type(ofFeature feature: String) -> String? { features.first { $0.feature == feature }?.type }

  static func level(_ word: String, isExpert: Bool) -> String? {
    let word = word.lowercased()
    if isExpert { return expertLevels.first { $0.level == word }?.word }
    return ["low", "medium", "high"].contains(word) ? word : nil
  }

  static func parameter(ofLevel word: String, isExpert: Bool) -> String? {
    if isExpert { return expertLevels.first { $0.word == word }?.level }
    return ["low", "medium", "high"].contains(word) ? word : nil
  }
}
