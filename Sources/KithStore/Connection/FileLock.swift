#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A lock beside the store, held round every transaction: it queues the processes that SQLite's busy handler would let
/// fight, so that nobody reads "database is locked".
final class FileLock {
  enum Mode { case shared, exclusive }

  private let descriptor: Int32

  /// Waits for its turn, and calls `waiting` if it has to. Where the lock file cannot be made (a folder that may only be
  /// read), there is nothing to wait for.
  init(path: String, mode: Mode, waiting: () -> Void) {
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { return }
    let operation = mode == .shared ? LOCK_SH : LOCK_EX
    if flock(descriptor, operation | LOCK_NB) == 0 { return }
    waiting()
    while flock(descriptor, operation) != 0, errno == EINTR {}
  }

  func release() {
    if descriptor >= 0 { close(descriptor) }
  }
}
