/// A key as somebody presses it.
enum TerminalKey: Equatable {
  case character(Character)
  case backspace, deleteWord, deleteLine
  case up, down, pageUp, pageDown
  case enter, escape, interrupt, endOfInput
}

/// Makes keys of the bytes that a terminal sends, however they are cut.
struct TerminalKeys {
  private var pending: [UInt8] = []

  /// Whether an escape came of which nobody knows yet whether it is the key or the beginning of another one.
  var isWaiting: Bool { !pending.isEmpty }

  /// The keys that are whole; with `isAll`, nothing more comes that belongs to what is held.
  mutating func take(_ bytes: [UInt8], isAll: Bool) -> [TerminalKey] {
    pending += bytes
    var keys: [TerminalKey] = []
    while !pending.isEmpty {
      guard let (key, count) = first(isAll: isAll) else { break }
      pending.removeFirst(count)
      if let key { keys.append(key) }
    }
    return keys
  }

  /// Nil if more bytes are needed; a key that means nothing here is nil with its length.
  private func first(isAll: Bool) -> (TerminalKey?, Int)? {
    switch pending[0] {
    case 0x1b: sequence(isAll: isAll)
    case 0x0d, 0x0a: (.enter, 1)
    case 0x7f, 0x08: (.backspace, 1)
    case 0x03: (.interrupt, 1)
    case 0x04: (.endOfInput, 1)
    case 0x0e: (.down, 1)
    case 0x10: (.up, 1)
    case 0x15: (.deleteLine, 1)
    case 0x17: (.deleteWord, 1)
    case 0..<0x20: (nil, 1)
    default: character(isAll: isAll)
    }
  }

  private func sequence(isAll: Bool) -> (TerminalKey?, Int)? {
    guard pending.count > 1 else { return isAll ? (.escape, 1) : nil }
    guard pending[1] == UInt8(ascii: "[") || pending[1] == UInt8(ascii: "O") else { return (.escape, 1) }
    // Parameters, then one letter or ~ (ECMA-48 §5.4).
    guard let end = pending.dropFirst(2).firstIndex(where: { (0x40...0x7e).contains($0) }) else {
      return isAll || pending.count > 32 ? (nil, pending.count) : nil
    }
    return (TerminalKeys.named(pending[2...end]), end + 1)
  }

  private static func named(_ sequence: ArraySlice<UInt8>) -> TerminalKey? {
    switch String(decoding: sequence, as: UTF8.self) {
    case "A": .up
    case "B": .down
    case "5~": .pageUp
    case "6~": .pageDown
    default: nil
    }
  }

  private func character(isAll: Bool) -> (TerminalKey?, Int)? {
    let length =
      switch pending[0] {
      case 0xc2...0xdf: 2
      case 0xe0...0xef: 3
      case 0xf0...0xf4: 4
      default: 1
      }
    guard pending.count >= length else { return isAll ? (nil, pending.count) : nil }
    let text = String(decoding: pending.prefix(length), as: UTF8.self)
    guard let character = text.first, character != "\u{fffd}" else { return (nil, 1) }
    return (.character(character), length)
  }
}
