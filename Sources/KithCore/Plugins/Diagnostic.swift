/// Something that a format could not carry, or that an importer could not understand.
public struct Diagnostic: Sendable, Equatable {
  public enum Kind: String, Sendable {
    /// The target cannot hold it.
    case loss
    /// Private data that stayed home.
    case withheld
    /// Understood in part; the record was kept.
    case warning
    /// The record was left out.
    case skipped
  }

  public var kind: Kind
  /// A few lower-case words with hyphens; diagnostics are counted by it.
  public var code: String
  /// One line, lower case, no full stop, without stored personal data.
  public var message: String
  /// How many records it is about.
  public var count: Int
  /// 1-based line of the input.
  public var line: Int?
  public var record: Identifier?

  public init(
    _ kind: Kind, _ code: String, _ message: String, count: Int = 1, line: Int? = nil, record: Identifier? = nil
  ) {
    self.kind = kind
    self.code = code
    self.message = message
    self.count = count
    self.line = line
    self.record = record
  }
}
