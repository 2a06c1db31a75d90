/// A part of a whole, as a promise names it: `95%`.
package struct Share: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The part (unit: 1; in 0…1).
  package let fraction: Double

  /// Creates a share from a fraction; nil unless it lies in 0…1.
  package init?(fraction: Double) {
    guard (0...1).contains(fraction) else { return nil }
    self.fraction = fraction
  }

  /// Reads `95%`, `99.5 %` or `99,5%`; nil when the text is no percentage from 0 to 100.
  package init?(written text: String) {
    guard text.last == "%" else { return nil }
    let digits = text.dropLast().filter { $0 != " " && $0 != "\u{A0}" }
    let plain = String(digits.map { $0 == "," ? "." : $0 })
    let allowed = plain.allSatisfy { $0.isASCII && ($0.isNumber || $0 == ".") }
    guard allowed, plain.first != ".", plain.last != ".", let percent = Double(plain),
      percent <= 100
    else { return nil }
    fraction = percent / 100
  }

  /// Matches what ``init(written:)`` accepts, for editors.
  package static let pattern: String = {
    let blank = "[ \\u00A0]*"
    let digit = "(?:[0-9]\(blank))"
    let zero = "(?:0\(blank))"
    let small = "\(zero)*\(digit){1,2}(?:[.,]\(blank)\(digit)+)?"
    let hundred = "\(zero)*1\(blank)\(zero){2}(?:[.,]\(blank)\(zero)+)?"
    return "^\(blank)(?:\(small)|\(hundred))%$"
  }()

  package static func < (left: Share, right: Share) -> Bool {
    left.fraction < right.fraction
  }

  /// The share as a percentage without needless digits: `95%`, `99.5%`.
  package var description: String {
    // Two decimals of a percent are finer than any promise; rounding hides binary fractions.
    let hundredths = (fraction * 10_000).rounded()
    let whole = Int(hundredths) / 100
    let rest = Int(hundredths) % 100
    if rest == 0 { return "\(whole)%" }
    if rest % 10 == 0 { return "\(whole).\(rest / 10)%" }
    return "\(whole).\(rest < 10 ? "0" : "")\(rest)%"
  }
}

extension Share {
  /// Every one.
  package static let all = Share(whole: 1)

  private init(whole: Double) {
    fraction = whole
  }
}
