import KithCore
import Testing

@testable import KithVCard

/// A warning has line, property and reason, and nothing of what is in the file.
@Suite struct WarningTests {
  @Test(arguments: [
    ("BDAY:1985-13-01", "no-date-bday", "'BDAY' is no date and was kept as it came"),
    ("ANNIVERSARY:soon", "no-date-anniversary", "'ANNIVERSARY' is no date and was kept as it came"),
    ("BDAY:19879215", "no-date-bday", "'BDAY' is no date and was kept as it came"),
    ("REV:yesterday", "no-time-rev", "'REV' is no point in time and was kept as it came"),
    ("PHOTO;ENCODING=b:!!!", "unreadable-photo", "'PHOTO' cannot be decoded and was kept as it came"),
    (
      "NOTE;CHARSET=UTF-7:x", "unknown-charset-note",
      "'NOTE' names a character set that cannot be read here; it was read as UTF-8"
    ),
  ])
  func unread(_ line: String, _ code: String, _ message: String) throws {
    let log = DiagnosticLog()
    let text = "BEGIN:VCARD\nVERSION:4.0\nFN:A\nX-FOLDED:a\n b\n\(line)\nEND:VCARD\n"
    let reader = try CardReader(InputSource(bytes: Array(text.utf8)), diagnostics: log)
    var mapper = CardMapper(now: noon, diagnostics: log)
    while let card = try reader.next() { _ = mapper.map(card) }
    #expect(log.groups.map(\.first) == [Diagnostic(.warning, code, message, line: 6)])
    #expect(mapper.entity.keptProperties.count == (code.hasPrefix("unknown") ? 1 : 2))
  }

  @Test(arguments: [
    "BDAY:---12", "BDAY:19960415T231000Z", "BDAY:1985-04-12T10:22:00-0800", "BDAY:T102200",
    "BDAY;VALUE=text:circa 1800",
    "BDAY:1985-04", "REV:19951031T222710Z",
  ])
  func understood(_ line: String) throws {
    let reading = try read("BEGIN:VCARD\nVERSION:4.0\nFN:A\n\(line)\nEND:VCARD\n")
    #expect(reading.codes.isEmpty)
  }
}
