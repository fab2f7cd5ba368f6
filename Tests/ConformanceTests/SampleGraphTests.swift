import KithConformance
import KithCore
import Testing

struct SampleGraphTests {
  private let everything = SampleGraph.everything

  @Test(arguments: EntityField.allCases)
  func everythingFillsTheField(_ field: EntityField) {
    #expect(everything.entities.contains { !field.isEmpty(in: $0) })
  }

  @Test func everythingHasEveryKindRelationRoleAndOutcome() {
    #expect(Set(everything.entities.map(\.kind)) == Set(Entity.Kind.allCases))
    #expect(Set(everything.relations.map(\.type)) == Set(RelationType.allCases))
    let roles = everything.applications.flatMap(\.involved).map(\.role)
    #expect(Set(roles) == Set(JobApplication.Involvement.Role.allCases))
    let outcomes = everything.applications.map(\.outcome?.kind)
    #expect(Set(outcomes) == Set([nil] + JobApplication.Outcome.Kind.allCases))
  }

  @Test func everythingHasEveryActStateAndStep() {
    #expect(Set(everything.followUps.map(\.act)) == Set(FollowUp.Act.allCases))
    #expect(Set(everything.followUps.map(\.owedBy)) == Set(FollowUp.Party.allCases))
    #expect(Set(everything.followUps.map(\.state.word)) == ["open", "done", "skipped"])
    #expect(everything.followUps.contains { $0.due == nil })
    #expect(everything.followUps.contains { $0.application != nil && $0.event != nil && $0.interaction != nil })
    #expect(Set(everything.feedback.map(\.state)) == Set([nil] + Feedback.Step.Kind.allCases))
    #expect(Set(everything.introductions.map(\.state)) == Set([nil] + Introduction.Step.Kind.allCases))
    #expect(everything.introductions.contains { $0.agreed.count == 1 })
    #expect(everything.entities.contains { $0.doNotAsk })
    #expect(Set(everything.keepInTouch.map(\.every.unit)) == Set(Interval.Unit.allCases))
    #expect(
      everything.keepInTouch.contains { $0.snoozedUntil != nil } && everything.keepInTouch.contains(where: \.isIgnored))
  }

  @Test func everythingHasDatesOfEveryPrecision() {
    let dates = everything.entities.flatMap(\.anniversaries).map(\.date)
    let shapes = dates.map { [$0.year != nil, $0.month != nil, $0.day != nil] }
    #expect(
      Set(shapes) == [
        [true, false, false], [true, true, false], [true, true, true], [false, true, false], [false, true, true],
        [false, false, true],
      ])
    #expect(Set(everything.entities.flatMap(\.anniversaries).map(\.kind)) == Set(Anniversary.Kind.allCases))
  }

  @Test func everythingHasPhotosOfBothSorts() {
    let photos = everything.entities.compactMap(\.photo)
    #expect(photos.contains { if case .data = $0 { true } else { false } })
    #expect(photos.contains { if case .uri = $0 { true } else { false } })
  }

  @Test(arguments: ["empty", "small", "everything", "hostile", "big"])
  func everyReferenceIsKept(_ name: String) throws {
    let big = SampleGraph.big(people: 100, seed: 1)
    let graph = SampleGraph.all.first { $0.name == name }?.graph ?? big
    let kinds = Dictionary(uniqueKeysWithValues: graph.entities.map { ($0.id, $0.kind) })
    for relation in graph.relations {
      let ends = relation.type.ends
      #expect(ends.subject.contains(try #require(kinds[relation.subject])), "subject of \(relation.type)")
      #expect(ends.object.contains(try #require(kinds[relation.object])), "object of \(relation.type)")
    }
    for interaction in graph.interactions { #expect(interaction.participants.allSatisfy { kinds[$0] == .person }) }
    for application in graph.applications {
      #expect(kinds[application.company] == .company)
      #expect(application.involved.allSatisfy { kinds[$0.person] == .person })
    }
    for followUp in graph.followUps {
      #expect(kinds[followUp.entity] != nil && kinds[followUp.entity] != .event)
      #expect(followUp.event.map { kinds[$0] == .event } ?? true)
      #expect(followUp.application.map { id in graph.applications.contains { $0.id == id } } ?? true)
      #expect(followUp.interaction.map { id in graph.interactions.contains { $0.id == id } } ?? true)
    }
    for feedback in graph.feedback {
      #expect(kinds[feedback.giver] == .person)
      #expect(feedback.application.map { id in graph.applications.contains { $0.id == id } } ?? true)
    }
    for introduction in graph.introductions {
      #expect(kinds[introduction.connector] == .person && kinds[introduction.person] == .person)
      #expect(introduction.application.map { id in graph.applications.contains { $0.id == id } } ?? true)
    }
    for kept in graph.keepInTouch { #expect(kinds[kept.entity] != nil && kinds[kept.entity] != .event) }
    #expect(Set(graph.keepInTouch.map(\.entity)).count == graph.keepInTouch.count)
    #expect(graph.owner.map { kinds[$0] == .person } ?? true)
    #expect(graph.entities.allSatisfy { !$0.name.isEmpty })
  }

  @Test(arguments: ["small", "everything", "hostile"])
  func relationsComeInTheOrderOfTheirSubjectsAndOnce(_ name: String) throws {
    let graph = try #require(SampleGraph.all.first { $0.name == name }).graph
    var relations: [Relation] = []
    try graph.forEachRelation { relations.append($0) }
    #expect(relations == graph.relations)
    #expect(Set(relations).count == relations.count)
  }

  @Test func bigIsTheSameForTheSameSeed() {
    let graph = SampleGraph.big(people: 60, seed: 3)
    #expect(graph.entities == SampleGraph.big(people: 60, seed: 3).entities)
    #expect(graph.relations == SampleGraph.big(people: 60, seed: 3).relations)
    #expect(graph.relations != SampleGraph.big(people: 60, seed: 4).relations)
    #expect(graph.entities.count { $0.kind == .person } == 60)
  }

  @Test func hostileNamesAMegabyte() {
    #expect(SampleGraph.hostile.entities.contains { $0.name.utf8.count >= 1 << 20 })
  }
}
