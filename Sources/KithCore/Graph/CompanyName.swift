/// Company names compared as people mean them: case, punctuation and the legal form at the end do not count.
public enum CompanyName {
  private static let legalForms: Set<String> = [
    "ab", "ag", "as", "asa", "bv", "co", "company", "corp", "corporation", "eg", "ev", "gmbh", "inc", "incorporated",
    "kg", "kgaa", "kk", "limited", "llc", "llp", "lp", "ltd", "ltda", "nv", "oy", "oyj", "plc", "pte", "pty", "sa",
    "sarl", "sas", "se", "sl", "spa", "srl", "ug",
  ]

  /// What two spellings of one company share: `Analytical Engines, Ltd.` is `analytical engines`.
  public static func key(_ name: String) -> String {
    var words = SearchKey.words(name.replacing(".", with: ""))
    while words.count > 1, let last = words.last, legalForms.contains(last) { words.removeLast() }
    return words.isEmpty ? SearchKey.fold(name) : words.joined(separator: " ")
  }
}
