import KithCore
import Testing

@Suite struct TimestampTests {
  @Test(
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("2026-11-02T09:30:05Z", 1_793_611_805), ("20261102T093005Z", 1_793_611_805),
      ("2026-11-02T10:30:05+01:00", 1_793_611_805), ("20261102T043005-0500", 1_793_611_805),
      ("2026-11-02T09:30:05.123Z", 1_793_611_805), ("2026-11-02T09:30", 1_793_611_800),
      ("2026-11-02T0930Z", 1_793_611_800),
      ("2026-11-02", 1_793_577_600), ("1969-12-31T23:59:59Z", -1), ("2026-11-02T10:30:05+01", 1_793_611_805),
    ])
  func reads(_ text: String, _ seconds: Int) {
    #expect(Timestamp(text)?.secondsSince1970 == seconds)
  }

  @Test(
    arguments: [
      "", "T", "2026", "2026-11-02T", "2026-11-02T24:00:00Z", "2026-11-02T09:60:00Z", "2026-11-02T09:30:05X",
      "2026-11-02T9:30Z", "2026-11-02T09:30:05+9223372036854775807", "2026-11-02T09:30:05Zx", "--11-02T09:30:00Z",
    ])
  func refuses(_ text: String) { #expect(Timestamp(text) == nil) }

  @Test(arguments: [0, -1, 1_793_611_805, -62_135_596_800, 253_402_300_799, 951_782_400])
  func textComesBack(_ seconds: Int) {
    let moment = Timestamp(secondsSince1970: seconds)
    #expect(moment.description.utf8.count == Timestamp.textLength)
    #expect(Timestamp(moment.description) == moment)
  }

  @Test func yearsBeyondTheFormAreTheNearest() {
    #expect(Timestamp(secondsSince1970: .max).description == "9999-12-31T23:59:59Z")
    #expect(Timestamp(secondsSince1970: .min).description == "0001-01-01T00:00:00Z")
  }
}
