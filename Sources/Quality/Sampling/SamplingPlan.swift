package import Tickets

/// Which tickets people look at: a random sample in which every channel and agent has its share.
///
/// Tickets are grouped by channel and by who answered first. Each group gives at least one, where there
/// are enough to give, and besides as many as its size asks for (Sainte-Laguë's method). Within a group
/// those are taken whose keyed hash is least: the same for the same seed, whatever the order of the files
/// and the number of cores, and nearly the same when a few tickets are added.
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
    // Equal claims are settled by what nobody chose.
    let lots = strata.map { hash.hash("\($0.channel)\u{0}\($0.agent ?? "")".utf8) }
    let taken = Self.allotted(ranked.map(\.count), size: size, lots: lots)
    shares = strata.indices.map {
      Share(stratum: strata[$0], count: ranked[$0].count, taken: taken[$0])
    }
    tickets = Set(zip(ranked, taken).flatMap { $0.prefix($1) })
  }

  /// How many each group gives: one to each while there are any, the largest first; then always one more
  /// to the group with the largest count ÷ (2 taken + 1).
  ///
  /// - Complexity: O(size × groups).
  static func allotted(_ counts: [Int], size: Int, lots: [UInt64]) -> [Int] {
    var taken = counts.map { _ in 0 }
    let all = counts.reduce(0, +)
    guard size < all else { return counts }
    for _ in 0..<max(0, size) {
      var best: Int?
      for index in counts.indices where taken[index] < counts[index] {
        guard let other = best else {
          best = index
          continue
        }
        let isNew = (taken[index] == 0, taken[other] == 0)
        if isNew.0 != isNew.1 {
          if isNew.0 { best = index }
          continue
        }
        let mine = counts[index] * (2 * taken[other] + 1)
        let others = counts[other] * (2 * taken[index] + 1)
        if mine > others || (mine == others && lots[index] < lots[other]) { best = index }
      }
      if let best { taken[best] += 1 }
    }
    return taken
  }
}

/// Collects the tickets that a sample is drawn from.
package struct SamplingFrame {
  private var groups: [SamplingPlan.Stratum: Set<String>] = [:]
  private var known: Set<String> = []

  /// No tickets yet.
  package init() {}

  /// Adds a ticket; a second one of the same id is the same.
  package mutating func add(_ ticket: Ticket) {
    guard known.insert(ticket.id).inserted else { return }
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
