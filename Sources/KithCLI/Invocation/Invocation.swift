import KithCore
import KithStore

/// What one run of kith knows of the world: formats, clock, terminal, where the store is.
///
/// ArgumentParser makes the commands itself, so this reaches them as a task-local value.
struct Invocation: Sendable {
  /// Made when a format is asked for: most commands never do.
  var makePlugins: @Sendable () -> PluginRegistry
  var now: Timestamp
  /// The local calendar day.
  var today: CivilDay
  /// Fixes the identifiers that are made.
  var seed: UInt64?
  var terminal: Terminal
  /// The store if no `--store` names another.
  var defaultStore: String
  /// What `edit` opens a form with.
  var editor: String?
  /// Where files without a name are made.
  var temporaryFolder = "/tmp"
  /// Where a user's own rules and templates are; nil where nobody says where home is.
  var configFolder: String?
  /// The folders in which programs are looked for.
  var searchPath: [String] = []
  /// What a format in another language may see of the environment.
  var pluginEnvironment: [String: String] = [:]

  var plugins: PluginRegistry { makePlugins() }

  @TaskLocal static var current = Invocation(
    makePlugins: { PluginRegistry([]) }, now: Timestamp(secondsSince1970: 0), today: CivilDay(daysSince1970: 0),
    terminal: .none, defaultStore: "")
}
