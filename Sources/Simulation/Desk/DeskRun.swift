extension Desk {
  /// Simulates the desk once.
  ///
  /// - Parameters:
  ///   - streams: Where luck comes from.
  ///   - isChecked: Whether what must always hold is checked after every event; slow, for tests.
  /// - Complexity: O(events log open contacts) time; memory by the most contacts open at a time.
  package func run(_ streams: RandomStreams, isChecked: Bool = false) -> DeskTally {
    var run = DeskRun(self, streams)
    return run.play(isChecked: isChecked)
  }
}

/// One run of a desk; <doc:TheEngine> explains it.
struct DeskRun {
  /// What may happen.
  enum Kind: UInt8 {
    case arrival, burst, seen, giveUp, back, timeout, callback
    case finish, duty, breakEnd, interruption, resumption
  }

  // What does not change.
  let types: [TypeRow]
  let paces: [Double]
  /// Groups of people of one skill set that can take a type, the most specialised first.
  let groupsOfType: [Int32]
  /// Types of each group, and where each group's begin.
  let typesOfGroup: [Int32]
  let firstTypeOfGroup: [Int]
  let hours: [OpenSpans]
  let changes: [DutyChange]
  let bank: SamplerBank
  let rereading: Sampler?
  let lostAtHandover: Double
  let routing: Desk.Routing
  let endOfShift: Desk.EndOfShift
  let end: Double
  let backlog: [Int]
  /// Lists for each group: idle, interruptible, then several at once.
  let listsOfGroup: Int
  /// The most that anybody has in hand.
  let mostInHand: Int
  let tables = SamplingTables.shared

  // What does.
  var now = 0.0
  var calendar = EventCalendar(reserving: 1024)
  var contacts: [ContactRow] = []
  var freeRow: Int32 = -1
  var people: [PersonRow]
  var inHand: [Int32]
  /// One for each type, then one for each person.
  var queues: [Chain]
  var lists: [Chain]
  var sources: [ArrivalSource]
  var bursts: [IncidentBurst]
  /// The key of the next arrival of each source and burst.
  var sourceKeys: [UInt64]
  var burstKeys: [UInt64]
  var waiting = 0
  var waitingSince = 0.0
  var dayEnd = 86_400.0
  var tally: DeskTally

  /// Plays the run to its end.
  mutating func play(isChecked: Bool) -> DeskTally {
    begin()
    while let event = calendar.next(), event.time <= end {
      now = event.time
      while now >= dayEnd { closeDay() }
      happen(event)
      tally.events += 1
      if isChecked, let fault = fault() {
        assertionFailure("at \(now) s, after an event of kind \(event.kind): \(fault)")
      }
    }
    now = end
    close()
    assert(tally.isConserved, "contacts were lost or counted twice")
    return tally
  }

  private mutating func begin() {
    for type in sources.indices { enterArrival(type) }
    for burst in bursts.indices { enterBurst(burst) }
    for (type, count) in backlog.enumerated() {
      for number in 0..<count {
        // Keys of their own, so that a backlog shifts nobody's luck.
        arrive(type: type, key: SplitMix64.mixed(UInt64(type) << 32 | UInt64(number) | 1 << 63))
      }
    }
    for person in people.indices { enterNextChange(person) }
  }

  private mutating func happen(_ event: EventCalendar.Event) {
    let subject = event.subject
    switch Kind(rawValue: event.kind) {
    case .arrival:
      let key = sourceKeys[subject]
      enterArrival(subject)
      arrive(type: subject, key: key)
    case .burst:
      let key = burstKeys[subject]
      enterBurst(subject)
      arrive(type: bursts[subject].type, key: key)
    case .seen: if lapse(contact: subject, event.number) { enqueue(subject) }
    case .giveUp: if lapse(contact: subject, event.number) { giveUp(subject) }
    case .back: if lapse(contact: subject, event.number) { comeBack(subject) }
    case .timeout: if lapse(contact: subject, event.number) { timeOut(subject) }
    case .callback: if lapse(contact: subject, event.number) { callAgain(subject) }
    case .finish: if people[subject].finish == event.number { finishWork(subject) }
    case .duty: changeDuty(subject)
    case .breakEnd: if people[subject].pause == event.number { endBreak(subject) }
    case .interruption:
      if people[subject].interruption == event.number { interrupt(subject) }
    case .resumption: if people[subject].interruption == event.number { resume(subject) }
    case nil: break
    }
  }

  /// Whether an entry was a contact's own; it is not any more.
  @inline(__always)
  private mutating func lapse(contact: Int, _ number: UInt32) -> Bool {
    guard contacts[contact].entry == number else { return false }
    contacts[contact].entry = 0
    return true
  }

  /// Enters what happens to a contact next.
  @inline(__always)
  mutating func enter(_ kind: Kind, contact: Int, after delay: Double) {
    contacts[contact].entry = calendar.add(kind.rawValue, contact, at: now + delay)
  }

  private mutating func enterArrival(_ type: Int) {
    let (time, key) = sources[type].next(tables)
    guard time <= end else { return }
    sourceKeys[type] = key
    _ = calendar.add(Kind.arrival.rawValue, type, at: time)
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

  private mutating func closeDay() {
    tally.waitingAtDayEnd.append(waiting)
    dayEnd += 86_400
  }

  /// Counts what is left at the end.
  private mutating func close() {
    while dayEnd <= end { closeDay() }
    changeWaiting(by: 0)
    for person in people.indices { closeAccount(of: person) }
    for contact in contacts.indices {
      let row = contacts[contact]
      let origin = Int(row.origin)
      switch row.place {
      case .none, .wrapUp: continue
      case .coming where row.queue < 0: continue  // would have called back later
      case .resting: tally.types[origin].solved += 1
      case .coming, .waiting, .inHand, .aside, .away, .forgotten: tally.types[origin].open += 1
      }
      guard !row.isDecided else { continue }
      if isInTime(row) {
        tally.types[origin].undecided += 1
        tally.types[origin].undecidedOnDay[day(of: row.arrived)] += 1
      }
    }
  }

  /// The day of a moment, from 0.
  @inline(__always)
  func day(of time: Double) -> Int { Int(time / 86_400) }

  /// Whether a contact's target has not passed yet.
  @inline(__always)
  func isInTime(_ row: ContactRow) -> Bool {
    let type = types[Int(row.origin)]
    guard type.hours >= 0 else { return now - row.arrived <= type.target }
    return hours[type.hours].open(from: row.arrived, to: now) <= type.target
  }
}
