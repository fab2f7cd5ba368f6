import KithCore

/// The parameters in which kith writes what ORG and RELATED have no place for.
enum WorkParameter {
  static let kind = "X-KITH-KIND"
  static let title = "X-KITH-TITLE"
  static let start = "X-KITH-START"
  static let end = "X-KITH-END"
  static let units = "X-KITH-UNITS"
  static let all: Set<String> = [kind, title, start, end, units]
  /// The value of ``end`` for what is over since nobody knows when.
  static let unknownEnd = "unknown"

  static func period(in set: ParameterSet) -> Period {
    let (start, end) = (set[start], set[end])
    if start == nil, end == nil { return .unknown }
    return Period(
      start: start.flatMap { PartialDate($0) }, end: end.flatMap { PartialDate($0) },
      endedAtUnknownDate: end == unknownEnd)
  }
}
