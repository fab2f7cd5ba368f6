/// Tells UTF-16 from the encodings that are read.
enum UTF16Text {
  /// A byte order mark, or two characters of ASCII in either order.
  static func begins(_ head: [UInt8]) -> Bool {
    guard head.count >= 2 else { return false }
    if head[0] == 0xff && head[1] == 0xfe || head[0] == 0xfe && head[1] == 0xff { return true }
    guard head.count >= 4 else { return false }
    let zeros = head.prefix(4).map { $0 == 0 }
    return zeros == [false, true, false, true] || zeros == [true, false, true, false]
  }
}
