/// How far a long job is, on a terminal's stderr; nothing anywhere else.
final class Progress {
  private let isShown = Invocation.current.terminal.showsProgress
  private let what: String
  private var count = 0
  private var wasShown = false
  private static let step = 5000

  init(_ what: String) { self.what = what }

  func advance() {
    count += 1
    guard isShown, count % Progress.step == 0 else { return }
    wasShown = true
    show("\r\(count) \(what)")
  }

  func finish() {
    if wasShown { show("\r\u{1b}[K") }
  }

  private func show(_ text: String) {
    var text = text
    text.withUTF8 { try? Descriptor.standardError.write(UnsafeRawBufferPointer($0)) }
  }
}
