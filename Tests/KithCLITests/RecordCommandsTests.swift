import Foundation
import Testing

/// The built command, as a person runs it.
struct RecordCommandsTests {
  private struct Outcome {
    let status: Int32
    let output: String
    let errors: String
  }

  private let home = FileManager.default.temporaryDirectory.appendingPathComponent("kith-test-\(UUID().uuidString)")
  private let command =
    Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    .map { $0.bundleURL.deletingLastPathComponent().appendingPathComponent("kith") }
    ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("kith")

  private func kith(_ arguments: String..., editor: String? = nil) throws -> Outcome {
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let process = Process()
    process.executableURL = command
    process.arguments = arguments
    process.environment = [
      "HOME": home.path, "KITH_NOW": "2026-11-23T10:00:00Z", "KITH_SEED": "7", "PATH": "/usr/bin:/bin", "TZ": "UTC",
    ]
    process.environment?["EDITOR"] = editor
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    let complaint = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    return Outcome(status: process.terminationStatus, output: text, errors: complaint)
  }

  @Test func recordsLiveAndDie() throws {
    defer { try? FileManager.default.removeItem(at: home) }
    #expect(try kith("show", "ada").status == 4)
    #expect(
      try kith("person", "add", "Grace Hopper", "--at", "Analytical Engines", "--title", "Engineer").output
        == "recorded Grace Hopper, Engineer at Analytical Engines; new company Analytical Engines\n")
    #expect(try kith("person", "add", "grace hopper").status == 3)
    #expect(
      try kith("person", "edit", "grace", "--left=2026-11-01").output
        == "Grace Hopper: left Analytical Engines on 2026-11-01\n")
    #expect(try kith("person", "edit", "grace", "--left").status == 4)
    #expect(try kith("person", "edit", "grace", editor: "sed -i '$aTag: navy'").output == "Grace Hopper: changed\n")
    #expect(try kith("person", "edit", "grace", editor: "true").output == "Grace Hopper: nothing changed\n")
    let card = try kith("person", "show", "grace").output
    #expect(card.contains("worked for  Analytical Engines, Engineer, until 2026-11-01"))
    #expect(card.contains("tags        navy"))
    #expect(try kith("company", "show", "grace").status == 4)
    #expect(try kith("org", "add", "Navy", "--dry-run").output == "would have: recorded the organization Navy\n")
    #expect(try kith("org", "list").errors == "no organizations are recorded\n")
    let refused = try kith("person", "rm", "grace")
    #expect(refused.status == 64)
    #expect(refused.errors.contains("--yes does it"))
    #expect(try kith("person", "rm", "grace", "--yes").output == "removed Grace Hopper with 1 relation\n")
    #expect(try kith("undo").status == 0)
    #expect(try kith("show", "grace").output == card)
    #expect(try kith("relate", "grace", "worksfro", "analytical").status == 64)
    #expect(try kith("person", "list", "--unknown").status == 64)
  }

  @Test(arguments: ["person", "company", "org", "event", "application"])
  func everyHelpHasAnExample(_ noun: String) throws {
    defer { try? FileManager.default.removeItem(at: home) }
    for verb in ["add", "show", "list", "edit", "rm"] {
      let help = try kith(noun, verb, "--help")
      #expect(help.status == 0)
      #expect(help.output.contains("Example"))
      #expect(
        help.output.split(separator: "\n").contains {
          $0.contains("  kith \(noun) \(verb) ") || $0.hasSuffix("kith \(noun) \(verb)")
        })
    }
  }
}
