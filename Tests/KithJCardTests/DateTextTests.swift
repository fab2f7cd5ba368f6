import Testing

@testable import KithJCard

@Suite struct DateTextTests {
  /// The examples of RFC 7095 §3.5, and RFC 6350 §4.3.
  @Test(
    arguments: [
      ("19850412", "1985-04-12"), ("1985-04", "1985-04"), ("1985", "1985"), ("--0412", "--04-12"), ("---12", "---12"),
      ("T102200", "T10:22:00"), ("T1022", "T10:22"), ("T10", "T10"), ("T-2200", "T-22:00"), ("T--00", "T--00"),
      ("T102200Z", "T10:22:00Z"), ("T102200-0800", "T10:22:00-08:00"), ("T102200+08", "T10:22:00+08"),
      ("19961022T140000", "1996-10-22T14:00:00"), ("--1022T1400", "--10-22T14:00"), ("---22T14", "---22T14"),
      ("20090808T1430-0500", "2009-08-08T14:30-05:00"), ("20130214T123000Z", "2013-02-14T12:30:00Z"),
      ("circa 1800", "circa 1800"), ("", ""), ("T", "T"), ("12345", "12345"),
    ])
  func `dates`(_ basic: String, _ extended: String) {
    #expect(DateText.extended(basic) == extended)
    #expect(DateText.basic(extended) == basic)
    #expect(DateText.extended(extended) == extended)
    #expect(DateText.basic(basic) == basic)
  }

  @Test(arguments: [
    ("102200", "10:22:00"), ("1022", "10:22"), ("10", "10"), ("-2200", "-22:00"), ("102200Z", "10:22:00Z"),
  ])
  func `times alone`(_ basic: String, _ extended: String) {
    #expect(DateText.extended(basic, isTime: true) == extended)
    #expect(DateText.basic(extended, isTime: true) == basic)
  }

  @Test(arguments: [("-0500", "-05:00"), ("+05", "+05"), ("Z", "Z")])
  func `offsets`(_ basic: String, _ extended: String) {
    #expect(DateText.extendedOffset(basic) == extended)
    #expect(DateText.basicOffset(extended) == basic)
  }
}
