import KithCore

/// A field of the form: which keys it has, how values are written under them, and how items become values again.
struct FormField {
  /// The first is the one that is offered.
  let keys: [String]
  /// Whether a blank line asks for it where there is no value.
  let isOffered: Bool
  let values: (Entity) -> [FormValue]
  /// - Throws: ``FormProblem``
  let merge: ([FormItem], inout Entity) throws -> Void

  init(
    keys: [String], isOffered: Bool, values: @escaping (Entity) -> [FormValue],
    merge: @escaping ([FormItem], inout Entity) throws -> Void
  ) {
    self.keys = keys
    self.isOffered = isOffered
    self.values = values
    self.merge = merge
  }

  /// A field of any number of values.
  ///
  /// A line that was left as it was keeps its value, with all that the form does not show. A new line takes the place of a
  /// value whose line is gone: `parse` is given that value, to keep of it what the form does not show.
  init<Value>(
    _ keys: [String], offered: Bool = false, get: @escaping (Entity) -> [Value],
    set: @escaping ([Value], inout Entity) -> Void, show: @escaping (Value) -> FormValue,
    parse: @escaping (FormItem, Value?) throws -> Value
  ) {
    self.keys = keys
    isOffered = offered
    values = { get($0).map(show) }
    merge = { items, entity in
      let old = get(entity)
      set(try FormMerge.merged(old, as: old.map(show), with: items, parse), &entity)
    }
  }

  /// A field of texts without more to them.
  init(
    _ key: String, offered: Bool = false, get: @escaping (Entity) -> [String],
    set: @escaping ([String], inout Entity) -> Void
  ) {
    self.init(
      [key], offered: offered, get: get, set: set, show: { FormValue(key, $0) }, parse: { item, _ in item.text })
  }
}

enum FormMerge {
  static func merged<Value>(
    _ old: [Value], as shown: [FormValue], with items: [FormItem], _ parse: (FormItem, Value?) throws -> Value
  ) throws -> [Value] {
    let sources = sources(of: items, in: shown)
    let taken = Set(sources.compactMap { $0 })
    var gone = old.indices.filter { !taken.contains($0) }.makeIterator()
    return try zip(items, sources).map { item, source in
      try source.map { old[$0] } ?? parse(item, gone.next().map { old[$0] })
    }
  }

  /// Which of the values shown each item is: the one at its place first, then the first that is not taken.
  private static func sources(of items: [FormItem], in shown: [FormValue]) -> [Int?] {
    func isSame(_ item: FormItem, _ value: FormValue) -> Bool {
      item.key == value.key && item.written == value.written
    }
    var sources: [Int?] = items.enumerated().map { index, item in
      shown.indices.contains(index) && isSame(item, shown[index]) ? index : nil
    }
    var free: [[String]: [Int]] = [:]
    let taken = Set(sources.compactMap { $0 })
    for index in shown.indices.reversed() where !taken.contains(index) {
      free[[shown[index].key, shown[index].written], default: []].append(index)
    }
    for (index, item) in items.enumerated() where sources[index] == nil {
      sources[index] = free[[item.key, item.written]]?.popLast()
    }
    return sources
  }
}
