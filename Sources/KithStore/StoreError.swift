import KithCore

/// What can go wrong with the file that holds the graph.
public enum StoreError: Error, Equatable {
  case cannotOpen(path: String, reason: String)
  /// The file is not an SQLite database, or not one of kith's.
  case notAStore(path: String)
  /// Written by a later version of kith.
  case tooNew(path: String, version: Int)
  case damaged(path: String)
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
}
