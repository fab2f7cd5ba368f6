import KithCore

/// Passes text on to a terminal line by line, with what could steer the terminal replaced.
final class TerminalFilter {
  private let descriptor: Descriptor
  private var pending: [UInt8] = []

  init(_ descriptor: Descriptor) { self.descriptor = descriptor }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    pending.append(contentsOf: bytes)
    guard let end = pending.lastIndex(of: UInt8(ascii: "\n")) else { return }
    let lines = String(decoding: pending[...end], as: UTF8.self)
    pending.removeFirst(end + 1)
    try show(lines)
  }

  func finish() throws {
    if !pending.isEmpty { try show(String(decoding: pending, as: UTF8.self)) }
    pending = []
  }

  private func show(_ text: String) throws {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    var clean = lines.map { TerminalText.cleaned(String(String.UnicodeScalarView($0))) }.joined(separator: "\n")
    try clean.withUTF8 { try descriptor.write(UnsafeRawBufferPointer($0)) }
  }
}
