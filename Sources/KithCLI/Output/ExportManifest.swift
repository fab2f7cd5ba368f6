import KithCore

/// Which files of a folder kith wrote, and what was in them: `.kith-export.json`. A file that is not in it, or holds
/// something else by now, is somebody else's.
struct ExportManifest {
  static let fileName = ".kith-export.json"
  private static let schema = 1
  /// While files are being put in place a file may hold what it held before or what it shall hold.
  var digests: [String: [Identifier]] = [:]

  init() {}

  /// - Throws: ``JSONError``
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws {
    var json = JSONReader(bytes)
    try json.beginObject()
    while let key = try json.nextKey() {
      if "files" ~= key { try readFiles(&json) } else { try json.skipValue() }
    }
    try json.finish()
  }

  private mutating func readFiles(_ json: inout JSONReader) throws {
    try json.beginObject()
    while let key = try json.nextKey() {
      let name = key.text
      let known = try json.strings().compactMap(Identifier.init(uuid:))
      // Names that kith does not give are no files of kith's, whoever wrote them here.
      if SplitFileName.isSafe(name) { digests[name] = known }
    }
  }

  func write(to output: OutputSink) throws {
    try output.write("{\"schema\":\(ExportManifest.schema),\"files\":{")
    for (position, entry) in digests.sorted(by: { $0.key < $1.key }).enumerated() {
      let list = entry.value.map { "\"\($0)\"" }.joined(separator: ",")
      try output.write("\(position == 0 ? "" : ",")\n\"\(entry.key)\":[\(list)]")
    }
    try output.write("\n}}\n")
  }

  /// What stands for a file's content.
  static func digest(_ bytes: [UInt8]) -> Identifier { Identifier(contentOf: bytes) }
}
