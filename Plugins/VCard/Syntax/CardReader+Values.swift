import KithCore

extension CardReader {
  /// The bytes of a part that is not converted.
  func bytes(of range: ByteRange) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: UnsafePointer(window.start + Int(range.start)), count: Int(range.count))
  }

  /// Some writers do not indent the lines of a base 64 value.
  func lengthenBase64(by line: InputWindow.Line) -> Bool {
    guard let last = properties.last, last.parameters.count > 0, !last.isConverted else { return false }
    let parameters = bytes(of: last.parameters)
    guard ASCII.contains(parameters, "BASE64") || ASCII.contains(parameters, "ENCODING=B") else { return false }
    guard ASCII.trimmed(bytes(of: line)).allSatisfy(CardReader.isBase64) else { return false }
    let end = Int(last.value.start + last.value.count)
    (window.start + end).update(from: window.start + line.start, count: line.count)
    properties[properties.count - 1].value.count += Int32(truncatingIfNeeded: line.count)
    return true
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="): true
    default: false
    }
  }

  /// Undoes quoted-printable, and then the character encoding that CHARSET names: before the value is split, because a
  /// byte of a longer character may look like a separator.
  func decodeTransfer(of property: inout RawProperty, in line: inout InputWindow.Line) throws {
    let set = parameters.set(for: bytes(of: property.parameters))
    guard !set.isBase64 else { return }
    let charset = set.charset.map(charset) ?? .unicode
    if set.isQuotedPrintable { try decodeQuotedPrintable(of: &property, in: &line, charset.scheme) }
    if charset != .unicode { convert(&property, from: charset) }
  }

  private func charset(_ name: String) -> Charset {
    if let known = charsets[name] { return known }
    let charset = Charset(name)
    if charsets.count < 64 { charsets[name] = charset }
    return charset
  }

  private func decodeQuotedPrintable(
    of property: inout RawProperty, in line: inout InputWindow.Line, _ scheme: MultiByteState.Scheme
  ) throws {
    let before = Int(property.value.start) - line.start
    while line.count > before, window.start[line.start + line.count - 1] == UInt8(ascii: "=") {
      guard try window.join(to: &line, unless: isProperty) else { break }
    }
    guard !window.hasOverflowed, line.count >= before else { return }
    let value = UnsafeMutableBufferPointer(start: window.start + line.start + before, count: line.count - before)
    property.value = ByteRange(line.start + before, QuotedPrintable.decode(value, scheme))
  }

  /// A line that is surely no continuation: some writers end a value with a stray `=`.
  private func isProperty(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let head = PropertyHead(line) else { return false }
    return PropertyKind(UnsafeBufferPointer(rebasing: line[head.name])) != .other
  }

  private func convert(_ property: inout RawProperty, from charset: Charset) {
    let value = bytes(of: property.value)
    if value.allSatisfy({ $0 < 0x80 && $0 != 0x1b && $0 != 0x0e }), charset != .unknown { return }
    var text: [UInt8] = []
    text.reserveCapacity(value.count * 2)
    switch decoder.decode(value, from: charset, into: &text) {
    case .unknown:
      warn("unknown-charset", property, "names a character set that cannot be read here; it was read as UTF-8")
      return
    case .damaged: warn("damaged-text", property, "has bytes that its character set does not have; they were replaced")
    case .whole: break
    }
    property.value = texts.add(text)
    property.isConverted = true
  }

  private func warn(_ code: String, _ property: RawProperty, _ reason: String) {
    report(.warning, property.kind.code(code), "\(property.kind.phrase) \(reason)", property.line)
  }
}
