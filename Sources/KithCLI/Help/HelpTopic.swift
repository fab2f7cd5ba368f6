/// What `kith help` tells of beside the commands.
enum HelpTopic {
  /// The text behind `help TOPIC`; nil where that is for the parser of the arguments.
  static func text(for arguments: [String]) -> String? {
    arguments == ["help", "selectors"] ? SelectorHelp.text : nil
  }
}
