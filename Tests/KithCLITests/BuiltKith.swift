import Foundation

/// The program as it was built beside these tests, run as a person would: in a shell, in a home of its own.
struct BuiltKith {
  let home: URL

  init() throws {
    home = FileManager.default.temporaryDirectory.appendingPathComponent("kith-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: home.appendingPathComponent("Examples"),
      withDestinationURL: BuiltKith.root.appendingPathComponent("Examples"))
  }

  func remove() { try? FileManager.default.removeItem(at: home) }

  /// The root of the checkout.
  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder of the built products: the one that holds the test bundle.
  static let products: URL = {
    let bundle = CommandLine.arguments[0].contains(".xctest") ? URL(fileURLWithPath: CommandLine.arguments[0]) : nil
    let candidates = [
      bundle?.deletingLastPathComponent(), Bundle.main.bundleURL, root.appendingPathComponent(".build/debug"),
    ].compactMap { $0 }
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0.appendingPathComponent("kith").path) }
      ?? root.appendingPathComponent(".build/debug")
  }()

  struct Result {
    /// stdout and stderr as they came, without carriage returns, the home folder as `~`.
    let output: String
    let status: Int32
  }

  /// Runs `command` in `sh`.
  func run(_ command: String, environment extra: [String: String] = [:]) throws -> Result {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "exec 2>&1; " + command]
    process.currentDirectoryURL = home
    process.environment = [
      "PATH": BuiltKith.products.path + ":/usr/local/bin:/usr/bin:/bin", "HOME": home.path, "LC_ALL": "C.UTF-8",
      "TZ": "UTC", "KITH_NOW": "2026-11-23T12:00:00Z", "KITH_SEED": "1",
    ].merging(extra) { $1 }
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let text = String(decoding: bytes.filter { $0 != UInt8(ascii: "\r") }, as: UTF8.self)
    return Result(output: text.replacingOccurrences(of: home.path, with: "~"), status: process.terminationStatus)
  }
}
