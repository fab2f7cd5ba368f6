import KithCore
import Testing

@Suite struct JSONReaderTests {
  private func read<Value>(_ text: String, _ body: (inout JSONReader) throws -> Value) throws -> Value {
    try Array(text.utf8).withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      let value = try body(&reader)
      try reader.finish()
      return value
    }
  }

  @Test(
    arguments: [
      (#""""#, ""), (#""plain text longer than a word""#, "plain text longer than a word"),
      (#""a\"b\\c\/d""#, "a\"b\\c/d"),
      (#""\b\f\n\r\t""#, "\u{8}\u{c}\n\r\t"), (#""\u00e9\ud83d\ude00""#, "é😀"), (#""\ud83d""#, "\u{fffd}"),
      (#""12345678\n""#, "12345678\n"), (#""été — 北京""#, "été — 北京"),
    ])
  func strings(_ text: String, _ value: String) throws {
    #expect(try read(text) { try $0.string() } == value)
    #expect(try read(text) { try $0.withText { String(decoding: $0, as: UTF8.self) } } == value)
  }

  @Test(arguments: [
    "\"", "\"abc", "\"\\", "\"\\\"", "\"1234567\\", "\"a\nb\"", "\"\\x\"", "\"\\u12\"", "\"12345678\u{1f}\"", "1", "",
  ])
  func badStrings(_ text: String) { #expect(throws: JSONError.self) { try read(text) { try $0.string() } } }

  @Test(arguments: [("0", 0), ("-1", -1), ("123456789012345678", 123_456_789_012_345_678)])
  func numbers(_ text: String, _ value: Int) throws { #expect(try read(text) { try $0.int() } == value) }

  @Test(arguments: ["", "-", "1.5", "1e3", "9999999999999999999999", "x", "--1", "1-"])
  func notWholeNumbers(_ text: String) { #expect(throws: JSONError.self) { try read(text) { try $0.int() } } }

  @Test func numbersAsTheyStand() throws {
    #expect(try read("-1.50e+3") { try $0.numberText() } == "-1.50e+3")
    #expect(throws: JSONError.self) { try read("true") { try $0.numberText() } }
  }

  @Test func keysFromOutside() throws {
    let output = OutputSink.inMemory()
    var json = JSONWriter(output)
    try json.beginObject()
    for key in ["a", "b\"c"] {
      try json.key(text: key)
      try json.number(1)
    }
    try json.endObject()
    #expect(output.withBytes { String(decoding: $0, as: UTF8.self) } == #"{"a":1,"b\"c":1}"#)
  }

  @Test func keysCompareWhole() throws {
    let found = try read(#"{"a":1,"ab":2,"":3}"#) { reader -> [String] in
      var found: [String] = []
      try reader.beginObject()
      while let key = try reader.nextKey() {
        switch key {
        case "a": found.append("first")
        case "ab": found.append("second")
        default: found.append("other")
        }
        try reader.skipValue()
      }
      return found
    }
    #expect(found == ["first", "second", "other"])
  }

  @Test func unknownMembersAreCounted() throws {
    let count = try read(#"{"a":{"b":[1,{"c":null}]},"d":"x"}"#) { reader in
      try reader.beginObject()
      while try reader.nextKey() != nil { try reader.skipUnknown() }
      return reader.unknownMembers
    }
    #expect(count == 2)
  }

  @Test func writtenStringsAreSafeAndComeBack() throws {
    let text = (0...0x2070).compactMap { Unicode.Scalar($0) }.map { String($0) }.joined()
    let output = OutputSink.inMemory()
    var writer = JSONWriter(output)
    try writer.string(text)
    let written = output.withBytes { String(decoding: $0, as: UTF8.self) }
    #expect(!written.unicodeScalars.contains { TerminalText.isControl($0.value) })
    #expect(try read(written) { try $0.string() } == text)
  }

  @Test func runsOfAnyLengthComeBack() throws {
    for length in 0...40 {
      for special in ["\"", "\\", "\n", "é", "\u{202e}", ""] {
        let text = String(repeating: "x", count: length) + special + String(repeating: "y", count: 40 - length)
        let output = OutputSink.inMemory()
        var writer = JSONWriter(output)
        try writer.string(text)
        let written = output.withBytes { String(decoding: $0, as: UTF8.self) }
        #expect(try read(written) { try $0.string() } == text)
      }
    }
  }
}
