import KithCore
import KithStore

/// Merges all pairs that are certain, as one change.
struct MergeCertain {
  func perform(_ consent: ConsentOptions, _ write: WriteOptions) throws {
    let found = try write.store.read { try $0.duplicates(onlyCertain: true) }
    guard !found.pairs.isEmpty else {
      return try Descriptor.standardError.say("no pair is certain; nothing was merged")
    }
    let what = found.pairs.count == 1 ? "1 pair of records" : "\(found.pairs.count) pairs of records"
    guard try write.dryRun || consent.isGiven(for: "merge \(what)") else { return }
    var lines: [String] = []
    try write.perform("dupes") { editor in
      lines = []
      return try merge(editor, &lines)
    }
    for line in lines { try Descriptor.standardOutput.say("  " + TerminalText.cleaned(line)) }
  }

  func merge(_ editor: StoreEditor, _ lines: inout [String]) throws -> String {
    let found = try editor.graph.duplicates(onlyCertain: true)
    let doubtful = found.groups.filter { !$0.contradictions.isEmpty }
    let left = Set(doubtful.flatMap { $0.members.map(\.id) })
    let me = try editor.graph.me()
    var count = 0
    for group in CertainGroups(found.pairs.filter { !left.contains($0.one.id) }).groups {
      let survivor = MergeCertain.survivor(of: group.members, me)
      for other in group.members where other.id != survivor.id {
        _ = try editor.merge(other.id, into: survivor.id)
        count += 1
        lines.append(
          "\(other.name) [\(other.id.short)] into \(survivor.name) [\(survivor.id.short)]: \(group.reasons(for: other))"
        )
      }
    }
    for group in doubtful { lines.append("left apart: \(DuplicateOutput.sentence(group))") }
    return "merged \(count == 1 ? "1 record" : "\(count) records") into \(count == 1 ? "another" : "others")"
      + (doubtful.isEmpty ? "" : "; \(doubtful.count == 1 ? "1 group" : "\(doubtful.count) groups") left apart")
  }

  /// You, or the one whose name says most, or the one recorded first.
  private static func survivor(of members: [EntitySummary], _ me: Identifier?) -> EntitySummary {
    members.first { $0.id == me }
      ?? members.dropFirst().reduce(members[0]) { NameMatch.isShorter($0.name, than: $1.name) ? $1 : $0 }
  }
}

/// Pairs that hang together, in the order in which the records were found.
private struct CertainGroups {
  struct Group {
    var members: [EntitySummary] = []
    var pairs: [FoundDuplicates.Pair] = []

    func reasons(for member: EntitySummary) -> String {
      let reasons = pairs.first { $0.one.id == member.id || $0.other.id == member.id }?.reasons ?? []
      return reasons.map(\.phrase).joined(separator: ", ")
    }
  }

  private(set) var groups: [Group] = []

  init(_ pairs: [FoundDuplicates.Pair]) {
    var places: [Identifier: Int] = [:]
    for pair in pairs {
      let known = Set([pair.one, pair.other].compactMap { places[$0.id] }).sorted()
      let place = known.first ?? groups.count
      if known.isEmpty { groups.append(Group()) }
      for other in known.dropFirst() {
        groups[place].members += groups[other].members
        groups[place].pairs += groups[other].pairs
        for member in groups[other].members { places[member.id] = place }
        groups[other] = Group()
      }
      for member in [pair.one, pair.other] where places[member.id] == nil {
        groups[place].members.append(member)
        places[member.id] = place
      }
      groups[place].pairs.append(pair)
    }
    groups.removeAll(where: \.members.isEmpty)
  }
}
