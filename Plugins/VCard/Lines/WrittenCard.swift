import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A vCard 4.0 card of an entity, without BEGIN, VERSION and END; valid while it is handed over.
package struct WrittenCard {
  package let id: Identifier
  private let bytes: UnsafeMutableBufferPointer<UInt8>

  /// - Parameter bytes: a card as it is written, folded. It is unfolded in place, by the first who reads it.
  init(_ id: Identifier, _ bytes: UnsafeMutableBufferPointer<UInt8>) {
    self.id = id
    self.bytes = bytes
  }

  /// The properties in order. Once only.
  package func lines() -> [ContentLine] {
    var lines: [ContentLine] = []
    forEachLine { lines.append(ContentLine($0)) }
    return lines
  }

  /// Hands over the properties in order. Once only.
  package func forEachLine(_ body: (ContentLineBytes) throws -> Void) rethrows {
    guard let base = bytes.baseAddress else { return }
    var start = 0
    while start < bytes.count {
      let (count, next) = unfold(base, from: start)
      defer { start = next }
      guard let line = ContentLineBytes(UnsafeBufferPointer(start: base + start, count: count)) else { continue }
      if !WrittenCard.isFrame(line.name) { try body(line) }
    }
  }

  /// Takes the folds out of the line at `start`; says how long it is then, and where the next one begins.
  private func unfold(_ base: UnsafeMutablePointer<UInt8>, from start: Int) -> (count: Int, next: Int) {
    var (from, target) = (start, start)
    while true {
      let found = memchr(base + from, 0x0a, bytes.count - from).map { $0.assumingMemoryBound(to: UInt8.self) - base }
      let feed = found ?? bytes.count
      let end = feed > from && base[feed - 1] == 0x0d ? feed - 1 : feed
      if target != from { memmove(base + target, base + from, end - from) }
      target += end - from
      from = min(feed + 1, bytes.count)
      guard from < bytes.count, base[from] == 0x20 else { return (target - start, from) }
      from += 1
    }
  }

  private static func isFrame(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    switch name.first {
    case UInt8(ascii: "B"): ASCII.equal(name, "BEGIN")
    case UInt8(ascii: "V"): ASCII.equal(name, "VERSION")
    case UInt8(ascii: "E"): ASCII.equal(name, "END")
    default: false
    }
  }
}
