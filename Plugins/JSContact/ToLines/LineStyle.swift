/// How much of what the rules make by themselves the properties say.
enum LineStyle: Sendable {
  /// As RFC 9555 §3.1 has it, for other programs.
  case standard
  /// Without keys, parts and a language that come out the same on the way back, so that a card that is read and written
  /// again does not grow.
  case terse
}
