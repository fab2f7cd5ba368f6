extension RelationType {
  /// As `init(rawValue:)`, from the bytes of the text.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.first, let candidates = RelationType.byInitial[Int(first) & 0x1f] else { return nil }
    for (type, name) in candidates where name.elementsEqual(bytes) {
      self = type
      return
    }
    return nil
  }

  private static let byInitial: [[(RelationType, [UInt8])]?] = (0..<32).map { initial in
    let types = allCases.map { ($0, Array($0.rawValue.utf8)) }.filter { Int($0.1[0]) & 0x1f == initial }
    return types.isEmpty ? nil : types
  }
}
