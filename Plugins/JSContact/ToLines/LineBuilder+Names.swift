import KithCore
import KithVCard

extension LineBuilder {
  mutating func addName() {
    let object = rest["name"]?.object
    guard let object else { return addFormattedName(nil) }
    let made = names(of: object)
    if let line = made.formatted, !isVerbatim(line) {
      positions[["name", "FN"]] = lines.count
      lines.append(line)
    } else if made.formatted == nil {
      addFormattedName(DerivedName.text(of: object))
    }
    if let line = made.name, !isVerbatim(line) {
      positions[["name", "N"]] = lines.count
      lines.append(line)
      if let sound = made.sound { addSound(sound, of: ["name", "N"], name: "N") }
    }
    if made.formatted != nil || made.name != nil { converted.insert(["name"]) }
    rest["name"] = made.rest.isEmpty && converted.contains(["name"]) ? nil : .object(made.rest)
  }

  /// vCard must have one, made of what there is (RFC 9555 §3.1); where there is nothing, kith needs none.
  private mutating func addFormattedName(_ derived: String?) {
    if verbatim["FN"] != nil || derived == nil && style == .terse { return }
    let parameter = Parameter(name: "DERIVED", values: ["TRUE"])
    lines.append(ContentLine(name: "FN", parameters: [parameter], value: EscapedText.escaped(derived ?? "")))
    if derived != nil { converted.insert(["name"]) }
  }

  struct Names {
    var formatted: ContentLine?
    var name: ContentLine?
    var sound: ContentLine?
    var rest: JSONObject
  }

  /// FN and N, which share an object; its parameters are those of FN unless it says otherwise.
  func names(of object: JSONObject) -> Names {
    var names = Names(rest: object)
    names.rest.take("@type", ifEqualTo: .string("Name"))
    if let full = names.rest["full"]?.string, !full.isEmpty {
      names.rest["full"] = nil
      names.formatted = ContentLine(name: "FN", value: EscapedText.escaped(full))
    }
    var made = MadeProperty(line: ContentLine(name: "N", value: ""), rest: names.rest)
    let isOfName = object["vCardName"]?.string?.isEqualIgnoringCase("n") == true
    if takeComponents(&made, .name, type: "NameComponent") {
      takeSorting(&made)
      if isOfName { takeParameters(&made) }
      names.name = made.line
      names.sound = made.sound
    }
    names.rest = made.rest
    if isOfName, names.name != nil { names.rest["vCardName"] = nil }
    if !isOfName, let line = names.formatted {
      var made = MadeProperty(line: line, rest: names.rest)
      takeParameters(&made)
      names.formatted = made.line
      names.rest = made.rest
    }
    return names
  }

  private func takeSorting(_ made: inout MadeProperty) {
    guard let sorting = made.rest["sortAs"]?.object, let text = SortAs.parameter(of: sorting) else { return }
    made.rest["sortAs"] = nil
    made.line.parameters.append(Parameter(name: "SORT-AS", values: [text]))
  }

  /// A property once more, as it sounds: an alternative of the one at `path`.
  mutating func addSound(_ sound: ContentLine, of path: [String], name: String, language: String? = nil) {
    guard let index = positions[path] else { return }
    var line = sound
    line.group = lines[index].group
    for name in ["ALTID", "PROP-ID", "LANGUAGE"] where name != "LANGUAGE" || language == nil {
      if name == "ALTID" { setAlternative(index) }
      if let values = ParameterBag(lines[index].parameters).values(name) {
        line.parameters.append(Parameter(name: name, values: values))
      }
    }
    if let language { line.parameters.append(Parameter(name: "LANGUAGE", values: [language])) }
    lines.append(line)
  }

  /// Gives a property an ALTID if it has none (RFC 6350 §5.4).
  mutating func setAlternative(_ index: Int) {
    guard ParameterBag(lines[index].parameters).values("ALTID") == nil else { return }
    let id = alternative(lines[index].name)
    lines[index].parameters.append(Parameter(name: "ALTID", values: [id]))
  }

  mutating func addGender() {
    guard var object = rest["speakToAs"]?.object else { return }
    var made = MadeProperty(line: ContentLine(name: "GRAMGENDER", value: ""), rest: object)
    guard let gender = made.rest.takeString("grammaticalGender"), !gender.isEmpty else {
      object.take("@type", ifEqualTo: .string("SpeakToAs"))
      if object.isEmpty, converted.contains(["speakToAs"]) { rest["speakToAs"] = nil }
      return
    }
    made.rest.take("@type", ifEqualTo: .string("SpeakToAs"))
    made.line.value = EscapedText.escaped(gender.uppercased())
    takeParameters(&made)
    converted.insert(["speakToAs"])
    rest["speakToAs"] = made.rest.isEmpty ? nil : .object(made.rest)
    if !isVerbatim(made.line) {
      positions[["speakToAs", "GRAMGENDER"]] = lines.count
      lines.append(made.line)
    }
  }
}
