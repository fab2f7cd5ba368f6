import Foundation
import Testing

/// `kith graph`: what it writes where, what it says, and what it keeps to itself.
@Suite struct GraphCommandTests {
  private func withKith(_ body: (BuiltKith) throws -> Void) throws {
    let kith = try BuiltKith()
    defer { kith.remove() }
    _ = try kith.run(
      """
      kith me 'Sam Rivera'; kith met 'Ada Lovelace' --at 'Analytical Engines' --title CTO --event 'SwiftConf 2026' \
        --tag compilers --note secret
      kith met 'Charles Babbage' --at 'Difference & Sons'
      kith apply 'Analytical Engines' Engineer --with ada:interviewer
      """)
    try body(kith)
  }

  private func text(_ name: String, of kith: BuiltKith) throws -> String {
    try String(contentsOf: kith.home.appendingPathComponent(name), encoding: .utf8)
  }

  @Test(arguments: [
    ("net.svg", "<svg "), ("net.HTML", "<!DOCTYPE html>"), ("net.dot", "digraph kith {"), ("net.gv", "digraph kith {"),
    ("net.graphml", "<graphml "),
  ])
  func theEndingSaysWhatIsWritten(_ name: String, _ mark: String) throws {
    try withKith { kith in
      let said = try kith.run("kith graph --layout kith --to \(name)")
      #expect(said.status == 0)
      #expect(said.output.hasPrefix("drew 3 people, 2 companies, 1 event, "), "\(said.output)")
      #expect(said.output.hasSuffix(" in \(name)\n"))
      let written = try text(name, of: kith)
      #expect(written.contains(mark) && written.contains("Ada Lovelace") && !written.contains("secret"))
    }
  }

  @Test func stdoutNeedsAFormatAndGetsNothingElse() throws {
    try withKith { kith in
      #expect(try kith.run("kith graph").status == 64)
      #expect(try kith.run("kith graph --to -").status == 64)
      let drawn = try kith.run("kith graph --layout kith --format svg")
      #expect(drawn.status == 0 && drawn.output.hasPrefix("<?xml") && drawn.output.hasSuffix("</svg>\n"))
      #expect(try kith.run("kith graph --layout kith --format svg --to -").output == drawn.output)
      #expect(try kith.run("kith graph --layout kith --to a.svg && cat a.svg").output.hasSuffix(drawn.output))
    }
  }

  @Test func aSelectionBringsWhatItIsTiedTo() throws {
    try withKith { kith in
      _ = try kith.run("kith graph +compilers --layout kith --to ada.svg")
      let drawn = try text("ada.svg", of: kith)
      #expect(drawn.contains("Ada Lovelace works for Analytical Engines, CTO") && drawn.contains("SwiftConf 2026"))
      #expect(!drawn.contains("Babbage") && !drawn.contains("Sam Rivera"))
    }
  }

  @Test func aPictureForOthersTellsNothingPrivate() throws {
    try withKith { kith in
      _ = try kith.run("kith graph --layout kith --to mine.html; kith graph --layout kith --public --to theirs.html")
      let (mine, theirs) = (try text("mine.html", of: kith), try text("theirs.html", of: kith))
      for word in ["last in touch", "interviewed you for", "within a month"] {
        #expect(mine.contains(word), "\(word)")
        #expect(!theirs.contains(word), "\(word)")
      }
      #expect(theirs.contains("Analytical Engines"))
    }
  }

  @Test func whatIsLeftOutIsSaid() throws {
    try withKith { kith in
      let said = try kith.run("kith graph --layout kith --limit 2 --to few.svg").output
      #expect(
        said.contains("left out 4 of 6 records: it shows the people nearest to you; --limit 6 draws all"), "\(said)")
      let drawn = try text("few.svg", of: kith)
      #expect(drawn.contains("Sam Rivera"))
      #expect(try kith.run("kith graph --limit 0 --to x.svg").status == 64)
    }
  }

  @Test func nobodyMatchesIsSaidAndNothingWritten() throws {
    try withKith { kith in
      let said = try kith.run("kith graph @'Analytical Engines':past --to x.svg")
      #expect(said.status == 4 && said.output.contains("nobody matches; nothing was drawn"))
      #expect(try kith.run("kith graph --to missing/x.svg").status == 1)
      #expect(try kith.run("kith graph --to $HOME/.local/share/kith/kith.sqlite --format svg").status == 64)
      #expect(!FileManager.default.fileExists(atPath: kith.home.appendingPathComponent("x.svg").path))
    }
  }

  /// A program of Graphviz that is there and of no use holds nobody up.
  @Test(arguments: ["exit 3", "echo nonsense", "echo node 0 nan 1"])
  func aUselessGraphvizIsDoneWithout(_ what: String) throws {
    try withKith { kith in
      _ = try kith.run("mkdir bin; printf '#!/bin/sh\\n\(what)\\n' > bin/sfdp; chmod +x bin/sfdp")
      let said = try kith.run("PATH=$PWD/bin:$PATH kith graph --to net.svg")
      #expect(said.status == 0)
      #expect(said.output.contains("; kith placed the nodes itself"), "\(said.output)")
      _ = try kith.run("kith graph --layout kith --to own.svg")
      #expect(try text("net.svg", of: kith) == text("own.svg", of: kith))
    }
  }

  @Test func graphvizThatIsWantedAndNotThereIsAnError() throws {
    try withKith { kith in
      let said = try kith.run("PATH=\(BuiltKith.products.path) kith graph --layout graphviz --to net.svg")
      #expect(said.status == 1 && said.output.contains("--layout kith"), "\(said.output)")
    }
  }

  @Test func placesOfGraphvizAreTaken() throws {
    try withKith { kith in
      guard try kith.run("sfdp -V").status == 0 else { return print("skipped: Graphviz is not installed") }
      let said = try kith.run("kith graph --layout graphviz --to net.svg")
      #expect(said.status == 0 && !said.output.contains("itself"), "\(said.output)")
      #expect(try text("net.svg", of: kith).contains("Ada Lovelace"))
    }
  }
}
