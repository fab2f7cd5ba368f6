#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  @preconcurrency import Darwin
#endif

/// Runs an editor as git does: by the shell, because the variable that names it may hold arguments.
enum EditorProcess {
  /// Waits until the editor ends. Ctrl-C meanwhile is the editor's, not kith's.
  /// - Throws: ``CommandError`` if it could not be run, or did not end well.
  static func run(_ editor: String, on path: String) throws {
    let status = try ignoringInterrupts { try wait(for: try spawn(editor, path)) }
    if status == 0 { return }
    throw CommandError(
      "the editor '\(editor)' could not be used: it ended with status \(status >> 8 & 0xff)",
      hint: "VISUAL or EDITOR names another")
  }

  private static func spawn(_ editor: String, _ path: String) throws -> pid_t {
    let words = ["sh", "-c", editor + " \"$@\"", editor, path]
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What kith ignores, the editor must not.
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in [SIGINT, SIGQUIT, SIGPIPE] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    let failure = posix_spawn(&process, "/bin/sh", nil, &attributes, arguments, environ)
    guard failure == 0 else {
      throw CommandError("the editor '\(editor)' cannot be run: \(String(cString: strerror(failure)))")
    }
    return process
  }

  private static func wait(for process: pid_t) throws -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { throw CommandError("the editor was lost: \(String(cString: strerror(errno)))") }
    }
    return status
  }

  private static func ignoringInterrupts<Result>(_ body: () throws -> Result) rethrows -> Result {
    let interrupt = signal(SIGINT, SIG_IGN)
    let quit = signal(SIGQUIT, SIG_IGN)
    defer {
      signal(SIGINT, interrupt)
      signal(SIGQUIT, quit)
    }
    return try body()
  }
}
