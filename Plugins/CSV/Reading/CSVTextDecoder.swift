/// Turns the bytes of a cell into text: UTF-8, and windows-1252 where they are not UTF-8.
final class CSVTextDecoder {
  private var sawOtherEncoding = false

  func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if CSVTextDecoder.isASCII(bytes) { return String(decoding: bytes, as: UTF8.self) }
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    sawOtherEncoding = true
    return Windows1252.text(bytes)
  }

  @inline(__always)
  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = UnsafeRawPointer(bytes.baseAddress) else { return true }
    var (all, index) = (UInt64(0), 0)
    while index + 8 <= bytes.count {
      all |= base.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      index += 8
    }
    while index < bytes.count {
      all |= UInt64(bytes[index])
      index += 1
    }
    return all & 0x8080_8080_8080_8080 == 0
  }

  /// Whether something since the last call was not UTF-8.
  func takeOtherEncoding() -> Bool {
    defer { sawOtherEncoding = false }
    return sawOtherEncoding
  }
}
