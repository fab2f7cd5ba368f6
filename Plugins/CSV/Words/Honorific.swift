/// Words that a column `Title` means as the title of a name, where it could be a position too.
enum Honorific {
  private static let words: Set<String> = [
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "count", "countess",
    "baron", "baroness", "rev", "hon", "herr", "frau", "m", "mme", "mlle", "sr", "sra", "srta", "sig", "dott", "ing",
  ]

  static func isOne(_ text: String) -> Bool { words.contains(CSVHeader.folded(text)) }
}
