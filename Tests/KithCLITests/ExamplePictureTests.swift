import Foundation
import Testing

/// The picture that the README shows is what kith draws of its examples. `KITH_RECORD=1` draws it anew.
@Suite struct ExamplePictureTests {
  @Test func thePictureOfTheExamplesIsAsShown() throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    _ = try kith.run(
      """
      kith me 'Sam Rivera' --email sam@example.org
      kith met 'Ada Lovelace' --at 'Analytical Engines' --title CTO --event 'SwiftConf 2026' --email ada@example.com
      kith import Examples/Connections.csv; kith import Examples/phone.vcf
      kith met 'Thomasina Coverly' --at 'Analytical Engines' --via ada
      kith apply 'Analytical Engines' 'Compiler engineer' --with ada:interviewer --with 'Grace Hopper:recruiter' \
        --on 2026-10-01
      kith log call ada 'asked how the team works' --on 2026-10-20
      kith log coffee 'Emmy Noether' talked --on 2026-09-20; kith log email 'Mary Somerville' wrote --on 2026-08-01
      kith log call 'Luigi Menabrea' spoke --on 2026-10-30; kith log message 'Alan Turing' wrote --on 2026-05-02
      kith log meeting 'Claude Shannon' met --on 2026-02-14; kith log letter 'Joan Clarke' wrote --on 2025-06-01
      kith log email 'Hedy Lamarr' wrote --on 2024-03-01; kith log call 'Mary Jackson' spoke --on 2026-11-10
      kith graph --layout kith --limit 60 --to graph.svg
      """)
    let drawn = try String(contentsOf: kith.home.appendingPathComponent("graph.svg"), encoding: .utf8)
    let shown = BuiltKith.root.appendingPathComponent("Documentation/graph.svg")
    if ProcessInfo.processInfo.environment["KITH_RECORD"] != nil {
      try drawn.write(to: shown, atomically: true, encoding: .utf8)
    }
    #expect(drawn == (try String(contentsOf: shown, encoding: .utf8)))
  }
}
