/// Comparisons of bytes that take no notice of case in ASCII.
enum ASCII {
  /// - Parameter name: in upper case.
  static func equal(_ bytes: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> Bool {
    bytes.count == name.utf8CodeUnitCount && hasPrefix(bytes, name)
  }

  /// - Parameter name: in upper case.
  static func hasPrefix(_ bytes: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> Bool {
    guard bytes.count >= name.utf8CodeUnitCount else { return false }
    for index in 0..<name.utf8CodeUnitCount where upper(bytes[index]) != name.utf8Start[index] { return false }
    return true
  }

  /// - Parameter name: in upper case.
  static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ name: StaticString) -> Bool {
    var start = 0
    while bytes.count - start >= name.utf8CodeUnitCount {
      if hasPrefix(UnsafeBufferPointer(rebasing: bytes[start...]), name) { return true }
      start += 1
    }
    return false
  }

  @inline(__always)
  static func upper(_ byte: UInt8) -> UInt8 { byte >= 0x61 && byte <= 0x7a ? byte & 0xdf : byte }

  /// Without spaces, tabs and NULs at either end.
  static func trimmed(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (lower, upper) = (0, bytes.count)
    while lower < upper, isBlank(bytes[upper - 1]) { upper -= 1 }
    while lower < upper, isBlank(bytes[lower]) { lower += 1 }
    return UnsafeBufferPointer(rebasing: bytes[lower..<upper])
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0 }
}

extension String {
  /// Whether it is `other`, in any case of the ASCII letters.
  func isEqualIgnoringCase(_ other: String) -> Bool {
    utf8.count == other.utf8.count && zip(utf8, other.utf8).allSatisfy { ASCII.upper($0) == ASCII.upper($1) }
  }
}
