import ArgumentParser
import KithCore
import KithStore

struct FindCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find", abstract: "Find records by any words of theirs.",
    discussion: """
      Looks for the words, or their beginnings, in names, nicknames, e-mail addresses, titles, companies, \
      organizations, tags, notes, and in what happened with people. A record must have all of them, wherever; the best \
      come first, with the reason. Case and accents do not count. Without words, on a terminal, it searches while you \
      type; arrow keys choose, enter picks, escape leaves.

      Example:
        kith find ada compilers
      """)

  @Argument(help: "What to look for.", completion: .records)
  var words: [String] = []

  @Flag(name: [.customShort("i"), .customLong("interactive")], help: "Begin with these words, and go on typing.")
  var isInteractive = false

  @Option(name: .customLong("limit"), help: ArgumentHelp("At most so many records.", valueName: "number"))
  var limit = 20

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: OutputFormat = .table

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit is \(limit); it takes a number from 1") }
  }

  func run() throws {
    let text = words.joined(separator: " ")
    if isInteractive || words.isEmpty { return try FindSession(store: store).run(beginningWith: text) }
    guard !SearchKey.words(text).isEmpty else {
      throw CommandError(
        "'\(TerminalText.cleaned(text))' has no letter or digit to look for", hint: "kith find ada", code: .usage)
    }
    try store.read { graph in
      let hits = try graph.search(text, limit: limit)
      if hits.isEmpty { throw try FoundNothing(text, in: graph).error }
      try FindOutput(hits: hits, format: format).write(to: Descriptor.standardOutput.sink())
    }
  }
}
