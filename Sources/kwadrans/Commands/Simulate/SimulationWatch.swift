import Synchronization

/// Watches a simulation from within: each of its threads asks every so many steps whether to go on, and
/// so tells how far it is.
final class SimulationWatch: Sendable {
  /// Steps between two questions: customers of a pool, events of a desk.
  private static let stepsEach = 65_536

  private let progress = Progress()
  private let started = ContinuousClock().now
  private let asked = Atomic(0)
  /// When something was last shown (unit: ms since the start).
  private let shown = Atomic(0)
  /// What the steps are: `customers`, `events`.
  private let unit: String
  /// How many steps there will be, if that is known.
  private let most: Int?

  init(_ unit: String, of most: Int? = nil) { (self.unit, self.most) = (unit, most) }

  /// Whether Ctrl-C was pressed. Shows how far the work is, after the first second and at most five times
  /// in each.
  var isCancelled: Bool {
    let steps = asked.add(1, ordering: .relaxed).newValue * Self.stepsEach
    let length = (ContinuousClock().now - started).components
    let now = Int(length.seconds) * 1000 + Int(length.attoseconds / 1_000_000_000_000_000)
    let last = shown.load(ordering: .relaxed)
    if now > 1000, now > last + 200,
      shown.compareExchange(expected: last, desired: now, ordering: .relaxed).exchanged
    {
      let all = most.map { " of \($0 / 1_000_000)" } ?? ""
      progress.show("simulated \(steps / 1_000_000)\(all) million \(unit)")
    }
    return Interruption.isAsked
  }

  /// Takes the line away.
  func end() { progress.end() }
}
