// swift-tools-version:6.1
import PackageDescription

// Each format plugin is one folder under Plugins/ and one word here.
let plugins = ["VCard", "CSV", "XML", "JSONLines", "XCard", "JCard", "JSContact", "ICS", "DOT", "GraphML"]

// CI builds with KITH_STRICT=1: a warning in kith's own code is then an error. (Flags of a dependency cannot be set here.)
let strict = Context.environment["KITH_STRICT"] != nil
let settings: [SwiftSetting] = strict ? [.unsafeFlags(["-warnings-as-errors"])] : []

// What formats share: xCard and jCard are other syntaxes of vCard (Documentation/decisions.md).
let shared: [String: [String]] = [
  "XML": ["KithMarkup"], "XCard": ["KithMarkup", "KithVCard"], "JCard": ["KithVCard"],
  "JSContact": ["KithVCard"], "GraphML": ["KithMarkup"],
]

func plugin(_ name: String) -> Target {
  .target(
    name: "Kith" + name,
    dependencies: (["KithCore"] + shared[name, default: []]).map { .byName(name: $0) },
    path: "Plugins/" + name,
    exclude: name == "XML" ? ["kith.rng"] : [],
    swiftSettings: settings)
}

func tests(_ name: String, of modules: [String]) -> Target {
  .testTarget(
    name: name,
    dependencies: (["KithCore", "KithConformance"] + modules).map { .byName(name: $0) },
    path: "Tests/" + name,
    swiftSettings: settings)
}

let package = Package(
  name: "kith",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "kith", targets: ["kith"]),
    .library(name: "KithCore", targets: ["KithCore"]),
    .library(name: "KithCLI", targets: ["KithCLI"]),
    .library(name: "KithConformance", targets: ["KithConformance"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", path: "Sources/CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "KithCore", swiftSettings: settings),
    .target(name: "KithMarkup", dependencies: ["KithCore", "CLibXML2"], swiftSettings: settings),
    .target(name: "KithConformance", dependencies: ["KithCore"], swiftSettings: settings),
    .target(
      name: "KithStore",
      dependencies: [
        "KithCore",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(name: "KithPicture", dependencies: ["KithCore"], swiftSettings: settings),
    .target(
      name: "KithCLI",
      dependencies: [
        "KithCore", "KithStore", "KithConformance", "KithPicture",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Mustache", package: "swift-mustache"),
      ] + plugins.map { .byName(name: "Kith" + $0) },
      swiftSettings: settings),
    .executableTarget(name: "kith", dependencies: ["KithCLI"], swiftSettings: settings),
    // What the tests of several formats need beside KithConformance.
    .target(name: "KithTesting", dependencies: ["KithCore"], path: "Tests/Testing", swiftSettings: settings),
    tests("KithCoreTests", of: ["KithTesting"]),
    tests("KithStoreTests", of: ["KithStore", "KithJSONLines"]),
    tests("KithPictureTests", of: ["KithPicture", "KithTesting"]),
    tests("KithCLITests", of: ["KithCLI", "KithStore"]),
    tests("ConformanceTests", of: ["KithCLI", "KithStore"] + plugins.map { "Kith" + $0 }),
  ] + plugins.map(plugin)
    + plugins.map {
      tests(
        "Kith\($0)Tests",
        of: ["Kith" + $0] + shared[$0, default: []]
          + (shared[$0, default: []].contains("KithMarkup") ? ["CLibXML2"] : [])
          + (["VCard", "CSV", "XCard", "JCard", "JSContact"].contains($0) ? ["KithTesting"] : []))
    },
  swiftLanguageModes: [.v6]
)
