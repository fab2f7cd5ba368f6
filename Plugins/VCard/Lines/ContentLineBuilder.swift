import KithCore

/// Puts one unfolded content line together (RFC 6350 §3.3) of texts that may hold anything.
package struct ContentLineBuilder {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Characters that have no place in a name become hyphens.
  package mutating func begin(group: String?, name: String) {
    bytes.removeAll(keepingCapacity: true)
    if let group, !group.isEmpty {
      put(name: group, dot: UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "."))
    }
    put(name: name)
  }

  /// A parameter that has no name is left out.
  package mutating func parameter(_ parameter: Parameter) {
    guard !parameter.name.isEmpty else { return }
    bytes.append(UInt8(ascii: ";"))
    put(name: parameter.name)
    for (index, value) in parameter.values.enumerated() {
      bytes.append(index == 0 ? UInt8(ascii: "=") : UInt8(ascii: ","))
      put(parameterValue: value.utf8)
    }
    if parameter.values.isEmpty { bytes.append(UInt8(ascii: "=")) }
  }

  package mutating func beginValue() { bytes.append(UInt8(ascii: ":")) }

  /// A separator of the value's structure.
  package mutating func separator(_ separator: Unicode.Scalar) { bytes.append(UInt8(ascii: separator)) }

  /// How a part of a value is escaped.
  package enum Escaping: Sendable {
    /// It is escaped already; only its line ends are not.
    case raw
    /// Separators mean nothing in it.
    case uri
    /// RFC 6350 §3.4.
    case text
  }

  package mutating func put(_ text: String, _ escaping: Escaping) {
    var text = text
    text.withUTF8 { put($0, escaping) }
  }

  package mutating func put(_ text: [UInt8], _ escaping: Escaping) {
    text.withUnsafeBufferPointer { put($0, escaping) }
  }

  package mutating func put(_ text: UnsafeBufferPointer<UInt8>, _ escaping: Escaping) {
    var run = 0
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case 0x0a, 0x0d: break
      case 0x5c where escaping != .raw: break
      case UInt8(ascii: ",") where escaping == .text, UInt8(ascii: ";") where escaping == .text: break
      default: continue
      }
      bytes.append(contentsOf: text[run..<index])
      run = index + 1
      // Of CR LF, only LF is said.
      if byte == 0x0d, run < text.count, text[run] == 0x0a { continue }
      bytes.append(0x5c)
      bytes.append(byte == 0x0a || byte == 0x0d ? UInt8(ascii: "n") : byte)
    }
    bytes.append(contentsOf: text[run...])
  }

  /// - Parameter dot: what becomes of a dot: in a group it stays one.
  private mutating func put(name: String, dot: UInt8 = UInt8(ascii: "-")) {
    for byte in name.utf8 {
      let isDot = byte == UInt8(ascii: ".")
      bytes.append(isDot ? dot : PropertyWriter.isKeptNameByte(byte) ? byte : UInt8(ascii: "-"))
    }
  }

  /// Quoted where it must be, `^` for what quotation marks cannot hold (RFC 6868).
  private mutating func put(parameterValue text: String.UTF8View) {
    let isQuoted = text.contains { $0 == 0x3a || $0 == 0x3b || $0 == 0x2c }
    if isQuoted { bytes.append(0x22) }
    var previous: UInt8 = 0
    for byte in text {
      switch byte {
      case 0x0a where previous == 0x0d: break
      case 0x0a, 0x0d: bytes += [UInt8(ascii: "^"), UInt8(ascii: "n")]
      case 0x22: bytes += [UInt8(ascii: "^"), 0x27]
      case UInt8(ascii: "^"): bytes += [byte, byte]
      default: bytes.append(byte)
      }
      previous = byte
    }
    if isQuoted { bytes.append(0x22) }
  }
}
