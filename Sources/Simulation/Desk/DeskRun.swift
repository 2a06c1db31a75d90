extension Desk {
  /// Simulates the desk once.
  ///
  /// - Parameters:
  ///   - streams: Where luck comes from.
  ///   - isChecked: Whether what must always hold is checked after every event; slow, for tests.
  /// - Complexity: O(events log open contacts) time; memory by the most contacts open at a time.
  package func run(_ streams: RandomStreams, isChecked: Bool = false) -> DeskTally {
    var run = DeskRun(self, streams)
    return run.play(checked: isChecked ? { assertionFailure($0) } : nil)
  }

  /// Simulates the desk once; nil where it was given up, asked every 65,536 events.
  package func run(_ streams: RandomStreams, isCancelled: () -> Bool) -> DeskTally? {
    var run = DeskRun(self, streams)
    var isGivenUp = false
    let tally = run.play(isCancelled: {
      isGivenUp = isCancelled()
      return isGivenUp
    })
    return isGivenUp ? nil : tally
  }
}

/// One run of a desk; <doc:TheEngine> explains it.
struct DeskRun: ~Copyable {
  /// What may happen.
  enum Kind: UInt8 {
    case burst = 1, seen, back, timeout, callback
    case duty, breakEnd, interruption, resumption
  }

  typealias Rows<Row> = UnsafeMutableBufferPointer<Row>

  // What does not change.
  let types: Rows<TypeRow>
  let paces: Rows<Double>
  let handlingFactors: Rows<Double>
  /// Groups of people of one skill set that can take a type, the most specialised first.
  let groupsOfType: Rows<Int32>
  /// How many skills people of each group have.
  let breadthOfGroup: Rows<Int32>
  /// Types of each group, and where each group's begin.
  let typesOfGroup: Rows<Int32>
  let firstTypeOfGroup: Rows<Int>
  let hours: [OpenSpans]
  /// Clocks of each type, one type after the other, and the spans of their calendars.
  let clocks: Rows<ClockRow>
  let spans: Rows<OpenSpans.Span>
  /// Whether anybody has a largest number of cases.
  let limitsCases: Bool
  /// Whether anything is led several at once that is less urgent than something that is not led with it.
  let keepsHands: Bool
  /// The most clocks that a type has.
  let mostClocks: Int
  let changes: Rows<DutyChange>
  let bank: SamplerBank
  /// The bank's, where pointers to them stay good.
  let samplers: Rows<Sampler>
  let rereading: UnsafePointer<Sampler>?
  let lostAtHandover: Double
  /// A wait that makes up for a step of priority (unit: s; 0 for none).
  let ageing: Double
  /// From and until when contacts count.
  let warmUp: Double
  let coolDown: Double
  let intervalLength: Double
  let intervalsPerDay: Int
  let intervalCount: Int
  let routing: Desk.Routing
  let endOfShift: Desk.EndOfShift
  let end: Double
  let backlog: [Int]
  /// How long each contact of the backlog has waited, the oldest first, by type (unit: s); none where
  /// the type's has not waited at all.
  let backlogAges: [[Double]]
  /// Keys of their own, so that a backlog shifts nobody's luck.
  let backlogKeys: Rows<Xoshiro256PlusPlus>
  /// Lists for each group: idle, interruptible, then several at once.
  let listsOfGroup: Int
  /// The most that anybody has in hand.
  let mostInHand: Int
  let tables = SamplingTables.shared

  // What does.
  var now = 0.0
  var calendar: EventCalendar
  var contacts: Rows<ContactRow>
  /// Rows used so far.
  var usedRows = 0
  /// The last row that became free; -1 for none.
  var freeRow: Int32 = -1
  let people: Rows<PersonRow>
  let inHand: Rows<Int32>
  /// One for each type, then one for each person.
  let queues: Rows<Chain>
  let lists: Rows<Chain>
  let sources: Rows<ArrivalSource>
  let bursts: Rows<IncidentBurst>
  /// The key of the next arrival of each source and burst.
  let sourceKeys: Rows<UInt64>
  let burstKeys: Rows<UInt64>
  /// When each source's next arrival comes, and which is first. They are not in the calendar: of
  /// each type there is always exactly one.
  let comingTimes: Rows<Double>
  var coming = 0
  var comingTime = Double.infinity
  /// Stopwatches of each contact's row, as many as a type has at most.
  var watches: Rows<Stopwatch>
  /// What the tally has of each type; then the same of those who are not counted.
  let counts: Rows<DeskTally.OfType>
  /// Where contacts that come now are counted: 0, or behind all types during the warm-up.
  var firstCounted: Int
  /// Each type's intervals, each clock's numbers, and its intervals.
  let typeIntervals: Rows<DeskTally.OfInterval>
  let clockCounts: Rows<DeskTally.OfClock>
  let clockIntervals: Rows<DeskTally.OfClock.Interval>
  /// How long contacts waited, and what clocks measured.
  let waitBins: Rows<TimeHistogram.Bins>
  let clockBins: Rows<TimeHistogram.Bins>
  /// Solved contacts of each type that will come back.
  let resting: Rows<Int>
  /// People's times that are over and done; of those on duty, what is not reckoned yet comes on top.
  var timesDone = DeskTally.Times()
  var timesBefore = DeskTally.Times()
  var timesAtWarmUp = DeskTally.Times()
  var timesCounted: DeskTally.Times?
  var waitingTimeCounted: Double?
  var waiting = 0
  var waitingSince = 0.0
  /// When the interval ends, and when something is to be noted.
  var intervalEnd: Double
  var currentInterval: Int32 = 0
  var nextNote: Double
  var tally: DeskTally

  deinit {
    types.deallocate()
    samplers.deallocate()
    paces.deallocate()
    handlingFactors.deallocate()
    groupsOfType.deallocate()
    breadthOfGroup.deallocate()
    typesOfGroup.deallocate()
    firstTypeOfGroup.deallocate()
    changes.deallocate()
    contacts.deallocate()
    people.deallocate()
    inHand.deallocate()
    queues.deallocate()
    lists.deallocate()
    // These have arrays in them.
    sources.deinitialize()
    sources.deallocate()
    bursts.deallocate()
    sourceKeys.deallocate()
    burstKeys.deallocate()
    counts.deinitialize()
    counts.deallocate()
    clockCounts.deinitialize()
    clockCounts.deallocate()
    clocks.deallocate()
    spans.deallocate()
    watches.deallocate()
    typeIntervals.deallocate()
    clockIntervals.deallocate()
    resting.deallocate()
    backlogKeys.deallocate()
    for bins in waitBins { bins.deallocate() }
    waitBins.deallocate()
    for bins in clockBins { bins.deallocate() }
    clockBins.deallocate()
    comingTimes.deallocate()
  }

  /// A copy of rows in memory of the run's own.
  static func kept<Row>(_ rows: [Row]) -> Rows<Row> {
    let memory = Rows<Row>.allocate(capacity: rows.count)
    _ = memory.initialize(fromContentsOf: rows)
    return memory
  }

  /// Plays the run to its end.
  ///
  /// - Parameters:
  ///   - report: Told, after every event, what does not hold that must; slow, for tests.
  ///   - isCancelled: Asked every 65,536 events; then the run ends early.
  mutating func play(
    checked report: ((String) -> Void)? = nil, isCancelled: () -> Bool = { false }
  ) -> DeskTally {
    begin()
    while true {
      // Who is done at a moment is free for who comes then.
      let (time, other) = (comingTime, calendar.nextTime())
      let isArrival = time < other
      let moment = isArrival ? time : other
      guard moment <= end else { break }
      if moment >= nextNote { closeIntervals(by: moment) }
      now = moment
      if isArrival {
        arriveNext()
      } else {
        switch calendar.next() {
        case .finish: finishWork(calendar.nextToFinish)
        case .givingUp: giveUp(calendar.nextToGiveUp)
        case .other: happen(calendar.takeNext())
        }
      }
      tally.events += 1
      if tally.events & 0xFFFF == 0, isCancelled() { break }
      assert(sampledFault() == nil, sampledFault() ?? "")
      if let report, let fault = fault() {
        report("at \(now) s, \(isArrival ? "as a contact came" : "after an event"): \(fault)")
        break
      }
    }
    assert(fault() == nil, fault() ?? "")
    closeIntervals(by: end)
    now = end
    close()
    assert(tally.isConserved, "contacts were lost or counted twice")
    return tally
  }

  private mutating func begin() {
    // Who comes at the very beginning is there for what comes then.
    for person in people.indices { enterNextChange(person) }
    for type in sources.indices { enterArrival(type) }
    for burst in bursts.indices { enterBurst(burst) }
    for (type, count) in backlog.enumerated() {
      for place in 0..<count {
        let ages = backlogAges[type]
        waitFromBefore(
          type: type, key: backlogKeys[type].next(), age: ages.isEmpty ? 0 : ages[place])
      }
    }
  }

  private mutating func happen(_ event: EventCalendar.Event) {
    let subject = event.subject
    switch event.kind {
    case Kind.burst.rawValue:
      let key = burstKeys[subject]
      enterBurst(subject)
      arrive(type: bursts[subject].type, key: key)
    case Kind.seen.rawValue: if lapse(contact: subject, event.number) { see(subject) }
    case Kind.back.rawValue: if lapse(contact: subject, event.number) { comeBack(subject) }
    case Kind.timeout.rawValue: if lapse(contact: subject, event.number) { timeOut(subject) }
    case Kind.callback.rawValue: if lapse(contact: subject, event.number) { callAgain(subject) }
    case Kind.duty.rawValue: changeDuty(subject)
    case Kind.breakEnd.rawValue: if people[subject].pause == event.number { endBreak(subject) }
    case Kind.interruption.rawValue:
      if people[subject].interruption == event.number { interrupt(subject) }
    case Kind.resumption.rawValue:
      if people[subject].interruption == event.number { resume(subject) }
    default: break
    }
  }

  /// Whether an entry was a contact's own; it is not any more.
  @inline(__always)
  private mutating func lapse(contact: Int, _ number: UInt32) -> Bool {
    let row = contacts.at(contact)
    guard row.pointee.entry == number else { return false }
    row.pointee.entry = 0
    return true
  }

  /// Enters what happens to a contact next.
  @inline(__always)
  mutating func enter(_ kind: Kind, contact: Int, after delay: Double) {
    contacts.at(contact).pointee.entry = calendar.add(kind.rawValue, contact, at: now + delay)
  }

  @inline(__always)
  private mutating func arriveNext() {
    let (type, key) = (coming, sourceKeys[coming])
    enterArrival(type)
    arrive(type: type, key: key)
  }

  /// Draws the next arrival of a type, and finds which type's is first.
  @inline(__always)
  private mutating func enterArrival(_ type: Int) {
    let (time, key) = sources.at(type).pointee.next(tables)
    sourceKeys[type] = key
    comingTimes[type] = time
    var first = 0
    for other in 1..<max(types.count, 1) where comingTimes[other] < comingTimes[first] {
      first = other
    }
    coming = first
    comingTime = comingTimes[first]
  }

  private mutating func enterBurst(_ burst: Int) {
    let (time, key) = bursts[burst].next(tables)
    guard time <= end else { return }
    burstKeys[burst] = key
    _ = calendar.add(Kind.burst.rawValue, burst, at: time)
  }

  /// Counts the time that contacts have waited in queues.
  @inline(__always)
  mutating func changeWaiting(by change: Int) {
    tally.waitingTime += Double(waiting) * (now - waitingSince)
    waitingSince = now
    waiting += change
  }

  /// Counts what is left at the end.
  private mutating func close() {
    closeLastInterval()
    changeWaiting(by: 0)
    for contact in 0..<usedRows {
      let row = contacts[contact]
      let counted = Int(row.counted)
      switch row.place {
      case .none, .wrapUp: continue
      case .coming where row.queue < 0: continue  // would have called back later
      case .resting: counts[counted].solved += 1
      case .coming, .waiting, .inHand, .aside, .away, .forgotten: counts[counted].open += 1
      }
      clocksClose(contact)
      guard !row.isDecided else { continue }
      if isInTime(contact) {
        counts[counted].undecided += 1
        if counted < types.count { typeIntervals[intervalPlace(of: contact)].undecided += 1 }
      }
    }
    closeTally()
  }

  /// Whether a contact's target has not passed yet.
  @inline(__always)
  func isInTime(_ contact: Int) -> Bool {
    let row = contacts.at(contact)
    let type = types.at(Int(row.pointee.origin))
    let (arrived, spans) = (row.pointee.arrived, type.pointee.hours)
    let waited = spans < 0 ? now - arrived : hours[spans].open(from: arrived, to: now)
    return waited <= type.pointee.target
  }
}
