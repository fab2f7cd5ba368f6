import KithCore

/// Properties that are kept as they came stand in the words of 4.0, whatever their version: what 2.1 and 3.0 say in
/// another way is turned round when it is read, and back when it is written there.
enum KeptForm {
  // MARK: Reading 2.1 and 3.0

  static func canonical(_ property: KeptProperty, _ kind: PropertyKind) -> KeptProperty {
    var property = property
    switch kind {
    case .geo: if let uri = geoURI(of: property.value) { property.value = uri }
    case .logo, .sound, .key: makeDataURI(of: &property)
    case .serverKind: property.name = "KIND"
    case .serverMember: property.name = "MEMBER"
    case .birthday, .anniversary, .deathDate:
      if let basic = basicTime(property.value) { property.value = basic }
    default: break
    }
    return property
  }

  /// A second picture waits as it came until it is written in 4.0.
  static func canonical(photo property: KeptProperty) -> KeptProperty {
    var property = property
    makeDataURI(of: &property)
    return property
  }

  /// `37.3;-122` is `geo:37.3,-122` (RFC 2426 §3.4.2, RFC 6350 §6.5.2).
  private static func geoURI(of value: String) -> String? {
    let parts = value.split(separator: ";", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(isNumber) else { return nil }
    return "geo:" + parts.joined(separator: ",")
  }

  private static func isNumber(_ text: Substring) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-.".utf8.contains($0) }
  }

  private static func makeDataURI(of property: inout KeptProperty) {
    guard let encoding = property.parameters.firstIndex(where: isBase64) else { return }
    let name = property.name.uppercased()
    property.parameters.remove(at: encoding)
    var mediaType = "application/octet-stream"
    if let types = property.parameters.firstIndex(where: { $0.name.isEqualIgnoringCase("TYPE") }),
      let media = property.parameters[types].values.firstIndex(where: { !isPlace($0) })
    {
      mediaType = MediaType.of(type: property.parameters[types].values.remove(at: media), property: name)
      if property.parameters[types].values.isEmpty { property.parameters.remove(at: types) }
    }
    let data = property.value.utf8.filter { $0 > 0x20 }
    property.value = "data:" + mediaType + ";base64," + String(decoding: data, as: UTF8.self)
  }

  private static func isBase64(_ parameter: Parameter) -> Bool {
    guard parameter.name.isEqualIgnoringCase("ENCODING"), let value = parameter.values.first else { return false }
    return value.isEqualIgnoringCase("B") || value.isEqualIgnoringCase("BASE64")
  }

  private static func isPlace(_ type: String) -> Bool { ["home", "work", "pref"].contains(type.lowercased()) }

  /// `1985-04-12T10:22:00Z` without its separators (RFC 6350 §4.3.3).
  private static func basicTime(_ value: String) -> String? {
    let bytes = Array(value.utf8)
    guard bytes.count >= 19, bytes.count < 40, bytes[4] == 0x2d, bytes[7] == 0x2d, bytes[10] == 0x54, bytes[13] == 0x3a,
      bytes[16] == 0x3a
    else { return nil }
    let digits = bytes.prefix(19).filter { $0 != 0x2d && $0 != 0x3a }
    guard digits.count == 15, digits.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x54 }) else { return nil }
    return String(decoding: digits + bytes[19...], as: UTF8.self)
  }

  // MARK: Writing 2.1 and 3.0

  static func old(_ property: KeptProperty, for version: VCardVersion) -> KeptProperty {
    var property = property
    let name = property.name.uppercased()
    switch name {
    case "GEO": if let parts = geoParts(of: property.value) { property.value = parts }
    case "PHOTO", "LOGO", "SOUND", "KEY": takeDataURI(of: &property, name, version)
    case "MEMBER": property.name = "X-ADDRESSBOOKSERVER-MEMBER"
    case "BDAY", "ANNIVERSARY", "DEATHDATE":
      if let extended = extendedTime(property.value) { property.value = extended }
    case "TZ": nameText(&property)
    default: break
    }
    return property
  }

  private static func geoParts(of value: String) -> String? {
    guard value.utf8.count > 4, value.prefix(4).lowercased() == "geo:" else { return nil }
    let parts = value.dropFirst(4).split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy(isNumber) else { return nil }
    return parts.joined(separator: ";")
  }

  private static func takeDataURI(of property: inout KeptProperty, _ name: String, _ version: VCardVersion) {
    guard property.value.utf8.count > 5, property.value.prefix(5).lowercased() == "data:" else {
      return nameAddress(&property, version)
    }
    guard let comma = property.value.utf8.prefix(256).firstIndex(of: UInt8(ascii: ",")) else { return }
    let head = property.value[..<comma].dropFirst(5).lowercased().split(
      separator: ";", omittingEmptySubsequences: false)
    guard head.count == 2, head[1] == "base64" else { return }
    property.value = String(property.value[property.value.utf8.index(after: comma)...])
    if !head[0].isEmpty, head[0] != "application/octet-stream" {
      property.parameters.append(Parameter(name: "TYPE", values: [MediaType.type(of: String(head[0]), property: name)]))
    }
    property.parameters.append(Parameter(name: "ENCODING", values: [version == .v2 ? "BASE64" : "b"]))
  }

  /// What is behind an address must be said to be; the media type is a TYPE there.
  private static func nameAddress(_ property: inout KeptProperty, _ version: VCardVersion) {
    let value = property.value.prefix(8).lowercased()
    guard ["http:", "https:", "ftp:", "file:", "cid:"].contains(where: value.hasPrefix) else { return }
    if !property.parameters.contains(where: { $0.name.isEqualIgnoringCase("VALUE") }) {
      property.parameters.append(Parameter(name: "VALUE", values: [version == .v2 ? "URL" : "uri"]))
    }
  }

  private static func extendedTime(_ value: String) -> String? {
    let bytes = Array(value.utf8)
    guard bytes.count >= 15, bytes.count < 40, bytes[8] == 0x54,
      bytes.prefix(15).enumerated().allSatisfy({ $0.offset == 8 || (0x30...0x39).contains($0.element) })
    else { return nil }
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    return "\(text(0..<4))-\(text(4..<6))-\(text(6..<8))T\(text(9..<11)):\(text(11..<13)):\(text(13..<15))"
      + text(15..<bytes.count)
  }

  /// TZ is an offset there unless it says otherwise (RFC 2426 §3.4.1).
  private static func nameText(_ property: inout KeptProperty) {
    let isOffset = property.value.utf8.allSatisfy { (0x30...0x39).contains($0) || "+-:Z".utf8.contains($0) }
    if !isOffset, !property.parameters.contains(where: { $0.name.isEqualIgnoringCase("VALUE") }) {
      property.parameters.append(Parameter(name: "VALUE", values: ["text"]))
    }
  }
}
