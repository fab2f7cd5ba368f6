import KithCore

/// An importer knows its own files by their heads, and no other format's.
enum RecognitionCheck: ImporterCheck {
  static let name = "recognition"

  static func messages(on trial: ImporterTrial) -> [String] {
    var messages: [String] = []
    for (index, file) in trial.files.enumerated() where !trial.importer.recognizes(head(file)) {
      messages.append("its own file \(index + 1) is not recognized")
    }
    if trial.importer.recognizes([]) { messages.append("an empty file is recognized") }
    if trial.importer.recognizes((0...255).map { UInt8($0) }) { messages.append("binary data is recognized") }
    return messages + trial.neighbours.exporters.flatMap { mistakes(trial, about: $0) }
  }

  private static func mistakes(_ trial: ImporterTrial, about other: any Exporter) -> [String] {
    guard other.format.name != trial.importer.format.name else { return [] }
    let neighbour = ExporterTrial(other)
    return neighbour.variants.compactMap { variant in
      let file = neighbour.export(SampleGraph.everything, variant).bytes
      guard trial.importer.recognizes(head(file)) else { return nil }
      return "a file of the format '\(other.format.name)'\(variant.label) is recognized"
    }
  }

  private static func head(_ file: [UInt8]) -> [UInt8] { Array(file.prefix(4096)) }
}
