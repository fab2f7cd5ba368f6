/// Quoted-printable (RFC 2045 §6.7) in a property's value.
enum QuotedPrintable {
  /// Decodes in place into the escaped form, so that an encoded `;` is text and not the end of a part; returns the
  /// length, which never grows.
  /// - Parameter scheme: how the encoding of the bytes makes longer characters, whose bytes are no separators.
  static func decode(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ scheme: MultiByteState.Scheme = .highBytes) -> Int {
    var state = MultiByteState(scheme)
    var (read, write) = (0, 0)
    while read < bytes.count {
      let byte = bytes[read]
      if byte == UInt8(ascii: "="), let value = value(at: read + 1, in: bytes) {
        read += 3
        if state.isPart(value) {
          bytes[write] = value
          write += 1
        } else {
          write += put(value, at: write, in: bytes, isFollowedByLineFeed: isEncodedLineFeed(at: read, in: bytes))
        }
      } else {
        _ = state.isPart(byte)
        bytes[write] = byte
        read += 1
        write += 1
      }
    }
    return write
  }

  private static func put(
    _ value: UInt8, at index: Int, in bytes: UnsafeMutableBufferPointer<UInt8>, isFollowedByLineFeed: Bool
  ) -> Int {
    switch value {
    case 0x0d where isFollowedByLineFeed: return 0
    case 0x0d, 0x0a: (bytes[index], bytes[index + 1]) = (UInt8(ascii: "\\"), UInt8(ascii: "n"))
    case UInt8(ascii: ";"), UInt8(ascii: ","), UInt8(ascii: "\\"):
      (bytes[index], bytes[index + 1]) = (UInt8(ascii: "\\"), value)
    default:
      bytes[index] = value
      return 1
    }
    return 2
  }

  private static func isEncodedLineFeed(at index: Int, in bytes: UnsafeMutableBufferPointer<UInt8>) -> Bool {
    index < bytes.count && bytes[index] == UInt8(ascii: "=") && value(at: index + 1, in: bytes) == 0x0a
  }

  private static func value(at index: Int, in bytes: UnsafeMutableBufferPointer<UInt8>) -> UInt8? {
    guard index + 1 < bytes.count, let high = digit(bytes[index]), let low = digit(bytes[index + 1]) else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
