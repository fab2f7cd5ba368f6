import Foundation
import Testing

/// The page of `kith graph` in a browser: it loads, complains of nothing, asks nobody, and does what its buttons say.
@Suite(.serialized) struct PageInBrowserTests {
  private struct Seen: Decodable {
    let problems: [String]
    let requests: Int
    let labels: Int
    let overlapping: Int
    let tooWide: [String]
    let zoomed, fitted, wheeled, dragged, inSight, byKey, closed: Bool
    let hits: Int
    let chosen: [String]
    let facts: String
  }

  private static let script = BuiltKith.root.appendingPathComponent("Tests/Strangers/open_page.py").path

  /// Nil where there is no browser to drive.
  private func look(at page: String, searching name: String, in kith: BuiltKith) throws -> Seen? {
    guard try kith.run("python3 -c 'import playwright'", environment: Self.path).status == 0 else {
      print("skipped: Python's playwright is not installed")
      return nil
    }
    let answer = try kith.run("python3 '\(Self.script)' \(page) '\(name)' 2>/dev/null", environment: Self.path)
    guard answer.status != 3 else {
      print("skipped: no Chromium could be started")
      return nil
    }
    return try JSONDecoder().decode(Seen.self, from: Data(answer.output.utf8))
  }

  /// Where the Python of whoever runs the tests is.
  private static let path = [
    "PATH": BuiltKith.products.path + ":" + (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin")
  ]

  @Test func thePageOfTheExamplesWorks() throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    _ = try kith.run(
      """
      kith me 'Sam Rivera'; kith met 'Ada Lovelace' --at 'Analytical Engines' --event 'SwiftConf 2026'
      kith import Examples/Connections.csv; kith import Examples/phone.vcf; kith graph --layout kith --to net.html
      """)
    guard let seen = try look(at: "net.html", searching: "emilie", in: kith) else { return }
    #expect(seen.problems == [] && seen.requests == 1, "\(seen.problems), \(seen.requests) requests")
    #expect(seen.labels > 60 && seen.overlapping == 0 && seen.tooWide == [], "\(seen)")
    #expect(seen.zoomed && seen.fitted && seen.wheeled && seen.dragged)
    #expect(seen.hits == 2, "found without its accent")
    #expect(seen.chosen.count == 1 && seen.inSight && seen.facts.contains("Émilie du Châtelet"))
    #expect(seen.byKey && seen.closed)
  }

  @Test func aNameThatIsAScriptIsAName() throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    _ = try kith.run(
      """
      kith met 'Eve </script><script>document.title="taken"</script>' --at '<img src=x onerror=alert(1)> Ltd'
      kith met 'Ada & "Countess" Lovelace' --at 'Analytical Engines' --title '<!--'; kith graph --layout kith --to net.html
      """)
    guard let seen = try look(at: "net.html", searching: "script", in: kith) else { return }
    #expect(seen.problems == [] && seen.requests == 1)
    #expect(seen.hits == 1 && seen.facts.contains("Eve </script><script>document.title=\"taken\"</script>"))
  }
}
