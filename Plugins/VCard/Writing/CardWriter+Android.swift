import KithCore

/// What Android's own contacts have no property for, as `X-ANDROID-CUSTOM:type;v1;…;v15`. kith does not read it back.
extension CardWriter {
  private static let eventType = "vnd.android.cursor.item/contact_event"
  private static let relationType = "vnd.android.cursor.item/relation"

  /// An event of the type 1 is an anniversary, of 2 any other, of 0 one with a label.
  func writeAndroidEvent(_ anniversary: Anniversary) throws {
    guard style.target == .android, let text = CardWriter.day(anniversary.date) else { return }
    switch anniversary.kind {
    case .birth: return
    case .wedding: try writeAndroid(CardWriter.eventType, [text, "1", ""])
    case .death, .other:
      let label = anniversary.details.label ?? (anniversary.kind == .death ? "Death" : "")
      try writeAndroid(CardWriter.eventType, [text, label.isEmpty ? "2" : "0", label])
    }
  }

  private static func day(_ date: PartialDate) -> String? {
    date.month != nil && date.day != nil ? date.description : nil
  }

  func writeAndroidRelation(_ relation: OutgoingRelation, label: String) throws {
    let kinds = ["Spouse": "14", "Partner": "10", "Friend": "6", "Child": "3", "relative": "12", "referred by": "11"]
    let kind = kinds[label]
    try writeAndroid(CardWriter.relationType, [relation.object.name, kind ?? "0", kind == nil ? label : ""])
  }

  private func writeAndroid(_ type: String, _ values: [String]) throws {
    out.put("X-ANDROID-CUSTOM;X-KITH-COPY=1")
    out.beginValue()
    out.put(part: type)
    for index in 0..<15 {
      out.put(UInt8(ascii: ";"))
      if index < values.count { out.put(part: values[index]) }
    }
    try out.endLine()
  }

  /// A label as a type, which is how Android writes the labels of phones and mails; nil where one cannot be written so.
  static func androidType(_ label: String?) -> String? {
    guard let label, !label.isEmpty, label.utf8.allSatisfy(PropertyWriter.isNameByte) else { return nil }
    return "X-" + label
  }
}
