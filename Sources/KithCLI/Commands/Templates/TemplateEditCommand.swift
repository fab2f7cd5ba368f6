import ArgumentParser

struct TemplateEditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Change a template in your editor, or make one of your own.",
    discussion: """
      A template that is not yours yet begins as a copy of the one that comes with kith, one of a new name as a copy of \
      thank.

      Example:
        kith template edit thank
      """)

  @Argument(help: "Its name.", completion: .templates)
  var name: String

  func run() throws {
    try Descriptor.standardOutput.say(try EditTemplate(name: name, folder: .current).perform())
  }
}
