import Planning
import SourceYAML

/// What the files of the planner may say, for editors and for people: made of what their readers go by.
package enum PlanningSchema: String, CaseIterable, Sendable {
  case workload, team

  private var shape: Shape {
    switch self {
    case .workload: WorkloadReader.file
    case .team: TeamReader.file
    }
  }

  /// The file's name, wherever it lies.
  package var fileName: String { "\(rawValue).schema.json" }

  /// The JSON Schema (draft 2020-12), with a line's end.
  package var text: String {
    Self.schema(
      of: shape, comment: "made by 'kwadrans plan schema \(rawValue)'; do not edit",
      title: "A \(rawValue) for kwadrans plan")
  }

  /// The JSON Schema of a file's shape.
  static func schema(of shape: Shape, comment: String, title: String) -> String {
    let definitions = Definition.allCases.map {
      JSONTree.Member(name: $0.rawValue, value: $0.schema)
    }
    let file = CatalogueSchema.schema(of: shape)
    var shared = SharedParts(file, taken: definitions.map(\.name))
    let parts = shared.factored(file, named: "file")
    let all = definitions + shared.definitions
    let written = parts.rendered + shared.definitions.map(\.value.rendered).joined()
    let used = all.filter { written.contains("\"#/$defs/\($0.name)\"") }
    let head: JSONTree = [
      "$schema": "https://json-schema.org/draft/2020-12/schema",
      "$comment": .string(comment),
      "title": .string(title),
    ]
    return head.adding(parts).adding(["$defs": .object(used)]).rendered
  }

  /// The reference of its keys in Markdown, with headings of the third level.
  package var markdown: String {
    var text = ""
    for section in shape.keys {
      text += "### \(section.name)\n\n\(section.inWords.sentence)\n\n"
      text += Self.table(section.shape.keys) + "\n"
    }
    text += "### Times that vary\n\n"
    text +=
      "A time such as `5 min`, which is then always the same, or a mapping with these keys:\n\n"
    text += Self.table(WorkloadReader.varyingTime.keys) + "\n"
    text += CatalogueReference.rules(WorkloadReader.varyingTime.rules).drop { $0 == "\n" }
    return text
  }

  private static func table(_ keys: [KeyDescription]) -> String {
    CatalogueReference.table(
      ["key", "value", "left out", "meaning", "example"], rows(of: keys, under: "", beside: []))
  }

  /// A row for a key, and one for each key of the mapping under it that is not one of its neighbours.
  private static func rows(
    of keys: [KeyDescription], under path: String, beside others: [KeyDescription]
  ) -> [[String]] {
    keys.filter { !others.contains($0) }.flatMap { key -> [[String]] in
      let varies = key.shape == WorkloadReader.varyingTime
      let row = [
        "`\(path)\(key.name)`", varies ? "[time that varies](#times-that-vary)" : key.shape.inWords,
        key.isRequired ? "**required**" : key.otherwise ?? "", key.summary, "`\(key.sample)`",
      ]
      guard !varies else { return [row] }
      return [row] + rows(of: key.shape.keys, under: "\(path)\(key.name): ", beside: keys)
    }
  }
}
