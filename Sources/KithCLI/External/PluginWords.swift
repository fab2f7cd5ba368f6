import KithCore

/// What a format's program says on stderr: a line that is a JSON object with a member `diagnostic` is one, any other is
/// passed on to the user.
///
/// `{"diagnostic":"loss","code":"no-second-phone","message":"…","record":"…","line":12,"count":1}`
final class PluginWords {
  private let program: String
  private let diagnostics: DiagnosticLog
  private let isPassedOn: Bool
  private var line: [UInt8] = []
  private var isCut = false
  private var said = 0
  /// The last line for people, held back: it may become part of what kith says.
  private(set) var last: String?
  private static let longest = 1 << 14
  private static let most = 20

  init(of program: String, diagnostics: DiagnosticLog, isPassedOn: Bool) {
    self.program = program
    self.diagnostics = diagnostics
    self.isPassedOn = isPassedOn
  }

  func hear(_ bytes: UnsafeRawBufferPointer) {
    var rest = bytes[...]
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      take(rest[..<end])
      endLine()
      rest = rest[(end + 1)...]
    }
    take(rest)
  }

  /// After its end.
  func finish(withoutLast: Bool = false) {
    endLine()
    if !withoutLast { passOn() }
    if isPassedOn, said > PluginWords.most {
      say("and \(said - PluginWords.most) lines more")
    }
  }

  /// A line has a greatest length; what is beyond is not kept.
  private func take(_ bytes: Slice<UnsafeRawBufferPointer>) {
    let room = PluginWords.longest - line.count
    line.append(contentsOf: bytes.prefix(room))
    if bytes.count > room { isCut = true }
  }

  private func endLine() {
    defer { (line, isCut) = ([], false) }
    guard !line.isEmpty else { return }
    if !isCut, line.first == UInt8(ascii: "{"), let diagnostic = line.withUnsafeBufferPointer(PluginWords.diagnostic) {
      diagnostics.report(diagnostic)
      return
    }
    let text = TerminalText.cleaned(String(decoding: line, as: UTF8.self))
    guard text.contains(where: { $0 != " " }) else { return }
    passOn()
    last = text
  }

  private func passOn() {
    guard let text = last else { return }
    said += 1
    if isPassedOn, said <= PluginWords.most { say(text) }
  }

  private func say(_ text: String) { try? Descriptor.standardError.say("\(program): \(text)") }

  /// Nil for a line that is no diagnostic.
  private static func diagnostic(_ line: UnsafeBufferPointer<UInt8>) -> Diagnostic? {
    var json = JSONReader(line)
    var found: Diagnostic.Kind?
    var diagnostic = Diagnostic(.warning, "", "")
    do {
      try json.beginObject()
      while let key = try json.nextKey() {
        switch key {
        case "diagnostic": found = Diagnostic.Kind(rawValue: try json.string())
        case "code": diagnostic.code = TerminalText.cleaned(try json.string())
        case "message": diagnostic.message = TerminalText.cleaned(try json.string())
        case "line": diagnostic.line = try json.int()
        case "count": diagnostic.count = max(1, min(try json.int(), 1 << 40))
        case "record": diagnostic.record = try json.identifier()
        default: try json.skipValue()
        }
      }
      try json.finish()
    } catch {
      return nil
    }
    guard let found, !diagnostic.message.isEmpty else { return nil }
    diagnostic.kind = found
    if diagnostic.code.isEmpty { diagnostic.code = "plugin" }
    return diagnostic
  }
}
