#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// What stands between several values in one cell of Google's.
enum ValueSeparator {
  static let text = " ::: "

  /// Where `:::` begins.
  @inline(__always)
  static func position(in cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let base = cell.baseAddress else { return nil }
    var index = 0
    while index + 2 < cell.count, let found = memchr(base + index, 0x3a, cell.count - index - 2) {
      index = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
      if base[index + 1] == 0x3a, base[index + 2] == 0x3a { return index }
      index += 1
    }
    return nil
  }

  /// Whether a value between separators comes back as it is.
  @inline(__always)
  static func keeps(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = value.first, let last = value.last else { return false }
    return first != 0x20 && first != 0x09 && last != 0x20 && last != 0x09 && position(in: value) == nil
  }

  static func isIn(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { position(in: $0) != nil }
  }
}
