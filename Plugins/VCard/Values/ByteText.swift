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
    let text = String(decoding: bytes, as: UTF8.self)
    return text.utf8.count == bytes.count ? text : repaired(bytes, text)
  }

  static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    if isASCII(bytes) { return true }
    let raw = UnsafeRawBufferPointer(bytes)
    var index = 0
    while index < bytes.count {
      if index + 8 <= raw.count,
        raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      {
        index += 8
        continue
      }
      let length = lengthOfCharacter(at: index, in: bytes)
      if length == 0 { return false }
      index += length
    }
    return true
  }

  /// 0 where no well-formed character is (Unicode, table 3-7).
  @inline(__always)
  private static func lengthOfCharacter(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
    guard lead >= 0xc2, lead <= 0xf4, index + length <= bytes.count else { return 0 }
    let second = bytes[index + 1]
    let lowest: UInt8 = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80
    let highest: UInt8 = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf
    guard second >= lowest, second <= highest else { return 0 }
    for offset in 2..<max(length, 2) where bytes[index + offset] & 0xc0 != 0x80 { return 0 }
    return length
  }

  private static func isASCII(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let raw = UnsafeRawBufferPointer(bytes)
    var (index, seen) = (0, UInt64(0))
    while index + 8 <= raw.count {
      seen |= raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      index += 8
    }
    while index < raw.count {
      seen |= UInt64(raw[index])
      index += 1
    }
    return seen & 0x8080_8080_8080_8080 == 0
  }

  private static func repaired(_ bytes: UnsafeBufferPointer<UInt8>, _ text: String) -> String {
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
