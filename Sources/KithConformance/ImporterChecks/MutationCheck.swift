import KithCore

/// A file with one byte changed is read as far as it makes sense or refused.
enum MutationCheck: ImporterCheck {
  static let name = "mutation"
  private static let mutations = 500
  /// Where each is a process of its own.
  private static let fewMutations = 50

  static func messages(on trial: ImporterTrial) -> [String] {
    var random = SplitMix64(state: 1842)
    return (0..<(trial.isCostly ? fewMutations : mutations)).compactMap { number in
      var file = trial.files[number % trial.files.count]
      let place = Int(random.next() % UInt64(file.count))
      file[place] = changed(file[place], &random)
      return trial.complaint(about: file, "a file with byte \(place) changed to \(file[place])")
    }
  }

  /// Half of the time a byte that formats give a meaning to.
  private static func changed(_ byte: UInt8, _ random: inout SplitMix64) -> UInt8 {
    let telling = Array("\"'\\,;:=<>&{}[]/-\r\n\t \0".utf8) + [0x80, 0xff]
    let number = Int(random.next() % 512)
    return number < 256 ? UInt8(number) : telling[number % telling.count]
  }
}
