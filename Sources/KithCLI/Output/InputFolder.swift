import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A folder whose files are imported as one: a vdir, as khard and vdirsyncer keep it.
enum InputFolder {
  /// The files in it with one of `extensions`, in the order of their names; nil if `path` is no folder.
  ///
  /// Hidden files and folders within are passed over.
  static func files(in path: String, with extensions: [String]) throws -> [String]? {
    var status = stat()
    guard path != "-", stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
    let shown = "'\(TerminalText.cleaned(path))'"
    let names = try FolderEntries.names(in: path).filter { name in
      !name.hasPrefix(".") && extensions.contains { name.lowercased().hasSuffix("." + $0) }
    }
    let files = names.sorted().map { path + "/" + $0 }.filter { isPlain($0) }
    guard !files.isEmpty else {
      let list = extensions.map { "." + $0 }.joined(separator: ", ")
      throw CommandError("no file in \(shown) ends in \(list)", hint: "name a file in it, or --format")
    }
    return files
  }

  private static func isPlain(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }
}
