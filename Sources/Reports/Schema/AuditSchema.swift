import Quality
import SourceYAML

/// What the files of the audit may say, for editors: made of what their readers go by.
package enum AuditSchema: String, CaseIterable, Sendable {
  case waivers

  private var shape: Shape {
    switch self {
    case .waivers: WaiverReader.file
    }
  }

  /// The file's name, wherever it lies.
  package var fileName: String { "\(rawValue).schema.json" }

  /// The JSON Schema (draft 2020-12), with a line's end.
  package var text: String {
    PlanningSchema.schema(
      of: shape, comment: "made by 'kwadrans audit schema \(rawValue)'; do not edit",
      title: "\(rawValue.prefix(1).uppercased())\(rawValue.dropFirst()) for kwadrans audit")
  }
}
