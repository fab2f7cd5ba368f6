import KithCore
import KithMarkup

extension GraphReader {
  func application() throws -> JobApplication {
    var id: Identifier?
    var company: Identifier?
    try xml.attributes { name, value in
      switch name {
      case "id": id = identifier(value)
      case "company": company = identifier(value)
      default: return false
      }
      return true
    }
    var application = JobApplication(
      id: try required(id, "id"), company: try required(company, "company"), position: "")
    try xml.children { name in
      switch name {
      case "position": application.position = try xml.string()
      case "stage": application.stages.append(try stage())
      case "outcome": application.outcome = try outcome()
      case "involved": application.involved.append(try involvement())
      case "url": application.url = try xml.string()
      case "note": application.note = try xml.string()
      default: passOver()
      }
    }
    return application
  }

  private func stage() throws -> JobApplication.Stage {
    var stage = JobApplication.Stage("")
    try xml.attributes { name, value in
      guard "date" ~= name else { return false }
      stage.date = try date(value)
      return true
    }
    try xml.children { name in
      if "name" ~= name { stage.name = try xml.string() } else { passOver() }
    }
    return stage
  }

  private func outcome() throws -> JobApplication.Outcome {
    var kind: JobApplication.Outcome.Kind?
    var day: PartialDate?
    try xml.attributes { name, value in
      switch name {
      case "kind": kind = try word("outcome", value)
      case "date": day = try date(value)
      default: return false
      }
      return true
    }
    var outcome = JobApplication.Outcome(try required(kind, "kind"), on: day)
    try xml.children { name in
      switch name {
      case "stage": outcome.stage = try xml.string()
      case "reason": outcome.reason = try xml.string()
      default: passOver()
      }
    }
    return outcome
  }

  private func involvement() throws -> JobApplication.Involvement {
    var person: Identifier?
    var role: JobApplication.Involvement.Role?
    var day: PartialDate?
    try xml.attributes { name, value in
      switch name {
      case "person": person = identifier(value)
      case "role": role = try word("role", value)
      case "date": day = try date(value)
      default: return false
      }
      return true
    }
    return JobApplication.Involvement(try required(person, "person"), as: try required(role, "role"), on: day)
  }
}
