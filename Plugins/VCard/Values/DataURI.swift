import KithCore

/// `data:image/jpeg;base64,…` (RFC 2397), in any case, and with its separators escaped as some writers do.
enum DataURI {
  /// Nil if it is no data URI in base 64 that can be decoded.
  static func decode(_ bytes: UnsafeBufferPointer<UInt8>) -> (mediaType: String, bytes: [UInt8])? {
    guard ASCII.hasPrefix(bytes, "DATA:"), let comma = bytes.prefix(512).firstIndex(of: UInt8(ascii: ",")) else {
      return nil
    }
    let head = ByteText.unescaped(UnsafeBufferPointer(rebasing: bytes[5..<comma])).lowercased()
    var parts = head.split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    if let last = parts.indices.last, parts[last].hasSuffix("\\") { parts[last].removeLast() }
    guard parts.dropFirst().contains("base64") else { return nil }
    guard let data = Base64.decode(UnsafeBufferPointer(rebasing: bytes[(comma + 1)...])) else { return nil }
    return (parts[0].isEmpty ? "application/octet-stream" : parts[0], data)
  }
}
