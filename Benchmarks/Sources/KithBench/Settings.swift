import Foundation

/// What the command line asked for.
struct Settings {
  /// How many people the world has.
  var people = 100_000
  /// Measured runs of each side, after one that warms up.
  var runs = 7
  var kith = ""
  /// The folder of gen_network.py and graph_floor.c; nil where there is none.
  var floor: String?
  /// Where data and stores go: on a real disk, because durable writes are measured.
  var folder: String
  /// Where the other programs of this package are.
  let programs: String

  init(_ arguments: [String]) throws {
    programs = URL(fileURLWithPath: arguments[0]).deletingLastPathComponent().path
    folder = programs + "/data"
    var rest = arguments.dropFirst()
    func value(of option: String) throws -> String {
      guard let value = rest.popFirst() else { throw Failure("\(option) needs a value") }
      return value
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--quick": people = 1000
      case "--runs": runs = Int(try value(of: argument)) ?? 0
      case "--kith": kith = try value(of: argument)
      case "--floor": floor = try value(of: argument)
      case "--folder": folder = try value(of: argument)
      default:
        guard let count = Double(argument), count >= 1000, count <= 1e7 else {
          throw Failure("'\(argument)' is neither an option nor a number of people from 1e3 to 1e7")
        }
        people = Int(count)
      }
    }
    guard runs > 0, !kith.isEmpty else { throw Failure("usage: KithBench --kith FILE [PEOPLE | --quick] [--runs N]") }
    if let floor, !FileManager.default.fileExists(atPath: floor + "/gen_network.py") { self.floor = nil }
  }
}

struct Failure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
