import KithCore

/// The parameters that are members of their own in JSContact (RFC 9555 §2.3), in both directions.
enum Facets {
  /// Takes the parameters that the rule knows and says them in `object`.
  static func take(_ bag: inout ParameterBag, of rule: PropertyRule, into object: inout JSONObject) {
    let facets = rule.facets
    takeTypes(&bag, facets, &object)
    if facets.contains(.preference), let preference = bag.takeNumber("PREF", in: 1...100) {
      object["pref"] = .number(String(preference))
    }
    if facets.contains(.index), let index = bag.takeNumber("INDEX", in: 1...Int(Int32.max)) {
      object["listAs"] = .number(String(index))
    }
    if facets.contains(.mediaType), let type = bag.takeOne("MEDIATYPE") { object["mediaType"] = .string(type) }
    if facets.contains(.service), let service = bag.takeOne("SERVICE-TYPE") { object["service"] = .string(service) }
    if facets.contains(.service), object["user"] == nil, let user = bag.takeOne("USERNAME") {
      object["user"] = .string(user)
    }
    takeLevel(&bag, facets, &object)
    if facets.contains(.author) { takeAuthor(&bag, &object) }
  }

  private static func takeTypes(_ bag: inout ParameterBag, _ facets: PropertyRule.Facets, _ object: inout JSONObject) {
    guard facets.contains(.contexts), let types = bag.take("TYPE") else { return }
    var (contexts, features, rest): ([String], [String], [String]) = ([], [], [])
    for type in types {
      let word = type.lowercased()
      if let context = FacetWords.context(ofType: word, withDelivery: facets.contains(.delivery)) {
        contexts.append(context)
      } else if facets.contains(.features), let feature = FacetWords.feature(ofType: word) {
        features.append(feature)
      } else {
        rest.append(type)
      }
    }
    if !contexts.isEmpty { object["contexts"] = .set(contexts) }
    if !features.isEmpty { object["features"] = .set(features) }
    bag.put("TYPE", rest)
  }

  private static func takeLevel(_ bag: inout ParameterBag, _ facets: PropertyRule.Facets, _ object: inout JSONObject) {
    let isExpert = facets.contains(.expertLevel)
    guard isExpert || facets.contains(.level), let level = bag.first("LEVEL"),
      let word = FacetWords.level(level, isExpert: isExpert)
    else { return }
    _ = bag.take("LEVEL")
    object["level"] = .string(word)
  }

  private static func takeAuthor(_ bag: inout ParameterBag, _ object: inout JSONObject) {
    if let text = bag.first("CREATED"), let time = UTCTime.text(ofVCard: text) {
      _ = bag.take("CREATED")
      object["created"] = .string(time)
    }
    var author = JSONObject()
    if let name = bag.takeOne("AUTHOR-NAME") { author["name"] = .string(name) }
    if let uri = bag.takeOne("AUTHOR") { author["uri"] = .string(uri) }
    if !author.isEmpty { object["author"] = .object(author) }
  }

  /// Takes the members that the rule knows and says them as parameters.
  static func take(_ object: inout JSONObject, of rule: PropertyRule, into bag: inout ParameterBag) {
    let facets = rule.facets
    if facets.contains(.service) {
      if let service = object.takeString("service") { bag.put("SERVICE-TYPE", [service]) }
      if let user = object.takeString("user") { bag.put("USERNAME", [user]) }
    }
    bag.put("TYPE", takeTypes(&object, facets))
    takeNumbers(&object, facets, &bag)
    if facets.contains(.mediaType), let type = object.takeString("mediaType") { bag.put("MEDIATYPE", [type]) }
    if facets.contains(.author) { takeAuthor(&object, &bag) }
  }

  private static func takeTypes(_ object: inout JSONObject, _ facets: PropertyRule.Facets) -> [String] {
    func words(_ member: String, _ type: (String) -> String?) -> [String] {
      guard case .object(let set)? = object[member], !set.isEmpty else { return [] }
      let types = set.keys.compactMap { set[$0] == .bool(true) ? type($0) : nil }
      guard types.count == set.count else { return [] }
      object[member] = nil
      return types
    }
    var types: [String] = []
    if facets.contains(.contexts) {
      types += words("contexts") { FacetWords.type(ofContext: $0, withDelivery: facets.contains(.delivery)) }
    }
    if facets.contains(.features) { types += words("features", FacetWords.type(ofFeature:)) }
    return types
  }

  private static func takeNumbers(
    _ object: inout JSONObject, _ facets: PropertyRule.Facets, _ bag: inout ParameterBag
  ) {
    if facets.contains(.preference), let number = object["pref"]?.int, (1...100).contains(number) {
      object["pref"] = nil
      bag.put("PREF", [String(number)])
    }
    if facets.contains(.index), let number = object["listAs"]?.int, number > 0 {
      object["listAs"] = nil
      bag.put("INDEX", [String(number)])
    }
    let isExpert = facets.contains(.expertLevel)
    if isExpert || facets.contains(.level), let word = object["level"]?.string,
      let level = FacetWords.parameter(ofLevel: word, isExpert: isExpert)
    {
      object["level"] = nil
      bag.put("LEVEL", [level])
    }
  }

  private static func takeAuthor(_ object: inout JSONObject, _ bag: inout ParameterBag) {
    if let text = object["created"]?.string, let time = UTCTime.vCardText(of: text) {
      object["created"] = nil
      bag.put("CREATED", [time])
    }
    guard case .object(var author)? = object["author"] else { return }
    author.take("@type", ifEqualTo: .string("Author"))
    if let name = author.takeString("name") { bag.put("AUTHOR-NAME", [name]) }
    if let uri = author.takeString("uri") { bag.put("AUTHOR", [uri]) }
    object["author"] = author.isEmpty ? nil : .object(author)
  }
}
