import ArgumentParser
import KithCore

/// What every command that adds a record takes.
struct NewRecordOptions: ParsableArguments {
  @Option(name: .customLong("city"), help: ArgumentHelp("The city.", valueName: "city"))
  var city: String?

  @Flag(name: .customLong("new"), help: "Record another one even if one of that name is known.")
  var isNew = false

  @OptionGroup var facts: FactOptions
}
