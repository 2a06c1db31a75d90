extension PlainPool {
  /// Simulates so many contacts in a row, beginning with an empty queue and everybody free.
  ///
  /// - Parameters:
  ///   - streams: Where luck comes from.
  ///   - warmUp: Contacts that come first and are not counted (≥ 0).
  ///   - contacts: Contacts that are counted (≥ 0).
  /// - Complexity: O((warmUp + contacts) log agents) time, O(agents) space.
  package func run(_ streams: RandomStreams, warmUp: Int, contacts: Int) -> PoolTally {
    run(streams, warmUp: warmUp, contacts: contacts, isCancelled: { false })
      ?? PoolTally(agents: agents)
  }

  /// The same; nil where it was given up, asked every ``askedEvery`` contacts.
  func run(
    _ streams: RandomStreams, warmUp: Int, contacts: Int, isCancelled: () -> Bool
  ) -> PoolTally? {
    let (warmUp, contacts) = (max(0, warmUp), max(0, contacts))
    if agents <= FreeRow.mostAgents {
      let free = FreeRow(agents)
      defer { free.deallocate() }
      return run(streams, warmUp: warmUp, contacts: contacts, isCancelled: isCancelled, free)
    }
    let free = FreeHeap(agents)
    defer { free.deallocate() }
    return run(streams, warmUp: warmUp, contacts: contacts, isCancelled: isCancelled, free)
  }

  /// Contacts between two questions whether to go on.
  static let askedEvery = 65_536

  @inline(__always)
  private func run(
    _ streams: RandomStreams, warmUp: Int, contacts: Int, isCancelled: () -> Bool,
    _ free: some FreeTimes
  ) -> PoolTally? {
    let bank = SamplerBank([interarrival, handling] + (patience.map { [$0] } ?? []))
    let (gaps, work) = (bank.samplers[0], bank.samplers[1])
    let staying = patience == nil ? nil : bank.samplers[2]
    let tables = SamplingTables.shared
    var gapStream = streams.stream(.arrivals)
    var workStream = streams.stream(.handling)
    var patienceStream = streams.stream(.patience)
    var tally = PoolTally(agents: agents)
    var bins = TimeHistogram.Bins()
    defer { bins.deallocate() }
    var now = 0.0
    var number = 0
    while number < warmUp + contacts {
      if isCancelled() { return nil }
      let next = min(number + Self.askedEvery, warmUp + contacts)
      withExtendedLifetime(bank) {
        for number in number..<next {
          let isCounted = number >= warmUp
          if number == warmUp { tally.begin = now }
          now += gaps.draw(tables, using: &gapStream)
          // Drawn for everybody, needed or not: contact n is the same in every scenario.
          let handling = work.draw(tables, using: &workStream)
          let first = free.first
          let wait = max(0, first - now)
          if let staying {
            let patience = staying.draw(tables, using: &patienceStream)
            if patience < wait {
              if isCounted { tally.gaveUp(after: patience, target: target, &bins) }
              continue
            }
          }
          free.replaceFirst(by: now + wait + handling)
          // But for the last bits, since a wait is a difference.
          assert(
            min(now + wait, free.first) >= first * (1 - 1e-12), "somebody does two things at once")
          if isCounted { tally.answered(after: wait, handling, target: target, &bins) }
        }
      }
      number = next
      assert(free.isInOrder, "somebody is forgotten, or free before their work is done")
    }
    assert(tally.isConserved(of: contacts, bins), "contacts were lost or counted twice")
    tally.end = now
    tally.waits = TimeHistogram(bins)
    return tally
  }
}

/// When each of so many agents will be free.
private protocol FreeTimes {
  /// When the first will be free.
  var first: Double { get }
  /// Takes the first out and another time, not earlier, in.
  func replaceFirst(by time: Double)
  /// Whether each stands where it must; for debug builds.
  var isInOrder: Bool { get }
}

/// Few agents: a row in order.
///
/// With the first taken out and a time t put in, each place i holds max(row[i], min(row[i + 1], t)):
/// no branch to foresee, and several places at a time.
private struct FreeRow: FreeTimes {
  /// Beyond that a heap is faster.
  static let mostAgents = 96

  private let base: UnsafeMutablePointer<Double>
  /// A multiple of eight; places beyond the agents hold infinity, and one more behind them.
  private let places: Int

  init(_ agents: Int) {
    places = (agents + 7) / 8 * 8
    base = .allocate(capacity: places + 1)
    base.initialize(repeating: 0, count: agents)
    (base + agents).initialize(repeating: .infinity, count: places + 1 - agents)
  }

  func deallocate() { base.deallocate() }

  @inline(__always)
  var first: Double { base[0] }

  var isInOrder: Bool { (0..<places).allSatisfy { base[$0] <= base[$0 + 1] } }

  /// - Complexity: O(agents), several at a time.
  @inline(__always)
  func replaceFirst(by time: Double) {
    var place = 0
    while place < places {
      for next in place..<place &+ 8 {
        let (here, after) = (base[next], base[next &+ 1])
        let lower = after < time ? after : time
        base[next] = here > lower ? here : lower
      }
      place &+= 8
    }
  }
}

/// Many agents: a heap whose first is the least.
private struct FreeHeap: FreeTimes {
  /// Nothing stands at place 0; behind the last agent stands infinity, so that every place that is
  /// looked at has two successors.
  private let base: UnsafeMutablePointer<Double>
  /// The last place that has a successor.
  private let lastParent: Int

  init(_ agents: Int) {
    base = .allocate(capacity: 2 * agents + 3)
    base.initialize(repeating: 0, count: agents + 1)
    (base + agents + 1).initialize(repeating: .infinity, count: agents + 2)
    lastParent = agents / 2
  }

  func deallocate() { base.deallocate() }

  @inline(__always)
  var first: Double { base[1] }

  var isInOrder: Bool {
    lastParent == 0
      || (1...lastParent).allSatisfy { base[$0] <= min(base[2 * $0], base[2 * $0 + 1]) }
  }

  /// The hole sinks to the bottom, since the new time is mostly a late one, and rises from there.
  ///
  /// - Complexity: O(log agents), with as many comparisons.
  @inline(__always)
  func replaceFirst(by time: Double) {
    var place = 1
    while place <= lastParent {
      var child = place &* 2
      if base[child &+ 1] < base[child] { child &+= 1 }
      base[place] = base[child]
      place = child
    }
    while place > 1, base[place >> 1] > time {
      base[place] = base[place >> 1]
      place >>= 1
    }
    base[place] = time
  }
}
