import Conformance
package import ServiceTime
package import Tickets

/// Which tickets people look at: a random sample in which every ticket is as likely as any other, and every
/// channel and agent has its share.
///
/// Tickets are grouped by channel and by who answered first. A group of a tenth of the tickets gives a tenth
/// of the sample, rounded up or down by lot: the groups are laid end to end in an order of chance, by channel
/// first, and every so-manieth ticket is counted off from a random start. So each ticket is taken with the
/// chance size ÷ all, shares of the sample estimate those of all tickets without weights, and every channel's
/// number differs from its share by less than one.
///
/// Within a group those are taken whose keyed hash is least: the same for the same seed, whatever the order
/// of the files and the number of cores, and nearly the same when a few tickets are added.
///
/// Source: W. G. Cochran, *Sampling Techniques*, 3rd ed., 1977, 5.5 (proportional allocation) and 8.
package struct SamplingPlan: Sendable {
  /// What tickets are grouped by.
  package struct Stratum: Hashable, Comparable, Sendable {
    /// The channel by which the customer came.
    package let channel: String
    /// Who answered first; nil where nobody did.
    package let agent: String?

    /// The group of a ticket.
    ///
    /// - Complexity: O(events).
    package init(_ ticket: Ticket) {
      channel = ticket.channel
      agent =
        ticket.chronologicalIndices.lazy.compactMap { index in
          guard case .message(let message) = ticket.events[index].kind, message.from == .agent,
            !message.isAutomatic
          else { return nil }
          return message.agent
        }.first
    }

    package static func < (left: Self, right: Self) -> Bool {
      (left.channel, left.agent ?? "") < (right.channel, right.agent ?? "")
    }
  }

  /// How many of a group are taken.
  package struct Share: Hashable, Sendable {
    /// The group.
    package let stratum: Stratum
    /// How many tickets it has.
    package let count: Int
    /// How many are taken.
    package let taken: Int
  }

  /// The groups, by channel and agent.
  package let shares: [Share]
  /// The ids of the tickets taken.
  package let tickets: Set<String>
  /// What a report says of it.
  package let sample: Sample

  /// Draws a sample.
  ///
  /// - Parameters:
  ///   - groups: The ids of the tickets of each group, each once.
  ///   - size: How many to take (≥ 0); all where there are no more.
  ///   - seed: Chooses them.
  /// - Complexity: O(n log n).
  init(_ groups: [Stratum: Set<String>], size: Int, seed: UInt64) {
    let hash = SipHash(seed, 0x7361_6D70_6C65)
    let strata = groups.keys.sorted()
    let ranked = strata.map { stratum in
      (groups[stratum] ?? []).map { (hash.hash($0.utf8), $0) }.sorted { $0 < $1 }.map(\.1)
    }
    let lots = strata.map { stratum in
      (
        hash.hash("channel \(stratum.channel)".utf8),
        hash.hash("group \(stratum.channel)\u{0}\(stratum.agent ?? "")".utf8)
      )
    }
    let taken = Self.allotted(
      ranked.map(\.count), order: strata.indices.sorted { lots[$0] < lots[$1] }, size: size,
      start: hash.hash("start".utf8))
    shares = strata.indices.map {
      Share(stratum: strata[$0], count: ranked[$0].count, taken: taken[$0])
    }
    tickets = Set(zip(ranked, taken).flatMap { $0.prefix($1) })
    sample = Sample(
      drawn: tickets.count, of: ranked.reduce(0) { $0 + $1.count }, seed: seed,
      groups: taken.count { $0 > 0 }, ofGroups: taken.count)
  }

  /// How many each group gives: as many as marks lie on its stretch, the groups being laid end to end and
  /// the marks as far from each other as the sample is smaller than all.
  ///
  /// - Parameters:
  ///   - order: The groups by their indices, in the order in which they lie.
  ///   - start: Where the first mark lies, as a share of 2⁶⁴ of the distance between two.
  /// - Complexity: O(groups).
  static func allotted(_ counts: [Int], order: [Int], size: Int, start: UInt64) -> [Int] {
    let all = counts.reduce(0, +)
    guard size < all else { return counts }
    guard size > 0 else { return counts.map { _ in 0 } }
    let first = start.multipliedFullWidth(by: UInt64(all)).high
    /// How many marks lie before so many tickets: (size × tickets + first) ÷ all.
    func marks(before tickets: Int) -> Int {
      let (high, low) = UInt64(size).multipliedFullWidth(by: UInt64(tickets))
      let (sum, isOver) = low.addingReportingOverflow(first)
      return Int(UInt64(all).dividingFullWidth((high + (isOver ? 1 : 0), sum)).quotient)
    }
    var taken = counts.map { _ in 0 }
    var passed = 0
    for index in order {
      let before = marks(before: passed)
      passed += counts[index]
      taken[index] = marks(before: passed) - before
    }
    return taken
  }
}

/// What a report says of the sample that it is made from.
package struct Sample: Hashable, Sendable {
  /// How many tickets were drawn.
  package let drawn: Int
  /// Of how many: all that can be judged.
  package let frame: Int
  /// What chose them.
  package let seed: UInt64
  /// From how many groups by channel and agent, and how many there are.
  package let groups: Int
  package let allGroups: Int

  /// Describes a sample.
  package init(drawn: Int, of frame: Int, seed: UInt64, groups: Int, ofGroups allGroups: Int) {
    self.drawn = drawn
    self.frame = frame
    self.seed = seed
    self.groups = groups
    self.allGroups = allGroups
  }

  /// Whether nothing was left out, so that it is a census after all.
  package var isAll: Bool { drawn == frame }
}

/// Collects the tickets that a sample is drawn from.
package struct SamplingFrame {
  private var groups: [SamplingPlan.Stratum: Set<String>] = [:]
  private var known: Set<String> = []
  private let asOf: Instant?

  /// No tickets yet.
  ///
  /// - Parameter asOf: The moment up to which the logs are known; each ticket's last event where nil.
  package init(asOf: Instant? = nil) {
    self.asOf = asOf
  }

  /// Adds a ticket; a second one of the same id is the same, and one that nobody judges, since it is spam
  /// or went on as another, is none.
  ///
  /// - Complexity: O(events · log events).
  package mutating func add(_ ticket: Ticket) {
    guard TicketView.LeftOut(of: ticket, asOf: asOf) == nil, known.insert(ticket.id).inserted
    else { return }
    groups[SamplingPlan.Stratum(ticket), default: []].insert(ticket.id)
  }

  /// How many tickets there are.
  package var count: Int { known.count }

  /// Draws a sample.
  ///
  /// - Parameters:
  ///   - size: How many to take (≥ 0).
  ///   - seed: Chooses them.
  package func plan(size: Int, seed: UInt64) -> SamplingPlan {
    SamplingPlan(groups, size: size, seed: seed)
  }
}
