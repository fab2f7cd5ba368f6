import GRDB
import GRDBSQLite
import KithCore

/// The SQL function `fieldHolds(number, text)`: whether the text of a row passes a test. What is looked for stays here and
/// never reaches SQL; a row is read as far as its field and no further.
final class FieldFunction {
  enum Test {
    /// Of plain text.
    case text(Selector.FieldTest)
    /// Of the properties of an entity.
    case field(Selector.Field, Selector.FieldTest)
    case custom(String, Selector.FieldTest)
    /// Whether there is a custom field of that name.
    case customName(String)
  }

  private var tests: [Test] = []
  private var entity = EntityRow.blank

  /// - Throws: `DatabaseError`
  init(on connection: OpaquePointer?) throws {
    let code = sqlite3_create_function_v2(
      connection, "fieldHolds", 2, SQLITE_UTF8, Unmanaged.passRetained(self).toOpaque(),
      { context, _, values in FieldFunction.call(context, values) }, nil, nil,
      { held in held.map { Unmanaged<FieldFunction>.fromOpaque($0).release() } })
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  /// The number by which SQL calls it.
  func add(_ test: Test) -> Int {
    tests.append(test)
    return tests.count - 1
  }

  private static func call(_ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?) {
    guard let values, let held = sqlite3_user_data(context) else { return }
    let function = Unmanaged<FieldFunction>.fromOpaque(held).takeUnretainedValue()
    let text = sqlite3_value_text(values[1])
    let bytes = UnsafeBufferPointer(start: text, count: Int(sqlite3_value_bytes(values[1])))
    sqlite3_result_int(context, function.holds(Int(sqlite3_value_int64(values[0])), bytes) ? 1 : 0)
  }

  private func holds(_ number: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard tests.indices.contains(number) else { return false }
    switch tests[number] {
    case .text(let test): return test.holds(String(decoding: bytes, as: UTF8.self))
    case .field(let field, let test):
      guard let key = field.property, read(key, bytes) else { return false }
      return field.values(of: entity).contains(where: test.holds)
    case .custom(let name, let test):
      guard read("customFields", bytes) else { return false }
      return entity.customFields.contains { Selector.fieldKey($0.name) == name && test.holds($0.value) }
    case .customName(let name):
      guard read("customFields", bytes) else { return false }
      return entity.customFields.contains { Selector.fieldKey($0.name) == name }
    }
  }

  /// Reads one member into `entity`; false if it is not there.
  private func read(_ name: StaticString, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    do {
      var reader = JSONReader(bytes)
      try reader.beginObject()
      while let key = try reader.nextKey() {
        if name ~= key { return try reader.readProperty(key, into: &entity) }
        try reader.skipValue()
      }
    } catch {}
    return false
  }
}

extension Selector.Field {
  /// The member of an entity's properties in which it stands.
  fileprivate var property: StaticString? {
    switch self {
    case .name, .title: nil
    case .given, .family: "personName"
    case .nickname: "nicknames"
    case .email: "emails"
    case .phone: "phones"
    case .url: "links"
    case .account: "onlineServices"
    case .note: "notes"
    case .address, .street, .city, .region, .country: "addresses"
    }
  }
}
