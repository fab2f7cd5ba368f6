import KithCore
import KithStore

extension CommandError {
  /// The words for an error of another module.
  init(describing error: any Error) {
    switch error {
    case let error as CommandError: self = error
    case let error as StoreError: self.init(error)
    case let error as OptionError: self.init(error)
    case let error as SelectorError: self.init(error)
    case let error as SelectionError: self.init(error)
    case let error as ImportError:
      self.init((error.line.map { "line \($0): " } ?? "") + error.message)
    case let error as OutputError: self.init(error)
    case let error as JSONError:
      self.init("the store holds text that kith cannot read: \(error.message)", hint: "kith check says where")
    default: self.init("unexpected: \(TerminalText.cleaned("\(error)"))")
    }
  }

  private init(_ error: StoreError) {
    switch error {
    case .cannotOpen(let path, let reason):
      self.init("cannot open the store '\(path)': \(reason)", hint: "--store or KITH_STORE names another")
    case .notAStore(let path):
      self.init("'\(path)' is not a store of kith's", hint: "--store or KITH_STORE names another")
    case .tooNew(let path, let version):
      self.init("the store '\(path)' has version \(version), which this kith does not know", hint: "use a newer kith")
    case .damaged(let path):
      self.init(
        "the store '\(path)' is damaged",
        hint: "kith restore FILE puts back a backup; kith check --repair saves what can be read")
    case .unsound(let path, let findings):
      self.init(
        "'\(path)' is not sound: \(findings == 1 ? "1 finding" : "\(findings) findings"); nothing was written",
        hint: "kith check --store '\(path)' names them")
    case .noSuchFile(let path): self.init("there is no file '\(path)'", code: .notFound)
    case .notABackup(let path):
      self.init(
        "'\(path)' is no backup of kith's; nothing was changed",
        hint: "kith backup FILE writes one; kith import reads what kith export wrote")
    case .beyondRepair(let path):
      self.init(
        "the store '\(path)' is damaged beyond what can be read; nothing was changed",
        hint: "kith restore FILE puts back a backup")
    case .damagedBackup(let path):
      self.init("the backup '\(path)' is damaged; nothing was changed", hint: "restore an older one")
    case .wouldReplace(let path):
      self.init("'\(path)' is no backup that could be replaced; nothing was written", hint: "name another file")
    case .cannotWrite(let path, let reason): self.init("cannot write '\(path)': \(reason)")
    case .journalBeside(let path, let journal):
      self.init(
        "'\(journal)' lies beside '\(path)': the file is in use, or a crash left it half-written",
        hint: "kith check --store '\(path)' finishes what was left; then try again")
    case .diskFull(let path):
      self.init("no space left for the store '\(path)'; nothing was changed", hint: "free some space and try again")
    case .notWritable(let path):
      self.init("the store '\(path)' may not be written; nothing was changed", hint: "look at its permissions")
    case .database(let path, let code, let message):
      self.init("the store '\(path)' could not be used: \(message) (SQLite \(code)); nothing was changed")
    case .noSuchEntry(let number):
      self.init("there is no entry \(number)", hint: "kith history lists them", code: .notFound)
    case .nothingToUndo: self.init("there is nothing to undo", code: .notFound)
    case .alreadyUndone(let number): self.init("entry \(number) is undone already", hint: "kith history shows by which")
    case .laterEntriesBuildOnIt(let number, let later):
      let list = later.suffix(5).reversed().map(String.init).joined(separator: ", ")
      self.init(
        "entry \(number) cannot be undone by itself: later entries build on it",
        hint: "undo these first, the latest first: \(list)")
    case .unknownEntity: self.init("the record is not in the store any more", code: .notFound)
    case .wrongKind(let kind): self.init("a record of the kind '\(kind)' cannot stand there")
    case .wrongEnds(let type): self.init("'\(type)' cannot join these two: \(CommandError.ends(of: type))")
    case .cannotMerge(let one, let other):
      self.init("\(one.indefinite) and \(other.indefinite) cannot be one", hint: "only records of one kind are merged")
    case .stillInUse:
      self.init("there are applications to this company", hint: "kith application rm removes them first")
    }
  }

  private static func ends(of type: RelationType) -> String {
    func list(_ kinds: Set<Entity.Kind>) -> String { kinds.sorted().map(\.indefinite).joined(separator: " or ") }
    return "it goes from \(list(type.ends.subject)) to \(list(type.ends.object))"
  }

  private init(_ error: OptionError) {
    switch error {
    case .unknownOption(let name, let format, let known):
      let list = known.isEmpty ? "it has none" : "it has \(known.joined(separator: ", "))"
      self.init("the format '\(format)' has no option '\(name)'; \(list)", hint: "kith formats \(format)", code: .usage)
    case .unknownValue(let value, let option, let choices):
      self.init("'\(value)' is no value of '\(option)'; it takes \(choices.joined(separator: ", "))", code: .usage)
    }
  }

  private init(_ error: SelectionError) {
    switch error {
    case .nothingNamed(let text, let kinds):
      let what = kinds.count == 1 ? kinds.first?.rawValue ?? "record" : kinds.contains(.person) ? "record" : "company"
      self.init(
        "no \(what) named '\(TerminalText.cleaned(text))'", hint: "kith list shows who there is", code: .notFound)
    }
  }

  private init(_ error: OutputError) {
    switch error {
    case .noReader: self.init("nobody reads the output", code: .noReader)
    case .cannotWrite(let target, let reason): self.init("cannot write \(target): \(reason)")
    }
  }
}
