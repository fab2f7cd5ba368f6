#if canImport(Glibc)
  @preconcurrency import Glibc
#elseif canImport(Musl)
  @preconcurrency import Musl
#else
  @preconcurrency import Darwin
#endif

/// A program that does a format's work. Its input and output are files, whole before and after it runs, so that no pipe
/// can fill up while the other side waits; only what it says on stderr is read meanwhile.
struct PluginProgram {
  let path: String
  var name: String { String(path[(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)...]) }

  enum End: Equatable {
    case exit(Int32)
    case signal(Int32)
  }

  /// Runs it in a process group of its own, without a shell, and waits for its end. An interrupted kith takes the group
  /// along.
  /// - Parameters:
  ///   - seconds: the most that it may take; nil for as long as it likes.
  ///   - heard: takes each piece of what it says on stderr.
  func run(
    _ arguments: [String], input: Descriptor, output: Descriptor, atMost seconds: Int? = nil,
    heard: (UnsafeRawBufferPointer) -> Void
  ) throws -> End {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw failure(errno) }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    let errors = Descriptor(number: ends[0], name: "stderr of \(name)")
    defer { close(ends[0]) }
    let process: pid_t
    do {
      defer { close(ends[1]) }
      process = try spawn([path] + arguments, input.number, output.number, ends[1])
    }
    defer { Interruption.endWithProcess(nil) }
    try listen(to: errors, of: process, atMost: seconds, heard)
    return wait(for: process)
  }

  private func failure(_ code: Int32) -> CommandError {
    CommandError("'\(path)' cannot be run: \(String(cString: strerror(code)))")
  }

  private func spawn(_ words: [String], _ input: Int32, _ output: Int32, _ errors: Int32) throws -> pid_t {
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    let variables: [UnsafeMutablePointer<CChar>?] =
      Invocation.current.pluginEnvironment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in arguments + variables { free(text) } }
    var files = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&files)
    defer { posix_spawn_file_actions_destroy(&files) }
    for (from, to) in [(input, Int32(0)), (output, 1), (errors, 2)] {
      posix_spawn_file_actions_adddup2(&files, from, to)
    }
    var attributes = PluginProgram.attributes()
    defer { posix_spawnattr_destroy(&attributes) }
    var process: pid_t = 0
    // Between its start and its number being known, no signal may end kith and leave it behind.
    let code = Interruption.held {
      let code = posix_spawn(&process, path, &files, &attributes, arguments, variables)
      if code == 0 { Interruption.endWithProcess(process) }
      return code
    }
    guard code == 0 else { throw failure(code) }
    return process
  }

  /// What kith ignores or holds back, the program must not.
  private static func attributes() -> posix_spawnattr_t {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var signals = sigset_t()
    sigemptyset(&signals)
    posix_spawnattr_setsigmask(&attributes, &signals)
    for number in [SIGINT, SIGQUIT, SIGPIPE, SIGTERM, SIGHUP, SIGXFSZ] { sigaddset(&signals, number) }
    posix_spawnattr_setsigdefault(&attributes, &signals)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))
    return attributes
  }

  // MARK: While it runs

  private static let pause: Int32 = 50

  /// Until it has closed its stderr or ended; what it left running holds nobody up.
  private func listen(
    to errors: Descriptor, of process: pid_t, atMost seconds: Int?, _ heard: (UnsafeRawBufferPointer) -> Void
  ) throws {
    let room = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 14, alignment: 1)
    defer { room.deallocate() }
    let deadline = seconds.map { PluginProgram.now() + $0 }
    while true {
      var ready = pollfd(fd: errors.number, events: Int16(POLLIN), revents: 0)
      let count = poll(&ready, 1, PluginProgram.pause)
      if count > 0 {
        let got = try errors.read(into: room)
        if got == 0 { return }
        heard(UnsafeRawBufferPointer(rebasing: room[..<got]))
      } else if count == 0, hasEnded(process) {
        kill(-process, SIGKILL)
        return
      }
      if let deadline, PluginProgram.now() >= deadline {
        kill(-process, SIGKILL)
        _ = wait(for: process)
        throw CommandError("\(name) did not answer within \(seconds ?? 0) seconds")
      }
    }
  }

  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int(time.tv_sec)
  }

  /// Without taking its status away.
  private func hasEnded(_ process: pid_t) -> Bool {
    var information = siginfo_t()
    guard waitid(P_PID, id_t(process), &information, WEXITED | WNOHANG | WNOWAIT) == 0 else { return true }
    return information.si_signo == SIGCHLD
  }

  private func wait(for process: pid_t) -> End {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      if errno != EINTR { return .exit(-1) }
    }
    let signal = status & 0x7f
    return signal == 0 ? .exit(status >> 8 & 0xff) : .signal(signal)
  }
}
