/// A line of the rules that cannot be understood.
public struct RulesError: Error, Equatable {
  /// 1-based.
  public let line: Int
  /// In characters, 1-based.
  public let column: Int
  /// The word at fault; nil where the line ends too early.
  public let found: String?
  public let expected: String

  public init(line: Int, column: Int, found: String?, expected: String) {
    self.line = line
    self.column = column
    self.found = found
    self.expected = expected
  }
}

extension RulesError: CustomStringConvertible {
  public var description: String {
    let what = found.map { "'\($0)' stands" } ?? "the line ends"
    return "line \(line), column \(column): \(what) where \(expected) was expected"
  }
}
