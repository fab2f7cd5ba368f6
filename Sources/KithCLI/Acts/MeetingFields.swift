import KithCore

/// A line taken apart: fields between commas, and what stood in quotation marks.
///
/// `\,` and `\"` are a comma and a quotation mark that divide nothing.
struct MeetingFields {
  private(set) var fields: [String] = []
  private(set) var quoted: [String] = []
  private var current = String.UnicodeScalarView()
  /// The mark that ends what is quoted; nil outside.
  private var closing: Unicode.Scalar?
  private var isEscaped = false

  /// - Throws: ``CommandError``
  init(_ line: String) throws {
    for scalar in line.unicodeScalars { take(scalar) }
    if isEscaped { current.append("\\") }
    guard closing == nil else { throw CommandError("a quotation mark is opened and not closed") }
    fields.append(finished())
  }

  private mutating func take(_ scalar: Unicode.Scalar) {
    if isEscaped { return takeEscaped(scalar) }
    switch scalar {
    case "\\": isEscaped = true
    case closing:
      quoted.append(finished())
      closing = nil
      // What stood before the quotation goes on behind it.
      current = String.UnicodeScalarView((fields.popLast() ?? "").unicodeScalars)
    case "\"" where closing == nil: open("\"")
    case "\u{201c}" where closing == nil: open("\u{201d}")
    case "," where closing == nil: fields.append(finished())
    default: current.append(scalar)
    }
  }

  private mutating func takeEscaped(_ scalar: Unicode.Scalar) {
    isEscaped = false
    if scalar != ",", scalar != "\"", scalar != "\\" { current.append("\\") }
    current.append(scalar)
  }

  private mutating func open(_ mark: Unicode.Scalar) {
    closing = mark
    current.append(" ")
    fields.append(String(current))
    current = String.UnicodeScalarView()
  }

  private mutating func finished() -> String {
    let text = String(current)
    current = String.UnicodeScalarView()
    return String(Substring(text).trimmed)
  }
}
