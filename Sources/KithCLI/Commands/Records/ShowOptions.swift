import ArgumentParser
import KithCore

/// How records are shown.
struct ShowOptions: ParsableArguments {
  @Flag(name: .customLong("all"), help: "Every contact and every name, however many there are.")
  var isWhole = false

  @Option(name: .customLong("format"), help: ArgumentHelp("How to print it.", valueName: "format"))
  var format: CardFormat = .table

  @OptionGroup var store: StoreOptions

  func show(_ reference: String, among kinds: Set<Entity.Kind>) throws {
    let invocation = Invocation.current
    try store.read { graph in
      let records = try RecordDetails.matching(reference, among: kinds, in: graph)
      let output = Descriptor.standardOutput.sink()
      switch format {
      case .json: try RecordJSON.write(records, to: output)
      case .table:
        for (position, record) in records.enumerated() {
          if position > 0 { try output.write("\n") }
          try RecordCard(details: record, today: invocation.today.date, isWhole: isWhole)
            .write(to: output, terminal: invocation.terminal)
        }
      }
      try output.flush()
    }
  }
}

/// How one record is printed.
enum CardFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json
}
