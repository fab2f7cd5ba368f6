import KithConformance
import KithCore

/// Tries a format by the rules of the contract and prints what came of each.
struct PluginCheck {
  let name: String
  let samples: [[UInt8]]

  func perform() throws {
    let plugins = Invocation.current.plugins
    var plugin: any Plugin
    if let builtIn = plugins.plugins.first(where: { $0.format.name == name }) {
      plugin = builtIn
    } else if var external = try plugins.external(named: name) {
      external.isHeard = false
      plugin = external
    } else {
      throw CommandError(unknownFormat: name, known: plugins.formats.map(\.name) + plugins.externalNames)
    }
    let findings = try findings(of: plugin, among: plugins)
    guard findings == 0 else {
      throw CommandError("'\(name)' breaks \(findings) \(findings == 1 ? "rule" : "rules") of the contract")
    }
  }

  /// How many checks did not pass.
  private func findings(of plugin: any Plugin, among plugins: PluginRegistry) throws -> Int {
    let external = plugin as? ExternalFormat
    var broken = 0
    var failure: (any Error)?
    func say(_ verb: String, _ check: String, _ findings: [Finding]) {
      if !findings.isEmpty { broken += 1 }
      do {
        try PluginCheck.say(verb, check, findings)
      } catch { failure = failure ?? error }
    }
    if let exporter = plugin as? any Exporter, external?.writes ?? true {
      _ = ExporterConformance(exporter, isStaged: external != nil).run { say("export", $0, $1) }
    }
    if let failure { throw failure }
    if let importer = plugin as? any Importer, external?.reads ?? true {
      _ = ImporterConformance(importer, among: plugins, samples: samples, isNamed: external != nil)
        .run { say("import", $0, $1) }
    }
    if let failure { throw failure }
    return broken
  }

  private static func say(_ verb: String, _ check: String, _ findings: [Finding]) throws {
    let lines = [(findings.isEmpty ? "pass" : "FAIL") + "  \(verb): \(check)"] + findings.map { "      \($0.message)" }
    try Descriptor.standardOutput.say(lines.joined(separator: "\n"))
  }
}
