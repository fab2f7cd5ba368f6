import KithCore

/// Hostile text makes no broken file: the output is UTF-8 without control characters but tab and line ends.
enum HostileCheck: ExporterCheck {
  static let name = "hostile text"

  static func messages(on trial: ExporterTrial) -> [String] {
    trial.variants.flatMap { variant -> [String] in
      let bytes = trial.export(SampleGraph.hostile, variant).bytes
      var messages: [String] = []
      if let offset = bytes.firstIndex(where: isForbidden) {
        messages.append("byte \(offset) of the output\(variant.label) is the control character \(bytes[offset])")
      }
      if String(validating: bytes, as: UTF8.self) == nil {
        messages.append("the output\(variant.label) is not UTF-8")
      }
      return messages
    }
  }

  private static func isForbidden(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0a && byte != 0x0d
  }
}
