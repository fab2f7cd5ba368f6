import ArgumentParser
import KithCore
import KithStore

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in a file of contacts.",
    discussion: """
      The format is recognised by what is in the file. Who is known already, by UID, e-mail, phone or link, is \
      brought up to date; what the file does not say is kept. A job title that is new at the same company is the \
      next one there: the one known before has ended. It is one change: kith undo takes it back whole. --dry-run \
      shows the records that would be new or changed.

      Examples:
        kith import Connections.csv --dry-run
        kith import ~/contacts
        kith import --format vcard - < phone.vcf
      """)

  @Argument(help: "The file, or a folder of cards; - is stdin.", completion: .file())
  var file: String

  @Option(
    name: .customLong("format"), help: ArgumentHelp("The format, if it is not to be recognised.", valueName: "name"),
    completion: .formats)
  var format: String?

  @Option(
    name: .customLong("map"),
    help: ArgumentHelp(
      "What a column of a CSV file with unknown headers is (kith formats csv lists the fields). May be repeated.",
      valueName: "column=field"))
  var map: [String] = []

  @Flag(name: .customLong("strict"), help: "Change nothing and exit 6 if a record is left out or something is lost.")
  var strict = false

  @OptionGroup var plugin: PluginOptions
  @OptionGroup var write: WriteOptions

  func run() throws {
    let files = try InputFolder.files(in: file, with: extensions())
    try FileImport(
      name: file == "-" ? "stdin" : file, paths: files ?? [file], isFolder: files != nil, format: format, map: map,
      isStrict: strict, plugin: plugin
    ).perform(write)
  }

  /// Of the files that are read from a folder.
  private func extensions() throws -> [String] {
    let plugins = Invocation.current.plugins
    return try (format.map { try plugins.anyImporter(named: $0) } ?? plugins.importer(named: "vcard"))?
      .format.fileExtensions ?? []
  }
}
