/// Names of properties and parameters as names of elements (RFC 6351 §5.1): in lower case.
///
/// An underscore, which no name in a vCard has, stands before what would be no element's name, or one that means
/// something else.
enum ElementName {
  static func of(_ name: String) -> String {
    let name = name.lowercased()
    let isPlain = name.utf8.first.map { (0x61...0x7a).contains($0) } == true && name != "group" && name != "xml"
    return isPlain ? name : "_" + name
  }

  /// The name of the property or parameter, in upper case.
  static func name(of element: some Collection<UInt8>) -> String {
    let name = element.first == UInt8(ascii: "_") ? element.dropFirst() : element[...]
    return String(decoding: name.map { (0x61...0x7a).contains($0) ? $0 & 0xdf : $0 }, as: UTF8.self)
  }

  static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, UInt8(ascii: "-"): true
    default: false
    }
  }
}
