/// Dates and times between the basic form of vCard (`19850412T102200-0800`) and the extended one of jCard
/// (`1985-04-12T10:22:00-08:00`, RFC 7095 §3.5).
///
/// What is neither stays as it is.
enum DateText {
  static func extended(_ text: String, isTime: Bool = false) -> String { convert(text, isTime, extendedDate, colons) }

  static func basic(_ text: String, isTime: Bool = false) -> String { convert(text, isTime, basicDate, noColons) }

  /// `-0800` as `-08:00`
  static func extendedOffset(_ text: String) -> String { shown(colons(Array(text.utf8))) }

  static func basicOffset(_ text: String) -> String { shown(noColons(Array(text.utf8))) }

  private static func convert(
    _ text: String, _ isTime: Bool, _ date: ([UInt8]) -> [UInt8], _ clock: ([UInt8]) -> [UInt8]
  ) -> String {
    let bytes = Array(text.utf8)
    guard bytes.allSatisfy(isPart) else { return text }
    if isTime { return shown(time(bytes, clock)) }
    guard let mark = bytes.firstIndex(of: UInt8(ascii: "T")) else { return shown(date(bytes)) }
    return shown(date(Array(bytes[..<mark])) + [bytes[mark]] + time(Array(bytes[(mark + 1)...]), clock))
  }

  private static func shown(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static func isPart(_ byte: UInt8) -> Bool { isDigit(byte) || "+-:.TZ".utf8.contains(byte) }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private static func matches(_ bytes: [UInt8], _ pattern: StaticString) -> Bool {
    guard bytes.count == pattern.utf8CodeUnitCount else { return false }
    return bytes.indices.allSatisfy { index in
      pattern.utf8Start[index] == UInt8(ascii: "0") ? isDigit(bytes[index]) : bytes[index] == pattern.utf8Start[index]
    }
  }

  private static func extendedDate(_ bytes: [UInt8]) -> [UInt8] {
    if matches(bytes, "00000000") { return joined([bytes[..<4], bytes[4..<6], bytes[6...]]) }
    return matches(bytes, "--0000") ? joined([bytes[..<4], bytes[4...]]) : bytes
  }

  private static func joined(_ parts: [ArraySlice<UInt8>]) -> [UInt8] { Array(parts.joined(separator: [0x2d])) }

  private static func basicDate(_ bytes: [UInt8]) -> [UInt8] {
    if matches(bytes, "0000-00-00") { return bytes.filter(isDigit) }
    return matches(bytes, "--00-00") ? Array(bytes[..<4] + bytes[5...]) : bytes
  }

  /// The clock and the zone behind it, each for itself.
  private static func time(_ bytes: [UInt8], _ convert: ([UInt8]) -> [UInt8]) -> [UInt8] {
    let digits = bytes.firstIndex(where: isDigit) ?? 0
    let zone = bytes[digits...].firstIndex { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") } ?? bytes.count
    return convert(Array(bytes[..<zone])) + convert(Array(bytes[zone...]))
  }

  /// A colon between each two digits, of which there are an even number: `1022` as `10:22`.
  private static func colons(_ bytes: [UInt8]) -> [UInt8] {
    let start = bytes.firstIndex(where: isDigit) ?? bytes.count
    let end = bytes[start...].firstIndex { !isDigit($0) } ?? bytes.count
    let rest = bytes[end...]
    guard end - start > 2, (end - start).isMultiple(of: 2), rest.isEmpty || rest.first == UInt8(ascii: "Z") else {
      return bytes
    }
    var text = Array(bytes[..<start])
    for index in start..<end {
      if index > start, (index - start).isMultiple(of: 2) { text.append(UInt8(ascii: ":")) }
      text.append(bytes[index])
    }
    return text + rest
  }

  private static func noColons(_ bytes: [UInt8]) -> [UInt8] { bytes.filter { $0 != UInt8(ascii: ":") } }
}
