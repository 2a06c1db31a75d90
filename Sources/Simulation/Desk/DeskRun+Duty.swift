// Shifts, breaks and interruptions.
extension DeskRun {
  /// Enters the next change of somebody's duty.
  mutating func enterNextChange(_ person: Int) {
    let next = people[person].nextChange
    guard next < people[person].lastChange else { return }
    _ = calendar.add(Kind.duty.rawValue, person, at: changes[Int(next)].time)
  }

  /// Somebody comes, is due for a break, or is to go.
  mutating func changeDuty(_ person: Int) {
    let change = changes[Int(people[person].nextChange)]
    people[person].nextChange += 1
    enterNextChange(person)
    switch change.kind {
    case .come: come(person, until: change.value)
    case .rest:
      guard people[person].isOnDuty, !people[person].isLeaving else { return }
      people[person].breakDue += change.value
      if people[person].active == 0 { settle(person) } else { enlist(person) }
    case .meet: callToMeeting(person, until: change.value)
    case .go: go(person)
    }
  }

  private mutating func come(_ person: Int, until end: Double) {
    if people[person].isOnDuty {
      // Still finishing the last shift: the next one begins, and overtime ends.
      timesDone.overtime += max(0, now - people[person].shiftEnd)
      people[person].isLeaving = false
      people[person].shiftEnd = end
      return settle(person)
    }
    people[person].isOnDuty = true
    people[person].shiftEnd = end
    people[person].dutyBegan = now
    people[person].reckoned = now
    enterInterruption(person)
    settle(person)
  }

  private mutating func go(_ person: Int) {
    guard people[person].isOnDuty else { return }
    people[person].isLeaving = true
    people[person].breakDue = 0
    people[person].meetingUntil = 0
    // Not to be found free for what is handed back.
    enlist(person)
    // Each goes to the head: what was begun stands before what only waits.
    handBackWaiting(person)
    handBackHeld(person)
    if endOfShift == .handOver { handOverInHand(person) }
    if people[person].active == 0 { goHome(person) }
  }

  /// Nothing is in hand any more: off duty.
  mutating func goHome(_ person: Int) {
    closeAccount(of: person)
    unlist(person)
    people[person].isOnDuty = false
    people[person].isLeaving = false
    people[person].isOnBreak = false
    people[person].isInterrupted = false
    people[person].breakDue = 0
    people[person].meetingUntil = 0
    (people[person].pause, people[person].interruption) = (0, 0)
  }

  /// Counts somebody's time on duty so far.
  mutating func closeAccount(of person: Int) {
    guard people[person].isOnDuty else { return }
    reckon(person)
    var times = timesDone
    add(person, to: &times)
    timesDone = times
  }

  private mutating func handBackHeld(_ person: Int) {
    let held = Int(people[person].held)
    guard held >= 0 else { return }
    people[person].held = -1
    handBack(held, from: person)
  }

  /// What waits for somebody who goes waits for everybody, or is lost until they come back.
  private mutating func handBackWaiting(_ person: Int) {
    // The last first, since each goes to the head; those that wait here again are not met twice.
    let queue = types.count + person
    var contact = queues[queue].tail
    for _ in 0..<queues[queue].count {
      let previous = contacts[Int(contact)].previous
      if !isCase(Int(contact)) {
        unwait(Int(contact))
        handBack(Int(contact), from: person)
      }
      contact = previous
    }
  }

  /// Cases in hand are left to others; conversations and wrap-up are finished.
  private mutating func handOverInHand(_ person: Int) {
    reckon(person)
    let hand = self.hand(of: person)
    var place = 0
    while place < Int(people[person].active) {
      let contact = Int(hand[place])
      let row = contacts.at(contact)
      guard row.pointee.place == .inHand, !types.at(Int(row.pointee.type)).pointee.isLive else {
        place += 1
        continue
      }
      people[person].active -= 1
      hand[place] = hand[Int(people[person].active)]
      handBack(contact, from: person)
    }
    enterFinish(person)
  }

  /// A contact goes to the head of its queue, or to whoever is free; or waits, lost, for the person. It
  /// has waited for as long as before.
  private mutating func handBack(_ contact: Int, from person: Int) {
    let (type, counted) = (Int(contacts[contact].type), counted(contact))
    // What was all but done is not begun anew.
    if contacts[contact].place != .waiting {
      contacts[contact].work = max(contacts[contact].work, 1e-9)
    }
    if isCase(contact) { return wait(contact, queue: types.count + person, first: true) }
    // Nobody stays on the line for a shift: they wait, as patiently as they do, for anybody.
    if types[type].isLive { return enqueue(contact, isBack: true) }
    counts[counted].handedOver += 1
    if counted < types.count { typeIntervals[intervalPlace(of: contact)].handedOver += 1 }
    var luck = RandomStreams.draws(
      .handover, contact: contacts[contact].key, touch: Int(contacts[contact].touch))
    if luck.happens(lostAtHandover) {
      counts[counted].lost += 1
      return wait(contact, queue: types.count + person, first: true)
    }
    _ = disowned(contact)
    if let other = someoneFree(for: type) { return take(contact, by: other, again: false) }
    wait(contact, queue: type, first: true)
  }

  // Breaks.

  mutating func beginBreak(_ person: Int) {
    // A meeting goes before a break: the others do not wait.
    people[person].isInMeeting = people[person].meetingUntil > now
    var length = people[person].meetingUntil - now
    if !people[person].isInMeeting {
      length = people[person].breakDue
      people[person].breakDue = 0
    }
    people[person].isOnBreak = true
    people[person].breakBegan = now
    unlist(person)
    people[person].pause = calendar.add(Kind.breakEnd.rawValue, person, at: now + length)
  }

  mutating func endBreak(_ person: Int) {
    people[person].pause = 0
    people[person].isOnBreak = false
    let length = now - people[person].breakBegan
    if people[person].isInMeeting {
      timesDone.inMeetings += length
    } else {
      timesDone.rested += length
    }
    settle(person)
  }

  /// A meeting begins: whoever is free goes, and whoever can lay work aside.
  private mutating func callToMeeting(_ person: Int, until end: Double) {
    guard people[person].isOnDuty, !people[person].isLeaving, end > now else { return }
    people[person].meetingUntil = max(people[person].meetingUntil, end)
    if people[person].active == 1, people[person].held < 0, !people[person].isInterrupted {
      let contact = Int(inHand[person * mostInHand])
      if contacts[contact].place == .inHand, types[Int(contacts[contact].type)].isInterruptible {
        layAside(person)
        enterFinish(person)
      }
    }
    if people[person].active == 0 { settle(person) } else { enlist(person) }
  }

  // Interruptions.

  private mutating func enterInterruption(_ person: Int) {
    let every = people[person].interruptedEvery
    guard every < .infinity else { return }
    let delay = tables.exponential(using: &people[person].luck) * every
    people[person].interruption = calendar.add(
      Kind.interruption.rawValue, person, at: now + delay)
  }

  mutating func interrupt(_ person: Int) {
    // Nobody is interrupted during a break; the next time counts from here.
    guard !people[person].isOnBreak, let length = people[person].interruptionLength else {
      return enterInterruption(person)
    }
    reckon(person)
    people[person].isInterrupted = true
    people[person].interruptedSince = now
    enterFinish(person)
    unlist(person)
    let delay = length.draw(tables, using: &people[person].luck)
    people[person].interruption = calendar.add(
      Kind.resumption.rawValue, person, at: now + delay)
  }

  mutating func resume(_ person: Int) {
    people[person].isInterrupted = false
    timesDone.interrupted += now - people[person].interruptedSince
    people[person].reckoned = now
    enterInterruption(person)
    settle(person)
  }
}
