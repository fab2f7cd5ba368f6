/// The program that the cards are for: it decides the version, and how some properties are written.
enum VCardTarget: String, CaseIterable {
  case none, apple, google, outlook, thunderbird, nextcloud, android

  var version: VCardVersion {
    switch self {
    case .none, .apple, .google, .nextcloud, .android: .v3
    case .outlook: .v2
    case .thunderbird: .v4
    }
  }

  /// What people call it.
  var title: String {
    switch self {
    case .none: "this program"
    case .apple: "Apple's Contacts"
    case .google: "Google Contacts"
    case .outlook: "Outlook"
    case .thunderbird: "Thunderbird"
    case .nextcloud: "Nextcloud"
    case .android: "Android"
    }
  }
}
