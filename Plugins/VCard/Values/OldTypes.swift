/// The types that vCard 2.1 names (§2.2 to §2.4), which stand there without `TYPE=`.
enum OldTypes {
  private static let names: Set<String> = [
    "aol", "applelink", "attmail", "bbs", "car", "cell", "cis", "dom", "eworld", "fax", "home", "ibmmail", "internet",
    "intl", "isdn", "mcimail", "modem", "msg", "pager", "parcel", "postal", "powershare", "pref", "prodigy", "tlx",
    "video", "voice", "work", "x400",
  ]

  static func contains(_ type: String) -> Bool { names.contains(type) || names.contains(type.lowercased()) }
}
