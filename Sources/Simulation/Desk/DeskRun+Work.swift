// Work in hand: it shrinks at the person's speed, and whoever has none looks for some.
extension DeskRun {
  /// Subtracts what was done since the last time from the work in hand.
  @inline(__always)
  mutating func reckon(_ person: Int) {
    let row = people.at(person)
    let elapsed = now - row.pointee.reckoned
    row.pointee.reckoned = now
    let speed = row.pointee.speed
    guard speed > 0, elapsed > 0 else { return }
    timesDone.worked += elapsed
    let hand = self.hand(of: person)
    let active = Int(row.pointee.active)
    guard active > 0 else { return }
    contacts.at(Int(hand[0])).pointee.work -= elapsed * speed
    guard active > 1 else { return }
    for place in 1..<active {
      contacts.at(Int(hand[place])).pointee.work -= elapsed * speed
    }
  }

  /// What somebody has in hand.
  @inline(__always)
  func hand(of person: Int) -> UnsafeMutablePointer<Int32> { inHand.at(person &* mostInHand) }

  /// Sets the speed for what is in hand now, and enters when the first of it will be done.
  ///
  /// What was done before must have been reckoned.
  @inline(__always)
  mutating func enterFinish(_ person: Int) {
    let row = people.at(person)
    let active = Int(row.pointee.active)
    guard active > 0, !row.pointee.isInterrupted else {
      if row.pointee.speed > 0 { calendar.clearFinish(of: person) }
      return stand(person)
    }
    if row.pointee.memory > 0 { tire(person) }
    let hand = self.hand(of: person)
    let first = contacts.at(Int(hand[0]))
    let firstPace = types.at(Int(first.pointee.type)).pointee.firstPace
    var speed = row.pointee.pace * paces[firstPace &+ active &- 1]
    if row.pointee.busyShare > row.pointee.tiresAbove { speed *= tiredPace(of: person) }
    row.pointee.speed = speed
    var least = first.pointee.work
    if active > 1 {
      for place in 1..<active {
        least = min(least, contacts.at(Int(hand[place])).pointee.work)
      }
    }
    least = max(0, least)
    // A division takes as long as the rest of this.
    if speed != 1 { least /= speed }
    calendar.setFinish(of: person, at: now + least)
  }

  /// Nothing in hand goes forward from now on. What was entered of it in the calendar stays there.
  @inline(__always)
  private mutating func stand(_ person: Int) {
    let row = people.at(person)
    if row.pointee.memory > 0 { tire(person) }
    row.pointee.speed = 0
  }

  /// Reckons how busy somebody has been, before their speed changes.
  private mutating func tire(_ person: Int) {
    let row = people.at(person)
    let elapsed = now - row.pointee.busyReckoned
    let busy = row.pointee.speed > 0 ? 1.0 : 0
    let kept = tables.exp(-elapsed / row.pointee.memory)
    row.pointee.busyShare = busy + (row.pointee.busyShare - busy) * kept
    row.pointee.busyReckoned = now
  }

  /// What the pace of somebody busy is multiplied by.
  @inline(__always)
  private func tiredPace(of person: Int) -> Double {
    let above = people[person].tiresAbove
    let part = (people[person].busyShare - above) / (1 - above)
    return 1 + (people[person].pacedAtFull - 1) * min(part, 1)
  }

  /// Which of several in hand is done first.
  @inline(__always)
  private func firstDone(of active: Int, _ hand: UnsafeMutablePointer<Int32>) -> Int {
    var done = 0
    for place in 1..<active
    where contacts.at(Int(hand[place])).pointee.work
      < contacts.at(Int(hand[done])).pointee.work
    {
      done = place
    }
    return done
  }

  /// The first of what is in hand is done.
  mutating func finishWork(_ person: Int) {
    let row = people.at(person)
    let hand = self.hand(of: person)
    let active = Int(row.pointee.active)
    if active > 1 {
      reckon(person)
    } else {
      // Nobody asks any more how much of it is left.
      timesDone.worked += now - row.pointee.reckoned
      row.pointee.reckoned = now
    }
    let done = active > 1 ? firstDone(of: active, hand) : 0
    let contact = Int(hand[done])
    let isWrapUp = contacts.at(contact).pointee.place == .wrapUp
    let wrapUp = isWrapUp ? -1 : wrapUp(after: contact)
    if wrapUp >= 0 {
      // It takes the contact's place, and the customer need not wait for it.
      hand[done] = Int32(truncatingIfNeeded: wrapUp)
      enterFinish(person)
      enlist(person)
    } else {
      hand[done] = hand[active &- 1]
      row.pointee.active = Int32(truncatingIfNeeded: active &- 1)
      if isWrapUp { release(contact) }
      if active > 1 {
        enterFinish(person)
        settle(person)
      } else {
        // Mostly something follows, and the calendar is told once.
        stand(person)
        settle(person)
        if row.pointee.active == 0 { calendar.clearFinish(of: person) }
      }
    }
    // Whoever is free takes what waited before what the contact itself becomes.
    if !isWrapUp { touched(contact) }
  }

  /// A row for the wrap-up of a contact, or -1.
  @inline(__always)
  private mutating func wrapUp(after contact: Int) -> Int {
    let row = contacts.at(contact)
    let (type, origin) = (row.pointee.type, row.pointee.origin)
    guard let wrapUp = types.at(Int(type)).pointee.wrapUp else { return -1 }
    var luck = RandomStreams.draws(
      .wrapUp, contact: row.pointee.key, touch: Int(row.pointee.touch))
    let work = wrapUp.draw(tables, using: &luck)
    guard work > 0 else { return -1 }
    let place = freshRow()
    contacts.at(place).pointee.begin(key: 0, type: type, origin: origin, .wrapUp, work: work)
    return place
  }

  /// Lays the one contact in hand aside for live work.
  mutating func layAside(_ person: Int) {
    reckon(person)
    let contact = Int(hand(of: person)[0])
    people[person].active = 0
    people[person].held = Int32(truncatingIfNeeded: contact)
    contacts[contact].place = .aside
    counts[counted(contact)].laidAside += 1
  }

  /// Somebody has less in hand, or may work again: they leave, rest, or take what they can.
  mutating func settle(_ person: Int) {
    let row = people.at(person)
    guard row.pointee.isOnDuty else { return }
    if row.pointee.active == 0 {
      if row.pointee.isLeaving { return goHome(person) }
      let isDue = row.pointee.breakDue > 0 || row.pointee.meetingUntil > now
      if isDue, !row.pointee.isInterrupted, !row.pointee.isOnBreak {
        return beginBreak(person)
      }
    }
    var hasTaken = false
    while waiting > 0 || row.pointee.held >= 0, mayTake(person),
      let (contact, again) = nextContact(for: person)
    {
      if again { row.pointee.held = -1 } else { unwait(contact) }
      take(contact, by: person, again: again)
      hasTaken = true
    }
    // Then they stand in their list already.
    if hasTaken { return keepsHands ? fillHands() : () }
    // After an interruption, work in hand goes on.
    if row.pointee.active > 0, row.pointee.speed == 0 { enterFinish(person) }
    enlist(person)
  }

  @inline(__always)
  private func mayTake(_ person: Int) -> Bool {
    isThere(person) && Int(people.at(person).pointee.active) < mostInHand
  }
}
