// swift-tools-version:6.1
import PackageDescription

// A package of its own: Scripts/fuzz builds it, and kith with it, under libFuzzer and AddressSanitizer.
let package = Package(
  name: "KithFuzzing",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "fuzz", targets: ["fuzz"])],
  dependencies: [.package(name: "kith", path: "..")],
  targets: [
    .executableTarget(
      name: "fuzz",
      dependencies: ["KithCore", "KithCLI", "KithConformance"].map { .product(name: $0, package: "kith") })
  ],
  swiftLanguageModes: [.v6]
)
