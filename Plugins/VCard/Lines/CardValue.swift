import KithCore

/// The value of a content line, taken apart (RFC 6350 §3.4).
package enum CardValue {
  /// Hands over the parts between separators that no backslash precedes, still escaped.
  package static func forEachPart(
    of value: UnsafeBufferPointer<UInt8>, between separator: Unicode.Scalar,
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Void
  ) rethrows {
    for part in EscapedParts(value, separator: separator) { try body(part) }
  }

  package static func hasSeveralParts(_ value: UnsafeBufferPointer<UInt8>, between separator: Unicode.Scalar) -> Bool {
    var parts = EscapedParts(value, separator: separator)
    _ = parts.next()
    return parts.next() != nil
  }

  /// Without its escapes.
  package static func text(_ value: UnsafeBufferPointer<UInt8>) -> String { ByteText.unescaped(value) }

  /// As it stands.
  package static func raw(_ value: UnsafeBufferPointer<UInt8>) -> String { ByteText.string(value) }

  package static func isUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { ByteText.isUTF8(bytes) }
}
