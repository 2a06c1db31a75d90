import Diagnostics
import SourceYAML

/// What the files of workload and team have in common.
enum PlanningFile {
  /// The top of a YAML file; nil after reporting why there is none.
  static func root(
    of text: SourceText, id: String, advice: String, _ diagnostics: inout Diagnostics
  ) -> YAMLNode? {
    var syntax = Diagnostics()
    let root = YAMLReader.read(text, into: &syntax)
    diagnostics.append(contentsOf: syntax)
    if root == nil, !syntax.hasErrors {
      diagnostics.error(
        id, "the file is empty", at: SourceRange(text: text, utf8: 0..<0), fixIt: advice)
    }
    return root
  }
}

extension Shape {
  /// The keys of a mapping.
  var keys: [KeyDescription] {
    if case .record(let keys, _) = self { keys } else { [] }
  }
}
