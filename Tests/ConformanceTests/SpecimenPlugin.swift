import KithCore

/// A small format that keeps the contract, or breaks it in one way: a JSON array a line.
struct SpecimenPlugin: Exporter, Importer {
  let fault: Fault?
  let format: Format

  init(_ fault: Fault? = nil) {
    self.fault = fault
    var coverage = Coverage(
      kinds: [.person, .company], fields: [.emails, .notes], relations: [.worksFor], interactions: true)
    switch fault {
    case .claimsAKind: coverage.kinds.insert(.event)
    case .claimsAField: coverage.fields.insert(.phones)
    case .claimsARelation: coverage.relations.insert(.knows)
    case .claimsApplications: coverage.applications = true
    case .losesABackup: coverage.isFullBackup = true
    default: break
    }
    format = Format(
      name: fault == .hasABadName ? "Spec imen" : "specimen", summary: "a JSON array a line", specification: "none",
      mediaType: "application/json", fileExtensions: ["specimen"], coverage: coverage)
  }

  enum Fault: CaseIterable {
    // Of the exporter
    case hasABadName, isDifferentEveryTime, claimsAKind, claimsAField, claimsARelation, claimsApplications
    case readsNoEntities, hidesDetails, leaksNotes, dropsNotes, writesOnAfterAnError, wrapsErrors, ignoresABrokenGraph
    case writesControlCharacters, writesInvalidUTF8, gathersEverything
    // Of the importer
    case losesARecord, trimsNames, recognizesAnything, recognizesNothing, stopsAtAShortRead, makesNewIDs
    case mindsAByteOrderMark, ignoresInputErrors, ignoresTheReceiver, throwsItsOwnErrors, isSilent, losesABackup
    case invents
  }

  struct WrappedError: Error {}
}
