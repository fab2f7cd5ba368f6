import KithCore

/// What can go wrong with the file that holds the graph.
public enum StoreError: Error, Equatable {
  case cannotOpen(path: String, reason: String)
  /// The file is not an SQLite database, or not one of kith's.
  case notAStore(path: String)
  /// Written by a later version of kith.
  case tooNew(path: String, version: Int)
  case damaged(path: String)
  /// Rules are broken in it, as many as that.
  case unsound(path: String, findings: Int)
  case noSuchFile(path: String)
  case notABackup(path: String)
  /// A file where a backup is to be written, and which is none.
  case wouldReplace(path: String)
  case damagedBackup(path: String)
  /// Not even parts of it can be read.
  case beyondRepair(path: String)
  case cannotWrite(path: String, reason: String)
  /// A journal lies beside a backup: the file alone is not what was saved.
  case journalBeside(path: String, journal: String)
  case diskFull(path: String)
  case notWritable(path: String)
  /// Anything else that SQLite says.
  case database(path: String, code: Int32, message: String)
  case noSuchEntry(Int)
  case nothingToUndo
  case alreadyUndone(Int)
  /// Later entries changed the same records.
  case laterEntriesBuildOnIt(Int, later: [Int])
  case unknownEntity(Identifier)
  /// Edges of this type do not join these kinds of records.
  case wrongEnds(RelationType)
  /// A record of this kind cannot stand where it was put.
  case wrongKind(Entity.Kind)
  /// Records of these kinds cannot be one.
  case cannotMerge(Entity.Kind, Entity.Kind)
  /// The record has ties that would be lost with it.
  case stillInUse

  /// The same of the file that a copy was made of.
  func said(of path: String) -> StoreError {
    switch self {
    case .cannotOpen(_, let reason): .cannotOpen(path: path, reason: reason)
    case .notAStore: .notAStore(path: path)
    case .tooNew(_, let version): .tooNew(path: path, version: version)
    case .damaged: .damaged(path: path)
    case .database(_, let code, let message): .database(path: path, code: code, message: message)
    default: self
    }
  }
}
