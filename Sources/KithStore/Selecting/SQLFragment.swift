/// A piece of SQL with the values bound in it.
///
/// Its text comes of literals alone, which the compiler sees to: whatever is interpolated, a string or a number, becomes a
/// `?` and a value.
struct SQLFragment: ExpressibleByStringInterpolation {
  enum Value: Equatable {
    case integer(Int64)
    case text(String)
  }

  private(set) var text = ""
  private(set) var values: [Value] = []

  init() {}
  init(stringLiteral literal: StaticString) { append(literal) }
  init(stringInterpolation interpolation: Interpolation) { self = interpolation.fragment }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var fragment = SQLFragment()

    init(literalCapacity: Int, interpolationCount: Int) {}
    mutating func appendLiteral(_ literal: StaticString) { fragment.append(literal) }
    mutating func appendInterpolation(_ part: SQLFragment) { fragment.append(part) }
    mutating func appendInterpolation(_ number: Int) { fragment.append(.integer(Int64(number))) }
    mutating func appendInterpolation(_ text: String) { fragment.append(.text(text)) }
  }

  mutating func append(_ literal: StaticString) {
    text += literal.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
  }

  mutating func append(_ part: SQLFragment) {
    text += part.text
    values += part.values
  }

  private mutating func append(_ value: Value) {
    text += "?"
    values.append(value)
  }

  /// The name of a table that stands before the statement.
  static func part(_ number: Int) -> SQLFragment {
    var name: SQLFragment = "part"
    name.text += String(number)
    return name
  }

  static func joined(_ parts: [SQLFragment], _ literal: StaticString) -> SQLFragment {
    var joined = SQLFragment()
    for (position, part) in parts.enumerated() {
      if position > 0 { joined.append(literal) }
      joined.append(part)
    }
    return joined
  }
}

extension Connection {
  /// The statement of a fragment, its values bound.
  func prepared(_ fragment: SQLFragment) throws -> PreparedStatement {
    let statement = try cursor(fragment.text)
    for (position, value) in fragment.values.enumerated() {
      switch value {
      case .integer(let number): statement.bind(Int32(position + 1), number)
      case .text(let text): statement.bind(Int32(position + 1), text)
      }
    }
    return statement
  }
}
