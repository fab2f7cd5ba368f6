import ArgumentParser

struct PersonCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "person", abstract: "Add, show, list, change or remove people.",
    discussion: """
      Example:
        kith person edit ada --at "Difference Engines" --title "Chief engineer"
      """,
    subcommands: [
      PersonAddCommand.self, RecordShowCommand<PersonKind>.self, RecordListCommand<PersonKind>.self,
      PersonEditCommand.self, RecordRemoveCommand<PersonKind>.self,
    ])
}

struct CompanyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "company", abstract: "Add, show, list, change or remove companies.",
    discussion: """
      Example:
        kith company add "Analytical Engines" --alias AE --city London
      """,
    subcommands: [
      CompanyAddCommand<CompanyKind>.self, RecordShowCommand<CompanyKind>.self, CompanyListCommand.self,
      CompanyEditCommand<CompanyKind>.self, RecordRemoveCommand<CompanyKind>.self,
    ])
}

struct OrganizationCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "org", abstract: "Add, show, list, change or remove organizations: clubs, schools, communities.",
    discussion: """
      Example:
        kith org add "Royal Society" --city London
      """,
    subcommands: [
      CompanyAddCommand<OrganizationKind>.self, RecordShowCommand<OrganizationKind>.self,
      RecordListCommand<OrganizationKind>.self, CompanyEditCommand<OrganizationKind>.self,
      RecordRemoveCommand<OrganizationKind>.self, OrganizationJoinCommand.self, OrganizationRenewCommand.self,
      OrganizationReviewCommand.self,
    ])
}

struct EventCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "event", abstract: "Add, show, list, change or remove events.",
    discussion: """
      Example:
        kith event add "SwiftConf 2026" --from 2026-10-01 --to 2026-10-03
      """,
    subcommands: [
      EventAddCommand.self, RecordShowCommand<EventKind>.self, RecordListCommand<EventKind>.self,
      EventEditCommand.self, RecordRemoveCommand<EventKind>.self, EventReviewCommand.self,
    ])
}
