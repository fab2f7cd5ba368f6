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
      while index < parameters.count, parameters[index] == 0x20 || parameters[index] == 0x09 { index += 1 }
      let rest = UnsafeBufferPointer(rebasing: parameters[index...])
      switch rest.first.map(ASCII.upper) {
      case UInt8(ascii: "C") where ASCII.hasPrefix(rest, "CHARSET"): return true
      case UInt8(ascii: "E") where ASCII.hasPrefix(rest, "ENCODING") && !ASCII.hasPrefix(rest, "ENCODING=B"):
        return true
      case UInt8(ascii: "Q") where ASCII.hasPrefix(rest, "QUOTED"): return true
      default: break
      }
      guard let next = memchr(base + index, 0x3b, parameters.count - index) else { return false }
      index = UnsafePointer(next.assumingMemoryBound(to: UInt8.self)) - base + 1
    }
    return false
  }
}
