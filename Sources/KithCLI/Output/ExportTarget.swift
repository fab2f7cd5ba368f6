import KithCore

/// Where an export goes: a file that is replaced when all is written, or stdout.
struct ExportTarget {
  let sink: OutputSink
  private let file: StagedFile?
  private let filter: TerminalFilter?

  /// `path` nil or `-` is stdout.
  init(path: String?) throws {
    if let path, path != "-", let special = try SpecialFile.open(path) {
      (file, filter, sink) = (nil, nil, special.sink())
    } else if let path, path != "-" {
      let file = try StagedFile(replacing: path)
      (self.file, filter, sink) = (file, nil, file.sink)
    } else if Invocation.current.terminal.width != nil {
      let filter = TerminalFilter(.standardOutput)
      (file, self.filter, sink) = (nil, filter, OutputSink { try filter.write($0) })
    } else {
      (file, filter, sink) = (nil, nil, Descriptor.standardOutput.sink())
    }
  }

  func commit() throws {
    try sink.flush()
    try filter?.finish()
    try file?.commit()
  }

  func discard() { file?.discard() }
}
