/// A tag of a template, such as `{{given}}` or `{{#company}}`.
struct TemplateTag: Equatable {
  enum Kind: Equatable {
    case variable, section, inverted, end, comment
  }

  var kind: Kind
  var name: String
  var line: Int
  var column: Int
  /// Where it stands among the scalars of the text.
  var range: Range<Int>
}
