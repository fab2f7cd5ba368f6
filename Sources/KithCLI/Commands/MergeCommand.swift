import ArgumentParser
import KithCore

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge", abstract: "Make one record of two or more.",
    discussion: """
      The first one goes on: its name, and whatever there can be one of. What there can be several of is kept from all, \
      the other names as nicknames; all ties, interactions, applications, follow-ups and advice are handed to it, and \
      the old ids still find it. --dry-run shows field by field what comes from where. kith undo takes it back.

      Example:
        kith merge "Ada Lovelace" "A. Lovelace" --dry-run
      """)

  @Argument(help: "The record that goes on, then those that become part of it.", completion: .records)
  var references: [String]

  @OptionGroup var consent: ConsentOptions

  @OptionGroup var write: WriteOptions

  func validate() throws {
    if references.count < 2 { throw ValidationError("merging takes two records: the one that goes on, and another") }
  }

  func run() throws {
    let merge = MergeRecords(references: references)
    if !write.dryRun, let doubt = try write.store.read(merge.doubt) {
      guard try consent.isGiven(for: doubt) else { return }
    }
    try merge.perform(write)
  }
}
