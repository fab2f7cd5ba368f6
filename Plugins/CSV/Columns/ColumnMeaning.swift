/// What a column of an address book says. Columns with the same field and slot go together, a part each.
struct ColumnMeaning: Hashable, Sendable {
  enum Field: UInt8, Sendable {
    case prefix, given, additional, family, suffix, display, fileAs, nickname
    case email, phone, address, job, birthday, event, link, service, relation, custom
    case note, tags, photo, uid, kept
  }

  enum Part: Int, Sendable, CaseIterable {
    case value, label, service
    case street, street2, street3, extended, poBox, locality, region, postalCode, country, formatted
    case company, title, department
    case year, month, day
  }

  var field: Field
  var part = Part.value
  /// Tells the e-mail addresses, phones, … of one row apart.
  var slot = ""
  /// What the column says of its value without a label of its own.
  var types: [String] = []
  var label: String?
  /// Of a kept column: the values that say nothing, in lower case.
  var blank: [String] = []
}

extension ColumnMeaning {
  static let prefix = ColumnMeaning(field: .prefix)
  static let given = ColumnMeaning(field: .given)
  static let additional = ColumnMeaning(field: .additional)
  static let family = ColumnMeaning(field: .family)
  static let suffix = ColumnMeaning(field: .suffix)
  static let display = ColumnMeaning(field: .display)
  static let nickname = ColumnMeaning(field: .nickname)
  static let company = ColumnMeaning(field: .job, part: .company)
  static let title = ColumnMeaning(field: .job, part: .title)
  static let department = ColumnMeaning(field: .job, part: .department)
  static let birthday = ColumnMeaning(field: .birthday)
  static let note = ColumnMeaning(field: .note)
  static let tags = ColumnMeaning(field: .tags)
  static let photo = ColumnMeaning(field: .photo)
  static let uid = ColumnMeaning(field: .uid)
  static let kept = ColumnMeaning(field: .kept)

  static func birthday(_ part: Part) -> ColumnMeaning { ColumnMeaning(field: .birthday, part: part) }

  static func email(_ slot: String, _ types: [String] = []) -> ColumnMeaning {
    ColumnMeaning(field: .email, slot: slot, types: types)
  }

  static func phone(_ types: String..., slot: String = "", label: String? = nil) -> ColumnMeaning {
    ColumnMeaning(
      field: .phone, slot: types.joined(separator: " ") + (label ?? "") + slot, types: types, label: label)
  }

  /// `type` is `work`, `home`, or nothing for any other.
  static func address(_ type: String, _ part: Part) -> ColumnMeaning {
    ColumnMeaning(field: .address, part: part, slot: type, types: type.isEmpty ? [] : [type])
  }

  static func link(_ label: String? = nil, slot: String = "", types: [String] = []) -> ColumnMeaning {
    ColumnMeaning(field: .link, slot: (label ?? "") + slot + types.joined(), types: types, label: label)
  }

  static func service(_ name: String, slot: String = "") -> ColumnMeaning {
    ColumnMeaning(field: .service, slot: name + slot, label: name)
  }

  /// `label` is one of ``RelationWord``.
  static func relation(_ label: String) -> ColumnMeaning {
    ColumnMeaning(field: .relation, slot: label, label: label)
  }

  static func event(_ label: String) -> ColumnMeaning { ColumnMeaning(field: .event, slot: label, label: label) }

  /// A field in the owner's words: `name: value`, or kept as it is.
  static func custom(_ slot: String) -> ColumnMeaning { ColumnMeaning(field: .custom, slot: slot) }

  static func kept(unless blank: String...) -> ColumnMeaning { ColumnMeaning(field: .kept, blank: blank) }

  static func numbered(_ field: Field, _ number: Int, _ part: Part) -> ColumnMeaning {
    ColumnMeaning(field: field, part: part, slot: "#\(number)")
  }
}
