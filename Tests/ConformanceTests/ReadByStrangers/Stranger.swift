import Foundation

/// Another program that reads a file which kith wrote. Tests that need one are skipped, with a word, where it is not.
enum Stranger {
  /// The programs that read, and what they are built from.
  static let folder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appending(path: "Strangers")

  /// What the program printed; nil if it could not be run or failed.
  static func run(_ arguments: [String]) throws -> String? {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let answer = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? String(decoding: answer, as: UTF8.self) : nil
  }

  static let hasVObject = (try? run(["python3", "-c", "import vobject"])) != nil
  static let hasXMLLint = (try? run(["xmllint", "--version"])) != nil

  /// The command that runs a program of ``folder`` after compiling it; nil where that cannot be done.
  /// - Parameter flags: separated by white space.
  static func built(_ source: String, by compilers: [String], with flags: String?) -> [String]? {
    guard let flags else { return nil }
    let program = FileManager.default.temporaryDirectory.appendingPathComponent("kith-\(source)-\(getpid())").path
    let file = folder.appendingPathComponent(source).path
    let words = flags.split(whereSeparator: \.isWhitespace).map(String.init)
    let isBuilt = compilers.contains { (try? run([$0, "-o", program, file] + words)) != nil }
    return isBuilt ? [program] : nil
  }
}
