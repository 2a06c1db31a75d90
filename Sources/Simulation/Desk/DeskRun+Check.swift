// What must hold after every event.
extension DeskRun {
  /// The first thing that does not hold, or nil.
  ///
  /// - Complexity: O(contacts + people × types): for tests.
  func fault() -> String? {
    peopleFault() ?? contactFault() ?? idleFault()
  }

  /// The same after some of the events: the 1st, 2nd, 4th, 8th …, and every 4,093rd. Debug builds ask in
  /// every run.
  func sampledFault() -> String? {
    let events = tally.events
    return events & (events - 1) == 0 || events.isMultiple(of: 4093) ? fault() : nil
  }

  private func peopleFault() -> String? {
    for (number, person) in people.enumerated() {
      let active = Int(person.active)
      guard calendar.hasFinish(of: number) == (person.speed > 0) else {
        return "person \(number) works at pace \(person.speed), and the calendar knows another"
      }
      guard active <= mostInHand else { return "person \(number) has \(active) in hand" }
      if active > 0 {
        guard person.isOnDuty else { return "person \(number) works off duty" }
        guard !person.isOnBreak else { return "person \(number) works during a break" }
        guard person.isLeaving || now <= person.shiftEnd else {
          return "person \(number) works after the shift, and nobody counts it"
        }
        let first = Int(inHand[number * mostInHand])
        let type = contacts[first].type
        guard active <= min(types[Int(type)].atOnce, person.atOnce) else {
          return "person \(number) has \(active) of type \(type) at once"
        }
        for place in 0..<active {
          let contact = Int(inHand[number * mostInHand + place])
          let row = contacts[contact]
          guard types[Int(row.type)].family == types[Int(type)].family else {
            return "person \(number) mixes families"
          }
          guard row.place == .inHand && row.person == number || row.place == .wrapUp else {
            return "person \(number) has contact \(contact) in hand, which is \(row.place)"
          }
          guard row.work - (now - person.reckoned) * person.speed > -1e-6 else {
            return "contact \(contact) has \(row.work) s of work left"
          }
        }
        guard (person.speed > 0) != person.isInterrupted else {
          return "person \(number) works during an interruption, or not at all"
        }
      }
      if person.held >= 0, contacts[Int(person.held)].place != .aside {
        return "person \(number) holds what is \(contacts[Int(person.held)].place)"
      }
    }
    return nil
  }

  private func contactFault() -> String? {
    var open = [Int](repeating: 0, count: counts.count)
    var (inHands, aside, waits) = (0, 0, 0)
    for (number, row) in contacts.prefix(usedRows).enumerated() {
      switch row.place {
      case .none, .wrapUp: continue
      case .coming where row.queue < 0: continue
      case .inHand: inHands += 1
      case .aside: aside += 1
      case .waiting: waits += 1
      case .coming, .away, .resting, .forgotten:
        guard row.entry != 0 else { return "contact \(number) is \(row.place) for ever" }
      }
      open[Int(row.counted)] += 1
    }
    let queued = queues.reduce(0) { $0 + Int($1.count) }
    guard waits == queued, waits == waiting else {
      return "\(waits) contacts wait, \(queued) are in queues, \(waiting) are counted"
    }
    if limitsCases {
      for (number, person) in people.enumerated() {
        let cases = contacts.prefix(usedRows).filter { $0.place != .none && $0.owner == number }
        guard cases.count == person.cases else {
          return "person \(number) has \(cases.count) cases of \(person.cases) counted"
        }
      }
    }
    var had = 0
    for (number, person) in people.enumerated() {
      for place in 0..<Int(person.active)
      where contacts[Int(inHand[number * mostInHand + place])].place == .inHand {
        had += 1
      }
    }
    guard had == inHands else { return "\(inHands) contacts are in hand, \(had) are had" }
    let held = people.reduce(0) { $0 + ($1.held >= 0 ? 1 : 0) }
    guard held == aside else { return "\(aside) contacts are aside, \(held) are held" }
    for (type, count) in counts.enumerated() {
      guard count.arrived == count.solved + count.abandoned + count.closed + open[type] else {
        return "type \(type): \(count.arrived) came, \(count.solved) were solved, "
          + "\(count.abandoned) gave up, \(count.closed) were closed, \(open[type]) are open"
      }
    }
    return nil
  }

  /// Nobody who could take a contact that waits is idle.
  private func idleFault() -> String? {
    for (number, person) in people.enumerated() {
      let isThere = person.isOnDuty && !person.isOnBreak && !person.isInterrupted
      let isDue = person.breakDue > 0 || person.meetingUntil > now
      guard isThere, !person.isLeaving, !isDue else {
        guard person.list < 0 else { return "person \(number) is listed, but not there" }
        continue
      }
      if person.active == 0, person.list < 0, !isFull(number) {
        return "person \(number) is idle, and nobody knows"
      }
      // What waits for them alone, behind something more urgent, is looked at when they have done the next.
      guard person.active == 0 || queues[types.count + number].count == 0 else { continue }
      if nextContact(for: number) != nil {
        return "person \(number) has a hand free while contacts wait"
      }
    }
    return nil
  }
}
