import KithCore
import KithMarkup

extension GraphReader {
  func me() throws -> Identifier {
    var id: Identifier?
    try xml.attributes { name, value in
      guard "id" ~= name else { return false }
      id = identifier(value)
      return true
    }
    return try required(id, "id")
  }

  func relation() throws -> Relation {
    var subject: Identifier?
    var type: RelationType?
    var object: Identifier?
    try xml.attributes { name, value in
      switch name {
      case "subject": subject = identifier(value)
      case "type": type = try word("relation", value)
      case "object": object = identifier(value)
      default: return false
      }
      return true
    }
    var relation = Relation(
      try required(subject, "subject"), try required(type, "type"), try required(object, "object"))
    try xml.children { name in
      switch name {
      case "title": relation.title = try xml.string()
      case "unit": relation.units.append(try xml.string())
      case "period": relation.period = try period()
      default: passOver()
      }
    }
    return relation
  }

  func period() throws -> Period {
    var period = Period.unknown
    try xml.attributes { name, value in
      switch name {
      case "start": period.start = try date(value)
      case "end": period.end = try date(value)
      case "over": period.endedAtUnknownDate = try flag(value)
      default: return false
      }
      return true
    }
    return period
  }

  func interaction() throws -> Interaction {
    var id: Identifier?
    var day: PartialDate?
    var interaction = Interaction(
      id: Identifier(high: 0, low: 0), date: CivilDay(daysSince1970: 0).date, channel: "", participants: [])
    try xml.attributes { name, value in
      switch name {
      case "id": id = identifier(value)
      case "date": day = try date(value)
      case "event": interaction.event = identifier(value)
      case "application": interaction.application = identifier(value)
      default: return false
      }
      return true
    }
    interaction.id = try required(id, "id")
    interaction.date = try required(day, "date")
    try xml.children { name in
      switch name {
      case "channel": interaction.channel = try xml.string()
      case "participant": interaction.participants.append(try me())
      case "summary": interaction.summary = try xml.string()
      default: passOver()
      }
    }
    return interaction
  }
}
