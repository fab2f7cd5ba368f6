import KithCore
import KithMarkup

extension XMLPull {
  /// The text of the element at hand; takes its end.
  func string() throws -> String {
    let isEncoded = try isBase64()
    var result = ""
    var hasText = false
    try forEachText { bytes in
      let piece = String(decoding: bytes, as: UTF8.self)
      if hasText { result += piece } else { result = piece }
      hasText = true
    }
    guard isEncoded else { return result }
    guard let bytes = Base64.decode(result.utf8) else { throw RecordError("a text whose base 64 cannot be read") }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func isBase64() throws -> Bool {
    var isEncoded = false
    try attributes { name, value in
      guard "encoding" ~= name else { return false }
      isEncoded = value.elementsEqual("base64".utf8)
      if !isEncoded { throw RecordError("an encoding that is not 'base64'") }
      return true
    }
    return isEncoded
  }
}

/// Why a record cannot be understood.
struct RecordError: Error {
  let message: String

  init(_ message: String) { self.message = message }
}
