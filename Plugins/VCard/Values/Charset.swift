/// A character encoding that a property may name in CHARSET (vCard 2.1 §2.1.6), by which of its names ever.
enum Charset: Equatable {
  /// UTF-8 and ASCII, which need nothing done.
  case unicode
  case windows1252
  /// A page of ``CodePage``.
  case singleByte(String)
  /// What the C library's iconv calls it.
  case multiByte(String, MultiByteState.Scheme)
  case unknown

  init(_ name: String) {
    let name = Charset.folded(name)
    if let known = Charset.byName[name] {
      self = known
    } else if let number = Charset.suffix(of: name, after: ["iso-8859-", "iso8859-", "8859-"]) {
      self = number == "1" ? .windows1252 : Charset.page("ISO-8859-" + number)
    } else if let number = Charset.suffix(of: name, after: ["windows-", "x-cp", "cp", "ibm", "ibm-", "win-"]) {
      self = number == "1252" ? .windows1252 : Charset.numbered(number)
    } else {
      self = Charset.page(name.uppercased())
    }
  }

  private static func folded(_ name: String) -> String {
    String(decoding: name.utf8.prefix(40).filter { $0 != 0x22 && $0 != 0x20 }, as: UTF8.self).lowercased()
      .split(separator: "_", omittingEmptySubsequences: false).joined(separator: "-")
  }

  private static func suffix(of name: String, after prefixes: [String]) -> String? {
    for prefix in prefixes where name.hasPrefix(prefix) {
      let digits = name.dropFirst(prefix.count)
      let number = digits.hasSuffix("-i") || digits.hasSuffix("-e") ? digits.dropLast(2) : digits
      if !number.isEmpty, number.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { return String(number) }
    }
    return nil
  }

  private static func numbered(_ number: String) -> Charset {
    switch number {
    case "932": .shiftJIS
    case "936": .chinese
    case "949": .korean
    case "950": .multiByte("BIG5", .leadAndTrail)
    case "65001": .unicode
    default: CodePage.isKnown("WINDOWS-" + number) ? .singleByte("WINDOWS-" + number) : page("IBM" + number)
    }
  }

  private static func page(_ name: String) -> Charset { CodePage.isKnown(name) ? .singleByte(name) : .unknown }

  private static let shiftJIS = Charset.multiByte("CP932", .shiftJIS)
  /// GB 2312 and GBK are parts of it.
  private static let chinese = Charset.multiByte("GB18030", .leadAndTrail)
  private static let korean = Charset.multiByte("CP949", .leadAndTrail)

  private static let byName: [String: Charset] = [
    "": .unicode, "utf-8": .unicode, "utf8": .unicode, "us-ascii": .unicode, "ascii": .unicode,
    "latin1": .windows1252, "latin-1": .windows1252, "l1": .windows1252, "ansi": .windows1252,
    "latin2": page("ISO-8859-2"), "latin-2": page("ISO-8859-2"), "latin5": page("WINDOWS-1254"),
    "latin9": page("ISO-8859-15"), "latin-9": page("ISO-8859-15"), "iso-8859-9": page("WINDOWS-1254"),
    "iso-8859-11": page("WINDOWS-874"), "tis-620": page("WINDOWS-874"), "koi8r": page("KOI8-R"),
    "macroman": page("MACINTOSH"), "x-mac-roman": page("MACINTOSH"), "mac": page("MACINTOSH"),
    "shift-jis": shiftJIS, "shiftjis": shiftJIS, "sjis": shiftJIS, "x-sjis": shiftJIS, "windows-31j": shiftJIS,
    "ms-kanji": shiftJIS, "ms932": shiftJIS, "csshiftjis": shiftJIS,
    "gb18030": chinese, "gbk": chinese, "gb2312": chinese, "gb-2312-80": chinese, "euc-cn": chinese,
    "x-gbk": chinese,
    "big5": .multiByte("BIG5", .leadAndTrail), "big-5": .multiByte("BIG5", .leadAndTrail),
    "big5-hkscs": .multiByte("BIG5-HKSCS", .leadAndTrail),
    "euc-jp": .multiByte("EUC-JP-MS", .highBytes), "eucjp": .multiByte("EUC-JP-MS", .highBytes),
    "x-euc-jp": .multiByte("EUC-JP-MS", .highBytes), "euc-tw": .multiByte("EUC-TW", .highBytes),
    "euc-kr": korean, "euckr": korean, "ks-c-5601-1987": korean, "ksc5601": korean, "uhc": korean,
    "iso-2022-jp": .multiByte("ISO-2022-JP-2", .escapes), "csiso2022jp": .multiByte("ISO-2022-JP-2", .escapes),
    "iso-2022-jp-1": .multiByte("ISO-2022-JP-2", .escapes), "iso-2022-jp-2": .multiByte("ISO-2022-JP-2", .escapes),
    "iso-2022-jp-3": .multiByte("ISO-2022-JP-2", .escapes), "jis": .multiByte("ISO-2022-JP-2", .escapes),
    "iso-2022-kr": .multiByte("ISO-2022-KR", .escapes), "iso-2022-cn": .multiByte("ISO-2022-CN", .escapes),
  ]

  var scheme: MultiByteState.Scheme {
    if case .multiByte(_, let scheme) = self { scheme } else { .highBytes }
  }
}
