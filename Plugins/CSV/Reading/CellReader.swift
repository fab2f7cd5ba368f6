import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Reads what ``ListCell`` describes.
struct CellReader {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  let decoder: CSVTextDecoder

  func text(_ cell: Bytes) -> String { decoder.text(cell) }

  /// The values of a list, blank lines passed over.
  func list(_ cell: Bytes) -> [String] {
    if isOneLine(cell) { return [unescaped(cell)] }
    var values: [String] = []
    forEachLine(of: cell) { if !$0.isEmpty { values.append(unescaped($0)) } }
    return values
  }

  /// Adds the values of a list; a column may stand in a header row twice.
  func add(_ cell: Bytes, to values: inout [String]) {
    if values.isEmpty { values = list(cell) } else { values += list(cell) }
  }

  /// The first value of a cell of one line, with what is said before it; nil if there are more lines.
  func singleTyped(_ cell: Bytes) -> (String, ContactDetails)? {
    guard isOneLine(cell) else { return nil }
    let (details, value) = prefix(of: cell)
    return (unescaped(value), details)
  }

  /// The values of a list, each with what is said before it.
  func typed(_ cell: Bytes, _ body: (String, ContactDetails) -> Void) {
    forEachLine(of: cell) { line in
      guard !line.isEmpty else { return }
      let (details, value) = prefix(of: line)
      body(unescaped(value), details)
    }
  }

  func isOneLine(_ cell: Bytes) -> Bool {
    cell.last != ListCell.carriageReturn && position(of: ListCell.lineFeed, in: cell) == nil
  }

  /// Hands over each line, the blank ones too, without its line end.
  func forEachLine(of cell: Bytes, _ body: (Bytes) -> Void) {
    var rest = cell
    while let found = position(of: ListCell.lineFeed, in: rest) {
      body(line(Bytes(rebasing: rest[..<found])))
      rest = Bytes(rebasing: rest[(found + 1)...])
    }
    body(line(rest))
  }

  /// A spreadsheet may have written CR LF; kith writes a CR of its own as an escape.
  private func line(_ bytes: Bytes) -> Bytes {
    bytes.last == ListCell.carriageReturn ? Bytes(rebasing: bytes.dropLast()) : bytes
  }

  /// The values of one line that are separated by semicolons.
  func parts(_ line: Bytes) -> [String] {
    guard !line.isEmpty else { return [] }
    guard position(of: ListCell.semicolon, in: line) != nil else { return [unescaped(line)] }
    var (values, first, index) = ([String](), 0, 0)
    while index < line.count {
      if line[index] == ListCell.semicolon {
        if index > first { values.append(unescaped(Bytes(rebasing: line[first..<index]))) }
        first = index + 1
      }
      index += line[index] == ListCell.backslash ? 2 : 1
    }
    if first < line.count { values.append(unescaped(Bytes(rebasing: line[first...]))) }
    return values
  }

  /// The lines of a cell as they are, blank ones left out.
  func lines(_ cell: Bytes) -> [String] {
    if isOneLine(cell) { return [text(cell)] }
    var lines: [String] = []
    forEachLine(of: cell) { if !$0.isEmpty { lines.append(text($0)) } }
    return lines
  }

  func unescaped(_ bytes: Bytes) -> String {
    guard position(of: ListCell.backslash, in: bytes) != nil else { return decoder.text(bytes) }
    var (plain, index) = ([UInt8](), 0)
    plain.reserveCapacity(bytes.count)
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == ListCell.backslash, index < bytes.count, let meant = ListCell.meaning(of: bytes[index]) else {
        plain.append(byte)
        continue
      }
      index += 1
      if let meant = meant.byte { plain.append(meant) }
    }
    return plain.withUnsafeBufferPointer(decoder.text)
  }

  private func position(of byte: UInt8, in bytes: Bytes) -> Int? {
    guard let base = bytes.baseAddress, let found = memchr(base, Int32(byte), bytes.count) else { return nil }
    return UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - base
  }
}

// MARK: Prefixes

extension CellReader {
  /// Takes `work,cell (label): ` from the beginning of a line; what does not have that form is all value.
  func prefix(of line: Bytes) -> (ContactDetails, Bytes) {
    var index = 0
    while index < line.count, ListCell.isTypeByte(line[index]) || line[index] == ListCell.comma { index += 1 }
    let types = Bytes(rebasing: line[..<index])
    var label: Bytes?
    if index < line.count, let opened = labelStart(line, index) {
      guard let closed = labelEnd(line, opened) else { return (ContactDetails(), line) }
      label = Bytes(rebasing: line[opened..<closed])
      index = closed + 1
    }
    guard index + 1 < line.count, line[index] == ListCell.colon, line[index + 1] == ListCell.space else {
      return (ContactDetails(), line)
    }
    return (details(types, label), Bytes(rebasing: line[(index + 2)...]))
  }

  private func labelStart(_ line: Bytes, _ index: Int) -> Int? {
    if line[index] == ListCell.openParenthesis, index == 0 { return 1 }
    guard index > 0, index + 1 < line.count, line[index] == ListCell.space else { return nil }
    return line[index + 1] == ListCell.openParenthesis ? index + 2 : nil
  }

  private func labelEnd(_ line: Bytes, _ opened: Int) -> Int? {
    var index = opened
    while index < line.count, line[index] != ListCell.closeParenthesis {
      index += line[index] == ListCell.backslash ? 2 : 1
    }
    return index < line.count ? index : nil
  }

  private func details(_ types: Bytes, _ label: Bytes?) -> ContactDetails {
    var details = ContactDetails(label: label.map(unescaped))
    var (first, index) = (0, 0)
    while index <= types.count {
      if index == types.count || types[index] == ListCell.comma {
        if index > first { add(Bytes(rebasing: types[first..<index]), to: &details) }
        first = index + 1
      }
      index += 1
    }
    return details
  }

  private func add(_ type: Bytes, to details: inout ContactDetails) {
    let word = String(decoding: type, as: UTF8.self)
    if let preference = ListCell.preference(word) {
      details.preference = preference
    } else {
      details.types.append(ListCell.lowercased(word))
    }
  }
}
