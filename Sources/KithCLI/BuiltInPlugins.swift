import KithCore

extension PluginRegistry {
  /// The formats that come with kith.
  public static let builtIn = PluginRegistry([])
}
