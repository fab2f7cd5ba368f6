/// A note to somebody, before it is sent.
struct Draft: Equatable {
  var subject: String
  /// Lines end with a line feed, the last one too.
  var body: String
}
