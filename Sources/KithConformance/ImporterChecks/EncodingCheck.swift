import KithCore

/// Input that is empty, in another encoding, with other line ends or with stray bytes gets an answer.
enum EncodingCheck: ImporterCheck {
  static let name = "encoding"

  static func messages(on trial: ImporterTrial) -> [String] {
    var messages = blank.compactMap { what, bytes in
      trial.read(bytes).records.isEmpty ? trial.complaint(about: bytes, what) : "\(what) gives records"
    }
    for file in trial.files {
      for (what, bytes) in variations(of: file) {
        if let complaint = trial.complaint(about: bytes, what) { messages.append(complaint) }
        if !trial.read(bytes).isAnswer { messages.append("\(what) gives neither a record nor a word") }
      }
    }
    return messages
  }

  /// May be taken for an empty file, which is no error.
  private static let blank: [(String, [UInt8])] = [
    ("an empty input", []), ("a byte order mark alone", [0xef, 0xbb, 0xbf]),
    ("white space alone", [UInt8](repeating: 0x20, count: 5000)),
    ("line ends alone", [UInt8](repeating: 0x0a, count: 5000)),
  ]

  private static func variations(of file: [UInt8]) -> [(String, [UInt8])] {
    let half = file.count / 2
    let carriageReturns = file.filter { $0 != 0x0d }.map { $0 == 0x0a ? UInt8(0x0d) : $0 }
    func inserting(_ bytes: [UInt8]) -> [UInt8] { Array(file[..<half] + bytes + file[half...]) }
    return [
      ("UTF-16", [0xff, 0xfe] + file.flatMap { byte -> [UInt8] in [byte, 0] }),
      ("a file with CR line ends", carriageReturns),
      ("NUL in the middle", inserting([0, 0, 0])),
      ("NUL in front", [0] + file),
      ("NUL alone", [UInt8](repeating: 0, count: 5000)),
      ("invalid UTF-8 in the middle", inserting([0xff, 0xc0, 0xaf, 0xed, 0xa0, 0x80])),
      ("Latin-1", file.map { $0 < 0x80 ? $0 : UInt8(0xe9) }),
    ]
  }
}
