import KithCore

/// How cards are written.
struct CardStyle {
  /// The choices of `version` and `lists` that leave it to the target.
  static let automatic = "auto"

  var version: VCardVersion
  var target = VCardTarget.none
  /// Whether each tag is a group card too.
  var listsAreGroups = false

  init(version: VCardVersion, target: VCardTarget = .none, listsAreGroups: Bool = false) {
    self.version = version
    self.target = target
    self.listsAreGroups = listsAreGroups
  }

  /// A version that is asked for counts for more than that of the target.
  init(_ options: OptionValues) {
    target = VCardTarget(rawValue: options["target"]) ?? .none
    version = VCardVersion(rawValue: options["version"]) ?? target.version
    let lists = options["lists"]
    // Apple's programs show groups, and no categories.
    listsAreGroups = lists == "groups" || lists == CardStyle.automatic && target == .apple
  }
}
