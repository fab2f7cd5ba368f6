/// Why a template cannot be used, and where. Lines and columns count from 1.
struct TemplateProblem: Error, Equatable {
  var line: Int
  var column: Int
  var message: String

  var text: String { "line \(line), column \(column): \(message)" }
}
