/// One thing that a plugin does and should not.
public struct Finding: Sendable, Equatable, CustomStringConvertible {
  /// The name of the check: `privacy`.
  public let check: String
  /// A sentence, lower case, without full stop.
  public let message: String

  public init(check: String, _ message: String) {
    self.check = check
    self.message = message
  }

  public var description: String { "\(check): \(message)" }

  /// The findings of one check, the first ten of them in words.
  static func list(_ check: String, _ messages: [String]) -> [Finding] {
    let most = 10
    var findings = messages.prefix(most).map { Finding(check: check, $0) }
    if messages.count > most { findings.append(Finding(check: check, "and \(messages.count - most) more")) }
    return findings
  }
}
