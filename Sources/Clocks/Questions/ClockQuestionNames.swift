import Diagnostics

/// Tells the names in questions apart, without making strings of those that are known.
struct ClockQuestionNames {
  private let known = ClockQuestion.Key.allCases.map { ($0, Array($0.name.utf8)) }
  /// Names that are none of ours, with the one that may be meant; questions mostly share them.
  private var others: [String: String?] = [:]

  /// The key of a name, if it is one.
  func key(_ name: UnsafeBufferPointer<UInt8>) -> ClockQuestion.Key? {
    for (key, bytes) in known where bytes.count == name.count && bytes.elementsEqual(name) {
      return key
    }
    return nil
  }

  /// What is wrong with a name that is none of ours: nothing, unless it is nearly one. To pass over
  /// `holiday` would give a wrong answer.
  mutating func fault(of name: String) -> ClockQuestionError? {
    let nearest: String?
    if let found = others[name] {
      nearest = found
    } else {
      // Short names are near to everything: `op` is one slip from `up`.
      let long = known.map { $0.0.name }.filter { $0.utf8.count > 3 }
      nearest = nearestName(to: name, among: long)
      // A limit on what is remembered of a file that never repeats a name.
      if others.count < 1000 { others[name] = .some(nearest) }
    }
    return nearest.map { .unknown(shortened(name), nearest: $0) }
  }
}
