import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Lets a person change a template in their editor. What was not theirs yet begins as a copy of kith's.
struct EditTemplate {
  var name: String
  var folder: TemplateFolder

  /// Returns the line that says what was done.
  func perform() throws -> String {
    try TemplateFolder.check(name)
    guard !folder.path.isEmpty else {
      throw CommandError("nobody said where templates are", hint: "set HOME or XDG_CONFIG_HOME", code: .usage)
    }
    let file = folder.file(name)
    let shown = TerminalText.cleaned(file)
    guard let editor = Invocation.current.editor else {
      throw CommandError("no editor is set", hint: "set EDITOR, or write '\(shown)' by other means", code: .usage)
    }
    let isNew = !FileBytes.isThere(file)
    let original = (DraftKind(rawValue: name) ?? .thank).builtIn
    if isNew { try make(file, original) }
    do {
      try EditorProcess.run(editor, on: file)
    } catch {
      if isNew, try folder.own(name)?.text == original { unlink(file) }
      throw error
    }
    guard let own = try folder.own(name) else { return "no template '\(name)' was kept" }
    if isNew, own.text == original {
      unlink(file)
      return "the template '\(name)' is as it was"
    }
    _ = try own.template()
    return "the template '\(name)' is in '\(shown)'"
  }

  private func make(_ file: String, _ text: String) throws {
    var made = ""
    for part in folder.path.split(separator: "/") {
      made += "/" + part
      mkdir(made, 0o700)
    }
    try Array(text.utf8).withUnsafeBytes { try FileBytes.write($0, to: file) }
  }
}
