import KithCore

/// The user's own templates: a file `NAME.mustache` each. One that is named like a built-in takes its place.
struct TemplateFolder {
  let path: String

  static var current: TemplateFolder {
    TemplateFolder(path: Invocation.current.configFolder.map { $0 + "/templates" } ?? "")
  }

  /// - Throws: ``CommandError`` with exit 4 if there is none.
  func find(_ name: String, builtIn: Bool = false) throws -> FoundTemplate {
    try TemplateFolder.check(name)
    if !builtIn, let own = try own(name) { return own }
    if let kind = DraftKind(rawValue: name) { return FoundTemplate(name: name, text: kind.builtIn, file: nil) }
    throw CommandError(
      "no template '\(name)'" + (builtIn ? " comes with kith" : ""),
      hint: "kith template list shows them; kith template edit \(name) makes one", code: .notFound)
  }

  /// - Throws: ``CommandError`` at a name that could lead out of the folder.
  static func check(_ name: String) throws {
    let allowed = name.utf8.allSatisfy { byte in
      switch UnicodeScalar(byte) {
      case "a"..."z", "A"..."Z", "0"..."9", "-", "_": true
      default: false
      }
    }
    guard allowed, !name.isEmpty, name.utf8.count <= 64, !name.hasPrefix("-") else {
      throw CommandError(
        "'\(TerminalText.cleaned(name))' is no name of a template", hint: "letters, digits, - and _", code: .usage)
    }
  }

  func file(_ name: String) -> String { path + "/" + name + TemplateFolder.ending }

  private static let ending = ".mustache"
  /// In bytes. A note is short, and Mustache takes time by the square of its length: a fifth of a second for this.
  private static let largest = 1 << 14

  func own(_ name: String) throws -> FoundTemplate? {
    let file = file(name)
    guard !path.isEmpty, FileBytes.isThere(file) else { return nil }
    let bytes = try TemplateFolder.bytes(of: file)
    let shown = TerminalText.cleaned(file)
    guard bytes.count <= TemplateFolder.largest else {
      throw CommandError("the template '\(name)' (\(shown)) is larger than 16 kB", hint: "a note is short")
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandError("the template '\(name)' (\(shown)) is not UTF-8")
    }
    return FoundTemplate(name: name, text: text, file: file)
  }

  /// At most one byte more than a template may have.
  private static func bytes(of file: String) throws -> [UInt8] {
    let input = try InputFile(file)
    var bytes = [UInt8](repeating: 0, count: largest + 1)
    var count = 0
    try bytes.withUnsafeMutableBytes { room in
      while count < room.count {
        let got = try input.source.read(into: UnsafeMutableRawBufferPointer(rebasing: room[count...]))
        if got == 0 { break }
        count += got
      }
    }
    return withExtendedLifetime(input) { Array(bytes.prefix(count)) }
  }

  /// The built-in ones first, then the user's own by name.
  func names() -> [String] {
    let builtIn = DraftKind.allCases.map(\.rawValue)
    let files = (try? FolderEntries.names(in: path)) ?? []
    let own = files.filter { $0.hasSuffix(TemplateFolder.ending) }.map {
      String($0.dropLast(TemplateFolder.ending.count))
    }
    return builtIn + own.filter { !builtIn.contains($0) && (try? TemplateFolder.check($0)) != nil }.sorted()
  }
}
