import KithCore

extension CardWriter {
  /// A multiple of three, so that base 64 needs no padding between the pieces.
  private static let pieceSize = 48 << 10

  func writePhoto(_ entity: Entity) throws {
    guard let photo = entity.photo else { return }
    let found = extras.take("PHOTO", of: PropertyExtras.texts(of: photo))
    if let group = found?.group.flatMap(CardWriter.groupName) { putGroup(group) }
    switch photo {
    case .uri(let uri):
      putAddress(uri, found)
      try out.endLine()
    case .data(let mediaType, let bytes):
      putHead(mediaType, found)
      try put(base64: bytes)
      try out.endBinaryLine()
    }
  }

  private func putAddress(_ uri: String, _ found: KeptProperty?) {
    switch version {
    case .v2: out.put("PHOTO;VALUE=URL")
    case .v3: out.put("PHOTO;VALUE=uri")
    case .v4: out.put("PHOTO")
    }
    putExtraParameters(found)
    out.beginValue()
    out.put(uri: uri)
  }

  private func putHead(_ mediaType: String, _ found: KeptProperty?) {
    if version == .v4 {
      out.put("PHOTO")
      putExtraParameters(found)
      out.put(":data:")
      out.put(raw: String(mediaType.unicodeScalars.filter { $0 != "," && $0 != ";" && $0.value > 0x20 }))
      out.put(";base64,")
    } else {
      out.put(version == .v2 ? "PHOTO;ENCODING=BASE64" : "PHOTO;ENCODING=b")
      if mediaType != "application/octet-stream" { putParameter("TYPE", MediaType.type(of: mediaType)) }
      putExtraParameters(found)
      out.beginValue()
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
