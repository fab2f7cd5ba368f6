import ArgumentParser
import KithCore
import KithStore

struct SkipCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "skip", abstract: "Say that something will not be done.",
    discussion: """
      As kith done: who it is with, and the act if there are several, or the beginning of its id. To keep in touch is put \
      off by its interval.

      Example:
        kith skip feedback grace
      """)

  @Argument(help: "Who, and which act; or an id.", completion: .records)
  var reference: [String]

  @OptionGroup var write: WriteOptions

  func run() throws {
    let today = Invocation.current.today
    try write.perform("skip") { editor in
      let act = try OpenActFinder(graph: editor.graph, today: today).one(reference)
      return try SettleAct(day: today).skipped(act, editor)
    }
  }
}
