import KithCore

/// Which rows the ids of a file stand for, as far as they have been met.
struct KnownEntities {
  struct Place {
    let row: Int64
    let kind: Entity.Kind
  }

  private var places: [Identifier: Int64] = [:]

  /// The kind is packed below the row, which halves the memory of a million entries.
  subscript(id: Identifier) -> Place? {
    get {
      places[id].map { Place(row: $0 >> 3, kind: EntityRow.kind(code: Int($0 & 7))) }
    }
    set {
      places[id] = newValue.map { $0.row << 3 | Int64(EntityRow.code(of: $0.kind)) }
    }
  }
}
