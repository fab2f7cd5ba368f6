/// Turns the bytes of a cell into text: UTF-8, and windows-1252 where they are not UTF-8.
final class CSVTextDecoder {
  private var sawOtherEncoding = false

  func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if CSVTextDecoder.isASCII(bytes) { return String(decoding: bytes, as: UTF8.self) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    sawOtherEncoding = true
    return Windows1252.text(bytes)
  }

  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var (all, index) = (UInt8(0), 0)
    while index < bytes.count {
      all |= bytes[index]
      index += 1
    }
    return all < 0x80
  }

  /// Whether something since the last call was not UTF-8.
  func takeOtherEncoding() -> Bool {
    defer { sawOtherEncoding = false }
    return sawOtherEncoding
  }
}
