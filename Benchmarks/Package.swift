// swift-tools-version:6.1
import PackageDescription

// A package of its own, so that whoever builds kith never builds this. It measures programs from outside and links none of kith.
let package = Package(
  name: "KithBenchmarks",
  platforms: [.macOS(.v15)],
  targets: [
    .executableTarget(name: "KithBench"),
    // What SQLite in C needs for one durable row: the limit of "record one contact".
    .executableTarget(name: "oneshot", linkerSettings: [.linkedLibrary("sqlite3")]),
    // Contact points in rows of their own, or in a list with their entity: see Documentation/decisions.md.
    .executableTarget(name: "layout", linkerSettings: [.linkedLibrary("sqlite3")]),
    // Runs one command and says what it cost.
    .executableTarget(name: "meter"),
  ],
  swiftLanguageModes: [.v6]
)
