/// A field of a form as it stands there: `E-mail: work ada@example.com`.
struct FormItem: Equatable {
  let key: String
  /// The lines of the value, still escaped, without their indentation.
  let written: String
  /// 1 for the first line of the form.
  let line: Int

  var text: String { FormText.unescaped(written) }
}

/// A value as a form shows it.
struct FormValue: Hashable {
  let key: String
  let written: String

  init(_ key: String, _ text: String) {
    self.key = key
    written = FormText.escaped(text)
  }

  /// The lines of the form.
  var lines: String {
    var lines = ""
    for line in written.split(separator: "\n", omittingEmptySubsequences: false) {
      if lines.isEmpty {
        lines = line.isEmpty ? "\(key):\n" : "\(key): \(line)\n"
      } else {
        lines += line.isEmpty ? "\n" : "  \(line)\n"
      }
    }
    return lines
  }
}

/// What is wrong with a form, and where.
struct FormProblem: Error, Equatable {
  let line: Int
  let message: String

  init(_ message: String, at line: Int) {
    self.line = line
    self.message = message
  }
}

struct FormError: Error, Equatable {
  let problems: [FormProblem]
}
