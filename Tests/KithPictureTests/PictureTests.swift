import Foundation
import KithCore
import KithPicture
import Testing

@Suite struct PictureTests {
  private func picture(_ people: Int) -> Picture {
    Picture(SampleNetwork.graph(people: people), title: "sample", caption: "\(people) people")
  }

  @Test(arguments: [1, 2, 10, 43, 200, 1700])
  func nothingOverlapsAndNothingLeavesTheCanvas(_ people: Int) throws {
    let start = ContinuousClock.now
    let picture = picture(people)
    print(
      "laid out", picture.graph.nodes.count, "in", ContinuousClock.now - start, picture.width, picture.height,
      picture.labels.count)
    if let folder = ProcessInfo.processInfo.environment["PICTURES"] {
      let output = OutputSink.inMemory()
      try SVGPicture(picture, to: output).write()
      try output.withBytes { try Data($0).write(to: URL(filePath: "\(folder)/net\(people).svg")) }
    }
  }
}
