import KithCore

extension FormField {
  /// The fields of a record's form, in their order.
  static func all(for entity: Entity) -> [FormField] {
    let isPerson = entity.kind == .person
    let isEvent = entity.kind == .event
    var fields = [name]
    if isPerson { fields += nameParts }
    fields.append(
      FormField(
        isPerson ? "Nickname" : "Other name", offered: !isEvent, get: { $0.nicknames }, set: { $1.nicknames = $0 }))
    if isEvent || !entity.period.isEmpty { fields += [day("From", \.start), day("To", \.end)] }
    fields += [email, phone, address, account, link, dates(offered: isPerson)]
    fields.append(FormField("Tag", offered: true, get: { $0.tags }, set: { $1.tags = $0 }))
    if isPerson { fields.append(doNotAsk) }
    return fields + [note, custom]
  }

  private static var name: FormField {
    let single = FormField("Name", offered: true, get: { [$0.name] }, set: { $1.name = $0.first ?? $1.name })
    return FormField(single) { items in
      guard let first = items.first else { throw FormProblem("the form has no 'Name'", at: 1) }
      if items.count > 1 { throw FormProblem("'Name' is there a second time", at: items[1].line) }
      if first.text.allSatisfy(\.isWhitespace) { throw FormProblem("the name is empty", at: first.line) }
    }
  }

  private static var nameParts: [FormField] {
    [
      part("Given name", \.given), part("Additional name", \.additional), part("Family name", \.family),
      part("Prefix", \.prefixes), part("Suffix", \.suffixes),
    ]
  }

  private static func part(_ key: String, _ path: WritableKeyPath<PersonName, [String]>) -> FormField {
    FormField(
      key, get: { $0.personName?[keyPath: path] ?? [] },
      set: { values, entity in
        guard entity.personName != nil || !values.isEmpty else { return }
        var name = entity.personName ?? PersonName()
        name[keyPath: path] = values
        entity.personName = name
      })
  }

  private static func day(_ key: String, _ path: WritableKeyPath<Period, PartialDate?>) -> FormField {
    let days = FormField(
      [key], offered: true, get: { $0.period[keyPath: path].map { [$0] } ?? [] },
      set: { values, entity in
        var period = entity.period
        period[keyPath: path] = values.first
        entity.period = Period(start: period.start, end: period.end, endedAtUnknownDate: period.endedAtUnknownDate)
      },
      show: { FormValue(key, $0.description) }, parse: { item, _ in try date(item.text, item) })
    return FormField(days) { items in
      if items.count > 1 { throw FormProblem("'\(key)' is there a second time", at: items[1].line) }
    }
  }

  private static var email: FormField {
    FormField(
      ["E-mail"], offered: true, get: { $0.emails }, set: { $1.emails = $0 },
      show: { FormValue("E-mail", FormDetails.text($0.details, $0.address)) },
      parse: { item, old in
        let line = FormDetails(item.text)
        guard line.value.contains("@"), !line.value.contains(where: \.isWhitespace) else {
          throw FormProblem("'\(line.shown)' is no e-mail address: it needs an '@' and no spaces", at: item.line)
        }
        return EmailAddress(line.value, details: line.details(keeping: old?.details))
      })
  }

  private static var phone: FormField {
    FormField(
      ["Phone"], offered: true, get: { $0.phones }, set: { $1.phones = $0 },
      show: { FormValue("Phone", FormDetails.text($0.details, $0.number)) },
      parse: { item, old in
        let line = FormDetails(item.text)
        guard SearchKey.phone(line.value) != nil else {
          throw FormProblem("'\(line.shown)' is no phone number: it needs five digits or more", at: item.line)
        }
        return PhoneNumber(line.value, details: line.details(keeping: old?.details))
      })
  }

  private static var link: FormField {
    FormField(
      ["Link"], offered: true, get: { $0.links }, set: { $1.links = $0 },
      show: { FormValue("Link", FormDetails.text($0.details, $0.url)) },
      parse: { item, old in
        let line = FormDetails(item.text)
        guard !line.value.isEmpty, !line.value.contains(where: \.isWhitespace) else {
          throw FormProblem("'\(line.shown)' is no web address: it has no spaces", at: item.line)
        }
        return Link(line.value, details: line.details(keeping: old?.details))
      })
  }

  private static var note: FormField {
    FormField(
      ["Note"], offered: true, get: { $0.notes }, set: { $1.notes = $0 }, show: { FormValue("Note", $0) },
      // A note begun below its key has an empty first line that nobody meant.
      parse: { item, _ in item.text.hasPrefix("\n") ? String(item.text.dropFirst()) : item.text })
  }

  private static var doNotAsk: FormField {
    FormField(
      ["Do not ask"], get: { $0.doNotAsk ? [true] : [] }, set: { $1.doNotAsk = $0.contains(true) },
      show: { _ in FormValue("Do not ask", "yes") },
      parse: { item, _ in
        switch item.text {
        case "yes": return true
        case "no": return false
        default: throw FormProblem("'Do not ask' takes yes or no", at: item.line)
        }
      })
  }

  private static var custom: FormField {
    FormField(
      ["Field", "Private field"], get: { $0.customFields }, set: { $1.customFields = $0 },
      show: { FormValue($0.isPrivate ? "Private field" : "Field", "\($0.name) = \($0.value)") },
      parse: { item, _ in
        guard let equals = item.text.firstIndex(of: "="), !item.text[..<equals].trimmed.isEmpty else {
          throw FormProblem("'NAME = VALUE' was expected, as in 'shirt size = M'", at: item.line)
        }
        return CustomField(
          String(item.text[..<equals].trimmed), String(item.text[item.text.index(after: equals)...].trimmed),
          isPrivate: item.key == "Private field")
      })
  }

  static func date(_ text: some StringProtocol, _ item: FormItem) throws -> PartialDate {
    guard let date = PartialDate(text) else {
      throw FormProblem(
        "'\(TerminalText.cleaned(String(text.prefix(40))))' is no date such as 1985-04-12, 1985-04, 1985 or --04-12",
        at: item.line)
    }
    return date
  }

  /// The same field with a condition on its items.
  private init(_ field: FormField, checking check: @escaping ([FormItem]) throws -> Void) {
    self.init(
      keys: field.keys, isOffered: field.isOffered, values: field.values,
      merge: { items, entity in
        try check(items)
        try field.merge(items, &entity)
      })
  }
}

extension FormDetails {
  /// The value as a problem names it.
  fileprivate var shown: String { TerminalText.cleaned(String(value.prefix(60))) }
}
