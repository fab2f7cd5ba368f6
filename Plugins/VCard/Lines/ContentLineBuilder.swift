import KithCore

/// Puts one unfolded content line together (RFC 6350 §3.3) of texts that may hold anything.
package struct ContentLineBuilder {
  package private(set) var bytes: [UInt8] = []

  package init() {}

  /// Characters that have no place in a name become hyphens.
  package mutating func begin(group: String?, name: some Sequence<UInt8>) {
    bytes.removeAll(keepingCapacity: true)
    if let group, !group.isEmpty {
      put(name: group.utf8)
      bytes.append(UInt8(ascii: "."))
    }
    put(name: name)
  }

  /// A parameter that has no name is left out.
  package mutating func parameter(_ parameter: Parameter) {
    guard !parameter.name.isEmpty else { return }
    bytes.append(UInt8(ascii: ";"))
    put(name: parameter.name.utf8)
    for (index, value) in parameter.values.enumerated() {
      bytes.append(index == 0 ? UInt8(ascii: "=") : UInt8(ascii: ","))
      put(parameterValue: value.utf8)
    }
    if parameter.values.isEmpty { bytes.append(UInt8(ascii: "=")) }
  }

  package mutating func beginValue() { bytes.append(UInt8(ascii: ":")) }

  /// A separator of the value's structure.
  package mutating func separator(_ separator: Unicode.Scalar) { bytes.append(UInt8(ascii: separator)) }

  /// A part of the value that is escaped already; only its line ends are not.
  package mutating func raw(_ value: some Sequence<UInt8>) { put(value, escapingSeparators: false, backslash: false) }

  /// A text, which is escaped (RFC 6350 §3.4).
  package mutating func text(_ text: some Sequence<UInt8>) { put(text, escapingSeparators: true, backslash: true) }

  /// A value in which separators mean nothing.
  package mutating func uri(_ uri: some Sequence<UInt8>) { put(uri, escapingSeparators: false, backslash: true) }

  private mutating func put(_ text: some Sequence<UInt8>, escapingSeparators: Bool, backslash: Bool) {
    var previous: UInt8 = 0
    for byte in text {
      switch byte {
      case 0x0a where previous == 0x0d: break
      case 0x0a, 0x0d:
        bytes.append(0x5c)
        bytes.append(UInt8(ascii: "n"))
      case UInt8(ascii: ",") where escapingSeparators, UInt8(ascii: ";") where escapingSeparators, 0x5c where backslash:
        bytes.append(0x5c)
        bytes.append(byte)
      default: bytes.append(byte)
      }
      previous = byte
    }
  }

  private mutating func put(name: some Sequence<UInt8>) {
    for byte in name { bytes.append(PropertyWriter.isNameByte(byte) ? byte : UInt8(ascii: "-")) }
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
