import ArgumentParser

/// How data is printed on stdout.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case table, json, csv, ids
}
