/// What random numbers are drawn for. Each purpose has streams of its own, so that a cause which is
/// added, or left out, does not shift the numbers of the others.
///
/// The numbers are part of every recorded result: give a new purpose a new number, and never change
/// or reuse one.
package enum Purpose: UInt64, Sendable, CaseIterable {
  /// When contacts come.
  case arrivals = 1
  /// How busy a whole day is.
  case dayFactor = 2
  /// Incidents: whether, when and how large.
  case incidents = 3
  /// How long a touch takes.
  case handling = 4
  /// How long a customer waits before giving up.
  case patience = 5
  /// Work after the contact.
  case wrapUp = 6
  /// What becomes of a contact after a touch.
  case outcome = 7
  /// How long a contact is away: with the customer, second line or a supplier.
  case away = 8
  /// Whether and when somebody who gave up calls back.
  case callback = 9
  /// Reading again what somebody else began.
  case rereading = 10
  /// Interruptions of an agent.
  case interruptions = 11
  /// Lateness, absence and anything else drawn once a shift.
  case attendance = 12
  /// Whether a status page keeps a contact away.
  case deflection = 13
  /// Whether a handed-over case is lost.
  case handover = 14
  /// Which key each contact gets, from which the rest of its luck is drawn.
  case contactKeys = 15
  /// How long a backlog has waited.
  case backlog = 16
  /// What a recorded contact is about where nobody told.
  case topics = 17
}

/// Independent streams of random numbers, by seed, replication, purpose and what they belong to.
///
/// The streams of two scenarios with one seed are the same. So differences between scenarios are
/// due to the scenarios (common random numbers), and a run repeats on any machine and any number of
/// cores.
///
/// ```swift
/// let streams = RandomStreams(seed: 7, replication: 0)
/// var calls = streams.stream(.arrivals, of: 3)  // those of contact type 3
/// ```
package struct RandomStreams: Hashable, Sendable {
  /// What the user gave.
  package let seed: UInt64
  /// Which repetition of the run.
  package let replication: Int

  /// Mixed from both.
  private let root: UInt64

  /// Creates the streams of one replication.
  package init(seed: UInt64, replication: Int) {
    self.seed = seed
    self.replication = replication
    root = Self.joined(Self.joined(0, seed), UInt64(bitPattern: Int64(replication)))
  }

  /// A stream of its own.
  ///
  /// - Parameters:
  ///   - purpose: What is drawn.
  ///   - subject: Whose: the number of a contact type or an agent; any number, such as that of a name.
  package func stream(_ purpose: Purpose, of subject: Int = 0) -> Xoshiro256PlusPlus {
    Xoshiro256PlusPlus(key: key(purpose, of: subject))
  }

  /// A subject by names: the same whatever else there is (FNV-1a of 64 bits; Fowler, Noll and Vo).
  package static func subject(_ names: String...) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for name in names {
      for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
      // No byte of a text: names do not run together.
      hash = (hash ^ 0xFF) &* 0x0000_0100_0000_01B3
    }
    return Int(truncatingIfNeeded: SplitMix64.mixed(hash))
  }

  /// The key of a stream.
  func key(_ purpose: Purpose, of subject: Int) -> UInt64 {
    Self.joined(Self.joined(root, purpose.rawValue), UInt64(bitPattern: Int64(subject)))
  }

  /// The short stream of one contact for one purpose: whatever else happens, contact and touch have
  /// the same luck in every scenario.
  ///
  /// - Parameters:
  ///   - contact: The contact's own key, drawn when it arrived.
  ///   - touch: Which touch of it, from 0.
  @inline(__always)
  package static func draws(
    _ purpose: Purpose, contact: UInt64, touch: Int = 0
  ) -> SplitMix64 {
    let place = purpose.rawValue << 32 | UInt64(truncatingIfNeeded: touch)
    return SplitMix64(seed: contact ^ SplitMix64.mixed(place &* SplitMix64.step))
  }

  /// A key made of two: every bit of the result depends on every bit of both.
  private static func joined(_ key: UInt64, _ part: UInt64) -> UInt64 {
    SplitMix64.mixed(SplitMix64.mixed(key &+ SplitMix64.step) &+ SplitMix64.mixed(~part))
  }
}
