/// A duration of ISO 8601, such as `PT15M` or `P1DT2H`: recognised in order to say how people
/// write it.
struct MachineSpan {
  /// What it means, or nil when that has no fixed length or is nothing to promise.
  let meaning: TimeSpan?

  /// Recognises a duration, or nil when the text is something else.
  init?(_ text: String) {
    var rest = text.uppercased()[...]
    while let last = rest.last, last.isWhitespace { rest.removeLast() }
    rest = rest.drop { $0.isWhitespace }
    guard rest.popFirst() == "P", !rest.isEmpty else { return nil }
    var units: [Character: Int] = ["W": 604_800, "D": 86_400, "Y": 0, "M": 0]
    var total: Int? = 0
    while let next = rest.first {
      if next == "T" {
        units = ["H": 3600, "M": 60, "S": 1]
        rest.removeFirst()
        continue
      }
      let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
      rest = rest.dropFirst(digits.count)
      guard !digits.isEmpty, let name = rest.popFirst(), let unit = units[name] else { return nil }
      guard let sum = total, unit > 0, digits.count <= 9, let value = Int(digits) else {
        total = nil
        continue
      }
      total = sum + value * unit
    }
    let promised = 1...TimeSpan.longestWritten.seconds
    meaning = total.flatMap { promised.contains($0) ? TimeSpan(seconds: $0) : nil }
  }
}
