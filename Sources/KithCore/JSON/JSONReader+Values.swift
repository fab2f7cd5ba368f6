extension JSONReader {
  /// A date such as `2026-11-02`, `2026-11` or `--11-02`.
  public mutating func partialDate() throws -> PartialDate {
    try value("no date such as 2026-11-02") { PartialDate(utf8: $0) }
  }

  /// A complete date such as `2026-11-02`.
  public mutating func civilDay() throws -> CivilDay {
    try value("no day such as 2026-11-02") { PartialDate(utf8: $0).flatMap { CivilDay($0) } }
  }

  /// A moment such as `2026-11-02T09:30:00Z`.
  public mutating func timestamp() throws -> Timestamp {
    try value("no moment such as 2026-11-02T09:30:00Z") { Timestamp(utf8: $0) }
  }

  /// A UUID, or the identity behind any other text (``Identifier/init(uid:)``).
  public mutating func identifier() throws -> Identifier {
    try withText { Identifier(utf8: $0) ?? Identifier(uid: String(decoding: $0, as: UTF8.self)) }
  }

  private mutating func value<Value>(
    _ complaint: StaticString, _ parse: (UnsafeBufferPointer<UInt8>) -> Value?
  ) throws -> Value {
    let start = position
    return try withText { bytes in
      if let value = parse(bytes) { return value }
      let shown = TerminalText.cleaned(String(decoding: bytes.prefix(40), as: UTF8.self))
      throw JSONError(offset: start, "'\(shown)' is \(complaint)")
    }
  }
}
