/// Offsets from UTC as names of time zones (RFC 9555 §2.8.2): `-0500` is `Etc/GMT+5`.
enum ZoneOffset {
  /// The name of the zone; nil for a text that is no offset, and for offsets without a zone.
  static func zone(ofOffset text: String) -> String? {
    let bytes = Array(text.utf8)
    guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), isOffset(text) else {
      return nil
    }
    let digits = bytes.dropFirst().filter { $0 != UInt8(ascii: ":") }.map { Int($0) - 0x30 }
    guard digits.count == 2 || digits[2] == 0 && digits[3] == 0 else { return nil }
    let hours = digits[0] * 10 + digits[1]
    if hours == 0 { return "Etc/UTC" }
    let isEast = sign == UInt8(ascii: "+")
    guard hours <= (isEast ? 14 : 12) else { return nil }
    return "Etc/GMT\(isEast ? "-" : "+")\(hours)"
  }

  static func isOffset(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return false }
    let isColon = bytes.count == 6 && bytes[3] == UInt8(ascii: ":")
    let digits = bytes.indices.dropFirst().filter { !isColon || $0 != 3 }
    return (digits.count == 2 || digits.count == 4) && digits.allSatisfy { (0x30...0x39).contains(bytes[$0]) }
  }

  /// The offset that such a name came from; nil for any other name.
  static func offset(ofZone name: String) -> String? {
    if name == "Etc/UTC" { return "+0000" }
    guard name.hasPrefix("Etc/GMT"), let sign = name.dropFirst(7).first, sign == "+" || sign == "-",
      let hours = Int(name.dropFirst(8)), String(hours) == name.dropFirst(8), hours > 0,
      hours <= (sign == "-" ? 14 : 12)
    else { return nil }
    return (sign == "-" ? "+" : "-") + (hours < 10 ? "0" : "") + "\(hours)00"
  }
}
