import KithCore

extension CardWriter {
  /// A multiple of three, so that base 64 needs no padding between the pieces.
  private static let pieceSize = 48 << 10

  func writePhoto(_ entity: Entity) throws {
    switch entity.photo {
    case nil: return
    case .uri(let uri):
      out.put(version == .v4 ? "PHOTO:" : "PHOTO;VALUE=uri:")
      out.put(uri: uri)
    case .data(let mediaType, let bytes):
      putHead(mediaType)
      try put(base64: bytes)
    }
    try out.endLine()
  }

  private func putHead(_ mediaType: String) {
    if version == .v4 {
      out.put("PHOTO:data:")
      out.put(raw: String(mediaType.unicodeScalars.filter { $0 != "," && $0 != ";" && $0.value > 0x20 }))
      out.put(";base64,")
    } else {
      out.put("PHOTO;ENCODING=b")
      if mediaType != "application/octet-stream" { putParameter("TYPE", MediaType.type(of: mediaType)) }
      out.put(UInt8(ascii: ":"))
    }
  }

  private func put(base64 bytes: [UInt8]) throws {
    var start = 0
    while start < bytes.count {
      let end = min(start + CardWriter.pieceSize, bytes.count)
      out.put(ascii: Base64.encode(Array(bytes[start..<end])))
      try out.flushPart()
      start = end
    }
  }
}
