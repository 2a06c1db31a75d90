// Clocks of contacts: started, stopped and read as their lives go.
//
// A running stopwatch holds its count less the open seconds before it went on, so that adding those
// before now gives the count: two look-ups in a calendar for each span, however long.
extension DeskRun {
  /// Open seconds of a clock's calendar before now.
  @inline(__always)
  private func openNow(_ clock: Int) -> Double {
    let row = clocks.at(clock)
    guard row.pointee.spanCount >= 0 else { return now }
    // Time never runs back, so nothing need be searched.
    let end = row.pointee.firstSpan &+ row.pointee.spanCount
    while row.pointee.nextSpan < end, spans.at(row.pointee.nextSpan).pointee.start <= now {
      row.pointee.nextSpan &+= 1
    }
    guard row.pointee.nextSpan > row.pointee.firstSpan else { return 0 }
    return spans.at(row.pointee.nextSpan &- 1).pointee.open(before: now)
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

  @inline(__always)
  private func typeOfOrigin(_ contact: Int) -> UnsafeMutablePointer<TypeRow> {
    types.at(Int(contacts.at(contact).pointee.origin))
  }

  /// Does something with each of a contact's clocks.
  @inline(__always)
  private mutating func eachClock(
    of contact: Int, _ act: (inout DeskRun, _ clock: Int, _ watch: Int) -> Void
  ) {
    let type = typeOfOrigin(contact)
    let first = type.pointee.firstClock
    for place in 0..<type.pointee.clockCount {
      act(&self, first &+ place, stopwatch(contact, place))
    }
  }

  private mutating func start(_ clock: Int, _ watch: Int) {
    guard clocks.at(clock).pointee.inForce.contains(now) else { return }
    watches[watch] = Stopwatch(counted: -openNow(clock), began: now, state: .running)
  }

  /// Starts a stopwatch at a moment before the run began.
  private mutating func start(_ clock: Int, _ watch: Int, since time: Double) {
    let row = clocks.at(clock)
    guard row.pointee.inForce.contains(time) else { return }
    var open = row.pointee.spanCount < 0 ? time : 0
    // The last span that begins before.
    for place in stride(from: row.pointee.spanCount - 1, through: 0, by: -1) {
      let span = spans.at(row.pointee.firstSpan + place)
      if span.pointee.start <= time {
        open = span.pointee.open(before: time)
        break
      }
    }
    watches[watch] = Stopwatch(counted: -open, began: now, state: .running)
  }

  /// The contact came, perhaps before the run began.
  @inline(__always)
  mutating func clocksArrive(_ contact: Int) {
    if typeOfOrigin(contact).pointee.clockCount > 0 { startClocks(contact) }
  }

  private mutating func startClocks(_ contact: Int) {
    let arrived = contacts.at(contact).pointee.arrived
    eachClock(of: contact) { run, clock, watch in
      run.watches.at(watch).pointee.state = .off
      guard run.clocks.at(clock).pointee.kind != .nextResponse else { return }
      if arrived < run.now {
        run.start(clock, watch, since: arrived)
      } else {
        run.start(clock, watch)
      }
    }
  }

  /// Somebody begins a touch.
  @inline(__always)
  mutating func clocksBegin(_ contact: Int) {
    if typeOfOrigin(contact).pointee.clocksAtBegin { stopAtBegin(contact) }
  }

  private mutating func stopAtBegin(_ contact: Int) {
    let isLive = typeOfOrigin(contact).pointee.isLive
    eachClock(of: contact) { run, clock, watch in
      switch run.clocks.at(clock).pointee.kind {
      case .answer: run.stop(clock, watch)
      case .firstResponse, .nextResponse: if isLive { run.stop(clock, watch) }
      case .resolution: break
      }
    }
  }

  /// The customer was answered.
  ///
  /// - Parameter inSubstance: Or only told that somebody else is at it.
  @inline(__always)
  mutating func clocksAnswer(_ contact: Int, inSubstance: Bool = true) {
    if typeOfOrigin(contact).pointee.clocksAtAnswer { stopAtAnswer(contact, inSubstance) }
  }

  private mutating func stopAtAnswer(_ contact: Int, _ inSubstance: Bool) {
    eachClock(of: contact) { run, clock, watch in
      switch run.clocks.at(clock).pointee.kind {
      case .firstResponse, .nextResponse:
        if inSubstance || !run.clocks.at(clock).pointee.needsSubstance {
          run.stop(clock, watch)
        }
      case .answer, .resolution: break
      }
    }
  }

  /// The contact was solved, whether for good or not.
  @inline(__always)
  mutating func clocksSolve(_ contact: Int) {
    if typeOfOrigin(contact).pointee.clocksAtEnd { stopAtEnd(contact) }
  }

  private mutating func stopAtEnd(_ contact: Int) {
    eachClock(of: contact) { run, clock, watch in
      if run.clocks.at(clock).pointee.kind == .resolution { run.stop(clock, watch) }
    }
  }

  /// It is with the customer, or with second line.
  mutating func clocksPause(_ contact: Int, forCustomer: Bool) {
    eachClock(of: contact) { run, clock, watch in
      guard run.clocks.at(clock).pointee.kind == .resolution,
        run.watches.at(watch).pointee.state == .running,
        forCustomer ? run.clocks[clock].stopsForCustomer : run.clocks[clock].stopsAtSecondLine
      else { return }
      run.watches.at(watch).pointee.counted += run.openNow(clock)
      run.watches.at(watch).pointee.state = .paused
    }
  }

  /// It comes back: by the customer's hand, or from second line.
  mutating func clocksReturn(_ contact: Int, byCustomer: Bool) {
    eachClock(of: contact) { run, clock, watch in
      switch (run.clocks.at(clock).pointee.kind, run.watches.at(watch).pointee.state) {
      case (.nextResponse, .off) where byCustomer: run.start(clock, watch)
      case (.resolution, .paused):
        run.watches.at(watch).pointee.counted -= run.openNow(clock)
        run.watches.at(watch).pointee.state = .running
      case (.resolution, .off): run.start(clock, watch)
      default: break
      }
    }
  }

  /// The customer gave up.
  mutating func clocksGiveUp(_ contact: Int) {
    eachClock(of: contact) { run, clock, watch in
      guard let elapsed = run.read(clock, watch) else { return }
      run.watches.at(watch).pointee.state = .off
      guard run.isCounted(watch) else { return }
      run.clockCounts[clock].gaveUp += 1
      if elapsed <= run.clocks[clock].target { run.clockCounts[clock].gaveUpInTime += 1 }
      run.note(clock, elapsed, began: run.watches[watch].began, isKept: false)
    }
  }

  /// The contact is closed since the customer never answered, or the run ends.
  ///
  /// What has taken too long already is missed; what else might have become of it nobody knows.
  mutating func clocksClose(_ contact: Int) {
    eachClock(of: contact) { run, clock, watch in
      guard let elapsed = run.read(clock, watch) else { return }
      run.watches.at(watch).pointee.state = .off
      guard run.isCounted(watch) else { return }
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
    let row = watches.at(watch)
    return switch row.pointee.state {
    case .off: nil
    case .paused: row.pointee.counted
    case .running: row.pointee.counted + openNow(clock)
    }
  }

  /// Whether a wait counts: by when it began, since customers answer and reopen this week what came the
  /// week before.
  @inline(__always)
  private func isCounted(_ watch: Int) -> Bool {
    let began = watches.at(watch).pointee.began
    return began >= warmUp && began < coolDown
  }

  @inline(__always)
  private mutating func stop(_ clock: Int, _ watch: Int) {
    guard let elapsed = read(clock, watch) else { return }
    let row = watches.at(watch)
    row.pointee.state = .off
    guard isCounted(watch) else { return }
    // What is left of a difference of large numbers may be less than nothing.
    let time = max(0, elapsed)
    let counts = clockCounts.at(clock)
    counts.pointee.stopped += 1
    counts.pointee.total += time
    if time > 0 { clockBins.at(clock).pointee.add(time) }
    note(
      clock, time, began: row.pointee.began, isKept: time <= clocks.at(clock).pointee.target)
  }

  @inline(__always)
  private mutating func note(_ clock: Int, _ elapsed: Double, began: Double, isKept: Bool) {
    let interval = clockIntervals.at(clock &* intervalCount &+ interval(of: began))
    let counts = clockCounts.at(clock)
    interval.pointee.decided += 1
    if elapsed > clocks.at(clock).pointee.longest { counts.pointee.beyondLongest += 1 }
    if isKept {
      counts.pointee.kept += 1
      interval.pointee.kept += 1
    } else {
      counts.pointee.missed += 1
    }
  }
}
