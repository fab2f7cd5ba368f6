/// A moment in UTC, to the second (RFC 3339).
public struct Timestamp: Hashable, Sendable, Comparable {
  public var secondsSince1970: Int

  public init(secondsSince1970: Int) { self.secondsSince1970 = secondsSince1970 }

  public static func < (left: Timestamp, right: Timestamp) -> Bool {
    left.secondsSince1970 < right.secondsSince1970
  }
}

extension Timestamp: CustomStringConvertible {
  public static let textLength = 20

  /// `2026-11-02T09:30:00Z`
  public var description: String {
    String(unsafeUninitializedCapacity: Timestamp.textLength) { buffer in
      buffer.baseAddress.map { write(to: $0) } ?? 0
    }
  }

  /// Writes the 20 ASCII characters of the text form; returns 20. A year outside 1 to 9999 becomes the nearer of the two.
  @discardableResult
  public func write(to target: UnsafeMutablePointer<UInt8>) -> Int {
    let moment = min(max(secondsSince1970, Timestamp.earliest), Timestamp.latest)
    let days = (moment >= 0 ? moment : moment - 86399) / 86400
    let second = moment - days * 86400
    let day = CivilDay(daysSince1970: days).parts
    var position = 0
    func put(_ value: Int, then mark: Unicode.Scalar) {
      target[position] = 0x30 + UInt8(truncatingIfNeeded: value / 10)
      target[position + 1] = 0x30 + UInt8(truncatingIfNeeded: value % 10)
      target[position + 2] = UInt8(truncatingIfNeeded: mark.value)
      position += 3
    }
    position = PartialDate.writeTwo(day.year / 100, target, 0)
    put(day.year % 100, then: "-")
    put(day.month, then: "-")
    put(day.day, then: "T")
    put(second / 3600, then: ":")
    put(second / 60 % 60, then: ":")
    put(second % 60, then: "Z")
    return position
  }

  /// 0001-01-01T00:00:00Z
  private static let earliest = -62_135_596_800
  /// 9999-12-31T23:59:59Z
  private static let latest = 253_402_300_799

  /// Reads `2026-11-02T09:30:00Z`, the basic form `20261102T093000Z`, a numeric offset, or a date alone.
  public init?(_ text: String) {
    var text = text
    let moment = text.withUTF8 { Timestamp(utf8: $0) }
    guard let moment else { return nil }
    self = moment
  }

  /// As ``init(_:)``, from the bytes of the text.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    let end = bytes.firstIndex(of: UInt8(ascii: "T")) ?? bytes.count
    guard let date = PartialDate(utf8: UnsafeBufferPointer(rebasing: bytes[..<end])), let day = CivilDay(date) else {
      return nil
    }
    var seconds = day.daysSince1970 * 86400
    if end < bytes.count {
      guard let time = Timestamp.secondsOfDay(UnsafeBufferPointer(rebasing: bytes[(end + 1)...])) else { return nil }
      seconds += time
    }
    self.init(secondsSince1970: seconds)
  }

  /// `09:30:00`, `093000`, `09:30` or `0930`, a fraction that is passed over, then `Z`, an offset or nothing.
  private static func secondsOfDay(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let step = bytes.count > 2 && bytes[2] == UInt8(ascii: ":") ? 3 : 2
    guard let hour = PartialDate.digits(bytes, 0, 2), let minute = PartialDate.digits(bytes, step, 2) else {
      return nil
    }
    var end = step + 2
    var second = 0
    if end < bytes.count, step == 2 || bytes[end] == UInt8(ascii: ":"),
      let number = PartialDate.digits(bytes, 2 * step, 2)
    {
      second = number
      end = 2 * step + 2
    }
    guard hour < 24, minute < 60, second < 61 else { return nil }
    if end < bytes.count, bytes[end] == UInt8(ascii: ".") {
      end += 1
      while end < bytes.count, case 0x30...0x39 = bytes[end] { end += 1 }
    }
    guard let offset = offset(UnsafeBufferPointer(rebasing: bytes[end...])) else { return nil }
    return hour * 3600 + minute * 60 + second - offset
  }

  /// The seconds east of Greenwich: `Z`, nothing, `+01`, `+0100` or `+01:00`.
  private static func offset(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let sign = bytes.first else { return 0 }
    if sign == UInt8(ascii: "Z") { return bytes.count == 1 ? 0 : nil }
    guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = PartialDate.digits(bytes, 1, 2) else {
      return nil
    }
    var minutes = 0
    if bytes.count > 3 {
      let at = bytes[3] == UInt8(ascii: ":") ? 4 : 3
      guard bytes.count == at + 2, let number = PartialDate.digits(bytes, at, 2) else { return nil }
      minutes = number
    }
    return (hours * 3600 + minutes * 60) * (sign == UInt8(ascii: "-") ? -1 : 1)
  }
}
