/// Where in a record a byte stands: enough to find its end without keeping it.
enum CSVScanState {
  case fieldStart, plain, quoted, quoteInQuoted

  func after(_ byte: UInt8, delimiter: UInt8) -> CSVScanState {
    let quote = UInt8(ascii: "\"")
    return switch self {
    case .quoted: byte == quote ? .quoteInQuoted : .quoted
    case .quoteInQuoted where byte == quote: .quoted
    case .fieldStart where byte == quote: .quoted
    default: byte == delimiter ? .fieldStart : .plain
    }
  }
}
