// swift-tools-version:6.1
import PackageDescription

// Measures kith's formats from within. Apart from KithBench, which links none of kith and so is built in no time.
let package = Package(
  name: "KithFormatBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "kith", path: "../..")],
  targets: [
    .executableTarget(
      name: "formatbench",
      dependencies: ["KithCLI", "KithConformance", "KithCore"].map { .product(name: $0, package: "kith") })
  ],
  swiftLanguageModes: [.v6]
)
