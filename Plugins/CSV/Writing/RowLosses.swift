import KithCore

/// Reports what the rows of an address book hold only in part.
struct RowLosses {
  let diagnostics: DiagnosticLog

  enum Loss: String {
    case nameParts = "name-parts"
    case displayName = "display-name"
    case details = "contact-details"
    case place = "other-column"
    case addressParts = "address-parts"
    case leftOut = "left-out"
    case joined = "joined-values"
    case split = "split-values"
    case dates = "dates"
    case moreJobs = "more-jobs"
    case pastJobs = "past-employment"
    case jobDates = "employment-dates"
    case employerKind = "employer-kind"
    case units
    case relationDetails = "relation-details"
    case photo = "photo-data"
    case fields = "custom-fields"
    case foreign = "foreign-properties"
    case kept = "kept-properties"

    var message: String {
      switch self {
      case .nameParts: "parts of names that are several, or have no column, are joined or left to the shown name"
      case .displayName: "a shown name that is not made of the parts of the name has no column"
      case .details: "types, labels and parameters of contact points that no column or label says"
      case .place: "contact points that stand in a column for others, because they have none of their own"
      case .addressParts: "parts of addresses that are several or have no column"
      case .leftOut: "contact points for which there are no more columns"
      case .joined: "several values were joined in one cell"
      case .split: "values with the separator of the cell within are read as several"
      case .dates: "dates that have no column, or not all that is known of them"
      case .moreJobs: "a second employer has no column"
      case .pastJobs: "past employment has no column"
      case .jobDates: "dates of employment have no column"
      case .employerKind: "an employer that is an organization is written as a company"
      case .units: "a department within a department is joined to it"
      case .relationDetails: "titles, dates and kinds of relations have no column"
      case .photo: "a picture too large for a cell; its address would have a place"
      case .fields: "custom fields for which there are no more columns, or whose name no cell can hold"
      case .foreign: "properties kept for another format have no column"
      case .kept: "kept properties for which there are no more columns, or with more than a name and a value"
      }
    }
  }

  func lose(_ loss: Loss, _ entity: Entity, count: Int = 1) {
    guard count > 0 else { return }
    diagnostics.report(Diagnostic(.loss, loss.rawValue, loss.message, count: count, record: entity.id))
  }
}
