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

  /// The reader built on Evolution's library; nil where that or a C compiler is missing.
  static let evolution: String? = {
    let program = FileManager.default.temporaryDirectory.appendingPathComponent("kith-evolution-\(getpid())").path
    let source = folder.appendingPathComponent("read_evolution.c").path
    let flags = try? run(["pkg-config", "--cflags", "--libs", "libebook-contacts-1.2"])
    guard let flags else { return nil }
    let words = flags.split(whereSeparator: \.isWhitespace).map(String.init)
    for compiler in ["cc", "gcc", "clang"] {
      if (try? run([compiler, "-o", program, source] + words)) != nil { return program }
    }
    return nil
  }()
}
