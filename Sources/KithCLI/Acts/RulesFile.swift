import KithCore

/// The rules of the user, in `rules` of the folder of their settings.
struct RulesFile {
  /// Nil where nobody says where home is.
  let path: String?

  init(folder: String? = Invocation.current.configFolder) { path = folder.map { $0 + "/rules" } }

  var isThere: Bool { path.map(FileBytes.isThere) ?? false }

  private static let mostBytes = 1 << 20

  /// What the file says over what is built in; that alone where there is no file.
  /// - Throws: ``CommandError`` with file, line, column and what was expected there.
  func rules() throws -> RejectionRules {
    guard let path, isThere else { return .standard }
    let shown = "'\(TerminalText.cleaned(path))'"
    let file = try InputFile(path)
    let bytes = try file.source.peek(RulesFile.mostBytes + 1)
    guard bytes.count <= RulesFile.mostBytes else { throw CommandError("\(shown) is longer than 1 MB: no rules") }
    do {
      return try RejectionRules(parsing: String(decoding: bytes, as: UTF8.self))
    } catch let error as RulesError {
      throw CommandError(
        "\(shown): \(TerminalText.cleaned(error.description))", hint: "kith rules --built-in shows how they are written"
      )
    }
  }
}
