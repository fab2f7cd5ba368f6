/// Media types of pictures, which 2.1 and 3.0 give as `TYPE=JPEG`.
enum MediaType {
  /// By the first type that can be one, or else by how the bytes begin.
  static func of(types: [String], bytes: [UInt8]) -> String {
    if let type = types.first(where: { $0 != "home" && $0 != "work" }) {
      return type.utf8.contains(UInt8(ascii: "/")) ? type : type == "jpg" ? "image/jpeg" : "image/" + type
    }
    if bytes.starts(with: [0xff, 0xd8]) { return "image/jpeg" }
    if bytes.starts(with: [0x89, 0x50, 0x4e, 0x47]) { return "image/png" }
    if bytes.starts(with: [0x47, 0x49, 0x46, 0x38]) { return "image/gif" }
    return "application/octet-stream"
  }

  /// `JPEG` for `image/jpeg`; other sorts of media in full.
  static func type(of mediaType: String) -> String {
    mediaType.hasPrefix("image/") ? mediaType.dropFirst(6).uppercased() : mediaType
  }

  private static let keys = ["PGP": "application/pgp-keys", "GPG": "application/gpg", "X509": "application/x509"]

  /// What `TYPE=WAVE` means in a property.
  /// - Parameter property: LOGO, PHOTO, SOUND or KEY.
  static func of(type: String, property: String) -> String {
    if type.utf8.contains(UInt8(ascii: "/")) { return type.lowercased() }
    switch property {
    case "KEY": return keys[type.uppercased()] ?? "application/" + type.lowercased()
    case "SOUND": return "audio/" + type.lowercased()
    default: return "image/" + type.lowercased()
    }
  }

  static func type(of mediaType: String, property: String) -> String {
    if let key = keys.first(where: { $0.value == mediaType }) { return key.key }
    let prefix = property == "KEY" ? "application/" : property == "SOUND" ? "audio/" : "image/"
    return mediaType.hasPrefix(prefix) ? mediaType.dropFirst(prefix.count).uppercased() : mediaType
  }
}
