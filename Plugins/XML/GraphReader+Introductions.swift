import KithCore
import KithMarkup

extension GraphReader {
  func introduction() throws -> Introduction {
    var (id, application): (Identifier?, Identifier?)
    var (connector, person): (Identifier?, Identifier?)
    try xml.attributes { name, value in
      switch name {
      case "id": id = identifier(value)
      case "connector": connector = identifier(value)
      case "person": person = identifier(value)
      case "application": application = identifier(value)
      default: return false
      }
      return true
    }
    var introduction = Introduction(
      id: try required(id, "id"), connector: try required(connector, "connector"),
      person: try required(person, "person"), application: application)
    try xml.children { name in
      switch name {
      case "reason": introduction.reason = try xml.string()
      case "step": introduction.steps.append(try introductionStep())
      default: passOver()
      }
    }
    return introduction
  }

  private func introductionStep() throws -> Introduction.Step {
    var (kind, side, day): (Introduction.Step.Kind?, Introduction.Side?, PartialDate?)
    try xml.attributes { name, value in
      switch name {
      case "kind": kind = try word("step", value)
      case "by": side = try word("side", value)
      case "date": day = try date(value)
      default: return false
      }
      return true
    }
    var step = Introduction.Step(try required(kind, "kind"), by: side, on: day)
    try xml.children { name in
      if "note" ~= name { step.note = try xml.string() } else { passOver() }
    }
    return step
  }
}
