package import ServiceTime

/// A wait worth looking at.
package struct NotableWait: Hashable, Sendable {
  /// The ticket's id.
  package let ticket: String
  /// The index of the event that started the clock.
  package let event: Int
  /// When the clock started, and when it stopped or the log ended.
  package let from: Instant
  package let to: Instant
  /// Whether it had not ended when the log did.
  package let isRunning: Bool
  /// The time counted, and that promised (unit: s, on the promise's hours).
  package let elapsedSeconds: Int
  package let targetSeconds: Int

  init(_ wait: Evidence.Wait, ticket: String) {
    self.ticket = ticket
    event = wait.fromEvent
    from = wait.from
    to = wait.to
    isRunning = wait.toEvent == nil
    elapsedSeconds = wait.elapsedSeconds
    targetSeconds = wait.targetSeconds
  }

  /// How many waits of each sort a result names.
  package static let mostKept = 5

  /// The time beyond what was promised (unit: s; negative for a wait that was shorter).
  package var excess: Int { elapsedSeconds - targetSeconds }

  /// Whether it stands before another of the same excess, so that order does not hang on the file.
  fileprivate func isEarlier(than other: NotableWait) -> Bool {
    (from, ticket, event) < (other.from, other.ticket, other.event)
  }

  /// Whether it is longer than another; of two alike, the earlier one.
  func isWorse(than other: NotableWait) -> Bool {
    excess == other.excess ? isEarlier(than: other) : excess > other.excess
  }

  /// Whether it is nearer to the target than another; of two alike, the earlier one.
  func isNearer(than other: NotableWait) -> Bool {
    let (mine, others) = (excess.magnitude, other.excess.magnitude)
    return mine == others ? isEarlier(than: other) : mine < others
  }
}

/// The few foremost waits of many.
struct NotableWaits: Sendable {
  private(set) var waits: [NotableWait] = []
  private let isBefore: @Sendable (NotableWait, NotableWait) -> Bool

  init(by isBefore: @escaping @Sendable (NotableWait, NotableWait) -> Bool) {
    self.isBefore = isBefore
  }

  mutating func add(_ wait: NotableWait) {
    if waits.count == NotableWait.mostKept, let last = waits.last, !isBefore(wait, last) { return }
    let place = waits.firstIndex { isBefore(wait, $0) } ?? waits.count
    waits.insert(wait, at: place)
    if waits.count > NotableWait.mostKept { waits.removeLast() }
  }
}

/// Who waited longer than nobody should.
package struct WaitsBeyond: Hashable, Sendable {
  /// How many.
  package private(set) var count: Int
  /// The longest of them.
  package private(set) var worst: NotableWait

  init(_ wait: NotableWait) {
    count = 1
    worst = wait
  }

  mutating func add(_ wait: NotableWait) {
    count += 1
    if wait.isWorse(than: worst) { worst = wait }
  }
}
