import Foundation

/// Writes a professional network as kith's JSON Lines.
///
/// Records come in the order in which kith reads them fastest: entities, relations, applications, interactions.
final class WorldFile {
  /// The company that says no, how many jobs people had there, and somebody to look for.
  struct Subjects: Codable {
    let company: String
    let ties: Int
    /// The address of somebody in the middle.
    let email: String
  }

  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var companies: [String] = []
  private var staff: [Int] = []
  private var emails: [String] = []

  init(path: String) throws {
    guard FileManager.default.createFile(atPath: path, contents: nil), let handle = FileHandle(forWritingAtPath: path)
    else { throw Failure("cannot write \(path)") }
    self.handle = handle
    line(#"{"record":"graph","schema":1}"#)
  }

  private func line(_ text: String) {
    buffer.append(contentsOf: text.utf8)
    buffer.append(UInt8(ascii: "\n"))
    if buffer.count > 1 << 20 { flush() }
  }

  private func flush() {
    handle.write(Data(buffer))
    buffer.removeAll(keepingCapacity: true)
  }

  private func quoted(_ text: some StringProtocol) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5c }) else { return "\"\(text)\"" }
    let data = try? JSONEncoder().encode(String(text))
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "\"\""
  }

  func person(_ id: Int, given: String, family: String, email: String, phone: String, city: String, note: String) {
    emails.append(email)
    let name = quoted("\(given) \(family)")
    let notes = note.isEmpty ? "" : #","notes":[\#(quoted(note))]"#
    line(
      #"{"record":"entity","id":"p\#(id)","kind":"person","name":\#(name),"#
        + #""personName":{"family":[\#(quoted(family))],"given":[\#(quoted(given))]},"#
        + #""emails":[{"address":\#(quoted(email))}],"phones":[{"number":\#(quoted(phone))}],"#
        + #""addresses":[{"locality":[\#(quoted(city))]}]\#(notes)}"#)
  }

  func company(_ id: Int, name: String, domain: String, industry: String, city: String) {
    companies.append(name)
    staff.append(0)
    line(
      #"{"record":"entity","id":"c\#(id)","kind":"company","name":\#(quoted(name)),"#
        + #""addresses":[{"locality":[\#(quoted(city))]}],"links":[{"url":\#(quoted("https://" + domain))}],"#
        + #""tags":[\#(quoted(industry.lowercased()))]}"#)
  }

  func organization(_ id: Int, name: String) {
    line(#"{"record":"entity","id":"o\#(id)","kind":"organization","name":\#(quoted(name))}"#)
  }

  func event(_ id: Int, name: String, date: String, city: String) {
    line(
      #"{"record":"entity","id":"v\#(id)","kind":"event","name":\#(quoted(name)),"start":"\#(date)","#
        + #""addresses":[{"locality":[\#(quoted(city))]}]}"#)
  }

  func me(_ id: Int) { line(#"{"record":"me","id":"p\#(id)"}"#) }

  func employment(_ person: Int, at company: Int, as role: String, from start: String, to end: String) {
    staff[company - 1] += 1
    relation("p\(person)", "worksFor", "c\(company)", title: role, start: start, end: end)
  }

  func relation(
    _ subject: String, _ type: String, _ object: String, title: String = "", start: String = "", end: String = ""
  ) {
    var text = #"{"record":"relation","subject":"\#(subject)","type":"\#(type)","object":"\#(object)""#
    if !title.isEmpty { text += #","title":\#(quoted(title))"# }
    if !start.isEmpty { text += #","start":"\#(start)""# }
    if !end.isEmpty { text += #","end":"\#(end)""# }
    line(text + "}")
  }

  func application(
    _ id: Int, to company: Int, on date: String, outcome: String?, involved: [(person: Int, role: String, date: String)]
  ) {
    let people = involved.map { #"{"person":"p\#($0.person)","role":"\#($0.role)","date":"\#($0.date)"}"# }
    let ending = outcome.map { #","outcome":{"kind":"\#($0)","date":"\#(date)"}"# } ?? ""
    line(
      #"{"record":"application","id":"a\#(id)","company":"c\#(company)","position":"Engineer","#
        + #""stages":[{"name":"applied","date":"\#(date)"}]\#(ending),"involved":[\#(people.joined(separator: ","))]}"#)
  }

  func interaction(_ id: Int, with person: Int, on date: String, by channel: String, _ summary: String) {
    line(
      #"{"record":"interaction","id":"i\#(id)","date":"\#(date)","channel":"\#(channel)","#
        + #""participants":["p\#(person)"],"summary":\#(quoted(summary))}"#)
  }

  /// Has the company with about 60 people say no, so that worlds of every size are asked the same question.
  func rejection() -> Subjects {
    let chosen = staff.indices.min { abs(staff[$0] - 60) < abs(staff[$1] - 60) } ?? 0
    application(9_999_999, to: chosen + 1, on: "2025-12-01", outcome: "rejected", involved: [])
    return Subjects(company: companies[chosen], ties: staff[chosen], email: emails[emails.count / 2])
  }

  func close() throws {
    flush()
    try handle.close()
  }
}
