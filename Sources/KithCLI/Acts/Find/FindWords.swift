import KithCore
import KithStore

/// A hit in words.
enum FindWords {
  /// What somebody does and where, or what it is.
  static func what(_ hit: SearchHit) -> String {
    guard hit.summary.kind == .person else { return hit.summary.kind.rawValue }
    let job = [hit.title, hit.company].compactMap { $0 }
    return job.count == 2 ? "\(job[0]) at \(job[1])" : hit.company.map { "at " + $0 } ?? ""
  }

  /// Where the words were found: "name", "company Analytical Engines", "call 2026-10-02 “…about compilers…”".
  static func why(_ hit: SearchHit) -> String {
    var parts: [String] = []
    for reason in hit.reasons.map(words) where !parts.contains(reason) { parts.append(reason) }
    return parts.joined(separator: ", ")
  }

  static func line(_ hit: SearchHit) -> String {
    let parts = [hit.summary.name, what(hit), why(hit)].filter { !$0.isEmpty }
    return TerminalText.cleaned(parts.joined(separator: " · ")) + " [\(hit.summary.id.short)]"
  }

  private static func words(_ reason: SearchReason) -> String {
    let past = reason.isPast ? "past " : ""
    return switch reason.field {
    case .name: "name"
    case .nickname, .phone, .title, .department, .company, .organization, .tag:
      "\(past)\(reason.field) \(reason.text)"
    case .email: "e-mail \(reason.text)"
    case .note: "note “\(reason.text)”"
    case .interaction:
      "\(reason.channel ?? "interaction")\(reason.date.map { " \($0)" } ?? "") “\(reason.text)”"
    }
  }
}
