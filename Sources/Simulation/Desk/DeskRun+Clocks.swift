// Clocks of contacts: started, stopped and read as their lives go.
//
// A running stopwatch holds its count less the open seconds before it went on, so that adding those
// before now gives the count: two look-ups in a calendar for each span, however long.
extension DeskRun {
  /// Open seconds of a clock's calendar before now.
  @inline(__always)
  private func openNow(_ clock: Int) -> Double {
    let row = clocks[clock]
    guard row.spanCount >= 0 else { return now }
    return OpenSpans.open(
      before: now,
      in: UnsafeBufferPointer(spans)[row.firstSpan..<row.firstSpan + row.spanCount])
  }

  @inline(__always)
  private func stopwatch(_ contact: Int, _ place: Int) -> Int { contact * mostClocks + place }

  /// As many stopwatches as there are rows.
  mutating func growWatches(to contacts: Int) {
    guard mostClocks > 0 else { return }
    let larger = Rows<Stopwatch>.allocate(capacity: contacts * mostClocks)
    larger.initialize(repeating: Stopwatch())
    _ = larger.update(fromContentsOf: watches)
    watches.deallocate()
    watches = larger
  }

  /// Does something with each of a contact's clocks.
  @inline(__always)
  private mutating func eachClock(
    of contact: Int, _ act: (inout DeskRun, _ clock: Int, _ watch: Int) -> Void
  ) {
    guard mostClocks > 0 else { return }
    let origin = Int(contacts[contact].origin)
    let first = types[origin].firstClock
    for place in 0..<types[origin].clockCount {
      act(&self, first + place, stopwatch(contact, place))
    }
  }

  private mutating func start(_ clock: Int, _ watch: Int) {
    watches[watch] = Stopwatch(counted: -openNow(clock), began: now, state: .running)
  }

  /// The contact came, or was there at the beginning.
  mutating func clocksArrive(_ contact: Int) {
    eachClock(of: contact) { run, clock, watch in
      run.watches[watch].state = .off
      if run.clocks[clock].kind != .nextResponse { run.start(clock, watch) }
    }
  }

  /// Somebody begins a touch.
  mutating func clocksBegin(_ contact: Int) {
    let isLive = types[Int(contacts[contact].origin)].isLive
    eachClock(of: contact) { run, clock, watch in
      switch run.clocks[clock].kind {
      case .answer: run.stop(clock, watch, contact)
      case .firstResponse, .nextResponse: if isLive { run.stop(clock, watch, contact) }
      case .resolution: break
      }
    }
  }

  /// The customer was answered.
  mutating func clocksAnswer(_ contact: Int) {
    eachClock(of: contact) { run, clock, watch in
      switch run.clocks[clock].kind {
      case .firstResponse, .nextResponse: run.stop(clock, watch, contact)
      case .answer, .resolution: break
      }
    }
  }

  /// The contact was solved, whether for good or not.
  mutating func clocksSolve(_ contact: Int) {
    eachClock(of: contact) { run, clock, watch in
      if run.clocks[clock].kind == .resolution { run.stop(clock, watch, contact) }
    }
  }

  /// It is with the customer, or with second line.
  mutating func clocksPause(_ contact: Int, forCustomer: Bool) {
    eachClock(of: contact) { run, clock, watch in
      guard run.clocks[clock].kind == .resolution, run.watches[watch].state == .running,
        forCustomer ? run.clocks[clock].stopsForCustomer : run.clocks[clock].stopsAtSecondLine
      else { return }
      run.watches[watch].counted += run.openNow(clock)
      run.watches[watch].state = .paused
    }
  }

  /// It comes back: by the customer's hand, or from second line.
  mutating func clocksReturn(_ contact: Int, byCustomer: Bool) {
    eachClock(of: contact) { run, clock, watch in
      switch (run.clocks[clock].kind, run.watches[watch].state) {
      case (.nextResponse, .off) where byCustomer: run.start(clock, watch)
      case (.resolution, .paused):
        run.watches[watch].counted -= run.openNow(clock)
        run.watches[watch].state = .running
      case (.resolution, .off): run.start(clock, watch)
      default: break
      }
    }
  }

  /// The customer gave up.
  mutating func clocksGiveUp(_ contact: Int) {
    let isCounted = Int(contacts[contact].counted) < types.count
    eachClock(of: contact) { run, clock, watch in
      guard let elapsed = run.read(clock, watch) else { return }
      run.watches[watch].state = .off
      guard isCounted else { return }
      run.clockCounts[clock].gaveUp += 1
      if elapsed <= run.clocks[clock].target { run.clockCounts[clock].gaveUpInTime += 1 }
      run.note(clock, elapsed, began: run.watches[watch].began, isKept: false)
    }
  }

  /// The contact is closed since the customer never answered, or the run ends.
  ///
  /// What has taken too long already is missed; what else might have become of it nobody knows.
  mutating func clocksClose(_ contact: Int) {
    let isCounted = Int(contacts[contact].counted) < types.count
    eachClock(of: contact) { run, clock, watch in
      guard let elapsed = run.read(clock, watch) else { return }
      run.watches[watch].state = .off
      guard isCounted else { return }
      let began = run.watches[watch].began
      if elapsed > run.clocks[clock].target {
        run.note(clock, elapsed, began: began, isKept: false)
      } else {
        run.clockCounts[clock].undecided += 1
      }
    }
  }

  /// Open seconds on a stopwatch; nil where it is off.
  @inline(__always)
  private func read(_ clock: Int, _ watch: Int) -> Double? {
    switch watches[watch].state {
    case .off: nil
    case .paused: watches[watch].counted
    case .running: watches[watch].counted + openNow(clock)
    }
  }

  @inline(__always)
  private mutating func stop(_ clock: Int, _ watch: Int, _ contact: Int) {
    guard let elapsed = read(clock, watch) else { return }
    watches[watch].state = .off
    guard Int(contacts[contact].counted) < types.count else { return }
    // What is left of a difference of large numbers may be less than nothing.
    let time = max(0, elapsed)
    clockCounts[clock].stopped += 1
    clockCounts[clock].total += time
    if time > 0 { clockBins[clock].add(time) }
    note(clock, time, began: watches[watch].began, isKept: time <= clocks[clock].target)
  }

  @inline(__always)
  private mutating func note(_ clock: Int, _ elapsed: Double, began: Double, isKept: Bool) {
    let place = clock * intervalCount + interval(of: began)
    clockIntervals[place].decided += 1
    if elapsed > clocks[clock].longest { clockCounts[clock].beyondLongest += 1 }
    if isKept {
      clockCounts[clock].kept += 1
      clockIntervals[place].kept += 1
    } else {
      clockCounts[clock].missed += 1
    }
  }
}
