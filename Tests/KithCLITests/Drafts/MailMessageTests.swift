import Foundation
import KithCore
import Testing

@testable import KithCLI

@Suite struct MailMessageTests {
  private static let hostile = [
    "Ada Lovelace", "Ada \"the\" \\ Lovelace", "Añá Łövélåce", "阿达·洛夫莱斯", "عدا لوفليس", "👩‍💻 Ada", "=?utf-8?q?Ada?=",
    "Ada\r\nBcc: eve@example.com", "Ada\u{0}\u{1b}[31m", "Ada\u{2028}Bcc: eve@example.com", "A, B; C <d@example.com>",
    "eve@example.com, Ada",
    "عبد الرحمن بن محمد بن خلدون الحضرمي الإشبيلي",
    String(repeating: "Ada ", count: 100), String(repeating: "Å", count: 300), String(repeating: "a", count: 300),
    "e\u{301}Ada\u{202e}",
  ]

  private func message(_ name: String, subject: String? = nil, body: String = "Hello\n") throws -> MailMessage {
    var facts = DraftFacts()
    facts[.given] = subject ?? name
    let draft = try DraftTemplate("Subject: {{given}}\n" + body).draft(facts, defaultSubject: "Thank you")
    return MailMessage(
      draft: draft, from: MailAddress(name: name, address: "sam@example.org"),
      to: MailAddress(name: name, address: "ada@example.com"), date: Timestamp("2026-11-02T09:05:00Z")!, identity: "x")
  }

  @Test func theBytesAreAMessage() throws {
    let text = String(decoding: try message("Ada Lovelace").bytes, as: UTF8.self)
    #expect(
      text == """
        From: Ada Lovelace <sam@example.org>\r
        To: Ada Lovelace <ada@example.com>\r
        Subject: Ada Lovelace\r
        Date: Mon, 2 Nov 2026 09:05:00 +0000\r
        Message-ID: <\(Identifier(contentOf: Array("x".utf8)))@kith.invalid>\r
        X-Unsent: 1\r
        MIME-Version: 1.0\r
        Content-Type: text/plain; charset=utf-8\r
        Content-Transfer-Encoding: 7bit\r
        \r
        Hello\r

        """)
  }

  /// Whatever a name holds, the headers are these and no others, in lines that fit.
  @Test(arguments: hostile)
  func noHeaderIsAdded(_ name: String) throws {
    let bytes = try message(name, body: "\(name)\nFrom me.\n.\n").bytes
    let text = String(decoding: bytes, as: UTF8.self)
    let lines = text.unicodeScalars.split(separator: "\r\n".unicodeScalars.last!, omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    for line in lines.dropLast() {
      #expect(line.unicodeScalars.last == "\r")
      #expect(line.utf8.count <= 77, "\(line)")
      #expect(line.utf8.dropLast().allSatisfy { $0 >= 0x20 && $0 < 0x7f }, "\(line)")
    }
    let head = lines.prefix { $0 != "\r" }.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != ":" } }
    #expect(
      head == [
        "From", "To", "Subject", "Date", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding",
      ])
  }

  /// Python's parser reads back what was put in.
  @Test(arguments: hostile)
  func pythonReadsIt(_ name: String) throws {
    let message = try message(name, body: "Dear \(DraftFacts.line(name)),\n\nFrom me = you: été.\n.\nF\n")
    guard let read = try PythonMail.read(message.bytes) else {
      print("skipped: there is no python3")
      return
    }
    #expect(read.defects == [])
    #expect(read.subject == message.draft.subject)
    let shown = DraftFacts.line(name)
    #expect(read.oldName == shown)
    if shown.utf8.count < 45 { #expect(read.toName == shown) }
    #expect(read.toAddress == "ada@example.com")
    #expect(read.fromAddress == "sam@example.org")
    #expect(read.body == message.draft.body)
    #expect(read.headers.count == 9)
  }

  @Test func addressesThatCouldEndTheHeaderAreNone() {
    let unfit = [
      "ada", "ada@", "@example.com", "a b@example.com", "a@b@c", "a@b\r\nBcc: x@y", "<a@b>", "a,b@c", "a@b;c", "a@b..c",
      "\"a b\"@c", "a@b\u{2028}c", "a@\u{202e}b", "a@b\u{0}", "mailto:a@b", "a@" + String(repeating: "b", count: 300),
    ]
    for address in unfit { #expect(MailAddress(name: "Ada", address: address) == nil, "\(address)") }
    for address in ["a@b", "ada.l+x@example.com", "ådá@exämple.com"] {
      #expect(MailAddress(name: "Ada", address: address) != nil, "\(address)")
    }
  }

  @Test func thePreferredAddressIsTaken() {
    var ada = Entity(id: SampleEntities.id, kind: .person, name: "Ada", created: Timestamp(secondsSince1970: 0))
    #expect(MailAddress(ada) == nil)
    ada.emails = [
      EmailAddress("no address"), EmailAddress("a@example.com"),
      EmailAddress("b@example.com", details: ContactDetails(preference: 1)),
    ]
    #expect(MailAddress(ada)?.address == "b@example.com")
  }

  @Test func linksAreEncoded() {
    let draft = Draft(subject: "Thank you & more?", body: "Dear Ådá,\n\n100 %\n")
    let to = MailAddress(name: "Ada", address: "a+b&c@example.com")
    #expect(
      MailLink.text(draft, to: to)
        == "mailto:a%2Bb%26c@example.com?subject=Thank%20you%20%26%20more%3F"
        + "&body=Dear%20%C3%85d%C3%A1%2C%0D%0A%0D%0A100%20%25%0D%0A")
    #expect(MailLink.text(draft, to: nil).hasPrefix("mailto:?subject="))
  }
}
