import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Invocation {
  /// Reads the environment, the clock and the terminal: the only place that does.
  static func ofProcess(plugins: @escaping @Sendable () -> PluginRegistry) throws -> Invocation {
    let now = try fixedNow() ?? Timestamp(secondsSince1970: time(nil))
    return Invocation(
      makePlugins: plugins, now: now, today: localDay(of: now), seed: try fixedSeed(),
      terminal: .ofProcess(noColor: variable("NO_COLOR") != nil), defaultStore: try storePath(),
      editor: variable("VISUAL") ?? variable("EDITOR"), temporaryFolder: variable("TMPDIR") ?? "/tmp",
      configFolder: configFolder(),
      searchPath: (variable("PATH") ?? "").split(separator: ":").map(String.init),
      pluginEnvironment: pluginEnvironment(at: now))
  }

  /// What says where things are and how to speak; nothing that may be a secret of another program.
  private static func pluginEnvironment(at now: Timestamp) -> [String: String] {
    let names = [
      "PATH", "HOME", "USER", "LOGNAME", "LANG", "LANGUAGE", "LC_ALL", "LC_CTYPE", "LC_COLLATE", "LC_TIME",
      "LC_MESSAGES", "LC_NUMERIC", "LC_MONETARY", "TZ", "TMPDIR",
    ]
    let pairs = names.compactMap { name in variable(name).map { (name, $0) } }
    return Dictionary(uniqueKeysWithValues: pairs).merging(["KITH_NOW": now.description]) { $1 }
  }

  static func variable(_ name: String) -> String? {
    guard let value = getenv(name), value.pointee != 0 else { return nil }
    return String(cString: value)
  }

  private static func fixedNow() throws -> Timestamp? {
    guard let text = variable("KITH_NOW") else { return nil }
    guard let now = Timestamp(text) else {
      throw CommandError("KITH_NOW is '\(text)', which is no date and time such as 2026-11-02T09:30:00Z", code: .usage)
    }
    return now
  }

  private static func fixedSeed() throws -> UInt64? {
    guard let text = variable("KITH_SEED") else { return nil }
    guard let seed = UInt64(text) else {
      throw CommandError("KITH_SEED is '\(text)', which is no whole number", code: .usage)
    }
    return seed
  }

  private static func storePath() throws -> String {
    if let path = variable("KITH_STORE") { return path }
    if let data = variable("XDG_DATA_HOME"), data.hasPrefix("/") { return data + "/kith/kith.sqlite" }
    guard let home = variable("HOME") else { return "" }
    return home + "/.local/share/kith/kith.sqlite"
  }

  private static func configFolder() -> String? {
    if let folder = variable("XDG_CONFIG_HOME"), folder.hasPrefix("/") { return folder + "/kith" }
    return variable("HOME").map { $0 + "/.config/kith" }
  }

  private static func localDay(of now: Timestamp) -> CivilDay {
    var seconds = time_t(now.secondsSince1970)
    var parts = tm()
    localtime_r(&seconds, &parts)
    return PartialDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
      .flatMap(CivilDay.init) ?? CivilDay(daysSince1970: now.secondsSince1970 / 86400)
  }
}
