/// An e-mail address without its spelling, and what it has in common with others.
struct EmailKey {
  /// Folded, as it is.
  let address: ArraySlice<UInt8>
  /// Without `+tag`, and at Google without dots: another address for the same mailbox.
  let mailbox: [UInt8]
  /// What stands before `@` and `+`.
  let local: ArraySlice<UInt8>
  let domain: ArraySlice<UInt8>

  init(_ text: String) {
    let folded = Array(SearchKey.email(text).utf8)
    let at = folded.lastIndex(of: UInt8(ascii: "@")) ?? folded.endIndex
    address = folded[...]
    domain = folded[at...].dropFirst()
    local = folded[..<at].prefix { $0 != UInt8(ascii: "+") }
    var plain = Array(local)
    if domain.elementsEqual("gmail.com".utf8) || domain.elementsEqual("googlemail.com".utf8) {
      plain.removeAll { $0 == UInt8(ascii: ".") }
      mailbox = plain + Array("@gmail.com".utf8)
    } else {
      mailbox = plain + folded[at...]
    }
  }

  /// Whether it is an office's, whoever sits there.
  var isRole: Bool {
    let word = local.prefix { (0x61...0x7a).contains($0) }
    return EmailKey.roles.contains(String(decoding: word, as: UTF8.self))
      && local.dropFirst(word.count).allSatisfy { !(0x61...0x7a).contains($0) }
  }

  private static let roles: Set<String> = [
    "abuse", "accounting", "accounts", "admin", "all", "apply", "billing", "booking", "business", "buero", "career",
    "careers", "contact", "contacto", "enquiries", "events", "family", "feedback", "finance", "hello", "help",
    "helpdesk", "hi", "hiring", "hostmaster", "hr", "info", "inquiries", "invoice", "it", "jobs", "kontakt", "legal",
    "mail", "marketing", "media", "news", "newsletter", "noreply", "office", "orders", "people", "postmaster", "press",
    "privacy", "recruiting", "recruitment", "root", "sales", "security", "service", "shop", "support", "talent", "team",
    "webmaster", "welcome",
  ]

  /// Providers whose domain says nothing about an employer.
  static let providers: Set<String> = [
    "aol.com", "fastmail.com", "free.fr", "freenet.de", "gmail.com", "gmx.at", "gmx.ch", "gmx.de", "gmx.net",
    "googlemail.com", "hotmail.com", "hotmail.fr", "icloud.com", "laposte.net", "libero.it", "live.com", "mac.com",
    "mail.com", "mail.ru", "mailbox.org", "me.com", "msn.com", "orange.fr", "outlook.com", "outlook.de", "pm.me",
    "posteo.de", "proton.me", "protonmail.com", "qq.com", "t-online.de", "tuta.com", "wanadoo.fr", "web.de",
    "yahoo.com",
    "yahoo.de", "yahoo.fr", "yandex.ru", "ymail.com", "zoho.com", "163.com", "126.com",
  ]
}
