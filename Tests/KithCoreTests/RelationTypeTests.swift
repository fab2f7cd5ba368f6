import KithCore
import Testing

@Suite struct RelationTypeTests {
  @Test func bytesNameTypes() {
    for type in RelationType.allCases {
      var name = type.rawValue
      #expect(name.withUTF8 { RelationType(utf8: $0) } == type)
    }
    for text in ["", "works", "worksfor", "WorksFor", "7orksFor", "zzz", "worksForr"] {
      var text = text
      #expect(text.withUTF8 { RelationType(utf8: $0) } == nil)
    }
  }
}
