/// The properties of vCard 2.1 and 3.0 that hold an account name at one service: `X-JABBER:ada@example.com`.
struct ServiceAccount {
  let property: StaticString
  let service: String

  static let all = [
    ServiceAccount(property: "X-AIM", service: "AIM"),
    ServiceAccount(property: "X-GADUGADU", service: "Gadu-Gadu"),
    ServiceAccount(property: "X-GOOGLE-TALK", service: "Google Talk"),
    // As older Android programs write it; the first of a service is the one that is written.
    ServiceAccount(property: "X-GOOGLE TALK", service: "Google Talk"),
    ServiceAccount(property: "X-GROUPWISE", service: "GroupWise"),
    ServiceAccount(property: "X-ICQ", service: "ICQ"),
    ServiceAccount(property: "X-JABBER", service: "Jabber"),
    ServiceAccount(property: "X-MATRIX", service: "Matrix"),
    ServiceAccount(property: "X-MSN", service: "MSN"),
    ServiceAccount(property: "X-QQ", service: "QQ"),
    ServiceAccount(property: "X-SKYPE", service: "Skype"),
    ServiceAccount(property: "X-TWITTER", service: "Twitter"),
    ServiceAccount(property: "X-YAHOO", service: "Yahoo"),
  ]
}
