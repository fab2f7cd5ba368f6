import Foundation

/// The built program, running beside this one.
final class KithProcess {
  private let process = Process()
  private let errors = Pipe()

  /// Beside the test bundle, or where debug builds are.
  private static let path: String = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let bundle = URL(filePath: CommandLine.arguments.first { $0.contains(".xctest") } ?? "").deletingLastPathComponent()
    let beside = bundle.appending(path: "kith").path
    return FileManager.default.isExecutableFile(atPath: beside)
      ? beside : root.appending(path: ".build/debug/kith").path
  }()

  static var isBuilt: Bool { FileManager.default.isExecutableFile(atPath: path) }

  init(_ arguments: [String]) throws {
    process.executableURL = URL(filePath: KithProcess.path)
    process.arguments = arguments
    process.environment = ["TZ": "UTC", "KITH_NOW": "2026-11-02T09:30:00Z"]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = errors
    try process.run()
  }

  func kill() { Foundation.kill(process.processIdentifier, SIGKILL) }

  func waitForErrors() -> String {
    let bytes = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }

  var status: Int32 { process.terminationStatus }

  var statusAtEnd: Int32 {
    _ = waitForErrors()
    return status
  }

  static func run(_ path: String, _ arguments: [String]) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
