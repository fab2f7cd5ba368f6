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
}
