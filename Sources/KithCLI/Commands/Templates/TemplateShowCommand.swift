import ArgumentParser

struct TemplateShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print a template.",
    discussion: """
      Example:
        kith template show thank --built-in
      """)

  @Argument(help: "Its name.", completion: .templates)
  var name: String

  @Flag(name: .customLong("built-in"), help: "The one that comes with kith, not yours.")
  var isBuiltIn = false

  func run() throws {
    let text = try TemplateFolder.current.find(name, builtIn: isBuiltIn).text
    try Descriptor.standardOutput.say(text.hasSuffix("\n") ? String(text.dropLast()) : text)
  }
}
