/// The mark of the option `spreadsheet-safe`: an apostrophe before cells that a spreadsheet would run as a formula.
///
/// A cell that begins with an apostrophe of its own gets one more, and a last column of the header row says that the file
/// has marks: so they can be taken off exactly, and no apostrophe of another program is.
enum SpreadsheetMark {
  static let column = "kith-spreadsheet-safe"
  static let apostrophe = UInt8(ascii: "'")

  /// Whether a spreadsheet would run the cell as a formula: it begins with `=`, `@`, tab or CR, one of the full-width
  /// forms, or with `+` or `-` that begins neither a phone number nor another number.
  @inline(__always)
  static func isFormula(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = cell.first else { return false }
    switch first {
    case UInt8(ascii: "="), UInt8(ascii: "@"), 0x09, 0x0d: return true
    case UInt8(ascii: "+"), UInt8(ascii: "-"): return !isNumber(cell.dropFirst())
    case 0xef: return isFullWidth(cell)
    default: return false
    }
  }

  private static func isNumber(_ rest: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    var hasDigit = false
    for byte in rest {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case 0x20, UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"): continue
      default: return false
      }
    }
    return hasDigit
  }

  /// U+FF1D, U+FF20, U+FF0B, U+FF0D.
  private static func isFullWidth(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    guard cell.count >= 3, cell[1] == 0xbc else { return false }
    return [0x9d, 0xa0, 0x8b, 0x8d].contains(cell[2])
  }

  /// The cells of a header row without the column that says so, and whether it was there.
  static func takeOff(_ cells: [String]) -> (cells: [String], isMarked: Bool) {
    guard cells.last == column else { return (cells, false) }
    return (cells.dropLast().map { $0.hasPrefix("'") ? String($0.dropFirst()) : $0 }, true)
  }
}
