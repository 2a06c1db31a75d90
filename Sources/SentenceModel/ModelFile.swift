/// The file of weights: text that a person can read, and a diff can show.
///
/// ```
/// acts empathy upsell …             the columns, in this order
/// bias -412 -380 …                  hundredths; a score of 400 is a margin of 1
/// sure 200 150 …                    from which score on an act is there for sure
/// present 50 0 …                    from which it is taken to be there
/// absent -150 -90 …                 below which it is taken not to be
/// concept sorry                     then its phrases, a line each, behind a tab;
/// 	przykro mi                        see ConceptPattern
/// 	@regret                           behind @ a concept each of whose phrases is one of this too
/// weights                           then the features, a line each: its form, a tab, its weights
/// w:prosze	0 -12 …
/// ```
///
/// Weights are hundredths; zeros at the end of a line are left out.
package enum ModelFile {
  /// Reads a model.
  ///
  /// - Throws: ``ModelError`` with the line at fault.
  /// - Complexity: O(words of all phrases · log); slow beside reading its bytes.
  package static func read(_ text: String) throws(ModelError) -> SentenceModel {
    var reader = Reader()
    var number = 0
    for line in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      guard !line.isEmpty else { continue }
      do throws(Problem) {
        try reader.take(Substring(line))
      } catch {
        throw ModelError(error.message, line: number)
      }
    }
    guard reader.isComplete else {
      throw ModelError("the file ends before its weights", line: number)
    }
    return try reader.model()
  }

  private struct Problem: Error {
    let message: String
  }

  private struct Reader {
    private var columns: [Int] = []
    private var bias: WeightRow?
    private var sure = WeightRow.zero
    private var present = WeightRow.zero
    private var absent = WeightRow.zero
    private var concepts: [(name: String, phrases: [ConceptPattern], anyOf: [String])] = []
    private var features: [(form: FeatureForm, row: WeightRow)] = []
    private var inWeights = false

    var isComplete: Bool { inWeights && bias != nil }

    func model() throws(ModelError) -> SentenceModel {
      try SentenceModel(
        ModelWriter.bytes(
          concepts.map { Concept(name: $0.name, phrases: $0.phrases, anyOf: $0.anyOf) },
          levels: [bias ?? .zero, sure, present, absent], weights: features))
    }

    mutating func take(_ line: Substring) throws(Problem) {
      if inWeights { return try takeWeights(line) }
      if line.utf8.first == UInt8(ascii: "\t") {
        guard !concepts.isEmpty else { throw Problem(message: "a phrase of no concept") }
        return try takePhrase(line.dropFirst())
      }
      if line == "weights" {
        inWeights = true
        return
      }
      guard let blank = line.firstIndex(of: " ") else {
        throw Problem(message: "'\(line)' is no section")
      }
      let rest = line[line.index(after: blank)...]
      switch line[..<blank] {
      case "acts":
        for name in rest.split(separator: " ") {
          guard let act = Act(rawValue: String(name)) else {
            throw Problem(message: "'\(name)' is no act")
          }
          columns.append(act.lane)
        }
      case "bias": bias = try weights(rest.utf8)
      case "sure": sure = try weights(rest.utf8)
      case "present": present = try weights(rest.utf8)
      case "absent": absent = try weights(rest.utf8)
      case "concept": concepts.append((String(rest), [], []))
      default: throw Problem(message: "'\(line[..<blank])' is no section")
      }
    }

    private mutating func takePhrase(_ phrase: Substring) throws(Problem) {
      if phrase.utf8.first == UInt8(ascii: "@") {
        concepts[concepts.count - 1].anyOf.append(String(phrase.dropFirst()))
        return
      }
      do throws(ConceptPattern.Problem) {
        concepts[concepts.count - 1].phrases.append(try ConceptPattern(String(phrase)))
      } catch {
        throw Problem(message: "'\(phrase)': \(error.message)")
      }
    }

    private mutating func takeWeights(_ line: Substring) throws(Problem) {
      let bytes = line.utf8
      guard let tab = bytes.firstIndex(of: UInt8(ascii: "\t")) else {
        throw Problem(message: "a feature without weights")
      }
      guard let form = FeatureForm(line[..<tab]) else {
        throw Problem(message: "'\(line[..<tab])' is no feature")
      }
      features.append((form, try weights(bytes[bytes.index(after: tab)...])))
    }

    private func weights(_ bytes: Substring.UTF8View) throws(Problem) -> WeightRow {
      var weights = WeightRow.zero
      var column = 0
      var value = 0
      var isNegative = false
      var hasDigit = false
      func close() throws(Problem) {
        guard hasDigit, column < columns.count, value <= Int(Int16.max) else {
          throw Problem(message: "a weight that is none, or too many of them")
        }
        weights[columns[column]] = Int16(isNegative ? -value : value)
        column += 1
        (value, isNegative, hasDigit) = (0, false, false)
      }
      for byte in bytes {
        switch byte {
        case UInt8(ascii: " "): try close()
        case UInt8(ascii: "-") where !hasDigit: isNegative = true
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
          value = min(value * 10 + Int(byte - UInt8(ascii: "0")), Int(Int16.max) + 1)
          hasDigit = true
        default: throw Problem(message: "a weight that is no whole number")
        }
      }
      try close()
      return weights
    }
  }
}
