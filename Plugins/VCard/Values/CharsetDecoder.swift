#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Turns bytes of other character encodings into UTF-8: single-byte pages by tables of its own, the others by iconv, which
/// in a static program finds its tables only where the machine has them; for Japanese there is a table here, too.
final class CharsetDecoder {
  enum Outcome {
    case whole
    /// Some bytes are no characters of the encoding and became U+FFFD.
    case damaged
    /// The encoding is unknown here; nothing was written.
    case unknown
  }

  private var pages: [String: [Unicode.Scalar]] = [:]
  /// Nil where iconv does not know the name.
  private var handles: [String: iconv_t?] = [:]

  deinit {
    for case let handle? in handles.values { iconv_close(handle) }
  }

  func decode(_ bytes: UnsafeBufferPointer<UInt8>, from charset: Charset, into target: inout [UInt8]) -> Outcome {
    switch charset {
    case .unicode: target.append(contentsOf: bytes)
    case .windows1252: target.append(contentsOf: ByteText.windows1252(bytes).utf8)
    case .singleByte(let name): return decode(bytes, page: name, into: &target)
    case .multiByte(let name, _): return decode(bytes, iconv: name, into: &target)
    case .unknown: return .unknown
    }
    return .whole
  }

  private func decode(_ bytes: UnsafeBufferPointer<UInt8>, page name: String, into target: inout [UInt8]) -> Outcome {
    if pages[name] == nil { pages[name] = CodePage.upperHalf(name) }
    guard let upperHalf = pages[name] else { return .unknown }
    var outcome = Outcome.whole
    for byte in bytes {
      if byte < 0x80 {
        target.append(byte)
      } else {
        let scalar = upperHalf[Int(byte) - 0x80]
        if scalar == "\u{fffd}" { outcome = .damaged }
        target.append(contentsOf: Character(scalar).utf8)
      }
    }
    return outcome
  }

  private func handle(_ name: String) -> iconv_t? {
    if let known = handles[name] { return known }
    let opened = iconv_open("UTF-8", name)
    let handle = opened == iconv_t(bitPattern: -1) ? nil : opened
    handles[name] = .some(handle)
    return handle
  }

  private func decode(_ bytes: UnsafeBufferPointer<UInt8>, iconv name: String, into target: inout [UInt8]) -> Outcome {
    guard let base = bytes.baseAddress else { return .whole }
    guard let handle = handle(name) else {
      guard let isWhole = JapaneseDecoder.decode(bytes, name, into: &target) else { return .unknown }
      return isWhole ? .whole : .damaged
    }
    // Back to the initial shift state: the text before may have been cut.
    _ = iconv(handle, nil, nil, nil, nil)
    var outcome = Outcome.whole
    var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(mutating: base)
      .assumingMemoryBound(to: CChar.self)
    var left = bytes.count
    while left > 0 {
      let before = left
      guard !convert(handle, &input, &left, into: &target), left > 0 else { break }
      // EILSEQ or EINVAL where nothing moved; a full buffer (E2BIG) always moved something.
      if left == before {
        outcome = .damaged
        target.append(contentsOf: [0xef, 0xbf, 0xbd])
        input = input.map { $0 + 1 }
        left -= 1
      }
    }
    // Some encodings hold a character back until they know that no mark follows.
    var (none, nothing): (UnsafeMutablePointer<CChar>?, Int) = (nil, 0)
    _ = convert(handle, &none, &nothing, into: &target)
    return outcome
  }

  /// One round of iconv through a small buffer; true if the input is used up.
  private func convert(
    _ handle: iconv_t, _ input: inout UnsafeMutablePointer<CChar>?, _ left: inout Int, into target: inout [UInt8]
  ) -> Bool {
    withUnsafeTemporaryAllocation(of: CChar.self, capacity: 4096) { buffer in
      var output = buffer.baseAddress
      var room = buffer.count
      let result = iconv(handle, &input, &left, &output, &room)
      let count = buffer.count - room
      for index in 0..<count { target.append(UInt8(bitPattern: buffer[index])) }
      return result != -1 && left == 0
    }
  }
}
