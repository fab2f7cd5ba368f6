import Foundation

/// A Markdown file whose `console` blocks are one session: `$ ` before a command, then what it prints, then `[exit 3]` if
/// it did not end well.
struct Transcript {
  let file: URL

  /// Every transcript of the project, by listing the folders they are in.
  static let all: [URL] = {
    let folders = ["Tests/KithCLITests/Transcripts", "Documentation"].map(BuiltKith.root.appendingPathComponent)
    let files = folders.flatMap {
      (try? FileManager.default.contentsOfDirectory(at: $0, includingPropertiesForKeys: nil)) ?? []
    }
    return ([BuiltKith.root.appendingPathComponent("README.md")] + files.filter { $0.pathExtension == "md" })
      .filter { (try? String(contentsOf: $0, encoding: .utf8))?.contains("```console\n$ kith ") ?? false }
      .sorted { $0.path < $1.path }
  }()

  /// The file with every command run again and its output put in the place of the old one.
  func replayed() throws -> String {
    let kith = try BuiltKith()
    defer { kith.remove() }
    var lines: [String] = []
    var isInBlock = false
    var command: String?
    func runPending() throws {
      guard let pending = command else { return }
      command = nil
      let result = try kith.run(pending)
      lines += result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      if lines.last?.isEmpty == true { lines.removeLast() }
      if result.status != 0 { lines.append("[exit \(result.status)]") }
    }
    for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false) {
      if line == "```console" {
        isInBlock = true
        lines.append(String(line))
      } else if line == "```", isInBlock {
        try runPending()
        isInBlock = false
        lines.append(String(line))
      } else if !isInBlock {
        lines.append(String(line))
      } else if line.hasPrefix("$ ") {
        try runPending()
        lines.append(String(line))
        command = String(line.dropFirst(2))
      } else if let unfinished = command, unfinished.hasSuffix("\\") {
        lines.append(String(line))
        command = unfinished + "\n" + line
      }
    }
    return lines.joined(separator: "\n")
  }
}
