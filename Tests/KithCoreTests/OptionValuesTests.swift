import KithCore
import Testing

struct OptionValuesTests {
  private let format = Format(
    name: "sample", summary: "a sample", specification: "none", mediaType: "text/plain", fileExtensions: ["txt"],
    options: [
      FormatOption(name: "version", summary: "which", choices: ["3.0", "4.0"]),
      FormatOption(name: "photos", summary: "whether", choices: ["yes", "no"]),
    ],
    coverage: .everything)

  @Test func fillsInDefaults() throws {
    let values = try OptionValues([(name: "photos", value: "no")], for: format)
    #expect(values["version"] == "3.0")
    #expect(values["photos"] == "no")
  }

  @Test func theLastValueWins() throws {
    #expect(try OptionValues([("version", "4.0"), ("version", "3.0")], for: format)["version"] == "3.0")
  }

  @Test func refusesWhatTheFormatDoesNotDeclare() {
    #expect(throws: OptionError.unknownOption("verison", format: "sample", known: ["version", "photos"])) {
      try OptionValues([("verison", "4.0")], for: format)
    }
    #expect(throws: OptionError.unknownValue("5.0", option: "version", choices: ["3.0", "4.0"])) {
      try OptionValues([("version", "5.0")], for: format)
    }
  }

  @Test func textOptionsKeepAllThatWasSaid() throws {
    let format = Format(
      name: "sample", summary: "a sample", specification: "none", mediaType: "text/plain", fileExtensions: ["txt"],
      options: [FormatOption(name: "map", summary: "what columns say", placeholder: "column=field")],
      coverage: .everything)
    #expect(try OptionValues([], for: format)[texts: "map"].isEmpty)
    #expect(try OptionValues([("map", "A=b"), ("map", "")], for: format)[texts: "map"] == ["A=b", ""])
    #expect(format.options[0].choices.isEmpty)
    #expect(format.options[0].values == .text(placeholder: "column=field"))
  }
}
