import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The part of an input that is being looked at: whole cards, unfolded in place.
///
/// Lines end at LF, CR LF or CR and go on where the next one begins with a space or a tab (RFC 6350 §3.2). Bytes since the
/// last ``release()`` stay where they are relative to `base + anchor`; more than `limit` of them are thrown away.
final class InputWindow {
  struct Line {
    /// From the anchor.
    var start: Int
    var count: Int
    /// 1-based number of its first line in the file.
    var number: Int
    /// How white space at folds is to be read; known when the first matters.
    var folding: Folding?
  }

  enum Folding {
    /// The value is text: vCard 2.1 keeps the white space that a continuation begins with.
    case text
    /// The value is in quoted-printable: after a `=` at the end, the next line is no continuation but a soft line break.
    case quotedPrintable
    case other
  }

  private let input: InputSource
  private let limit: Int
  private var base: UnsafeMutablePointer<UInt8>
  private var capacity: Int
  private var anchor = 0
  private var cursor = 0
  private var end = 0
  private var atEnd = false
  private var lineFeed = 0
  private var carriageReturn = 0
  private var drops = 0
  /// Whether the white space that begins a continuation belongs to the text, as in vCard 2.1 (§2.1.3).
  var keepsFoldSpace = false
  /// 1-based number of the line that comes next.
  private(set) var upcomingLine = 1

  init(_ input: InputSource, limit: Int) throws {
    precondition(limit > 0)
    self.input = input
    self.limit = limit
    capacity = min(1 << 18, limit)
    base = .allocate(capacity: capacity)
    if try input.peek(3) == [0xef, 0xbb, 0xbf] {
      let mark = UnsafeMutableRawBufferPointer(start: base, count: min(3, capacity))
      _ = try input.read(into: mark)
    }
  }

  deinit { base.deallocate() }

  /// Where offsets count from; valid until the next line is asked for.
  var start: UnsafeMutablePointer<UInt8> { base + anchor }

  /// Whether bytes had to be thrown away since the last release.
  var hasOverflowed: Bool { drops > 0 }

  /// Gives up everything before the next line.
  func release() {
    anchor = cursor
    drops = 0
  }

  /// The next unfolded line; nil at the end. A line that was thrown away comes back empty.
  func nextLine() throws -> Line? {
    if cursor == end {
      try fill()
      if cursor == end { return nil }
    }
    var line = Line(start: cursor - anchor, count: 0, number: upcomingLine)
    let dropsBefore = drops
    line.count = try takePhysicalLine()
    try takeFolds(into: &line)
    if drops != dropsBefore { line = Line(start: 0, count: 0, number: line.number) }
    return line
  }

  /// Lengthens `line` by the one after it, in place of its last byte, unless that is one to leave (a soft line break of
  /// quoted-printable, RFC 2045 §6.7).
  func join(to line: inout Line, unless isOther: (UnsafeBufferPointer<UInt8>) -> Bool) throws -> Bool {
    if cursor == end { try fill() }
    guard cursor < end else { return false }
    let (from, number, dropsBefore) = (cursor - anchor, upcomingLine, drops)
    let count = try takePhysicalLine()
    guard drops == dropsBefore else { return false }
    if isOther(UnsafeBufferPointer(start: start + from, count: count)) {
      cursor = anchor + from
      (lineFeed, carriageReturn, upcomingLine) = (cursor, cursor, number)
      return false
    }
    line.count -= 1
    append(from: from, count: count, to: &line)
    try takeFolds(into: &line)
    return true
  }

  private func takeFolds(into line: inout Line) throws {
    while true {
      if cursor == end { try fill() }
      guard cursor < end, base[cursor] == 0x20 || base[cursor] == 0x09 else { return }
      let endsSoftly = line.count > 0 && start[line.start + line.count - 1] == UInt8(ascii: "=")
      if line.folding == nil, keepsFoldSpace || endsSoftly { line.folding = folding(of: line) }
      if endsSoftly, line.folding == .quotedPrintable { return }
      let keepsSpace = keepsFoldSpace && line.folding == .text
      if !keepsSpace { cursor += 1 }
      let (from, dropsBefore) = (cursor - anchor, drops)
      let count = try takePhysicalLine()
      let isBlank = keepsSpace && isBlank(from, count)
      if drops == dropsBefore { append(from: from, count: isBlank ? 0 : count, to: &line) } else { line.count = 0 }
    }
  }

  private func folding(of line: Line) -> Folding {
    let bytes = UnsafeBufferPointer(start: UnsafePointer(start + line.start), count: line.count)
    guard let head = PropertyHead(bytes) else { return .other }
    let parameters = UnsafeBufferPointer(rebasing: bytes[head.parameters])
    if ASCII.contains(parameters, "QUOTED-PRINTABLE") { return .quotedPrintable }
    return ASCII.contains(parameters, "BASE64") || ASCII.contains(parameters, "ENCODING=B") ? .other : .text
  }

  private func isBlank(_ from: Int, _ count: Int) -> Bool {
    ASCII.trimmed(UnsafeBufferPointer(start: UnsafePointer(start + from), count: count)).isEmpty
  }

  private func append(from: Int, count: Int, to line: inout Line) {
    guard drops == 0 else { return }
    memmove(start + line.start + line.count, start + from, count)
    line.count += count
  }

  /// Moves past a line end and says how many bytes came before it.
  private func takePhysicalLine() throws -> Int {
    var from = cursor - anchor
    while true {
      find(0x0a, from: &lineFeed)
      find(0x0d, from: &carriageReturn)
      let stop = min(lineFeed, carriageReturn)
      if isUnfinishedEnd(stop) {
        try fill()
      } else if stop < end || atEnd {
        let count = stop - anchor - from
        cursor = min(stop + lengthOfEnd(stop), end)
        upcomingLine += 1
        return count
      } else {
        try fill()
      }
      if drops > 0, cursor - anchor < from { from = 0 }
    }
  }

  /// Whether more must be read to know how long the line end at `stop` is.
  @inline(__always)
  private func isUnfinishedEnd(_ stop: Int) -> Bool {
    guard stop < lineFeed, stop < end, !atEnd else { return false }
    return stop + 1 == end || stop + 2 == end && base[stop + 1] == 0x0d
  }

  /// CR LF; CR CR LF, which programs write that take a file for text twice; or one byte.
  @inline(__always)
  private func lengthOfEnd(_ stop: Int) -> Int {
    guard stop < lineFeed, stop + 1 < end else { return 1 }
    if base[stop + 1] == 0x0a { return 2 }
    return base[stop + 1] == 0x0d && stop + 2 < end && base[stop + 2] == 0x0a ? 3 : 1
  }

  /// Moves `position` to the first `byte` at or after the cursor, or to the end. What lies between is looked at once.
  @inline(__always)
  private func find(_ byte: Int32, from position: inout Int) {
    if position < cursor { position = cursor }
    if position < end, Int32(base[position]) == byte { return }
    guard let found = memchr(base + position, byte, end - position) else {
      position = end
      return
    }
    position = UnsafePointer(found.assumingMemoryBound(to: UInt8.self)) - UnsafePointer(base)
  }

  private func fill() throws {
    if atEnd { return }
    if end == capacity { makeRoom() }
    let got = try input.read(into: UnsafeMutableRawBufferPointer(start: base + end, count: capacity - end))
    atEnd = got == 0
    end += got
  }

  private func makeRoom() {
    if anchor > 0 {
      memmove(base, base + anchor, end - anchor)
      cursor -= anchor
      end -= anchor
      lineFeed = max(0, lineFeed - anchor)
      carriageReturn = max(0, carriageReturn - anchor)
      anchor = 0
    } else if capacity >= limit {
      drops += 1
      (cursor, end, lineFeed, carriageReturn) = (0, 0, 0, 0)
    } else {
      grow()
    }
  }

  private func grow() {
    let grown = min(capacity * 2, limit)
    let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: grown)
    larger.update(from: base, count: end)
    base.deallocate()
    base = larger
    capacity = grown
  }
}
