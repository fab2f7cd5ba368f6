import KithCore
import KithTesting
import Testing

@testable import KithVCard

@Suite struct BadInputTests {
  @Test func notAVCard() throws {
    #expect(throws: ImportError(line: 1, "no 'BEGIN:VCARD' found; expected a vCard file")) {
      try read("name,email\nAda,a@b")
    }
    #expect(try read("").entities.isEmpty)
  }

  @Test func textBetweenCards() throws {
    let reading = try read(
      "Hello\n\nBEGIN:VCARD\nVERSION:3.0\nFN:A\nN:A\nEND:VCARD\nbye\nbye\nBEGIN:VCARD\nVERSION:3.0\nFN:B\nN:B\nEND:VCARD\n"
    )
    #expect(reading.entities.map(\.name) == ["A", "B"])
    #expect(reading.lines["text-outside-cards"] == [1, 8])
  }

  @Test(arguments: [
    "BEGIN:VCARD\nVERSION:3.0\nFN:A\nN:A\nBEGIN:VCARD\nVERSION:3.0\nFN:B\nN:B\nEND:VCARD\n",
    "BEGIN:VCARD\nVERSION:3.0\nFN:A\nN:A\nEND:VCARDBEGIN:VCARD\nVERSION:3.0\nFN:B\nN:B\nEND:VCARD\n",
    "begin:vcard\nVERSION:3.0\nFN:A\nN:A\nend : vcard \nBegin:VCard\nVERSION:3.0\nFN:B\nN:B",
  ])
  func bothCards(_ text: String) throws { #expect(try read(text).entities.map(\.name) == ["A", "B"]) }

  @Test func cutAnywhere() throws {
    let text = try write(person("Ada Lovelace"), person("Grace Hopper", id: 2))
    let bytes = Array(text.utf8)
    let first = try #require(text.utf8.firstRange(of: "END:VCARD\r\n".utf8)).upperBound
    for length in text.utf8.distance(from: text.utf8.startIndex, to: first)..<bytes.count {
      #expect(try read(bytes: Array(bytes.prefix(length))).entities.first?.name == "Ada Lovelace")
    }
  }

  @Test func missingParts() throws {
    let reading = try read(
      "BEGIN:VCARD\nN:Lovelace;Ada;;;\nEND:VCARD\nBEGIN:VCARD\nEMAIL:a@b\nEND:VCARD\nBEGIN:VCARD\nEND:VCARD\n")
    #expect(reading.entities.map(\.name) == ["Ada Lovelace", "a@b"])
    #expect(Set(reading.codes).isSuperset(of: ["missing-name", "missing-version", "empty-card"]))
  }

  @Test func oneBadPropertyEndsNothing() throws {
    let reading = try read(
      "BEGIN:VCARD\nVERSION:4.0\nno colon here\n:value\nBDAY:19850230\nPHOTO;ENCODING=b:!!!\nFN:Ada\nEND:VCARD\n")
    let entity = try #require(reading.only)
    #expect(reading.lines["no-colon"] == [3])
    #expect(entity.keptProperties.map(\.name) == ["BDAY", "PHOTO"])
    #expect(entity.keptProperties.map(\.value) == ["19850230", "!!!"])
  }

  @Test func bytesThatAreNoUTF8() throws {
    func name(_ bytes: [UInt8]) throws -> String? {
      try read(bytes: Array("BEGIN:VCARD\nFN:".utf8) + bytes + Array("\nEND:VCARD".utf8)).only?.name
    }
    #expect(try name([0x41, 0xe9, 0x80]) == "Aé€")
    #expect(try name([0xc3, 0xa9, 0xff]) == "é\u{fffd}")
    #expect(try name([0x41, 0x00, 0x42]) == "AB")
  }

  @Test func base64WithoutIndentation() throws {
    let text =
      "BEGIN:VCARD\nVERSION:2.1\nN:A\nPHOTO;PNG;ENCODING=BASE64:\nAQID\nBAUG\n\nTEL:1\nno base 64!\nEND:VCARD\n"
    let reading = try read(text)
    #expect(reading.only?.photo == .data(mediaType: "image/png", bytes: [1, 2, 3, 4, 5, 6]))
    #expect(reading.lines["no-colon"] == [9])
  }

  @Test func cardsWithoutAnyNameAreKeptApart() throws {
    let reading = try read("BEGIN:VCARD\nX-A:1\nEND:VCARD\nBEGIN:VCARD\nX-A:2\nEND:VCARD\n")
    #expect(reading.entities.map(\.name) == ["(no name)", "(no name)"])
    #expect(Set(reading.entities.map(\.id)).count == 2)
  }

  @Test(arguments: ["AGENT:\nBEGIN:VCARD\n", "AGENT;X=1: begin:vcard\n"])
  func nestedAgentIsKept(_ begin: String) throws {
    let reading = try read(
      "BEGIN:VCARD\nVERSION:2.1\nN:A\n\(begin)N:B;C\nBEGIN:VCARD\nEND:VCARD\nend : vcard\nTEL:1\nEND:VCARD\n")
    #expect(reading.only?.phones.map(\.number) == ["1"])
    #expect(reading.lines["nested-card"]?.count == 1)
    let kept = try #require(reading.only?.keptProperties.first)
    #expect(kept.name == "AGENT")
    #expect(
      kept.value.lowercased()
        == #"begin:vcard\nn:b\;c\nbegin:vcard\nend:vcard\nend : vcard\n"#)
  }

  @Test func aCardTooLargeIsLeftOut() throws {
    let card = "BEGIN:VCARD\nVERSION:3.0\nFN:A\nN:A\nNOTE:" + String(repeating: "x", count: 5000) + "\nEND:VCARD\n"
    let small = "BEGIN:VCARD\nVERSION:3.0\nFN:B\nN:B\nEND:VCARD\n"
    let log = DiagnosticLog()
    let reader = try CardReader(
      InputSource(bytes: Array((card + small + card + small).utf8)), diagnostics: log, limit: 1024)
    var lines: [Int] = []
    while let card = try reader.next() { lines.append(card.line) }
    #expect(lines == [7, 18])
    #expect(log.count(of: .skipped) == 2)
  }

  /// Twice the input takes about twice the time; quadratic work would take hours.
  @Test(arguments: [
    "CATEGORIES:" + String(repeating: ",", count: 200_000), "N:" + String(repeating: ";", count: 200_000),
    "X-P" + String(repeating: ";P=v", count: 100_000) + ":v", "NOTE:" + String(repeating: "x\r\n ", count: 100_000),
    String(repeating: "A:b\r\n", count: 100_000), "NOTE:" + String(repeating: "\\", count: 200_001),
    "TEL;X=" + String(repeating: "\"", count: 100_001) + ":1",
    String(repeating: "i.ORG:a\r\ni.TITLE:b\r\n", count: 20_000),
    String(repeating: "LABEL:a\r\nADR:;;b;;;;\r\n", count: 20_000), String(repeating: "\r", count: 200_000),
    "NOTE;ENCODING=QUOTED-PRINTABLE:" + String(repeating: "=\r\n", count: 50_000),
    String(repeating: "BEGIN:VCARD\r\n", count: 20_000),
    "VERSION:2.1\r\nNOTE:" + String(repeating: "x\r\n ", count: 100_000),
    "VERSION:2.1\r\nNOTE;X=" + String(repeating: "x\r\n ", count: 100_000) + ":a",
    "NOTE;ENCODING=QUOTED-PRINTABLE;X=" + String(repeating: "x", count: 50_000) + ":"
      + String(repeating: "=\r\n a", count: 50_000),
    "NOTE;CHARSET=SHIFT_JIS;ENCODING=QUOTED-PRINTABLE:" + String(repeating: "=95=5C", count: 50_000),
    String(repeating: "NOTE;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:=E9\r\n", count: 20_000),
    "AGENT:\r\n" + String(repeating: "BEGIN:VCARD\r\n", count: 20_000),
    String(repeating: "AGENT:BEGIN:VCARD\r\nEND:VCARD\r\n", count: 20_000),
    String(repeating: "NICKNAME;X=1:a,a,a\r\nitem1.NOTE:a\r\n", count: 20_000),
    String(repeating: "\r\r\n", count: 50_000), String(repeating: "BDAY:" + "T\r\n", count: 20_000),
  ])
  func linearTime(_ line: String) throws {
    let time = try ProcessorTime.measure {
      _ = try read("BEGIN:VCARD\r\nVERSION:4.0\r\nFN:A\r\n\(line)\r\nEND:VCARD\r\n")
    }
    #expect(time < 10)
  }
}
