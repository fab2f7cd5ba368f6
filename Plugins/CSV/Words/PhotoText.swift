import KithCore

/// A picture in one cell: its address, or a `data:` URI (RFC 2397) where a spreadsheet's cell is large enough for it.
enum PhotoText {
  /// What a cell of a spreadsheet holds at most, in characters.
  static let limit = 32_767
  private static let mark = ";base64,"

  static func text(for photo: Photo) -> String? {
    switch photo {
    case .uri(let uri): return uri
    case .data(let mediaType, let bytes):
      guard bytes.count <= limit, isMediaType(mediaType) else { return nil }
      let text = "data:" + mediaType + mark + String(decoding: Base64.encode(bytes), as: UTF8.self)
      return text.utf8.count <= limit ? text : nil
    }
  }

  static func photo(_ text: String) -> Photo {
    guard text.hasPrefix("data:"), let mark = text.range(of: mark) else { return .uri(text) }
    let mediaType = String(text[..<mark.lowerBound].dropFirst(5))
    guard isMediaType(mediaType), let bytes = Base64.decode(text[mark.upperBound...].utf8) else { return .uri(text) }
    return .data(mediaType: mediaType, bytes: bytes)
  }

  private static func isMediaType(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "/"))
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "/"), UInt8(ascii: "+"), UInt8(ascii: "-"),
          UInt8(ascii: "."):
          true
        default: false
        }
      }
  }
}
