import Foundation
import Testing

/// A library that reads cards, through a small program of ours that prints what it read: fields separated by U+001F,
/// values by U+001E, cards by U+001D.
struct CardReader: Sendable, CustomTestStringConvertible {
  let name: String
  /// The versions of vCard that it is good for.
  let versions: [String]
  /// KContacts passes over `item1.EMAIL` and all other properties in groups but ADR, whoever wrote them.
  var readsGroups = true
  /// What runs the program, without the file; nil where the library or its compiler is missing.
  let command: [String]?

  var testDescription: String { name }

  static let all = [evolution, kContacts, ezVCard("text")]

  func read(_ file: URL) throws -> [CardFacts]? {
    guard let command, let answer = try Stranger.run(command + [file.path]) else { return nil }
    return answer.split(separator: "\u{1d}").map { card in
      let fields = card.split(separator: "\u{1f}", omittingEmptySubsequences: false).map(String.init)
      func values(_ field: Int) -> [String] { fields[field].split(separator: "\u{1e}").map(String.init) }
      return CardFacts(name: fields[0], emails: values(1), phones: values(2), company: fields[3], title: fields[4])
    }
  }

  private static let evolution = CardReader(
    name: "Evolution", versions: ["3.0", "4.0"],
    command: Stranger.built(
      "read_evolution.c", by: ["cc", "gcc", "clang"],
      with: try? Stranger.run(["pkg-config", "--cflags", "--libs", "libebook-contacts-1.2"])))

  private static let kContacts = CardReader(
    name: "KContacts", versions: ["2.1", "3.0", "4.0"], readsGroups: false,
    command: Stranger.built(
      "read_kcontacts.cpp", by: ["g++", "clang++"],
      with: (try? Stranger.run(["pkg-config", "--cflags", "Qt5Core", "Qt5Gui"])).map {
        "-fPIC \($0) -I/usr/include/KF5/KContacts -I/usr/include/KF5 -I/usr/include/KF5/KCoreAddons -lKF5Contacts -lQt5Core"
      }))

  /// Reads more than one syntax: `text`, `json`, `xml`.
  static func ezVCard(_ syntax: String) -> CardReader {
    CardReader(
      name: "ez-vcard", versions: ["2.1", "3.0", "4.0"],
      command: FileManager.default.fileExists(atPath: "/usr/share/java/ez-vcard.jar")
        ? [
          "java", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", "/usr/share/java/*",
          Stranger.folder.appendingPathComponent("ReadEzVCard.java").path, syntax,
        ] : nil)
  }
}
