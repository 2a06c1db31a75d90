import Quality
import SourceYAML

/// What the files of the audit may say, for editors: made of what their readers go by.
package enum AuditSchema: String, CaseIterable, Sendable {
  case waivers, reviews

  private var shape: Shape {
    switch self {
    case .waivers: WaiverReader.file
    case .reviews: ReviewFile.line
    }
  }

  /// The file's name, wherever it lies.
  package var fileName: String { "\(rawValue).schema.json" }

  private var title: String {
    switch self {
    case .waivers: "Waivers for kwadrans audit"
    case .reviews: "A line of reviews for kwadrans audit"
    }
  }

  /// The JSON Schema (draft 2020-12), with a line's end.
  package var text: String {
    PlanningSchema.schema(
      of: shape, comment: "made by 'kwadrans audit schema \(rawValue)'; do not edit",
      title: title)
  }
}
