import KithCore

/// The name under which a value came, where several mean the same and it is not the one that is written.
///
/// It is kept as ``PropertyExtras`` are, tied to the value.
enum SourceName {
  /// Names of programs, which none but those of 2.1 and 3.0 have.
  static let privateDates = ["X-EVOLUTION-ANNIVERSARY", "X-MS-ANNIVERSARY", "X-KADDRESSBOOK-X-ANNIVERSARY"]
  static let dates = privateDates + ["ANNIVERSARY", "X-ANNIVERSARY", "X-ABDATE", "DEATHDATE", "X-DEATHDATE"]

  static func texts(of anniversary: Anniversary) -> [String] {
    [anniversary.kind.rawValue, anniversary.date.description]
  }

  static func texts(of account: OnlineService) -> [String] {
    [account.service ?? "", account.uri ?? account.user ?? ""]
  }

  /// Whether `name` is the usual one for its meaning.
  /// - Parameter name: in upper case.
  static func isUsual(_ name: String, in version: String?) -> Bool {
    let isNew = version == "4.0"
    switch name {
    case "ANNIVERSARY", "SOCIALPROFILE": return isNew
    case "DEATHDATE": return true
    case "X-ANNIVERSARY", "X-DEATHDATE", "X-SOCIALPROFILE", "X-ABDATE": return !isNew
    case "X-NICKNAME", "X-GOOGLE TALK", "X-SKYPE-USERNAME": return false
    default: return !isNew && !privateDates.contains(name)
    }
  }
}
