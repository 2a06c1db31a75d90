import Foundation
import Testing

/// The page of rules names tests that there are.
struct RulesPageTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Rules with the lines of their tests.
  private static func rules() throws -> [(name: String, tests: [Substring])] {
    let page = try String(
      contentsOf: root.appending(path: "docs/clock-rules.md"), encoding: .utf8)
    return page.components(separatedBy: "\n### ").dropFirst().map { section in
      let lines = section.split(separator: "\n")
      return (String(lines.first ?? ""), lines.filter { $0.hasPrefix("- ") })
    }
  }

  @Test func `every rule has a test, and every test that is named is there`() throws {
    let rules = try Self.rules()
    #expect(rules.count >= 27)
    for (name, tests) in rules {
      #expect(!tests.isEmpty, "nothing holds the rule '\(name)'")
      for line in tests {
        let parts = line.dropFirst(2).split(separator: ": ", maxSplits: 1)
        guard parts.count == 2, parts[0].hasPrefix("`"), parts[0].hasSuffix("`") else {
          Issue.record("'\(line)' is not of the form - `Folder/File`: name")
          continue
        }
        let file = "Tests/\(parts[0].dropFirst().dropLast()).swift"
        let source = try? String(contentsOf: Self.root.appending(path: file), encoding: .utf8)
        #expect(source?.contains("func `\(parts[1])`(") == true, "no such test: \(line)")
      }
    }
  }
}
