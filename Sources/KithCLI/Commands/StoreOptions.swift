import ArgumentParser
import KithCore
import KithStore

/// Which store a command works on.
struct StoreOptions: ParsableArguments {
  @Option(
    name: .customLong("store"), help: ArgumentHelp("The file that holds the graph.", valueName: "file"),
    completion: .file())
  var path: String?

  private var resolved: String { path ?? Invocation.current.defaultStore }

  /// Copies the store to a file that is no part of it.
  func backUp(to file: String, evenIfUnsound: Bool) throws -> GraphCounts? {
    try requireExisting()
    try refuseAsTarget(file)
    return try StoreBackup.write(
      try checkedPath(), to: file, evenIfUnsound: evenIfUnsound, waiting: StoreOptions.sayWaiting)
  }

  /// What is in a backup, if it can be restored.
  func look(at backup: String) throws -> GraphCounts {
    try refuseAsTarget(backup)
    return try StoreBackup.look(at: backup, for: try checkedPath())
  }

  /// - Throws: ``StoreError/noSuchFile(path:)``
  func requireFile(_ file: String) throws {
    guard try Store.exists(at: file) else { throw StoreError.noSuchFile(path: file) }
  }

  /// Puts a copy of a backup in the store's place.
  func restore(_ backup: String) throws -> (counts: GraphCounts, kept: String?) {
    try refuseAsTarget(backup)
    return try StoreBackup.restore(
      backup, to: try checkedPath(), makingFolder: path == nil, at: Invocation.current.now,
      waiting: StoreOptions.sayWaiting)
  }

  private static func nothingRecorded(_ path: String) -> CommandError {
    CommandError(
      "nothing is recorded yet: there is no store '\(path)'", hint: "kith met \"Ada Lovelace\" records a person",
      code: .notFound)
  }

  private func checkedPath() throws -> String {
    guard !resolved.isEmpty else {
      throw CommandError("nobody said where the store is", hint: "set HOME, KITH_STORE or --store", code: .usage)
    }
    return resolved
  }

  /// - Throws: ``CommandError`` if `target` is the store itself or a file beside it that belongs to it.
  func refuseAsTarget(_ target: String?) throws {
    guard let target, Store.isPartOfStore(target, at: try checkedPath()) else { return }
    throw CommandError(
      "'\(TerminalText.cleaned(target))' is the store itself; nothing was written", hint: "name another file",
      code: .usage)
  }

  private static func sayWaiting() {
    guard Invocation.current.terminal.showsProgress else { return }
    try? Descriptor.standardError.say("another kith is at work on this store; waiting for it to finish")
  }

  /// Reads the graph.
  /// - Throws: ``CommandError`` if nothing was ever recorded.
  func read<Result>(_ body: (StoredGraph) throws -> Result) throws -> Result {
    let path = try checkedPath()
    guard let store = try Store.forReading(at: path, waiting: StoreOptions.sayWaiting) else {
      throw StoreOptions.nothingRecorded(path)
    }
    defer { store.close() }
    return try store.read(body)
  }

  /// Makes a new store of what can be read of a damaged one.
  func salvage() throws -> StoreSalvage.Outcome {
    try StoreSalvage.run(try checkedPath(), at: Invocation.current.now, waiting: StoreOptions.sayWaiting)
  }

  /// - Throws: ``CommandError`` if nothing was ever recorded.
  func requireExisting() throws {
    let path = try checkedPath()
    guard try Store.exists(at: path) else { throw StoreOptions.nothingRecorded(path) }
  }

  /// Changes the graph in one transaction and one journal entry.
  func write<Result>(
    _ command: String, rehearse: Bool = false, _ body: (StoreEditor) throws -> Result
  ) throws -> Result {
    let invocation = Invocation.current
    let store = try Store.forWriting(at: try checkedPath(), makingFolder: path == nil, waiting: StoreOptions.sayWaiting)
    defer { store.close() }
    return try store.write(
      command, at: invocation.now, seed: invocation.seed, rehearse ? .discard : .commit, body)
  }
}
