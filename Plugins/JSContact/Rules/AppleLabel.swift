/// The labels that Apple's programs translate: `_$!<Home>!$_` in a vCard, `Home` for everybody else.
enum AppleLabel {
  private static let builtIn: Set<String> = [
    "Anniversary", "Assistant", "Brother", "Child", "Father", "Friend", "Home", "HomePage", "Manager", "Mother",
    "Other", "Parent", "Partner", "Sister", "Spouse", "Work",
  ]

  static func unwrapped(_ text: String) -> String {
    guard text.hasPrefix("_$!<"), text.hasSuffix(">!$_"), text.utf8.count >= 8 else { return text }
    let inner = String(text.dropFirst(4).dropLast(4))
    return builtIn.contains(inner) ? inner : text
  }

  static func wrapped(_ text: String) -> String { builtIn.contains(text) ? "_$!<" + text + ">!$_" : text }
}
