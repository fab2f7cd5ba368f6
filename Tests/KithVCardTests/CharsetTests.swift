import KithCore
import Testing

@testable import KithVCard

@Suite struct CharsetTests {
  private func card(_ lines: [UInt8]...) -> [UInt8] {
    Array("BEGIN:VCARD\r\nVERSION:2.1\r\n".utf8) + lines.flatMap { $0 + [0x0d, 0x0a] } + Array("END:VCARD\r\n".utf8)
  }

  private func name(_ charset: String, _ value: [UInt8]) throws -> PersonName? {
    let reading = try read(bytes: card(Array("N;CHARSET=\(charset):".utf8) + value))
    #expect(reading.codes == ["missing-name"])
    return reading.only?.personName
  }

  /// 表;太郎 in each encoding; the second byte of the first character is a backslash in Shift_JIS.
  @Test(arguments: [
    ("SHIFT_JIS", [0x95, 0x5c, 0x3b, 0x91, 0xbe, 0x98, 0x59]), ("x-sjis", [0x95, 0x5c, 0x3b, 0x91, 0xbe, 0x98, 0x59]),
    ("EUC-JP", [0xc9, 0xbd, 0x3b, 0xc2, 0xc0, 0xcf, 0xba]),
    (
      "ISO-2022-JP",
      [
        0x1b, 0x24, 0x42, 0x49, 0x3d, 0x1b, 0x28, 0x42, 0x3b, 0x1b, 0x24, 0x42, 0x42, 0x40, 0x4f, 0x3a, 0x1b, 0x28,
        0x42,
      ]
    ),
    ("GB18030", [0xb1, 0xed, 0x3b, 0xcc, 0xab, 0xc0, 0xc9]),
  ])
  func multiByte(_ charset: String, _ bytes: [UInt8]) throws {
    let expected = PersonName(family: ["表"], given: ["太郎"])
    #expect(try name(charset, bytes) == expected)
    let encoded = bytes.map { byte -> String in
      let digits = String(byte, radix: 16, uppercase: true)
      return byte == 0x3b ? ";" : "=" + (digits.count == 1 ? "0" : "") + digits
    }
    #expect(try name("\(charset);ENCODING=QUOTED-PRINTABLE", Array(encoded.joined().utf8)) == expected)
  }

  @Test(arguments: [
    ("windows-1251", [0xc8, 0xe2, 0xe0, 0xed], "Иван"), ("KOI8-R", [0xe9, 0xd7, 0xc1, 0xce], "Иван"),
    ("cp866", [0x88, 0xa2, 0xa0, 0xad], "Иван"), ("ISO-8859-5", [0xb8, 0xd2, 0xd0, 0xdd], "Иван"),
    ("ISO-8859-1", [0x4d, 0xfc, 0x6c], "Mül"), ("ISO-8859-15", [0xa4, 0xbd], "€œ"), ("latin2", [0xa3, 0xf3], "Łó"),
    ("windows-1252", [0x80, 0xe9], "€é"), ("windows-1250", [0x8a, 0x9e], "Šž"), ("windows-1253", [0xc1, 0xe1], "Αα"),
    ("ISO_8859-9", [0xdd, 0xfe], "İş"), ("windows-1255", [0xf9, 0xec], "של"), ("BIG5", [0xa5, 0x5c], "功"),
    ("ks_c_5601-1987", [0xb1, 0xe8], "김"), ("\"UTF-8\"", [0xc3, 0xbc], "ü"), ("macintosh", [0x9f], "ü"),
  ])
  func pages(_ charset: String, _ bytes: [UInt8], _ text: String) throws {
    #expect(try name(charset, bytes)?.family == [text])
  }

  /// The C library has the same characters, but for a few that it maps to their like.
  @Test(arguments: [("SHIFT_JIS", 0x81...0xfc, 0x40...0xfc), ("EUC-JP", 0xa1...0xf4, 0xa1...0xfe)])
  func japaneseWithoutTheCLibrary(_ name: String, _ leads: ClosedRange<Int>, _ trails: ClosedRange<Int>) throws {
    let iconvName = name == "EUC-JP" ? "EUC-JP-MS" : "CP932"
    let decoder = CharsetDecoder()
    var (same, different) = (0, 0)
    for lead in leads {
      for trail in trails where trail != 0x7f {
        let bytes = [UInt8(lead), UInt8(trail)]
        var (ours, theirs): ([UInt8], [UInt8]) = ([], [])
        let outcome = bytes.withUnsafeBufferPointer { decoder.decode($0, from: Charset(name), into: &theirs) }
        guard outcome == .whole, !String(decoding: theirs, as: UTF8.self).contains(where: isPrivate) else { continue }
        _ = bytes.withUnsafeBufferPointer { JapaneseDecoder.decode($0, iconvName, into: &ours) }
        if ours == theirs { same += 1 } else { different += 1 }
      }
    }
    #expect(same > 6800 && different < 100, "\(same) \(different)")
  }

  private func isPrivate(_ character: Character) -> Bool {
    character.unicodeScalars.contains { (0xe000..<0xf900).contains($0.value) }
  }

  @Test func escapesWithoutTheCLibrary() {
    let bytes: [UInt8] = [0x41, 0x1b, 0x24, 0x42, 0x49, 0x3d, 0x1b, 0x28, 0x49, 0x31, 0x1b, 0x28, 0x42, 0x3b, 0x1b]
    var text: [UInt8] = []
    let isWhole = bytes.withUnsafeBufferPointer { JapaneseDecoder.decode($0, "ISO-2022-JP-2", into: &text) }
    #expect(isWhole == true)
    #expect(String(decoding: text, as: UTF8.self) == "A表ｱ;\u{1b}")
    #expect(bytes.withUnsafeBufferPointer { JapaneseDecoder.decode($0, "BIG5", into: &text) } == nil)
  }

  @Test func everyPageHasAnUpperHalf() {
    for name in ["ISO-8859-2", "WINDOWS-1258", "IBM437", "KOI8-U"] { #expect(CodePage.upperHalf(name)?.count == 128) }
  }

  @Test(arguments: ["UTF-7", "EBCDIC-US", "UTF-16", "../../x", "IBM037"])
  func unknownOnesAreSaidToBe(_ charset: String) throws {
    let reading = try read(bytes: card(Array("FN;CHARSET=\(charset):Ada +AOk-".utf8)))
    #expect(reading.only?.name == "Ada +AOk-")
    #expect(reading.lines["unknown-charset-fn"] == [3])
  }

  @Test func brokenCharactersEndNothing() throws {
    let reading = try read(
      bytes: card(Array("N;CHARSET=SHIFT_JIS:A".utf8) + [0x95], Array("FN;CHARSET=EUC-JP:B".utf8) + [0xff, 0x41]))
    #expect(reading.only?.personName?.family == ["A\u{fffd}"])
    #expect(reading.only?.name == "B\u{fffd}A")
    #expect(reading.lines["damaged-text-n"] == [3])
  }

  @Test(arguments: [true, false], [true, false])
  func utf16(_ isLittle: Bool, _ hasMark: Bool) throws {
    let text = (hasMark ? "\u{feff}" : "") + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Árvíztűrő 字 👩‍💻\r\nN:A\r\nEND:VCARD\r\n"
    let bytes = text.utf16.flatMap { unit -> [UInt8] in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xff))
      return isLittle ? [low, high] : [high, low]
    }
    for chunk in [1, 3, .max] { #expect(try read(bytes: bytes, chunk: chunk).only?.name == "Árvíztűrő 字 👩‍💻") }
    #expect(VCardFormat().recognizes(Array(bytes.prefix(512))))
  }

  @Test func loneSurrogates() throws {
    let text = Array("BEGIN:VCARD\nFN:a".utf16) + [0xd800, 0x62, 0xdc00] + Array("\nEND:VCARD\n".utf16) + [0xd800]
    let bytes: [UInt8] = text.flatMap { (unit: UInt16) -> [UInt8] in [UInt8(unit & 0xff), UInt8(unit >> 8)] } + [0x41]
    #expect(try read(bytes: bytes).only?.name == "a\u{fffd}b\u{fffd}")
  }

  @Test func marksBetweenCards() throws {
    let card = "\u{feff}BEGIN:VCARD\nVERSION:3.0\nFN:A\nN:A\nEND:VCARD\n"
    let reading = try read(card + card)
    #expect(reading.entities.count == 2)
    #expect(reading.codes.isEmpty)
  }

  @Test func aBeginWithoutALineOfItsOwn() throws {
    let reading = try read("--BEGIN:VCARD\nVERSION:3.0\nFN:A\nN:A\nEND:VCARD\n")
    #expect(reading.only?.name == "A")
    #expect(reading.lines["text-outside-cards"] == [1])
  }
}
