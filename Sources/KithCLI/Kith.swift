import ArgumentParser

struct Kith: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "kith",
    abstract: "Remembers everyone you meet in your working life.",
    discussion: """
      kith keeps people, companies, organizations and events, and how they are tied. It records a new connection in one \
      line, exports address books, and after a "no" lists everyone tied to the company that said it.

      Examples:
        kith met "Ada Lovelace" --at "Analytical Engines" --email ada@example.com
        kith reject "Analytical Engines" --stage onsite
        kith who --rejected "Analytical Engines"
        kith export vcard @"Analytical Engines" --to phone.vcf
      """,
    version: "0.1.0",
    subcommands: [
      MeCommand.self, MetCommand.self, MeetCommand.self, LogCommand.self, ApplyCommand.self, InterviewCommand.self,
      RejectCommand.self, OfferCommand.self, WithdrawCommand.self, RulesCommand.self,
      TodayCommand.self, DueCommand.self, PlanCommand.self, BriefCommand.self, DoneCommand.self, SkipCommand.self,
      TodoCommand.self, ThankCommand.self, DraftCommand.self, TemplateCommand.self,
      FeedbackCommand.self, LearnCommand.self, ReflectCommand.self,
      TrackCommand.self, SnoozeCommand.self, IgnoreCommand.self, UntrackCommand.self, SpreadCommand.self,
      PathCommand.self, IntroCommand.self, OverlapsCommand.self,
      WhoCommand.self, ListCommand.self, FindCommand.self, SelectorCommand.self, TagCommand.self, RemoveCommand.self,
      ShowCommand.self, GraphCommand.self,
      ExportCommand.self, ImportCommand.self, FormatsCommand.self, PluginCommand.self, UndoCommand.self,
      HistoryCommand.self, CheckCommand.self, BackupCommand.self, RestoreCommand.self,
      PersonCommand.self, CompanyCommand.self, OrganizationCommand.self, EventCommand.self, ApplicationCommand.self,
      RelateCommand.self, UnrelateCommand.self, DupesCommand.self, MergeCommand.self,
    ])
}
