// Work in hand: it shrinks at the person's speed, and whoever has none looks for some.
extension DeskRun {
  /// Subtracts what was done since the last time from the work in hand.
  @inline(__always)
  mutating func reckon(_ person: Int) {
    let elapsed = now - people[person].reckoned
    people[person].reckoned = now
    let speed = people[person].speed
    guard speed > 0, elapsed > 0 else { return }
    let first = person * mostInHand
    for place in first..<first + Int(people[person].active) {
      contacts[Int(inHand[place])].work -= elapsed * speed
    }
    timesDone.worked += elapsed
  }

  /// Sets the speed for what is in hand now, and enters when the first of it will be done.
  ///
  /// What was done before must have been reckoned.
  @inline(__always)
  mutating func enterFinish(_ person: Int) {
    people[person].finish = 0
    if people[person].memory > 0 { tire(person) }
    people[person].speed = 0
    let active = Int(people[person].active)
    guard active > 0, !people[person].isInterrupted else { return }
    let first = person * mostInHand
    let type = Int(contacts[Int(inHand[first])].type)
    var speed = people[person].pace * paces[types[type].firstPace + active - 1]
    if people[person].busyShare > people[person].tiresAbove { speed *= tiredPace(of: person) }
    people[person].speed = speed
    var least = contacts[Int(inHand[first])].work
    for place in first + 1..<first + max(active, 1) {
      least = min(least, contacts[Int(inHand[place])].work)
    }
    people[person].finish = calendar.add(
      Kind.finish.rawValue, person, at: now + max(0, least) / speed)
  }

  /// Reckons how busy somebody has been, before their speed changes.
  private mutating func tire(_ person: Int) {
    let elapsed = now - people[person].busyReckoned
    let busy = people[person].speed > 0 ? 1.0 : 0
    let kept = tables.exp(-elapsed / people[person].memory)
    people[person].busyShare = busy + (people[person].busyShare - busy) * kept
    people[person].busyReckoned = now
  }

  /// What the pace of somebody busy is multiplied by.
  private func tiredPace(of person: Int) -> Double {
    let above = people[person].tiresAbove
    let part = (people[person].busyShare - above) / (1 - above)
    return 1 + (people[person].pacedAtFull - 1) * min(part, 1)
  }

  @inline(__always)
  mutating func addInHand(_ contact: Int, to person: Int) {
    inHand[person * mostInHand + Int(people[person].active)] = Int32(truncatingIfNeeded: contact)
    people[person].active += 1
    enterFinish(person)
    enlist(person)
  }

  /// Takes one of what is in hand out of it.
  @inline(__always)
  private mutating func removeInHand(_ place: Int, of person: Int) {
    people[person].active -= 1
    inHand[place] = inHand[person * mostInHand + Int(people[person].active)]
  }

  /// The first of what is in hand is done.
  mutating func finishWork(_ person: Int) {
    reckon(person)
    let first = person * mostInHand
    var done = first
    for place in first..<first + Int(people[person].active)
    where contacts[Int(inHand[place])].work < contacts[Int(inHand[done])].work {
      done = place
    }
    let contact = Int(inHand[done])
    if contacts[contact].place == .wrapUp {
      removeInHand(done, of: person)
      enterFinish(person)
      release(contact)
      return settle(person)
    }
    let wrapUp = wrapUp(after: contact)
    if wrapUp >= 0 {
      // It takes the contact's place, and the customer need not wait for it.
      inHand[done] = Int32(truncatingIfNeeded: wrapUp)
      enterFinish(person)
      enlist(person)
      return touched(contact)
    }
    removeInHand(done, of: person)
    enterFinish(person)
    // Whoever is free takes what waited before what the contact itself becomes.
    settle(person)
    touched(contact)
  }

  /// A row for the wrap-up of a contact, or -1.
  @inline(__always)
  private mutating func wrapUp(after contact: Int) -> Int {
    let type = Int(contacts[contact].type)
    guard types[type].hasWrapUp, let wrapUp = types[type].wrapUp else { return -1 }
    var luck = RandomStreams.draws(
      .wrapUp, contact: contacts[contact].key, touch: Int(contacts[contact].touch))
    let work = wrapUp.pointee.draw(tables, using: &luck)
    guard work > 0 else { return -1 }
    var row = ContactRow()
    row.type = contacts[contact].type
    row.origin = contacts[contact].origin
    row.place = .wrapUp
    row.work = work
    return enter(row)
  }

  /// Lays the one contact in hand aside for live work.
  mutating func layAside(_ person: Int) {
    reckon(person)
    let contact = Int(inHand[person * mostInHand])
    people[person].active = 0
    people[person].held = Int32(truncatingIfNeeded: contact)
    contacts[contact].place = .aside
    counts[counted(contact)].laidAside += 1
  }

  /// Somebody has less in hand, or may work again: they leave, rest, or take what they can.
  mutating func settle(_ person: Int) {
    guard people[person].isOnDuty else { return }
    if people[person].active == 0 {
      if people[person].isLeaving { return goHome(person) }
      let isDue = people[person].breakDue > 0 || people[person].meetingUntil > now
      if isDue, !people[person].isInterrupted, !people[person].isOnBreak {
        return beginBreak(person)
      }
    }
    while mayTake(person), let (contact, again) = nextContact(for: person) {
      if again { people[person].held = -1 } else { unwait(contact) }
      take(contact, by: person, again: again)
    }
    // After an interruption, work in hand goes on.
    if people[person].active > 0, people[person].finish == 0 { enterFinish(person) }
    enlist(person)
  }

  private func mayTake(_ person: Int) -> Bool {
    isThere(person) && Int(people[person].active) < mostInHand
  }
}
