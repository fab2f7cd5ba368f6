extension PartialDate {
  /// Reads the extended and the basic form (`1985-04-12`, `19850412`, `--0412`, `1985-04`), nothing else.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    let date = text.withUTF8 { PartialDate(utf8: $0) }
    guard let date else { return nil }
    self = date
  }

  /// As ``init(_:)``, from the bytes of the text.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    let dashes = bytes.prefix(4).prefix { $0 == UInt8(ascii: "-") }.count
    switch dashes {
    case 0: self.init(yearFirst: bytes)
    case 2: self.init(monthFirst: bytes)
    case 3:
      guard bytes.count == 5, let day = PartialDate.digits(bytes, 3, 2) else { return nil }
      self.init(day: day)
    default: return nil
    }
  }

  /// `1985`, `1985-04`, `1985-04-12` or `19850412`.
  private init?(yearFirst bytes: UnsafeBufferPointer<UInt8>) {
    guard let year = PartialDate.digits(bytes, 0, 4) else { return nil }
    switch bytes.count {
    case 4: self.init(year: year)
    case 7:
      guard bytes[4] == UInt8(ascii: "-"), let month = PartialDate.digits(bytes, 5, 2) else { return nil }
      self.init(year: year, month: month)
    case 8:
      guard let month = PartialDate.digits(bytes, 4, 2), let day = PartialDate.digits(bytes, 6, 2) else { return nil }
      self.init(year: year, month: month, day: day)
    case 10:
      guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), let month = PartialDate.digits(bytes, 5, 2),
        let day = PartialDate.digits(bytes, 8, 2)
      else { return nil }
      self.init(year: year, month: month, day: day)
    default: return nil
    }
  }

  /// `--04`, `--04-12` or `--0412`.
  private init?(monthFirst bytes: UnsafeBufferPointer<UInt8>) {
    guard let month = PartialDate.digits(bytes, 2, 2) else { return nil }
    switch bytes.count {
    case 4: self.init(month: month)
    case 6:
      guard let day = PartialDate.digits(bytes, 4, 2) else { return nil }
      self.init(month: month, day: day)
    case 7:
      guard bytes[4] == UInt8(ascii: "-"), let day = PartialDate.digits(bytes, 5, 2) else { return nil }
      self.init(month: month, day: day)
    default: return nil
    }
  }

  /// The number that `count` ASCII digits at `start` spell.
  @inline(__always)
  static func digits(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int) -> Int? {
    guard start + count <= bytes.count else { return nil }
    var number = 0
    for index in start..<start + count {
      let digit = bytes[index] &- 0x30
      guard digit < 10 else { return nil }
      number = number &* 10 &+ Int(digit)
    }
    return number
  }
}

extension PartialDate: CustomStringConvertible {
  /// The most bytes that ``write(to:)`` writes.
  public static let longestText = 10

  /// The extended form.
  public var description: String {
    String(unsafeUninitializedCapacity: PartialDate.longestText) { buffer in
      buffer.baseAddress.map { write(to: $0) } ?? 0
    }
  }

  /// Writes the extended form in ASCII; returns how many bytes.
  @discardableResult
  public func write(to target: UnsafeMutablePointer<UInt8>) -> Int {
    let year = packed / 10000
    let month = packed / 100 % 100
    let day = packed % 100
    var position = PartialDate.write(year, to: target)
    if month > 0 {
      if year > 0 { position = PartialDate.dash(target, position) }
      position = PartialDate.writeTwo(month, target, position)
    } else if year == 0 {
      position = PartialDate.dash(target, position)
    }
    guard day > 0 else { return position }
    if month > 0 { position = PartialDate.dash(target, position) }
    return PartialDate.writeTwo(day, target, position)
  }

  /// Four digits, or the two dashes that stand for an unknown year.
  private static func write(_ year: Int, to target: UnsafeMutablePointer<UInt8>) -> Int {
    guard year > 0 else { return dash(target, dash(target, 0)) }
    return writeTwo(year % 100, target, writeTwo(year / 100, target, 0))
  }

  @inline(__always)
  private static func dash(_ target: UnsafeMutablePointer<UInt8>, _ position: Int) -> Int {
    target[position] = UInt8(ascii: "-")
    return position + 1
  }

  @inline(__always)
  static func writeTwo(_ value: Int, _ target: UnsafeMutablePointer<UInt8>, _ position: Int) -> Int {
    target[position] = 0x30 + UInt8(truncatingIfNeeded: value / 10)
    target[position + 1] = 0x30 + UInt8(truncatingIfNeeded: value % 10)
    return position + 2
  }
}
