#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes of a file as text.
enum ByteText {
  /// Bytes that are not UTF-8 are read as windows-1252 if none of the others need UTF-8 either, and else become U+FFFD.
  static func string(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    if bytes.isEmpty { return "" }
    return String(validating: bytes, as: UTF8.self) ?? repaired(bytes)
  }

  static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
  }

  private static func repaired(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    let isForeign = text.unicodeScalars.allSatisfy { $0.value < 0x80 || $0.value == 0xfffd }
    return isForeign ? windows1252(bytes) : text
  }

  static func windows1252(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      if byte >= 0x80, byte < 0xa0 {
        text.append(Unicode.Scalar(upperHalf[Int(byte) - 0x80]) ?? "\u{fffd}")
      } else {
        text.append(Unicode.Scalar(byte))
      }
    }
    return String(text)
  }

  /// 0x80 to 0x9f (WHATWG Encoding Standard, index windows-1252).
  private static let upperHalf: [UInt16] = [
    0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd,
    0x017d, 0xfffd, 0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a,
    0x0153, 0xfffd, 0x017e, 0x0178,
  ]

  /// The text behind an escaped value: `\n`, `\N`, `\,`, `\;`, `\:`, `\\` (RFC 6350 §3.4). NULs are left out; a backslash
  /// before anything else is a backslash.
  static func unescaped(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return "" }
    if memchr(base, 0x5c, bytes.count) == nil, memchr(base, 0, bytes.count) == nil { return string(bytes) }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: bytes.count) { buffer in
      let count = unescape(bytes, into: buffer)
      return string(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }

  private static func unescape(
    _ bytes: UnsafeBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var (read, write) = (0, 0)
    while read < bytes.count {
      var byte = bytes[read]
      read += 1
      if byte == 0x5c, read < bytes.count, let meant = escaped(bytes[read]) {
        byte = meant
        read += 1
      }
      if byte == 0 { continue }
      target[write] = byte
      write += 1
    }
    return write
  }

  private static func escaped(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "n"), UInt8(ascii: "N"): 0x0a
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), 0x5c: byte
    default: nil
    }
  }
}
