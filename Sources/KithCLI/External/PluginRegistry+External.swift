import KithCore

extension PluginRegistry {
  /// The built-in format of that name, or the one of a program on the search path.
  /// - Throws: ``CommandError`` if there is none, or it only reads.
  func anyExporter(named name: String) throws -> any Exporter {
    if let exporter = exporter(named: name) { return exporter }
    guard let external = try external(named: name) else {
      throw CommandError(unknownFormat: name, known: exporters.map(\.format.name) + externalNames)
    }
    guard external.writes else { throw CommandError("the format '\(name)' is read, not written", code: .usage) }
    return external
  }

  /// The same for reading.
  func anyImporter(named name: String) throws -> any Importer {
    if let importer = importer(named: name) { return importer }
    guard let external = try external(named: name) else {
      throw CommandError(unknownFormat: name, known: importers.map(\.format.name) + externalNames)
    }
    guard external.reads else { throw CommandError("the format '\(name)' is written, not read", code: .usage) }
    return external
  }

  /// Nil if there is no such program, or a built-in format has the name.
  func external(named name: String) throws -> ExternalFormat? {
    guard !formats.contains(where: { $0.name == name }) else { return nil }
    return try ExternalFormats().program(named: name).map { try ExternalFormat(program: $0, name: name) }
  }

  /// The names of the programs that are there.
  var externalNames: [String] { ExternalFormats().names(besides: formats.map(\.name)) }
}

extension CommandError {
  init(unknownFormat name: String, known: [String]) {
    let near = known.min { left, right in
      (EditDistance.between(left, name, atMost: 3) ?? 9) < (EditDistance.between(right, name, atMost: 3) ?? 9)
    }
    let isNear = near.flatMap { EditDistance.between($0, name, atMost: 3) } != nil
    self.init(
      "no format named '\(TerminalText.cleaned(name))'; known formats are \(known.joined(separator: ", "))",
      hint: isNear ? "did you mean '\(near ?? "")'?" : "kith formats says what each is", code: .usage)
  }
}
