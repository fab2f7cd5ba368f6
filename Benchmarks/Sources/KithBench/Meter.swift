import Foundation

/// Runs commands and measures them, by the program `meter` of this package.
struct Meter {
  let program: String
  let folder: String

  /// Runs `command` with its output in a file of the folder.
  /// - Throws: ``Failure`` if it does not end well.
  @discardableResult
  func run(_ command: [String], output: String = "output") throws -> Cost {
    let target = folder + "/" + output
    let report = folder + "/report"
    let complaint = folder + "/complaint"
    guard FileManager.default.createFile(atPath: complaint, contents: nil) else {
      throw Failure("cannot write \(complaint)")
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = [report, target] + command
    process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("KITH_") }
    process.standardError = FileHandle(forWritingAtPath: complaint)
    try process.run()
    process.waitUntilExit()
    let figures = try String(contentsOfFile: report, encoding: .utf8).split { $0.isWhitespace }.compactMap {
      Double($0)
    }
    guard process.terminationStatus == 0, figures.count == 4, figures[3] == 0 else {
      let text = (try? String(contentsOfFile: complaint, encoding: .utf8)) ?? ""
      throw Failure("\(command.joined(separator: " ")): \(text)")
    }
    return Cost(
      wallMilliseconds: figures[0] / 1000, processorMilliseconds: figures[1] / 1000, peakKilobytes: Int(figures[2]),
      outputBytes: size(of: target))
  }

  private func size(of path: String) -> Int {
    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
  }

  /// Runs `sides` in turn, so that a busy machine hits them alike; each once more before that, to warm up.
  func inTurn(_ runs: Int, _ sides: [(Int) throws -> Cost]) throws -> [[Cost]] {
    var costs = [[Cost]](repeating: [], count: sides.count)
    for run in 0...runs {
      for (index, side) in sides.enumerated() {
        let cost = try side(run)
        if run > 0 { costs[index].append(cost) }
      }
    }
    return costs
  }
}
