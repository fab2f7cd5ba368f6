import KithCore

/// A draft as an e-mail message (RFC 5322, MIME) that a mail program opens to be sent.
struct MailMessage {
  var draft: Draft
  /// Nil where no address is recorded; the header is left out then.
  var from: MailAddress?
  var to: MailAddress?
  var date: Timestamp
  /// What makes the Message-ID: the same for the same.
  var identity: String

  var bytes: [UInt8] {
    var headers: [String] = []
    if let from { headers.append(MailHeader.address("From", from)) }
    if let to { headers.append(MailHeader.address("To", to)) }
    headers += [
      MailHeader.text("Subject", draft.subject),
      "Date: \(MailMessage.text(of: date))",
      "Message-ID: <\(messageID)@kith.invalid>",
      // Outlook opens such a message as a draft.
      "X-Unsent: 1",
      "MIME-Version: 1.0",
      "Content-Type: text/plain; charset=utf-8",
    ]
    let isPlain = draft.body.utf8.allSatisfy { $0 < 0x7f && $0 >= 0x20 || $0 == 0x0a } && hasShortLines
    headers.append("Content-Transfer-Encoding: " + (isPlain ? "7bit" : "quoted-printable"))
    let head = Array((headers.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    return head + (isPlain ? plainBody : QuotedPrintable.encode(draft.body))
  }

  private var lines: [Substring] { draft.body.split(separator: "\n", omittingEmptySubsequences: false) }

  private var hasShortLines: Bool {
    lines.allSatisfy { $0.utf8.count <= 76 && !$0.hasPrefix("From ") && !$0.hasPrefix(".") && !$0.hasSuffix(" ") }
  }

  private var plainBody: [UInt8] { Array(lines.joined(separator: "\r\n").utf8) }

  private var messageID: Identifier { Identifier(contentOf: Array(identity.utf8)) }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// `Mon, 23 Nov 2026 12:00:00 +0000`
  private static func text(of moment: Timestamp) -> String {
    let text = moment.description
    let day = CivilDay(text.prefix(10)) ?? CivilDay(daysSince1970: 0)
    let parts = day.parts
    let date = "\(weekdays[day.weekday]), \(parts.day) \(months[parts.month - 1]) \(text.prefix(4))"
    return "\(date) \(text.dropFirst(11).prefix(8)) +0000"
  }
}
