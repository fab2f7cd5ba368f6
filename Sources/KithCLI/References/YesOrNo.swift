import ArgumentParser

/// A mark that is set or taken off.
enum YesOrNo: String, ExpressibleByArgument, CaseIterable {
  case yes, no
}
