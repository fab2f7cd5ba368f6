/// Text that somebody could store and that a careless writer would let out.
public enum HostileText {
  /// At most some kilobytes each.
  public static let short: [String] = terminal + markup + spreadsheet + paths + unicode + [longTag]

  /// A name of 1 MB, without a space to fold at.
  public static let megabyte = String(repeating: "Ada", count: 349_525) + "é"

  private static let terminal = [
    "\u{1b}]0;title\u{7}",
    "\u{1b}[2J\u{1b}[31mred",
    "\u{202e}gnp.exe\u{2066}",
    "first\nsecond\tthird",
    "\rcarriage return",
    "c0 " + scalars(0x01...0x1f),
    "c1 \u{7f}" + scalars(0x80...0x9f),
  ]

  private static let markup = [
    "Ada\r\nEND:VCARD\r\nBEGIN:VCARD",
    "]]>",
    "<!--",
    "--><script>alert(1)</script>",
    "&amp; &#10; &lt;",
    "'\"<>&",
    "\\n \\, \\; \\\\",
    "semi;colon,comma:colon=equals",
    "backslash at the end\\",
    "{\"json\": [\"not\", null]}",
    "^n^'^^",
    "=0D=0A=",
  ]

  private static let spreadsheet = [
    "=cmd|' /C calc'!A0", "+1+1", "-1", "@SUM(A1)", "\"quoted\"", "\"", ",,,", "a\"\"b\"", "tab\tseparated", "#comment",
  ]

  private static let paths = ["-rf", "--help", "../../etc/passwd", "$(reboot)", "`reboot`", "%s%n", "~", "null", "NaN"]

  private static let unicode = [
    "\u{301}\u{308}",
    "👩🏽‍💻👨‍👩‍👧‍👦🏴󠁧󠁢󠁳󠁣󠁴󠁿",
    "林美咲 김철수",
    "  ",
    " leading and trailing ",
    "\u{a0}\u{3000}",
    "line\u{2028}separator\u{2029}paragraph",
    "\u{fffe}\u{ffff}\u{1ffff}",
    "\u{feff}byte order mark",
    "zero\u{200b}width\u{200d}",
    "z" + String(repeating: "\u{334}", count: 200),
    "e\u{301} and é",
    "ﷺ İıßẞ",
  ]

  private static let longTag = String(repeating: "tag-\u{1f3f7} ", count: 400) + "end"

  private static func scalars(_ range: ClosedRange<UInt32>) -> String {
    String(String.UnicodeScalarView(range.compactMap(Unicode.Scalar.init)))
  }
}
