import Diagnostics
package import SourceYAML

/// How soon a case is solved.
package struct Resolution: TimedKind {
  /// A state of the ticket in which the clock may stand still.
  package enum Pause: String, CaseIterable, Sendable {
    /// Waiting for the customer.
    case pending
    /// Waiting for somebody else.
    case hold
  }

  /// The time promised.
  package let time: TimePromise
  /// The states in which the clock stands still, in the order of the file.
  package let pausedWhile: [Pause]

  private static let keys = PromiseKeys(
    "within", "the longest time until the case is solved", example: "16 h")
  private static let pausedWhileKey = Key<[Pause]>.list(
    "paused-while", "the states in which the clock stands still: pending, hold",
    of: .choice(Pause.allCases.map { $0.rawValue }), distinct: true
  ) { node, diagnostics in
    node.choice(of: Pause.self, for: "'paused-while'", &diagnostics)
  }.otherwise("no state").such(as: "[pending]")

  package static let card = KindCard(
    key: "resolution",
    summary: "How soon a case is solved.",
    subject: .time,
    keys: keys.all + [pausedWhileKey.description])

  package var parameters: [Parameter] {
    let states = pausedWhile.map { $0.rawValue }.joined(separator: ", ")
    return Self.keys.parameters(time)
      + [Parameter("paused-while", states.isEmpty ? "no state" : states)]
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    let time = Self.keys.read(record, &reading)
    pausedWhile = reading.distinct(Self.pausedWhileKey, in: record)
    guard let time else { return nil }
    self.time = time
  }
}
