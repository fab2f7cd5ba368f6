import Foundation

/// A message as Python's `email` package reads it.
struct PythonMail: Decodable {
  var headers: [String]
  var subject: String
  var toName: String
  /// As the older of its two ways to read headers has it, which knows names of several encoded words.
  var oldName: String
  var toAddress: String
  var fromAddress: String
  var body: String
  var defects: [String]

  private static let program = """
    import sys, json, email, email.policy
    from email.header import decode_header, make_header
    from email.utils import parseaddr
    data = sys.stdin.buffer.read()
    m = email.message_from_bytes(data, policy=email.policy.default)
    to, sender = m["To"].addresses, m["From"].addresses
    assert len(to) == 1 and len(sender) == 1
    raw = email.message_from_bytes(data)["To"]
    old = str(make_header(decode_header(parseaddr(raw)[0])))
    defects = list(m.defects) + [d for h in m.values() for d in getattr(h, "defects", [])]
    print(json.dumps({
      "headers": m.keys(), "subject": m["Subject"], "toName": to[0].display_name, "oldName": old, "toAddress": to[0].addr_spec,
      "fromAddress": sender[0].addr_spec, "body": m.get_content().replace("\\r\\n", "\\n"),
      "defects": [str(d) for d in defects]}))
    """

  /// Nil where there is no Python.
  static func read(_ bytes: [UInt8]) throws -> PythonMail? {
    let candidates = ["/usr/bin/python3", "/usr/local/bin/python3", "/opt/homebrew/bin/python3"]
    guard let python = candidates.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else { return nil }
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("kith-\(UUID().uuidString).eml")
    try Data(bytes).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", program]
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return try JSONDecoder().decode(PythonMail.self, from: text)
  }
}
