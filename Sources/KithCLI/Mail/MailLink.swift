/// A draft as a `mailto:` URI (RFC 6068).
enum MailLink {
  static func text(_ draft: Draft, to: MailAddress?) -> String {
    let body = draft.body.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    return "mailto:\(encoded(to?.address ?? "", keeping: "@"))?subject=\(encoded(draft.subject))&body=\(encoded(body))"
  }

  private static func encoded(_ text: String, keeping kept: String = "") -> String {
    let digits = Array("0123456789ABCDEF")
    var encoded = ""
    for byte in text.utf8 {
      let scalar = Unicode.Scalar(byte)
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", "-", ".", "_", "~": encoded.unicodeScalars.append(scalar)
      case _ where kept.unicodeScalars.contains(scalar): encoded.unicodeScalars.append(scalar)
      default: encoded += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
      }
    }
    return encoded
  }
}
