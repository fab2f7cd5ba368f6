import KithCore
import KithVCard

extension LineBuilder {
  /// FN, N, and N as it sounds, as far as they differ.
  /// - Returns: whether all that differs is said.
  mutating func addName(_ object: JSONObject, insteadOf base: JSONObject, _ tag: String) -> Bool {
    var names = names(of: object)
    let known = self.names(of: base)
    let spoken = names.sound == nil && known.sound == nil ? takeSound(&names) : []
    guard names.rest == known.rest else { return false }
    let (full, parts) = (positions[["name", "FN"]], positions[["name", "N"]])
    let isOtherFull = names.formatted.map { $0.value != known.formatted?.value } ?? false
    let isOtherName = names.name.map { differs($0, from: known.name) } ?? false
    if isOtherFull && full == nil || isOtherName && parts == nil { return false }
    if isOtherFull, let full, let line = names.formatted { append(shared(full, line.value), as: full, tag) }
    guard let parts, let line = names.name else { return isOtherFull }
    if isOtherName {
      var alternative = shared(parts, line.value)
      alternative.parameters += line.parameters.filter { ["SORT-AS", "JSCOMPS"].contains($0.name) } + spoken
      append(alternative, as: parts, tag)
    }
    if let sound = names.sound, sound != known.sound {
      addSound(sound, of: ["name", "N"], name: "N", language: tag)
      return true
    }
    return isOtherFull || isOtherName
  }

  private func differs(_ line: ContentLine, from base: ContentLine?) -> Bool {
    guard let base else { return true }
    let (own, known) = (ParameterBag(line.parameters), ParameterBag(base.parameters))
    return line.value != base.value || ["SORT-AS", "JSCOMPS"].contains { own.values($0) != known.values($0) }
  }

  /// Some programs say how a name sounds by other components, and not by their phonetic members.
  private func takeSound(_ names: inout Names) -> [Parameter] {
    guard names.name != nil, let system = names.rest.takeString("phoneticSystem") else { return [] }
    let script = names.rest.takeString("phoneticScript")
    return [Parameter(name: "PHONETIC", values: [system])]
      + (script.map { [Parameter(name: "SCRIPT", values: [$0])] } ?? [])
  }
}
