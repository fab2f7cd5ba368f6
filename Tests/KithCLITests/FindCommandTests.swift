import Foundation
import Testing

/// `kith find` as a person runs it, in a pipe and on a terminal.
struct FindCommandTests {
  private func withKith(_ body: (BuiltKith) throws -> Void) throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    for command in [
      "kith met 'Ada Lovelace' --at 'Analytical Engines' --title CTO --tag compilers",
      "kith met 'Grace Hopper' --at Navy --note 'found a moth'", "kith log call grace 'talked about nanoseconds'",
    ] {
      #expect(try kith.run(command).status == 0)
    }
    try body(kith)
  }

  @Test func inAPipeEachHitIsALine() throws {
    try withKith { (kith: BuiltKith) throws in
      let found = try kith.run("kith find analytical ada | cat")
      #expect(
        found.output.split(separator: "\n").last
          == "Ada Lovelace  CTO at Analytical Engines  company Analytical Engines, name  b3703ad8")
      let ids = try kith.run("kith find nano --format ids")
      #expect(ids.output.split(separator: "\n").count == 1)
      #expect(try kith.run("kith find nano --format json").output.hasPrefix("{\"schema\":1,\"hits\":[{\"id\":"))
      #expect(
        try kith.run("kith find nano --format csv").output.hasPrefix("name,what,foundby,id\nGrace Hopper,at Navy,"))
      #expect(try kith.run("kith find a --limit 1 --format ids").output.split(separator: "\n").count == 1)
    }
  }

  @Test func nothingFoundIsExit4AndStdoutStaysEmpty() throws {
    try withKith { (kith: BuiltKith) throws in
      let nothing = try kith.run("kith find lovlace 2>/dev/null")
      #expect(nothing.status == 4)
      #expect(nothing.output == "")
      #expect(try kith.run("kith find lovlace").output.contains("did you mean 'lovelace'?"))
      #expect(try kith.run("kith find ada nanoseconds").status == 4)
    }
  }

  @Test func withoutWordsItNeedsATerminal() throws {
    try withKith { (kith: BuiltKith) throws in
      let nothing = try kith.run("kith find")
      #expect(nothing.status == 64)
      #expect(nothing.output.contains("it needs a terminal"))
    }
  }

  @Test func itWorksWithoutAHome() throws {
    try withKith { (kith: BuiltKith) throws in
      let store = "--store .local/share/kith/kith.sqlite"
      #expect(try kith.run("env -u HOME kith find ada \(store) --format ids").status == 0)
    }
  }

  // MARK: On a terminal

  private static let hasPython = FileManager.default.isExecutableFile(atPath: "/usr/bin/python3")

  /// Types on a terminal of its own and waits for what must appear; prints what the program leaves, how it ended, and
  /// whether the terminal is as it was.
  private static let typist = """
    import os, pty, select, signal, struct, sys, termios, fcntl
    pid, fd = pty.fork()
    if pid == 0:
        os.environ["TERM"] = "xterm"
        os.execvp("kith", ["kith", "find"])
    fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    before = termios.tcgetattr(fd)[3] & (termios.ICANON | termios.ECHO | termios.ISIG)
    seen = b""
    def wait(text):
        global seen
        while text not in seen:
            ready, _, _ = select.select([fd], [], [], 60)
            if not ready: sys.exit("waited in vain for %r after %r" % (text, seen))
            try: piece = os.read(fd, 65536)
            except OSError: piece = b""
            if not piece: sys.exit("ended before %r: %r" % (text, seen))
            seen += piece
        seen = seen.split(text, 1)[1]
    for step in sys.argv[1:]:
        what, _, text = step.partition(":")
        if what == "see": wait(text.encode())
        elif what == "type": os.write(fd, text.encode().decode("unicode_escape").encode("latin-1"))
        elif what == "resize":
            fcntl.ioctl(fd, termios.TIOCSWINSZ, struct.pack("HHHH", 6, int(text), 0, 0))
        elif what == "signal": os.kill(pid, getattr(signal, text))
    wait(b"\\x1b[?1049l")
    rest = seen
    while True:
        try: piece = os.read(fd, 65536)
        except OSError: break
        if not piece: break
        rest += piece
    after = termios.tcgetattr(fd)[3] & (termios.ICANON | termios.ECHO | termios.ISIG)
    _, status = os.waitpid(pid, 0)
    print("status", os.waitstatus_to_exitcode(status), "terminal", "restored" if after == before else "changed")
    print(rest.decode())
    """

  private func type(_ steps: String..., in kith: BuiltKith) throws -> String {
    let script = kith.home.appendingPathComponent("typist.py")
    try FindCommandTests.typist.write(to: script, atomically: true, encoding: .utf8)
    let arguments = (["see:> "] + steps).map { "'\($0)'" }.joined(separator: " ")
    return try kith.run("python3 typist.py " + arguments).output
  }

  @Test(.enabled(if: hasPython, "needs python3"))
  func somebodyTypesPicksAndActs() throws {
    try withKith { (kith: BuiltKith) throws in
      let shown = try type(
        "type:nano", "see:Grace Hopper", "type:\\x15lov", "see:Ada Lovelace", "type:\\r", "see:show everything",
        "type:s", in: kith)
      #expect(shown.hasPrefix("status 0 terminal restored"), "\(shown)")
      #expect(shown.contains("Ada Lovelace") && shown.contains("compilers"), "\(shown)")
    }
  }

  @Test(.enabled(if: hasPython, "needs python3"))
  func keysThatComeAtOnceTakeEffectInTheirOrder() throws {
    try withKith { (kith: BuiltKith) throws in
      let slow = try type(
        "type:a", "see:1 of ", "type:\\x1b[B", "see:2 of ", "type:\\r", "see:show everything", "type:i", in: kith)
      let fast = try type("type:a\\x1b[B\\ri", in: kith)
      #expect(fast.hasPrefix("status 0 terminal restored"), "\(fast)")
      #expect(fast.split(separator: "\n").last == slow.split(separator: "\n").last, "\(fast)")
    }
  }

  @Test(.enabled(if: hasPython, "needs python3"))
  func everyWayOutGivesTheTerminalBack() throws {
    try withKith { (kith: BuiltKith) throws in
      #expect(try type("type:\\x1b", in: kith).hasPrefix("status 0 terminal restored"))
      #expect(try type("type:\\x04", in: kith).hasPrefix("status 0 terminal restored"))
      #expect(try type("type:\\x03", in: kith).hasPrefix("status -2 terminal restored"))
      for (signal, number) in [("SIGINT", 2), ("SIGTERM", 15), ("SIGHUP", 1)] {
        #expect(try type("signal:\(signal)", in: kith).hasPrefix("status -\(number) terminal restored"), "\(signal)")
      }
    }
  }

  @Test(.enabled(if: hasPython, "needs python3"))
  func aNewSizeIsDrawnAnew() throws {
    try withKith { (kith: BuiltKith) throws in
      let shown = try type(
        "type:analytical", "see:Analytical Engines", "resize:30", "see:company · n", "type:\\x1b", in: kith)
      #expect(shown.hasPrefix("status 0 terminal restored"), "\(shown)")
    }
  }
}
