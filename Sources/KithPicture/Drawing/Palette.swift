/// Colours that the colour-blind tell apart, by lightness too, so that a grey print keeps the order of warmth (Okabe and
/// Ito, "Color Universal Design", 2008).
struct Palette {
  let paper: String
  let ink: String
  let faint: String
  let edge: String
  let pastEdge: String
  let rim: String
  let person: String
  /// In the order of ``Warmth``.
  let warmth: [String]
  let company: String
  let organization: String
  let event: String

  static let light = Palette(
    paper: "#ffffff", ink: "#1f2328", faint: "#5b626b", edge: "#9aa1a9", pastEdge: "#c3c8ce", rim: "#ffffff",
    person: "#e69f00", warmth: ["#c44e00", "#f0a030", "#f7dd9a", "#9fc5e3", "#ffffff"],
    company: "#0063a3", organization: "#00805e", event: "#b4568a")

  static let dark = Palette(
    paper: "#16191d", ink: "#e8eaed", faint: "#a3abb4", edge: "#6b737c", pastEdge: "#454c54", rim: "#16191d",
    person: "#e69f00", warmth: ["#ff7a2b", "#f3ad4b", "#f9e2a8", "#6f9cc2", "#16191d"],
    company: "#3f9bdb", organization: "#2fb390", event: "#da86b5")

  /// Fonts that one machine or another has, the widest first: text is measured as that one.
  static let fonts = "DejaVu Sans,Verdana,Helvetica,Arial,Noto Sans CJK JP,Noto Sans,sans-serif"

  /// Variables of CSS.
  var variables: String {
    let warmths = warmth.enumerated().map { "--w\($0):\($1)" }.joined(separator: ";")
    return """
      --paper:\(paper);--ink:\(ink);--faint:\(faint);--edge:\(edge);--past:\(pastEdge);--rim:\(rim);--person:\(person);\
      \(warmths);--company:\(company);--organization:\(organization);--event:\(event)
      """
  }

  /// Style sheet for a picture; `value` says how a colour is named there.
  static func style(_ value: (String) -> String) -> String {
    """
    text{fill:\(value("ink"))}
    .labels text{paint-order:stroke;stroke:\(value("paper"));stroke-width:0.22em;\
    stroke-linejoin:round}
    .edge{stroke:\(value("edge"));stroke-width:1.1;fill:none}
    .edge.people{stroke-width:1.5}
    .edge.over{stroke:\(value("past"));stroke-dasharray:4 3}
    .arrowhead{fill:\(value("edge"))}
    .node{stroke:\(value("rim"));stroke-width:1.2}
    .person{fill:\(value("person"))}
    .company{fill:\(value("company"))}
    .organization{fill:\(value("organization"))}
    .event{fill:\(value("event"))}
    .w0{fill:\(value("w0"))}
    .w1{fill:\(value("w1"))}
    .w2{fill:\(value("w2"));stroke:\(value("faint"))}
    .w3{fill:\(value("w3"));stroke:\(value("faint"))}
    .w4{fill:\(value("w4"));stroke:\(value("faint"))}
    .me{fill:\(value("ink"));stroke:\(value("person"));stroke-width:3}

    """
  }

  func color(_ name: String) -> String {
    switch name {
    case "paper": paper
    case "ink": ink
    case "faint": faint
    case "edge": edge
    case "past": pastEdge
    case "rim": rim
    case "person": person
    case "company": company
    case "organization": organization
    case "event": event
    default: Int(name.dropFirst()).map { warmth[$0] } ?? ink
    }
  }
}
