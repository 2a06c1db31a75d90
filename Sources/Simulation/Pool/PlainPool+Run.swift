extension PlainPool {
  /// Simulates so many contacts in a row, beginning with an empty queue and everybody free.
  ///
  /// - Parameters:
  ///   - streams: Where luck comes from.
  ///   - warmUp: Contacts that come first and are not counted (≥ 0).
  ///   - contacts: Contacts that are counted (≥ 0).
  /// - Complexity: O((warmUp + contacts) log agents) time, O(agents) space.
  package func run(_ streams: RandomStreams, warmUp: Int, contacts: Int) -> PoolTally {
    let bank = SamplerBank([interarrival, handling] + (patience.map { [$0] } ?? []))
    let (gaps, work) = (bank.samplers[0], bank.samplers[1])
    let staying = patience == nil ? nil : bank.samplers[2]
    let tables = SamplingTables.shared
    var gapStream = streams.stream(.arrivals)
    var workStream = streams.stream(.handling)
    var patienceStream = streams.stream(.patience)
    var tally = PoolTally(agents: agents)
    var free = FreeTimes(agents)
    var now = 0.0
    withExtendedLifetime(bank) {
      free.withHeap { heap in
        for number in 0..<max(0, warmUp) + max(0, contacts) {
          let isCounted = number >= warmUp
          if number == warmUp { tally.begin = now }
          now += gaps.draw(tables, using: &gapStream)
          // Drawn for everybody, needed or not: contact n is the same in every scenario.
          let handling = work.draw(tables, using: &workStream)
          let wait = max(0, heap.first - now)
          if let staying {
            let patience = staying.draw(tables, using: &patienceStream)
            if patience < wait {
              if isCounted { tally.gaveUp(after: patience, target: target) }
              continue
            }
          }
          heap.replaceFirst(by: now + wait + handling)
          if isCounted { tally.answered(after: wait, handling, target: target) }
        }
      }
    }
    tally.end = now
    return tally
  }
}

/// When each of so many agents will be free: a heap whose first is the least.
private struct FreeTimes {
  private var times: [Double]

  /// Nothing stands at place 0; behind the last agent stands infinity, so that every place that is
  /// looked at has two successors.
  init(_ agents: Int) {
    times = [Double](repeating: 0, count: agents + 1)
    times += [Double](repeating: .infinity, count: agents + 2)
  }

  mutating func withHeap(_ body: (Heap) -> Void) {
    let agents = (times.count - 3) / 2
    times.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      body(Heap(base: base, lastParent: agents / 2))
    }
  }

  struct Heap {
    let base: UnsafeMutablePointer<Double>
    /// The last place that has a successor.
    let lastParent: Int

    /// When the first will be free.
    @inline(__always)
    var first: Double { base[1] }

    /// Takes the first out and another time in.
    ///
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
}
