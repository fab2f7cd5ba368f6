import ArgumentParser
import KithCore

/// What `kith graph` writes.
enum PictureFormat: String, ExpressibleByArgument, CaseIterable {
  case svg, html, dot, graphml

  /// By the ending of the file's name.
  /// - Throws: ``CommandError`` if there is no file, or its ending says none of them.
  init(ending target: String?) throws {
    let known = PictureFormat.allCases.map(\.rawValue).joined(separator: ", ")
    guard let target, target != "-" else {
      throw CommandError(
        "nobody said what to draw: \(known)", hint: "--to net.svg, or --format for stdout", code: .usage)
    }
    let name = target.split(separator: "/").last ?? ""
    let ending = name.contains(".") ? name.split(separator: ".").last.map { $0.lowercased() } : nil
    guard let ending, let format = PictureFormat(rawValue: ending == "gv" ? "dot" : ending) else {
      throw CommandError(
        "the ending of '\(TerminalText.cleaned(target))' says nothing that kith draws; it draws \(known)",
        hint: "--format says which", code: .usage)
    }
    self = format
  }

  /// How many nodes where nobody says: what can be looked at. Other programs take everything.
  var limit: Int? {
    switch self {
    case .svg, .html: 200
    case .dot, .graphml: nil
    }
  }
}

enum PictureLayouter: String, ExpressibleByArgument, CaseIterable {
  case auto, graphviz, kith
}
