import KithCore

@testable import KithStore

/// A small network as somebody may have it: accents, nicknames, notes, several scripts, things that happened.
enum SearchGraph {
  static func fill(_ store: TemporaryStore) throws { try store.take(people + places + ties + happenings) }

  private typealias Made = (UInt64, String, [String], [String], String?, String?)

  private static var people: [ImportedRecord] {
    let made: [Made] = [
      (1, "Ada Lovelace", ["Countess"], ["compilers"], "ada.king@example.com", nil),
      (2, "Grace Hopper", ["Amazing Grace"], ["compilers", "navy"], "ghopper@example.com", "Found a moth in a relay"),
      (3, "Charles Babbage", [], [], "charles@example.com", "Grumbles about street musicians; loves tea and cake"),
      (4, "José Ñandú", ["Pepe"], ["müller"], nil, nil), (5, "Jörg Müller", [], [], nil, "asks for Ada's notes"),
      (6, "Joerg Mueller", [], [], nil, nil), (7, "佐藤 花子", ["Hanako"], [], nil, "機械翻訳を研究している"),
      (8, "田中太郎", [], ["東京"], nil, nil), (9, "김철수", ["Chulsoo"], [], nil, nil),
      (10, "Łukasz Wójcik", [], [], nil, nil), (11, "Adam Smith", [], [], nil, nil),
      (12, "Adelaide Ames", [], [], nil, "sister of the other Adelaide"),
      (13, "Alan Turing", [], [], nil, "runs marathons"),
      (14, "Luigi Menabrea", [], ["translation"], nil, nil),
      (15, "Mary Somerville", [], [], "somerville@example.com", nil),
      (16, "O'Brien, Sinéad", [], [], nil, nil), (17, "Anne-Marie Œuvray", [], [], nil, nil),
      (18, "Mark Mark", [], [], nil, nil), (19, "Marta Compilersky", [], [], nil, nil),
      (20, "Ελένη Παπαδοπούλου", [], [], nil, nil), (21, "Юрий Гагарин", [], [], nil, nil),
    ]
    return made.map { number, name, nicknames, tags, email, note in
      var entity = Entity.test(number, name, email: email)
      entity.nicknames = nicknames
      entity.tags = tags
      if let note { entity.notes = [note] }
      return .entity(entity)
    }
  }

  private static var places: [ImportedRecord] {
    [
      .entity(.test(50, "Analytical Engines Ltd.", .company)), .entity(.test(51, "Straße & Söhne GmbH", .company)),
      .entity(.test(52, "東京大学株式会社", .company)), .entity(.test(53, "Compiler Club", .organization)),
      .entity(.test(54, "Lovelace Society", .organization)), .entity(.test(55, "SwiftConf 2026", .event)),
      .entity(.test(56, "Navy", .organization)), .entity(.test(57, "Bletchley Park", .company)),
    ]
  }

  private static var ties: [ImportedRecord] {
    [
      Relation(.test(1), .worksFor, .test(50), title: "Chief Programmer", units: ["Research"]),
      Relation(.test(3), .founded, .test(50)), Relation(.test(3), .worksFor, .test(50), title: "Engineer"),
      Relation(
        .test(14), .worksFor, .test(50), title: "Translator", period: Period(end: .test("2019"))),
      Relation(.test(5), .worksFor, .test(51), title: "Vertriebsleiter"),
      Relation(.test(8), .worksFor, .test(52), title: "部長"), Relation(.test(1), .memberOf, .test(53)),
      Relation(.test(2), .worksFor, .test(56), title: "Rear Admiral"),
      Relation(.test(13), .worksFor, .test(57), title: "Mathematician"),
      Relation(.test(15), .attended, .test(55)),
    ].map { .relation(ImportedRelation($0)) }
  }

  private static var happenings: [ImportedRecord] {
    [
      (1, "2026-03-01", "call", "talked about garbage collection and register allocation"),
      (2, "2026-05-02", "coffee", "she explained nanoseconds with a piece of wire"),
      (3, "2020-01-01", "letter", "asked for money for the second engine"),
      (11, "2026-06-01", "meeting", "Met at the market"), (13, "2025-01-01", "email", "sent the paper on 計算可能数"),
      (18, "2026-01-01", "call", "spoke of register offices"),
    ].map { person, date, channel, summary in
      .interaction(
        Interaction(
          id: .test(UInt64(100 + person)), date: .test(date), channel: channel, participants: [.test(UInt64(person))],
          summary: summary))
    }
  }
}
