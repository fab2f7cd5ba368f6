/// A picture of the entity: its bytes, or where they are. A picture behind a URI is never fetched.
public enum Photo: Hashable, Sendable {
  case data(mediaType: String, bytes: [UInt8])
  case uri(String)
}
