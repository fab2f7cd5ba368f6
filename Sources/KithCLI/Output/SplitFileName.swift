import KithCore

/// The name of a file in a folder of cards, made from what identifies its record.
///
/// Letters, digits and `._@+-` alone, no hidden file, no path, no name that a file system which folds case would take for
/// another: whatever a UID says, the file is in the folder.
struct SplitFileName {
  private let fileExtension: String
  /// Folded.
  private var taken = Set<String>()

  init(extension fileExtension: String) { self.fileExtension = fileExtension }

  private static let longest = 120

  mutating func next(for identity: String) -> String {
    let plain = SplitFileName.isSafe(identity) ? identity : Identifier(name: identity).description
    var stem = plain
    var number = 1
    while !taken.insert(stem.lowercased()).inserted {
      number += 1
      stem = "\(plain)-\(number)"
    }
    return stem + "." + fileExtension
  }

  /// Whether a manifest may name this file.
  static func isSafe(_ name: String) -> Bool {
    guard !name.isEmpty, name.utf8.count <= longest + 10, name.utf8.first != UInt8(ascii: "."),
      name.utf8.last != UInt8(ascii: "."), !isDevice(name)
    else { return false }
    return name.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5a, 0x61...0x7a, 0x2e, 0x5f, 0x40, 0x2b, 0x2d: true
      default: false
      }
    }
  }

  /// Names that mean a device on Windows, with whatever extension.
  private static func isDevice(_ name: String) -> Bool {
    let stem = name.lowercased().prefix { $0 != "." }
    return ["con", "prn", "aux", "nul"].contains(stem)
      || (stem.count == 4 && (stem.hasPrefix("com") || stem.hasPrefix("lpt")) && stem.last?.isNumber == true)
  }
}
