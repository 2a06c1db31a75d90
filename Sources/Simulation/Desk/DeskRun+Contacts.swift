// A contact's life, from waiting to solved, abandoned or closed.
extension DeskRun {
  /// Gives the contact to somebody who is free, or lets it wait.
  ///
  /// - Parameter isBack: Whether it has waited already, for one person.
  mutating func enqueue(_ contact: Int, isBack: Bool = false) {
    let row = contacts.at(contact)
    let number = Int(row.pointee.type)
    let type = types.at(number)
    row.pointee.place = .waiting
    if !isBack { row.pointee.since = now }
    let last = Int(row.pointee.person)
    if last >= 0 {
      let isCase = isCase(contact)
      if isCase || type.pointee.staysWithPerson, let place = placeWith(last, contact, isCase) {
        if place { return take(contact, by: last, again: false) }
        wait(contact, queue: types.count + last)
        return beginPatience(contact)
      }
    }
    if let person = someoneFree(for: number) { return take(contact, by: person, again: false) }
    if type.pointee.isLive, let person = someoneInterruptible(for: number) {
      layAside(person)
      return take(contact, by: person, again: false)
    }
    // Patience is counted from when they began to wait, and so before the place in the queue may be
    // that of somebody who has waited for longer.
    beginPatience(contact)
    wait(contact, queue: number, first: isBack)
  }

  /// Whoever waits on the line will not for ever.
  @inline(__always)
  private mutating func beginPatience(_ contact: Int) {
    let row = contacts.at(contact)
    guard let patience = types.at(Int(row.pointee.type)).pointee.patience else { return }
    var luck = RandomStreams.draws(
      .patience, contact: row.pointee.key, touch: Int(row.pointee.touch))
    row.pointee.entry = calendar.addGivingUp(
      of: contact, at: max(now, row.pointee.since + patience.draw(tables, using: &luck)))
  }

  /// Whether a contact goes to whoever had it last now (true), waits for them (false), or for anybody
  /// (nil).
  @inline(__always)
  private func placeWith(_ last: Int, _ contact: Int, _ isCase: Bool) -> Bool? {
    let row = people.at(last)
    guard row.pointee.isOnDuty, !row.pointee.isLeaving else { return isCase ? false : nil }
    let type = Int(contacts.at(contact).pointee.type)
    guard hasSkill(for: type, person: last) else { return nil }
    if isFull(last), row.pointee.active == 0, row.pointee.held < 0, isThere(last) { return true }
    guard row.pointee.list >= 0, canTake(type, list: row.pointee.list, of: last) else {
      return false
    }
    return row.pointee.active == 0 || !keepsHands || !keepsHands(row.pointee.group, before: type)
  }

  /// Somebody begins to work on a contact, or goes on with it.
  ///
  /// - Parameter again: Whether they had laid it aside themselves.
  mutating func take(_ contact: Int, by person: Int, again: Bool) {
    let row = contacts.at(contact)
    let type = Int(row.pointee.type)
    let touch = Int(row.pointee.touch)
    reckon(person)
    if !row.pointee.isBegun { begun(contact) }
    if !again {
      clocksBegin(contact)
      if row.pointee.work <= 0 {
        var luck = RandomStreams.draws(.handling, contact: row.pointee.key, touch: touch)
        row.pointee.work = types.at(type).pointee.handling.draw(tables, using: &luck)
        if types.at(type).pointee.factorCount > 0 {
          row.pointee.work *= handlingFactor(of: contact)
        }
      }
      let last = Int(row.pointee.person)
      if last >= 0, last != person, let rereading {
        var luck = RandomStreams.draws(.rereading, contact: row.pointee.key, touch: touch)
        row.pointee.work += rereading.draw(tables, using: &luck)
      }
    }
    row.pointee.place = .inHand
    if limitsCases { own(contact, by: person) }
    row.pointee.person = Int32(truncatingIfNeeded: person)
    let holder = people.at(person)
    hand(of: person)[Int(holder.pointee.active)] = Int32(truncatingIfNeeded: contact)
    holder.pointee.active &+= 1
    enterFinish(person)
    enlist(person)
  }

  /// How much longer handling takes by when a contact came; 1 outside of what was said.
  @inline(__always)
  private func handlingFactor(of contact: Int) -> Double {
    let row = contacts.at(contact)
    let type = types.at(Int(row.pointee.type))
    let place = row.pointee.arrived / type.pointee.factorLength
    guard place >= 0, place < Double(type.pointee.factorCount) else { return 1 }
    return handlingFactors.at(type.pointee.firstFactor &+ Int(place)).pointee
  }

  @inline(__always)
  private mutating func begun(_ contact: Int) {
    let row = contacts.at(contact)
    row.pointee.isBegun = true
    counts.at(counted(contact)).pointee.begun += 1
    waited(contact, isBegun: true)
    if types.at(Int(row.pointee.origin)).pointee.isLive { decide(contact) }
  }

  /// Counts how long a contact has waited for its first touch, or to give up.
  @inline(__always)
  private mutating func waited(_ contact: Int, isBegun: Bool) {
    let wait = now - contacts.at(contact).pointee.arrived
    let counted = counted(contact)
    if wait > 0 {
      counts.at(counted).pointee.waited += wait
      waitBins.at(counted).pointee.add(wait)
    }
    guard counted < types.count else { return }
    let interval = typeIntervals.at(intervalPlace(of: contact))
    if isBegun { interval.pointee.begun += 1 }
    guard wait > 0 else { return }
    interval.pointee.delayed += 1
    interval.pointee.waited += wait
  }

  /// Where a contact is counted.
  @inline(__always)
  func counted(_ contact: Int) -> Int { Int(contacts.at(contact).pointee.counted) }

  /// The interval in which a contact came, among those of all types.
  @inline(__always)
  func intervalPlace(of contact: Int) -> Int {
    let row = contacts.at(contact)
    return Int(row.pointee.origin) &* intervalCount &+ Int(row.pointee.interval)
  }

  /// Counts whether the target was kept, now that it is known.
  @inline(__always)
  private mutating func decide(_ contact: Int) {
    let row = contacts.at(contact)
    guard !row.pointee.isDecided else { return }
    row.pointee.isDecided = true
    guard isInTime(contact) else { return }
    let counted = counted(contact)
    counts.at(counted).pointee.inTime += 1
    if counted < types.count { typeIntervals.at(intervalPlace(of: contact)).pointee.inTime += 1 }
  }

  /// A touch is finished: what follows?
  @inline(__always)
  mutating func touched(_ contact: Int) {
    let row = contacts.at(contact)
    let counted = counted(contact)
    counts.at(counted).pointee.touches += 1
    if counted < types.count { typeIntervals.at(intervalPlace(of: contact)).pointee.touches += 1 }
    if types.at(Int(row.pointee.type)).pointee.mayGoOn { return goOn(contact) }
    row.pointee.touch &+= 1
    row.pointee.work = 0
    answered(contact)
    end(contact, as: .solved)
  }

  /// After a touch the contact is passed on, sent away, or solved.
  private mutating func goOn(_ contact: Int) {
    let row = contacts.at(contact)
    let type = types.at(Int(row.pointee.type))
    let counted = counted(contact)
    let touch = Int(row.pointee.touch)
    let key = row.pointee.key
    row.pointee.touch &+= 1
    row.pointee.work = 0
    // A draw of its own for each outcome: where more is passed on, the same others are asked back.
    var luck = RandomStreams.draws(.outcome, contact: key, touch: touch)
    var left = 1.0
    func happens(_ share: Double, _ luck: inout SplitMix64) -> Bool {
      let happens = luck.unit() * left < share
      left = max(0, left - share)
      return happens
    }
    let isTransferred = happens(type.pointee.transferShare, &luck)
    let isEscalated = happens(type.pointee.escalateShare, &luck)
    let isAskedBack = happens(type.pointee.askShare, &luck)
    if isTransferred {
      // Passed on within the house: the customer has heard nothing yet.
      counts.at(counted).pointee.transferred += 1
      row.pointee.type = type.pointee.transferType
      let owner = disowned(contact)
      enqueue(contact)
      return settleAgain(owner)
    }
    answered(contact, inSubstance: !isEscalated)
    if isEscalated {
      clocksPause(contact, forCustomer: false)
      return sendAway(contact, .away, type.pointee.escalateDelay)
    }
    let isNever = luck.happens(type.pointee.neverShare)
    if isAskedBack {
      clocksPause(contact, forCustomer: true)
      row.pointee.isWithCustomer = true
      guard isNever else {
        return sendAway(contact, .away, type.pointee.thinking)
      }
      row.pointee.place = .forgotten
      return enter(.timeout, contact: contact, after: type.pointee.closedAfter)
    }
    guard luck.happens(type.pointee.reopenShare) else { return end(contact, as: .solved) }
    clocksSolve(contact)
    row.pointee.isWithCustomer = true
    resting[Int(row.pointee.origin)] += 1
    let owner = disowned(contact)
    sendAway(contact, .resting, type.pointee.reopenDelay)
    settleAgain(owner)
  }

  /// The customer has heard from the team.
  @inline(__always)
  private mutating func answered(_ contact: Int, inSubstance: Bool = true) {
    if inSubstance || !types.at(Int(contacts.at(contact).pointee.origin)).pointee.needsSubstance {
      decide(contact)
    }
    clocksAnswer(contact, inSubstance: inSubstance)
  }

  private mutating func sendAway(
    _ contact: Int, _ place: ContactRow.Place, _ delay: UnsafePointer<Sampler>?
  ) {
    let row = contacts.at(contact)
    row.pointee.place = place
    var luck = RandomStreams.draws(
      .away, contact: row.pointee.key, touch: Int(row.pointee.touch))
    enter(.back, contact: contact, after: delay?.draw(tables, using: &luck) ?? 0)
  }

  mutating func comeBack(_ contact: Int) {
    let row = contacts.at(contact)
    if row.pointee.place == .resting {
      counts.at(counted(contact)).pointee.reopened += 1
      resting[Int(row.pointee.origin)] -= 1
    }
    let isByCustomer = row.pointee.isWithCustomer
    clocksReturn(contact, byCustomer: isByCustomer)
    row.pointee.isWithCustomer = false
    let every = types.at(Int(row.pointee.origin)).pointee.polledEvery
    if isByCustomer, every > 0 { return waitForPoll(contact, every) }
    enqueue(contact)
  }

  mutating func timeOut(_ contact: Int) { end(contact, as: .closed) }

  /// Patience is over.
  mutating func giveUp(_ contact: Int) {
    let row = contacts.at(contact)
    let (origin, type, key) = (
      Int(row.pointee.origin), types.at(Int(row.pointee.type)), row.pointee.key
    )
    unwait(contact)
    row.pointee.isDecided = true
    if !row.pointee.isBegun {
      counts.at(counted(contact)).pointee.leftUnbegun += 1
      waited(contact, isBegun: false)
    }
    if counted(contact) < types.count {
      let interval = typeIntervals.at(intervalPlace(of: contact))
      interval.pointee.abandoned += 1
      if !row.pointee.isBegun { interval.pointee.leftUnbegun += 1 }
    }
    clocksGiveUp(contact)
    if let delay = type.pointee.callbackDelay {
      var luck = RandomStreams.draws(.callback, contact: key)
      let key = luck.next()
      if luck.happens(type.pointee.callbackShare) {
        // Rows may move.
        let again = newRow(type: origin, key: key)
        // Not a contact until it comes.
        contacts.at(again).pointee.queue = -1
        enter(.callback, contact: again, after: delay.draw(tables, using: &luck))
      }
    }
    end(contact, as: .abandoned)
    if keepsHands { fillHands() }
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
    let counts = counts.at(counted(contact))
    switch outcome {
    case .solved:
      counts.pointee.solved += 1
      clocksSolve(contact)
    case .abandoned: counts.pointee.abandoned += 1
    case .closed:
      counts.pointee.closed += 1
      clocksClose(contact)
    }
    let owner = disowned(contact)
    release(contact)
    settleAgain(owner)
  }

  /// The row is free.
  @inline(__always)
  mutating func release(_ contact: Int) {
    let row = contacts.at(contact)
    row.pointee.place = .none
    row.pointee.entry = 0
    row.pointee.next = freeRow
    freeRow = Int32(truncatingIfNeeded: contact)
  }
}
