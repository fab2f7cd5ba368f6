/// One line of the table: kith beside something else.
struct Row {
  let what: String
  let ours: [Cost]
  let beside: String
  let others: [Cost]
  /// What may be divided away: megabytes written by each side, where they write different amounts.
  var perMegabyte = false
  var must = ""
  var goal = ""

  static let head = """
    | what | kith, ms: least / median | beside | its ms: least / median | ratio of least | of medians | of CPU | must | goal |
    |---|---|---|---|---|---|---|---|---|
    """

  var markdown: String {
    let scale = perMegabyte && ours.outputMegabytes > 0 ? others.outputMegabytes / ours.outputMegabytes : 1
    func ratio(_ ours: Double, _ other: Double) -> String { other > 0 ? figure(ours / other * scale) + "×" : "–" }
    let ratios = [
      ratio(ours.least(\.wallMilliseconds), others.least(\.wallMilliseconds)),
      ratio(ours.median(\.wallMilliseconds), others.median(\.wallMilliseconds)),
      ratio(ours.median(\.processorMilliseconds), others.median(\.processorMilliseconds)),
    ]
    let cells = [what, times(ours), beside, others.isEmpty ? "–" : times(others)] + ratios + [must, goal]
    return "| " + cells.joined(separator: " | ") + " |"
  }

  private func times(_ costs: [Cost]) -> String {
    let size = perMegabyte ? " (\(figure(costs.outputMegabytes)) MB)" : ""
    return figure(costs.least(\.wallMilliseconds)) + " / " + figure(costs.median(\.wallMilliseconds)) + size
  }
}

/// Three digits that count.
func figure(_ value: Double) -> String {
  let digits = value < 10 ? 2 : value < 100 ? 1 : 0
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let rounded = Int((value * scale).rounded())
  guard digits > 0 else { return String(rounded) }
  let fraction = String(rounded % Int(scale))
  return "\(rounded / Int(scale))." + String(repeating: "0", count: digits - fraction.count) + fraction
}
