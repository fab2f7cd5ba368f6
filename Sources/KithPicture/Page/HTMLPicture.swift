import KithCore

/// A picture as a page.
public struct HTMLPicture {
  private let picture: Picture
  private let output: OutputSink

  public init(_ picture: Picture, to output: OutputSink) {
    self.picture = picture
    self.output = output
  }

  public func write() throws {
  }
}
