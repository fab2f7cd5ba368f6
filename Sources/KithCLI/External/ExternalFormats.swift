import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Formats in another language: executables `kith-format-NAME` on the search path. They are found by their names, and run
/// only when they are named.
struct ExternalFormats {
  static let prefix = "kith-format-"

  /// Absolute folders alone: a relative one would run what lies about wherever kith is used.
  private let folders: [String]

  init(searchPath: [String] = Invocation.current.searchPath) {
    folders = searchPath.filter { $0.hasPrefix("/") }
  }

  /// The names that are there, without those of `builtIn` formats, which win.
  func names(besides builtIn: [String]) -> [String] {
    var names = Set<String>()
    for folder in folders {
      for file in (try? FolderEntries.names(in: folder)) ?? [] where file.hasPrefix(ExternalFormats.prefix) {
        let name = String(file.dropFirst(ExternalFormats.prefix.count))
        if ExternalFormats.isName(name), ExternalFormats.isProgram(folder + "/" + file) { names.insert(name) }
      }
    }
    return names.subtracting(builtIn).sorted()
  }

  /// The program of a format: the first on the path.
  func program(named name: String) -> String? {
    guard ExternalFormats.isName(name) else { return nil }
    return folders.lazy.map { $0 + "/" + ExternalFormats.prefix + name }.first(where: ExternalFormats.isProgram)
  }

  static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, first != UInt8(ascii: "-") else { return false }
    return name.utf8.allSatisfy { (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
  }

  static func isProgram(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
  }
}
