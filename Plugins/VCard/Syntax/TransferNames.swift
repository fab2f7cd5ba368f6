#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A quick look at parameters that are not decoded yet.
enum TransferNames {
  /// Whether some parameter may say that the value is in quoted-printable or in another character encoding.
  static func mayOccur(in parameters: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = parameters.baseAddress else { return false }
    var index = 0
    while index < parameters.count {
      while index < parameters.count, base[index] == 0x20 || base[index] == 0x09 { index += 1 }
      guard index < parameters.count else { return false }
      switch base[index] & 0xdf {
      case 0x43, 0x45, 0x51: if isName(UnsafeBufferPointer(rebasing: parameters[index...])) { return true }
      default: break
      }
      guard let next = memchr(base + index, 0x3b, parameters.count - index) else { return false }
      index = UnsafePointer(next.assumingMemoryBound(to: UInt8.self)) - base + 1
    }
    return false
  }

  private static func isName(_ rest: UnsafeBufferPointer<UInt8>) -> Bool {
    if ASCII.hasPrefix(rest, "ENCODING") { return !ASCII.hasPrefix(rest, "ENCODING=B") }
    return ASCII.hasPrefix(rest, "CHARSET") || ASCII.hasPrefix(rest, "QUOTED")
  }
}
