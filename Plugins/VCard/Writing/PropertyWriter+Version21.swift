extension PropertyWriter {
  /// Text as it will be once decoded: line ends as LF, a backslash that is none of the escapes as
  /// ``QuotedPrintableText/backslash``. Both are encoded when the line ends.
  func putOld(_ text: String, escaping separators: [UInt8]) {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      switch byte {
      case 0x0a where previous == 0x0d: break
      case 0x0d:
        changedLineEnds += 1
        put(0x0a)
      case 0x0a, 0x09: put(byte)
      case 0x5c: put(QuotedPrintableText.backslash)
      case 0..<0x20, 0x7f: droppedCount += 1
      default:
        if separators.contains(byte) { put(0x5c) }
        put(byte)
      }
      previous = byte
    }
  }

  /// The same for a text with escapes.
  func putOld(raw: String) {
    var isEscaped = false
    for byte in raw.utf8 {
      switch byte {
      case 0x5c where !isEscaped:
        isEscaped = true
        continue
      case UInt8(ascii: "n") where isEscaped, UInt8(ascii: "N") where isEscaped, 0x0a: put(0x0a)
      case 0x5c: put(QuotedPrintableText.backslash)
      case 0x3a where isEscaped, 0x3b where isEscaped, 0x2c where isEscaped:
        put(0x5c)
        put(byte)
      case 0..<0x20 where byte != 0x09, 0x7f: droppedCount += 1
      default:
        if isEscaped { put(QuotedPrintableText.backslash) }
        put(byte)
      }
      isEscaped = false
    }
    if isEscaped { put(QuotedPrintableText.backslash) }
  }

  /// 2.1 may leave a line as long as it is; what is not ASCII, and white space at the edges, goes in quoted-printable.
  func endOldLine() {
    let start = valueStart
    let value = UnsafeBufferPointer(start: line + start, count: max(0, count - start))
    if start > lineStart, PropertyWriter.needsEncoding(value) {
      let isASCII = value.allSatisfy { $0 < 0x80 }
      let mark: StaticString =
        isASCII ? ";ENCODING=QUOTED-PRINTABLE:" : ";CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:"
      let column = start - 1 - lineStart + mark.utf8CodeUnitCount
      let text = QuotedPrintableText(value, after: column)
      count = start - 1
      put(mark)
      put(ascii: text.bytes)
    }
    put("\r\n")
    lineStart = count
    valueStart = count
  }

  private static func needsEncoding(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = value.first, let last = value.last else { return false }
    if first == 0x20 || first == 0x09 || last == 0x20 || last == 0x09 { return true }
    return value.contains { $0 >= 0x80 || $0 < 0x20 && $0 != 0x09 }
  }
}
