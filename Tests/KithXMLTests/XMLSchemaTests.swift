import KithConformance
import KithCore
import KithXML
import Testing

@Suite struct XMLSchemaTests {
  @Test func whatIsWrittenIsValid() throws {
    #expect(Schema.accepts(try Harness.export(InMemoryGraph())) == true)
    #expect(Schema.accepts(try Harness.export(SampleGraph.everything)) == true)
    #expect(Schema.accepts(try Harness.export(SampleGraph.hostile)) == true)
  }

  @Test(
    arguments: [
      "<kith xmlns='urn:kith:graph:1' schema='4'/>", "<kith schema='1'/>",
      "<kith xmlns='urn:kith:graph:1' schema='1'><person/></kith>",
      "<kith xmlns='urn:kith:graph:1' schema='1'><me id='x'/></kith>",
    ])
  func somethingElseIsNot(_ text: String) { #expect(Schema.accepts(Array(text.utf8)) == false) }
}
