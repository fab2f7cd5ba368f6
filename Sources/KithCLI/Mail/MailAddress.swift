import KithCore

/// Somebody's address, fit to stand in a header: nothing in it can end the address or the line.
struct MailAddress: Equatable {
  let name: String
  /// `local@domain`
  let address: String

  /// The address of `entity` that is preferred; nil if none of them can stand in a header.
  init?(_ entity: Entity) {
    let byPreference = entity.emails.enumerated().sorted {
      ($0.element.details.preference ?? 100, $0.offset) < ($1.element.details.preference ?? 100, $1.offset)
    }
    guard let address = byPreference.lazy.map(\.element.address).first(where: MailAddress.isFit) else { return nil }
    self.init(name: entity.name, address: address)
  }

  init?(name: String, address: String) {
    guard MailAddress.isFit(address) else { return nil }
    self.name = MailAddress.isFit(name) ? "" : DraftFacts.line(name)
    self.address = address
  }

  /// A dot-atom of RFC 5322 §3.4.1 on both sides, also of letters beyond ASCII (RFC 6532).
  private static func isFit(_ address: String) -> Bool {
    let sides = address.unicodeScalars.split(separator: "@", omittingEmptySubsequences: false)
    return sides.count == 2 && address.utf8.count <= 254
      && sides.allSatisfy { side in
        side.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { !$0.isEmpty && $0.allSatisfy(isAtom) }
      }
  }

  private static func isAtom(_ scalar: Unicode.Scalar) -> Bool {
    guard scalar.isASCII else {
      let properties = scalar.properties
      return !properties.isWhitespace && !TerminalText.isControl(scalar.value) && !properties.isNoncharacterCodePoint
        && !properties.isDefaultIgnorableCodePoint
    }
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9": return true
    default: return "!#$%&'*+-/=?^_`{|}~".unicodeScalars.contains(scalar)
    }
  }
}
