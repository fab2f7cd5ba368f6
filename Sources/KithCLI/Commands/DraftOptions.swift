import ArgumentParser

/// From which template a note is drafted, about what, and where it goes.
struct DraftOptions: ParsableArguments {
  @Option(
    name: .customLong("application"),
    help: ArgumentHelp("About which application, where they have a part in several.", valueName: "application"))
  var application: String?

  @Option(
    name: .customLong("about"),
    help: ArgumentHelp(
      "What you talked about, in place of your note of the last conversation; \"\" for nothing.", valueName: "text"))
  var topic: String?

  @Option(
    name: .customLong("template"), help: ArgumentHelp("The template, if another than usual.", valueName: "name"),
    completion: .templates)
  var template: String?

  @Flag(name: .customLong("built-in"), help: "The template that comes with kith, not one of yours.")
  var isBuiltIn = false

  @Option(
    name: .customLong("eml"),
    help: ArgumentHelp("Write a message that a mail program opens; - is stdout.", valueName: "file"),
    completion: .file(extensions: ["eml"]))
  var file: String?

  @Flag(name: .customLong("mailto"), help: "Print a mailto: link.")
  var isLink = false

  func validate() throws {
    if file != nil, isLink { throw ValidationError("--eml and --mailto exclude each other") }
  }
}
