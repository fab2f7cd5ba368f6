/// What the command line asked for.
struct Arguments {
  typealias Option = (name: String, value: String)

  var format = ""
  var file = ""
  var runs = 5
  var options: [Option] = []
  /// The format to write what was read in; nil to measure reading alone.
  var written: String?
  var writeOptions: [Option] = []

  init(_ arguments: [String]) throws {
    var rest = arguments.dropFirst()
    var plain: [String] = []
    func value(of option: String) throws -> String {
      guard let value = rest.popFirst() else { throw Failure("\(option) needs a value") }
      return value
    }
    while let argument = rest.popFirst() {
      switch argument {
      case "--runs": runs = Int(try value(of: argument)) ?? 0
      case "--option": options.append(try Arguments.option(value(of: argument)))
      case "--write": written = try value(of: argument)
      case "--write-option": writeOptions.append(try Arguments.option(value(of: argument)))
      default: plain.append(argument)
      }
    }
    guard plain.count == 2, runs > 0 else {
      throw Failure("usage: formatbench FORMAT FILE [--option a=b] [--write FORMAT [--write-option a=b]] [--runs N]")
    }
    (format, file) = (plain[0], plain[1])
  }

  private static func option(_ text: String) throws -> Option {
    guard let equals = text.firstIndex(of: "=") else { throw Failure("'\(text)' is no option: it needs name=value") }
    return (String(text[..<equals]), String(text[text.index(after: equals)...]))
  }
}
