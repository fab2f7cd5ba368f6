import ArgumentParser
import KithCore

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Runs kith with these formats on the arguments of the process, and ends the process.
///
/// A program with a format of its own is three lines: `import KithCLI`, `import MyFormat`, and
/// `runKith(plugins: .builtIn + [MyFormat()])`.
public func runKith(plugins: @autoclosure @escaping @Sendable () -> PluginRegistry) -> Never {
  Interruption.install()
  do {
    let invocation = try Invocation.ofProcess(plugins: plugins)
    exit(Invocation.$current.withValue(invocation) { run(Array(CommandLine.arguments.dropFirst())) })
  } catch {
    exit(complain(error))
  }
}

private func run(_ arguments: [String]) -> Int32 {
  do {
    if let text = HelpTopic.text(for: arguments) {
      try Descriptor.standardOutput.say(text)
      return ExitStatus.done.rawValue
    }
    if let error = Misuse.unknownCommand(arguments) { throw error }
    var command = try Kith.parseAsRoot(arguments)
    try command.run()
    return ExitStatus.done.rawValue
  } catch {
    return complain(error)
  }
}

/// Says what went wrong; returns the exit status.
private func complain(_ error: any Error) -> Int32 {
  if let usage = usageText(error) { return usage }
  let error = CommandError(describing: error)
  if error.code != .noReader {
    try? Descriptor.standardError.say("kith: " + error.message + (error.hint.map { "\nhint: " + $0 } ?? ""))
  }
  return error.code.rawValue
}

/// ArgumentParser's own: help and version go to stdout, misuse to stderr.
private func usageText(_ error: any Error) -> Int32? {
  let code = Kith.exitCode(for: error)
  guard code == .success || code == .validationFailure else { return nil }
  let text = Kith.fullMessage(for: error)
  do {
    if code == .success {
      try Descriptor.standardOutput.say(text)
    } else {
      let misuse = text.hasPrefix("Error: ") ? text.dropFirst(7) : text[...]
      let hint = Misuse.hint(forMessage: text).map { "\nhint: " + $0 } ?? ""
      try Descriptor.standardError.say("kith: " + misuse.prefix(1).lowercased() + misuse.dropFirst() + hint)
    }
    return code.rawValue
  } catch {
    return ExitStatus.noReader.rawValue
  }
}
