// A contact's life, from coming to solved, abandoned or closed.
extension DeskRun {
  /// A contact comes.
  mutating func arrive(type: Int, key: UInt64) {
    arrived(newRow(type: type, key: key))
  }

  @inline(__always)
  private mutating func newRow(type: Int, key: UInt64) -> Int {
    var row = ContactRow()
    row.key = key
    row.type = Int32(truncatingIfNeeded: type)
    row.origin = row.type
    row.place = .coming
    return enter(row)
  }

  /// Finds a place for a row.
  @inline(__always)
  mutating func enter(_ row: ContactRow) -> Int {
    if freeRow >= 0 {
      let contact = Int(freeRow)
      freeRow = contacts[contact].next
      contacts[contact] = row
      return contact
    }
    if usedRows == contacts.count {
      let larger = Rows<ContactRow>.allocate(capacity: contacts.count * 2)
      larger.initialize(repeating: ContactRow())
      _ = larger.update(fromContentsOf: contacts)
      contacts.deallocate()
      contacts = larger
      growWatches(to: larger.count)
    }
    contacts[usedRows] = row
    usedRows += 1
    return usedRows - 1
  }

  @inline(__always)
  private mutating func arrived(_ contact: Int) {
    let type = Int(contacts[contact].type)
    contacts[contact].arrived = now
    contacts[contact].interval = currentInterval
    contacts[contact].queue = contacts[contact].type
    contacts[contact].counted = Int32(truncatingIfNeeded: type + firstCounted)
    counts[type + firstCounted].arrived += 1
    if firstCounted == 0 { typeIntervals[intervalPlace(of: contact)].arrived += 1 }
    clocksArrive(contact)
    let every = types[type].polledEvery
    guard every > 0 else { return enqueue(contact) }
    let polls = (now / every).rounded(.up)
    enter(.seen, contact: contact, after: max(0, polls * every - now))
  }

  /// Gives the contact to somebody who is free, or lets it wait.
  mutating func enqueue(_ contact: Int) {
    let type = Int(contacts[contact].type)
    contacts[contact].place = .waiting
    contacts[contact].since = now
    let last = Int(contacts[contact].person)
    let isCase = isCase(contact)
    if isCase, !people[last].isOnDuty || people[last].isLeaving {
      return wait(contact, queue: types.count + last)
    }
    if isCase || types[type].staysWithPerson, last >= 0, people[last].isOnDuty,
      !people[last].isLeaving, hasSkill(for: type, person: last)
    {
      let list = people[last].list
      if isFull(last), people[last].active == 0, people[last].held < 0, isThere(last) {
        return take(contact, by: last, again: false)
      }
      guard list >= 0, canTake(type, list: list, of: last) else {
        return wait(contact, queue: types.count + last)
      }
      return take(contact, by: last, again: false)
    }
    if let person = someoneFree(for: type) { return take(contact, by: person, again: false) }
    if types[type].isLive, let person = someoneInterruptible(for: type) {
      layAside(person)
      return take(contact, by: person, again: false)
    }
    wait(contact, queue: type)
    if let patience = types[type].patience {
      var luck = RandomStreams.draws(
        .patience, contact: contacts[contact].key, touch: Int(contacts[contact].touch))
      enter(.giveUp, contact: contact, after: patience.pointee.draw(tables, using: &luck))
    }
  }

  /// Somebody begins to work on a contact, or goes on with it.
  ///
  /// - Parameter again: Whether they had laid it aside themselves.
  mutating func take(_ contact: Int, by person: Int, again: Bool) {
    let type = Int(contacts[contact].type)
    let touch = Int(contacts[contact].touch)
    reckon(person)
    contacts[contact].entry = 0
    if !contacts[contact].isBegun { begun(contact) }
    if !again {
      clocksBegin(contact)
      if contacts[contact].work <= 0 {
        var luck = RandomStreams.draws(.handling, contact: contacts[contact].key, touch: touch)
        contacts[contact].work = types[type].handling.pointee.draw(tables, using: &luck)
      }
      let last = Int(contacts[contact].person)
      if let rereading, last >= 0, last != person {
        var luck = RandomStreams.draws(.rereading, contact: contacts[contact].key, touch: touch)
        contacts[contact].work += rereading.pointee.draw(tables, using: &luck)
      }
    }
    contacts[contact].place = .inHand
    if limitsCases { own(contact, by: person) }
    contacts[contact].person = Int32(truncatingIfNeeded: person)
    addInHand(contact, to: person)
  }

  @inline(__always)
  private mutating func begun(_ contact: Int) {
    contacts[contact].isBegun = true
    counts[counted(contact)].begun += 1
    waited(contact) { $0.begun += 1 }
    if types[Int(contacts[contact].origin)].isLive { decide(contact) }
  }

  /// Counts how long a contact has waited for its first touch, or to give up.
  @inline(__always)
  private mutating func waited(
    _ contact: Int, _ note: (inout DeskTally.OfInterval) -> Void
  ) {
    let wait = now - contacts[contact].arrived
    let counted = counted(contact)
    if wait > 0 {
      counts[counted].waited += wait
      waitBins[counted].add(wait)
    }
    guard counted < types.count else { return }
    let place = intervalPlace(of: contact)
    note(&typeIntervals[place])
    guard wait > 0 else { return }
    typeIntervals[place].delayed += 1
    typeIntervals[place].waited += wait
  }

  /// Where a contact is counted.
  @inline(__always)
  func counted(_ contact: Int) -> Int { Int(contacts[contact].counted) }

  /// The interval in which a contact came, among those of all types.
  @inline(__always)
  func intervalPlace(of contact: Int) -> Int {
    Int(contacts[contact].origin) * intervalCount + Int(contacts[contact].interval)
  }

  /// Counts whether the target was kept, now that it is known.
  @inline(__always)
  private mutating func decide(_ contact: Int) {
    guard !contacts[contact].isDecided else { return }
    contacts[contact].isDecided = true
    guard isInTime(contact) else { return }
    let counted = counted(contact)
    counts[counted].inTime += 1
    if counted < types.count { typeIntervals[intervalPlace(of: contact)].inTime += 1 }
  }

  /// A touch is finished: what follows?
  mutating func touched(_ contact: Int) {
    let type = Int(contacts[contact].type)
    let counted = counted(contact)
    let touch = Int(contacts[contact].touch)
    let key = contacts[contact].key
    contacts[contact].touch += 1
    contacts[contact].work = 0
    counts[counted].touches += 1
    guard types[type].mayGoOn else {
      answered(contact)
      return end(contact, as: .solved)
    }
    var luck = RandomStreams.draws(.outcome, contact: key, touch: touch)
    var outcome = luck.unit() - types[type].transferShare
    if outcome < 0 {
      // Passed on within the house: the customer has heard nothing yet.
      counts[counted].transferred += 1
      contacts[contact].type = types[type].transferType
      let owner = disowned(contact)
      enqueue(contact)
      return settleAgain(owner)
    }
    answered(contact)
    outcome -= types[type].escalateShare
    if outcome < 0 {
      clocksPause(contact, forCustomer: false)
      return sendAway(contact, .away, types[type].escalateDelay)
    }
    outcome -= types[type].askShare
    if outcome < 0 {
      clocksPause(contact, forCustomer: true)
      contacts[contact].isWithCustomer = true
      guard luck.happens(types[type].neverShare) else {
        return sendAway(contact, .away, types[type].thinking)
      }
      contacts[contact].place = .forgotten
      return enter(.timeout, contact: contact, after: types[type].closedAfter)
    }
    guard luck.happens(types[type].reopenShare) else { return end(contact, as: .solved) }
    clocksSolve(contact)
    contacts[contact].isWithCustomer = true
    resting[Int(contacts[contact].origin)] += 1
    let owner = disowned(contact)
    sendAway(contact, .resting, types[type].reopenDelay)
    settleAgain(owner)
  }

  /// The customer has heard from the team.
  @inline(__always)
  private mutating func answered(_ contact: Int) {
    decide(contact)
    clocksAnswer(contact)
  }

  private mutating func sendAway(
    _ contact: Int, _ place: ContactRow.Place, _ delay: UnsafePointer<Sampler>?
  ) {
    contacts[contact].place = place
    var luck = RandomStreams.draws(
      .away, contact: contacts[contact].key, touch: Int(contacts[contact].touch))
    enter(.back, contact: contact, after: delay?.pointee.draw(tables, using: &luck) ?? 0)
  }

  mutating func comeBack(_ contact: Int) {
    if contacts[contact].place == .resting {
      counts[counted(contact)].reopened += 1
      resting[Int(contacts[contact].origin)] -= 1
    }
    clocksReturn(contact, byCustomer: contacts[contact].isWithCustomer)
    contacts[contact].isWithCustomer = false
    enqueue(contact)
  }

  mutating func timeOut(_ contact: Int) { end(contact, as: .closed) }

  /// Patience is over.
  mutating func giveUp(_ contact: Int) {
    let (origin, type) = (Int(contacts[contact].origin), Int(contacts[contact].type))
    unwait(contact)
    contacts[contact].isDecided = true
    if !contacts[contact].isBegun {
      counts[counted(contact)].leftUnbegun += 1
      waited(contact) { _ in }
    }
    if counted(contact) < types.count {
      typeIntervals[intervalPlace(of: contact)].abandoned += 1
    }
    clocksGiveUp(contact)
    if let delay = types[type].callbackDelay {
      var luck = RandomStreams.draws(.callback, contact: contacts[contact].key)
      let key = luck.next()
      if luck.happens(types[type].callbackShare) {
        let again = newRow(type: origin, key: key)
        // Not a contact until it comes.
        contacts[again].queue = -1
        enter(.callback, contact: again, after: delay.pointee.draw(tables, using: &luck))
      }
    }
    end(contact, as: .abandoned)
  }

  mutating func callAgain(_ contact: Int) {
    arrived(contact)
    counts[counted(contact)].calledBack += 1
  }

  private enum Outcome {
    case solved, abandoned, closed
  }

  @inline(__always)
  private mutating func end(_ contact: Int, as outcome: Outcome) {
    let counted = counted(contact)
    switch outcome {
    case .solved:
      counts[counted].solved += 1
      clocksSolve(contact)
    case .abandoned: counts[counted].abandoned += 1
    case .closed:
      counts[counted].closed += 1
      clocksClose(contact)
    }
    let owner = disowned(contact)
    release(contact)
    settleAgain(owner)
  }

  /// The row is free.
  @inline(__always)
  mutating func release(_ contact: Int) {
    contacts[contact].place = .none
    contacts[contact].entry = 0
    contacts[contact].next = freeRow
    freeRow = Int32(truncatingIfNeeded: contact)
  }
}

// Queues.
extension DeskRun {
  /// Puts a contact at the end of a queue, or at its head.
  mutating func wait(_ contact: Int, queue: Int, first: Bool = false) {
    contacts[contact].place = .waiting
    contacts[contact].queue = Int32(truncatingIfNeeded: queue)
    let number = Int32(truncatingIfNeeded: contact)
    let neighbour = first ? queues[queue].head : queues[queue].tail
    contacts[contact].previous = first ? -1 : neighbour
    contacts[contact].next = first ? neighbour : -1
    if first {
      if neighbour >= 0 { contacts[Int(neighbour)].previous = number }
      queues[queue].head = number
      if queues[queue].tail < 0 { queues[queue].tail = number }
    } else {
      if neighbour >= 0 { contacts[Int(neighbour)].next = number }
      queues[queue].tail = number
      if queues[queue].head < 0 { queues[queue].head = number }
    }
    queues[queue].count += 1
    changeWaiting(by: 1)
  }

  /// Takes a contact out of its queue.
  mutating func unwait(_ contact: Int) {
    let queue = Int(contacts[contact].queue)
    let (previous, next) = (contacts[contact].previous, contacts[contact].next)
    if previous >= 0 { contacts[Int(previous)].next = next } else { queues[queue].head = next }
    if next >= 0 { contacts[Int(next)].previous = previous } else { queues[queue].tail = previous }
    queues[queue].count -= 1
    changeWaiting(by: -1)
  }
}
