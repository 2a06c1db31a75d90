/// A promise about contacts of a type, as its clock measures it: from what to what, on which
/// calendar, within how long.
///
/// ```swift
/// mail.clocks = [
///   ServiceClock(.firstResponse, within: 900, share: 0.95, hours: open),
///   ServiceClock(.resolution, within: 28_800, longest: 172_800, hours: open),
/// ]
/// ```
package struct ServiceClock: Hashable, Sendable {
  /// From what to what.
  package enum Kind: UInt8, Hashable, Sendable, CaseIterable {
    /// From coming to the begin of the first touch.
    case answer
    /// From coming to the first answer: the begin of the first touch of a live contact, the end of
    /// that of a deferred one. Passing a message on to colleagues is no answer.
    case firstResponse
    /// The same from each reply of the customer, and from each reopening: as many measurements as
    /// there were replies.
    case nextResponse
    /// From coming to solved, and anew from each reopening. Stands still while the customer is to
    /// answer, unless ``ServiceClock/stopsForCustomer`` says else.
    case resolution

    /// Whether it ends with an answer to the customer.
    var isResponse: Bool { self == .firstResponse || self == .nextResponse }
  }

  package var kind: Kind
  /// Within how long it is kept (unit: s of ``hours``).
  package var target: Double
  /// Of how many contacts that is promised (0...1); by this days are judged.
  package var share: Double
  /// What no contact shall ever exceed (unit: s of ``hours``).
  package var longest: Double?
  /// When the clock runs; nil: always.
  package var hours: OpenSpans?
  /// The moments at which waits begin that it is about (unit: s since the run began; the end is not
  /// within).
  package var inForce = -Double.infinity..<Double.infinity
  /// Whether only an answer in substance ends a response's clock: who passes a case on to second line or
  /// a supplier can only say that somebody is at it.
  package var needsSubstance = false
  /// Whether a resolution's clock stands still at second line or a supplier.
  package var stopsAtSecondLine = false
  /// Whether a resolution's clock stands still while the customer is to answer.
  package var stopsForCustomer = true

  package init(
    _ kind: Kind, within target: Double, share: Double = 0.95, longest: Double? = nil,
    hours: OpenSpans? = nil
  ) {
    self.kind = kind
    self.target = target
    self.share = share
    self.longest = longest
    self.hours = hours
  }
}

/// A clock, laid out for the loop.
struct ClockRow {
  let kind: ServiceClock.Kind
  let target: Double
  let longest: Double
  let inForce: Range<Double>
  /// Its spans among all; a count of -1 for always open.
  let firstSpan: Int
  let spanCount: Int
  /// The first span that has not begun, of all.
  var nextSpan: Int
  let needsSubstance: Bool
  let stopsAtSecondLine: Bool
  let stopsForCustomer: Bool
}

/// A clock of one contact.
struct Stopwatch {
  enum State: UInt8 {
    case off, running, paused
  }

  /// Open seconds counted; while it runs, less those before it went on.
  var counted = 0.0
  /// When it was started (unit: s since the run began).
  var began = 0.0
  var state = State.off
}
