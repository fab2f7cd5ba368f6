/// The formats that a program knows. Built-in plugins and strangers' are registered by the same call.
public struct PluginRegistry: Sendable {
  public let plugins: [any Plugin]

  /// - Precondition: no two plugins share a name.
  public init(_ plugins: [any Plugin]) {
    precondition(Set(plugins.map(\.format.name)).count == plugins.count, "two formats share a name")
    self.plugins = plugins
  }

  public static func + (registry: PluginRegistry, more: [any Plugin]) -> PluginRegistry {
    PluginRegistry(registry.plugins + more)
  }

  public var formats: [Format] { plugins.map(\.format) }
  public var exporters: [any Exporter] { plugins.compactMap { $0 as? any Exporter } }
  public var importers: [any Importer] { plugins.compactMap { $0 as? any Importer } }

  public func exporter(named name: String) -> (any Exporter)? { exporters.first { $0.format.name == name } }
  public func importer(named name: String) -> (any Importer)? { importers.first { $0.format.name == name } }

  /// The first importer that recognizes a file beginning with `head`.
  public func importer(recognizing head: [UInt8]) -> (any Importer)? { importers.first { $0.recognizes(head) } }
}
