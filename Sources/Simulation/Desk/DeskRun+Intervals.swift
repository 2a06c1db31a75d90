// What is noted when an interval ends, at the end of the warm-up, and at the end of the run.
extension DeskRun {
  /// The interval of a moment, from 0.
  @inline(__always)
  func interval(of time: Double) -> Int { Int(time / intervalLength) }

  /// Notes everything that ends by a moment at which nothing has happened yet.
  mutating func closeIntervals(by time: Double) {
    while nextNote <= time {
      now = nextNote
      if now == warmUp { closeWarmUp() }
      if now == coolDown { closeCounting() }
      if now == intervalEnd { closeInterval() }
      nextNote = intervalEnd
      for moment in [warmUp, coolDown] where moment > now { nextNote = min(nextNote, moment) }
    }
  }

  /// Notes an interval that the end of the run cuts short.
  mutating func closeLastInterval() {
    if intervalEnd - intervalLength < end { closeInterval() }
  }

  private mutating func closeInterval() {
    let number = tally.timesByInterval.count
    for type in types.indices {
      let place = type * intervalCount + number
      typeIntervals[place].waiting = Int(queues[type].count)
      typeIntervals[place].open = openContacts(of: type)
    }
    for person in people.indices {
      var contact = queues[types.count + person].head
      while contact >= 0 {
        typeIntervals[Int(contacts[Int(contact)].type) * intervalCount + number].waiting += 1
        contact = contacts[Int(contact)].next
      }
    }
    let times = times()
    tally.timesByInterval.append(times - timesBefore)
    timesBefore = times
    if now == intervalEnd, number % intervalsPerDay == intervalsPerDay - 1 {
      tally.waitingAtDayEnd.append(waiting)
    }
    currentInterval += 1
    intervalEnd = Double(number + 2) * intervalLength
  }

  /// Contacts that came as a type, with the team or away.
  private func openContacts(of type: Int) -> Int {
    func open(_ count: DeskTally.OfType) -> Int {
      count.arrived - count.solved - count.abandoned - count.closed
    }
    let before = counts.count > types.count ? open(counts[types.count + type]) : 0
    return open(counts[type]) + before - resting[type]
  }

  /// From here on contacts and times count.
  private mutating func closeWarmUp() {
    firstCounted = 0
    changeWaiting(by: 0)
    tally.waitingTime = 0
    for type in types.indices { counts[type].queued = -waitedTime(of: type) }
    timesAtWarmUp = times()
  }

  /// Up to here contacts and times count.
  private mutating func closeCounting() {
    firstCounted = types.count
    changeWaiting(by: 0)
    waitingTimeCounted = tally.waitingTime
    closeQueues()
    timesCounted = times()
  }

  /// Time waited in queues counts until now.
  private mutating func closeQueues() {
    for type in types.indices { counts[type].queued += waitedTime(of: type) }
  }

  /// People's times so far.
  func times() -> DeskTally.Times {
    var times = timesDone
    for person in people.indices { add(person, to: &times) }
    return times
  }

  /// Adds somebody's time on duty so far, and what of it is not counted yet.
  @inline(__always)
  func add(_ number: Int, to times: inout DeskTally.Times) {
    guard people[number].isOnDuty else { return }
    times.onDuty += now - people[number].dutyBegan
    times.overtime += max(0, now - people[number].shiftEnd)
    if people[number].speed > 0 { times.worked += now - people[number].reckoned }
    if people[number].isOnBreak {
      let length = now - people[number].breakBegan
      if people[number].isInMeeting { times.inMeetings += length } else { times.rested += length }
    }
    if people[number].isInterrupted { times.interrupted += now - people[number].interruptedSince }
  }

  /// Hands the numbers over to the tally.
  mutating func closeTally() {
    tally.times = (timesCounted ?? times()) - timesAtWarmUp
    if let waitingTimeCounted { tally.waitingTime = waitingTimeCounted } else { closeQueues() }
    let intervalsPerDay = intervalsPerDay
    for type in types.indices {
      let first = type * intervalCount
      let intervals = Array(typeIntervals[first..<first + intervalCount])
      counts[type].intervals = intervals
      for place in stride(from: type, to: counts.count, by: types.count) {
        counts[place].waits = TimeHistogram(waitBins[place])
      }
      func byDay(_ count: (DeskTally.OfInterval) -> Int) -> [Int] {
        stride(from: 0, to: intervals.count, by: intervalsPerDay).map { first in
          intervals[first..<min(first + intervalsPerDay, intervals.count)]
            .reduce(0) { $0 + count($1) }
        }
      }
      counts[type].arrivedOnDay = byDay { $0.arrived }
      counts[type].inTimeOnDay = byDay { $0.inTime }
      counts[type].undecidedOnDay = byDay { $0.undecided }
      let clock = types[type].firstClock
      for place in clock..<clock + types[type].clockCount {
        let first = place * intervalCount
        clockCounts[place].times = TimeHistogram(clockBins[place])
        clockCounts[place].intervals = Array(clockIntervals[first..<first + intervalCount])
      }
      counts[type].clocks = Array(clockCounts[clock..<clock + types[type].clockCount])
    }
    tally.types = Array(counts[..<types.count])
    tally.typesNotCounted = Array(counts[types.count...])
  }
}
