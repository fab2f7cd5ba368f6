/// What was typed is no selector.
public struct SelectorError: Error, Equatable {
  public enum Problem: Equatable, Sendable {
    /// Nothing but spaces.
    case empty
    /// A term is missing after `and`, `or`, `not` or `(`, or before `or` or `)`.
    case noTerm(String)
    case unclosedQuote, unclosedGroup, closesNothing
    case tooDeep, tooManyTerms
    case noValue(key: String)
    case unknownKey(String)
    case badValue(String, key: String, choices: [String])
    case unknownSaved(String)
    /// Saved selectors that name each other, the first one again at the end.
    case cycle([String])
  }

  public let problem: Problem
  /// Where in what was typed, in Unicode scalars from 1, the arguments parted by a space; 0 where that is not known.
  public let column: Int
  /// What was typed; empty where that is not known.
  public var typed = ""

  public init(_ problem: Problem, at column: Int) {
    self.problem = problem
    self.column = column
  }
}
