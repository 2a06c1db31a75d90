// swift-tools-version: 6.1
import PackageDescription

/// Every target of ours is compiled alike; a target that needs more says so itself.
let ours: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// A Swift target of ours.
func library(_ name: String, needs dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: ours)
}

/// The tests of a target, in a folder of the same name.
func tests(of name: String, needs dependencies: [Target.Dependency] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name)] + dependencies,
    exclude: [
      "Conformance": ["Logs"], "Planning": ["Broken"],
      "Quality": ["BrokenReviews", "BrokenWaivers"],
      "Reports": ["Golden"], "Standards": ["Advised", "Broken", "Sound"],
    ][name] ?? [],
    swiftSettings: ours
  )
}

// Imports run one way: a target may use only what stands above it in this list.
let package = Package(
  name: "kwadrans",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "kwadrans", targets: ["kwadrans"]),
    .library(name: "Queueing", targets: ["Queueing"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // System libraries, and the C and C++ shims over them.
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    .systemLibrary(
      name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "CJSON", linkerSettings: [.linkedLibrary("simdjson")]),
    .target(name: "CPatterns", linkerSettings: [.linkedLibrary("re2")]),
    .target(name: "CLexicon"),
    .target(name: "CTemplates"),
    .target(name: "CHeap"),

    library("Queueing"),
    library("Statistics"),
    library("Simulation"),
    library("Diagnostics"),
    library("SourceYAML", needs: ["CLibYAML", "Diagnostics"]),
    library("ServiceTime", needs: ["Diagnostics"]),
    library("TextMatching", needs: ["CPatterns", "Diagnostics"]),
    // Spelling, by hunspell where the system has it.
    library("Dictionaries"),
    library("SentenceModel", needs: ["TextMatching"]),
    library("Tickets", needs: ["CJSON", "CZlib", "Diagnostics", "ServiceTime"]),
    library(
      "Standards",
      needs: ["CLexicon", "CTemplates", "Diagnostics", "ServiceTime", "SourceYAML", "TextMatching"]),
    library("Clocks", needs: ["Diagnostics", "ServiceTime", "Standards", "Tickets"]),
    library(
      "Conformance",
      needs: [
        "CLexicon", "Clocks", "Diagnostics", "Dictionaries", "SentenceModel", "ServiceTime",
        "Standards", "TextMatching", "Tickets",
      ]),
    // What a team makes of verdicts: reviews, waivers, scores.
    library(
      "Quality",
      needs: [
        "Clocks", "Conformance", "Diagnostics", "ServiceTime", "SourceYAML", "Standards",
        "Statistics", "TextMatching", "Tickets",
      ]),
    library(
      "Planning",
      needs: ["Diagnostics", "Queueing", "ServiceTime", "Simulation", "SourceYAML", "Standards"]),
    library(
      "Reports",
      needs: [
        "Clocks", "Conformance", "Diagnostics", "Planning", "Quality", "ServiceTime", "SourceYAML",
        "Simulation", "Standards", "Statistics", "TextMatching", "Tickets",
      ]),
    .executableTarget(
      name: "kwadrans",
      dependencies: [
        "CHeap", "Clocks", "Conformance", "Diagnostics", "Planning", "Quality", "Queueing",
        "Reports", "ServiceTime", "Simulation", "Standards", "Statistics", "Tickets",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: ours),
    // What a catalogue made of anything may not do: for make fuzz and, in short, for make test.
    library(
      "Fuzzing", needs: ["Conformance", "Diagnostics", "Reports", "SourceYAML", "Standards"]),
    // make train and make accuracy
    library(
      "ModelTraining", needs: ["Diagnostics", "SentenceModel", "SourceYAML", "TextMatching"]),
    .executableTarget(
      name: "kwadrans-train",
      dependencies: [
        "Conformance", "Diagnostics", "ModelTraining", "SentenceModel", "ServiceTime", "Standards",
        "TextMatching", "Tickets",
      ],
      swiftSettings: ours),
    // make bench
    .executableTarget(
      name: "kwadrans-bench",
      dependencies: [
        "Clocks", "Conformance", "Diagnostics", "ModelTraining", "Quality", "Queueing", "Reports",
        "SentenceModel", "ServiceTime", "Simulation", "Standards", "TextMatching", "Tickets",
      ],
      swiftSettings: ours),

    tests(of: "Queueing"),
    tests(of: "Statistics"),
    tests(of: "Simulation", needs: ["Queueing"]),
    tests(of: "Diagnostics"),
    tests(of: "SourceYAML", needs: ["Diagnostics"]),
    tests(of: "ServiceTime", needs: ["Diagnostics"]),
    tests(of: "TextMatching", needs: ["Diagnostics"]),
    tests(of: "Dictionaries"),
    tests(
      of: "SentenceModel", needs: ["CLexicon", "Diagnostics", "ModelTraining", "TextMatching"]),
    tests(of: "Tickets", needs: ["Diagnostics", "ServiceTime"]),
    tests(
      of: "Standards",
      needs: [
        "Diagnostics", "Fuzzing", "Queueing", "Reports", "ServiceTime", "SourceYAML",
        "TextMatching",
      ]),
    tests(of: "Clocks", needs: ["ServiceTime", "Standards", "Tickets"]),
    tests(
      of: "Conformance",
      needs: [
        "Clocks", "Diagnostics", "Dictionaries", "ServiceTime", "SourceYAML", "Standards",
        "TextMatching", "Tickets",
      ]),
    tests(
      of: "Quality",
      needs: [
        "Clocks", "Conformance", "Diagnostics", "ServiceTime", "SourceYAML", "Standards",
        "Statistics", "TextMatching", "Tickets",
      ]),
    tests(
      of: "Planning",
      needs: [
        "Diagnostics", "Queueing", "Reports", "ServiceTime", "Simulation", "SourceYAML",
        "Standards",
      ]),
    tests(
      of: "Reports",
      needs: [
        "Conformance", "Diagnostics", "Quality", "ServiceTime", "SourceYAML", "Standards",
        "Tickets",
      ]),
    .testTarget(
      name: "CommandTests", dependencies: ["kwadrans"], exclude: ["Golden"], swiftSettings: ours),
  ],
  swiftLanguageModes: [.v6],
  cLanguageStandard: .c2x,
  cxxLanguageStandard: .cxx17
)

// libFuzzer brings a main of its own: only `make fuzz` asks for this target.
if Context.environment["KWADRANS_FUZZ"] == "1" {
  package.targets.append(
    .executableTarget(name: "kwadrans-fuzz", dependencies: ["Fuzzing"], swiftSettings: ours))
}
