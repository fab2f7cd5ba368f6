import KithCore

extension CardMapper {
  /// The first picture is the photo; others, and what cannot be decoded, are kept.
  mutating func takePhoto(_ property: RawProperty) {
    let set = set(of: property)
    if entity.photo == nil, let photo = photo(property, set) {
      entity.photo = photo
      // TYPE is the media type there, but for the writers who say with it whose picture it is.
      let isPlaced = set.types.contains("home") || set.types.contains("work")
      let known: Set = set.isBase64 ? (isPlaced ? ["ENCODING", "VALUE"] : ["ENCODING", "TYPE", "VALUE"]) : ["VALUE"]
      keepExtras("PHOTO", of: property, PropertyExtras.texts(of: photo), except: known)
    } else if property.value.count > 0 {
      keep(property)
    }
  }

  private func photo(_ property: RawProperty, _ set: ParameterSet) -> Photo? {
    let bytes = ASCII.trimmed(value(property))
    if bytes.isEmpty { return nil }
    if let data = DataURI.decode(bytes) { return .data(mediaType: data.mediaType, bytes: data.bytes) }
    if ASCII.hasPrefix(bytes, "DATA:") { return unreadable(property) }
    if !set.isBase64, set.valueType == "uri" || set.valueType == "url" || isAddress(bytes) {
      return .uri(ByteText.unescaped(bytes))
    }
    guard set.isBase64, let data = Base64.decode(bytes), !data.isEmpty else { return unreadable(property) }
    return .data(mediaType: MediaType.of(types: set.types, bytes: data), bytes: data)
  }

  private func unreadable(_ property: RawProperty) -> Photo? {
    warn("unreadable", property, "cannot be decoded and was kept as it came")
    return nil
  }

  private func isAddress(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    ASCII.hasPrefix(bytes, "HTTP") || ASCII.hasPrefix(bytes, "FILE:") || ASCII.hasPrefix(bytes, "CID:")
  }
}
