import KithCore
import KithPicture
import KithStore

/// Reads what is to be drawn.
struct PictureFinder {
  let today: CivilDay
  /// Without what is private.
  let isPublic: Bool

  func graph(of graph: StoredGraph) throws -> PictureGraph {
    let me = try graph.me()
    let last = try isPublic ? [:] : graph.lastInteractions()
    var nodes: [PictureNode] = []
    try graph.forEachEntity(of: Set(Entity.Kind.allCases), relations: []) { entity, _ in
      nodes.append(node(entity, isMe: entity.id == me, last: last[entity.id]))
    }
    var drawn = PictureGraph(nodes: nodes)
    try graph.forEachRelation { drawn.add($0, isOver: $0.period.isOver(on: today.date)) }
    if !isPublic { try graph.forEachApplication { add($0, to: &drawn) } }
    return drawn
  }

  /// Who had a part in it is tied to the company.
  private func add(_ application: JobApplication, to drawn: inout PictureGraph) {
    for involved in application.involved {
      let details = [application.position, involved.date?.description ?? ""].filter { !$0.isEmpty }
      let tie = PictureTie(
        phrase: involved.role.phrase, inversePhrase: "had as \(involved.role.words) of yours",
        details: details.joined(separator: ", "), isOver: application.outcome != nil)
      drawn.add(tie, from: involved.person, to: application.company)
    }
  }

  private func node(_ entity: Entity, isMe: Bool, last: PartialDate?) -> PictureNode {
    let showsWarmth = entity.kind == .person && !isMe && !isPublic
    let warmth = showsWarmth ? Warmth(last: last.flatMap(PictureFinder.firstDay), today: today) : nil
    var facts: [PictureFact] = []
    if showsWarmth { facts.append(PictureFact("last in touch", last?.description ?? "never noted")) }
    if entity.kind == .event, let start = entity.period.start {
      let end = entity.period.end.flatMap { $0 == start ? nil : " to \($0)" } ?? ""
      facts.append(PictureFact("when", "\(start)\(end)"))
    }
    if !entity.tags.isEmpty { facts.append(PictureFact("tags", entity.tags.joined(separator: ", "))) }
    return PictureNode(entity.summary, isMe: isMe, warmth: warmth, facts: facts)
  }

  /// The first day that the date may mean; nil where not even the year is known.
  private static func firstDay(_ date: PartialDate) -> CivilDay? {
    guard let year = date.year else { return nil }
    return PartialDate(year: year, month: date.month ?? 1, day: date.day ?? 1).flatMap { CivilDay($0) }
  }
}

extension JobApplication.Involvement.Role {
  fileprivate var phrase: String {
    switch self {
    case .recruiter: "recruited you for"
    case .interviewer: "interviewed you for"
    case .hiringManager: "was to be your manager at"
    case .referrer: "referred you to"
    case .contact: "was your contact at"
    }
  }
}
