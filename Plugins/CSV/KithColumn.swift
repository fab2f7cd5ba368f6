/// The columns of kith's own tables; the raw value is the header.
///
/// `name`, `subject`, `object`, `position`, `reason`, `note` hold one value as it is. Every other text column is a list:
/// see ``ListCell``. `company`, `title`, `department` go together line by line, and so do the five of an address.
enum KithColumn: String, Sendable {
  case id, kind, name, given, family, additional, prefixes, suffixes, nicknames, aliases
  case email, phone, url, street, locality, region, country, birthday, tags, notes, created, modified
  case postalCode = "postal_code"
  case company, title, department
  case start, end
  case subject, type, object, units
  case subjectID = "subject_id"
  case objectID = "object_id"
  case objectKind = "object_kind"
  case position, stages, outcome, reason, involved, note
  case companyID = "company_id"
  case outcomeDate = "outcome_date"
  case outcomeStage = "outcome_stage"
}
