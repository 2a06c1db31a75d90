// Who takes what: lists of people, heads of queues.
extension DeskRun {
  /// The first list of a group: idle; the next is interruptible; then those with several at once.
  @inline(__always)
  private func list(_ place: Int32, of group: Int32) -> Int {
    Int(group) * listsOfGroup + Int(place)
  }

  /// Somebody who can begin a contact of a type now; nil where everybody is busy.
  ///
  /// - Complexity: O(groups with the skill × most at once).
  @inline(__always)
  func someoneFree(for type: Int) -> Int? {
    for active in 0..<types[type].atOnce {
      let place = active == 0 ? 0 : types[type].firstList + active
      if let person = headOfLists(place, for: type) { return person }
    }
    return nil
  }

  /// Somebody who can lay aside what is in hand for a contact of a type.
  func someoneInterruptible(for type: Int) -> Int? { headOfLists(1, for: type) }

  /// The head of one kind of list, by the desk's rule over groups.
  @inline(__always)
  private func headOfLists(_ place: Int32, for type: Int) -> Int? {
    var best: Int32 = -1
    let first = types[type].firstGroup
    for group in first..<first + types[type].groupCount {
      let head = lists[list(place, of: groupsOfType[group])].head
      guard head >= 0 else { continue }
      if routing == .mostSpecialised { return Int(head) }
      if best < 0 || people[Int(head)].idleSince < people[Int(best)].idleSince { best = head }
    }
    return best < 0 ? nil : Int(best)
  }

  /// Whether somebody in a list can take a contact of a type besides what is in hand.
  func canTake(_ type: Int, list number: Int32, of person: Int) -> Bool {
    let place = number - people[person].group * Int32(truncatingIfNeeded: listsOfGroup)
    if place == 0 { return true }
    let first = types[type].firstList
    return place > first && place < first + types[type].atOnce
  }

  /// Whether somebody can take contacts of a type at all.
  func hasSkill(for type: Int, person: Int) -> Bool {
    let group = Int(people[person].group)
    for place in firstTypeOfGroup[group]..<firstTypeOfGroup[group + 1]
    where Int(typesOfGroup[place]) == type {
      return true
    }
    return false
  }

  /// What somebody does next: the contact and whether they had it aside, or nil.
  ///
  /// - Complexity: O(skills).
  @inline(__always)
  func nextContact(for person: Int) -> (contact: Int, again: Bool)? {
    var best: Int32 = -1
    if people[person].active == 0 {
      let group = Int(people[person].group)
      if !isFull(person) {
        for place in firstTypeOfGroup[group]..<firstTypeOfGroup[group + 1] {
          best = better(best, queues[Int(typesOfGroup[place])].head)
        }
      }
      best = better(best, queues[types.count + person].head)
      let held = people[person].held
      if held >= 0, best < 0 || !types[Int(contacts[Int(best)].type)].isLive {
        return (Int(held), true)
      }
    } else {
      let type = contacts[Int(inHand[person * mostInHand])].type
      guard people[person].active < min(types[Int(type)].atOnce, people[person].atOnce),
        !waitsForHands(of: person, before: Int(type))
      else { return nil }
      if !isFull(person) { best = queues[Int(type)].head }
      let own = queues[types.count + person].head
      if own >= 0, contacts[Int(own)].type == type { best = better(best, own) }
    }
    return best < 0 ? nil : (Int(best), false)
  }

  /// Whether something more urgent waits that they can only take with both hands free.
  private func waitsForHands(of person: Int, before type: Int) -> Bool {
    let group = Int(people[person].group)
    for place in firstTypeOfGroup[group]..<firstTypeOfGroup[group + 1] {
      let other = Int(typesOfGroup[place])
      if types[other].rank < types[type].rank, queues[other].head >= 0 { return true }
    }
    return false
  }

  /// Which of two contacts goes first: by rank, then by how long it has waited; or by both where waiting
  /// makes up for rank.
  @inline(__always)
  private func better(_ one: Int32, _ other: Int32) -> Int32 {
    guard one >= 0 else { return other }
    guard other >= 0 else { return one }
    let (a, b) = (Int(contacts[Int(one)].type), Int(contacts[Int(other)].type))
    var (since, otherSince) = (
      contacts[Int(one)].since - types[a].headStart, contacts[Int(other)].since - types[b].headStart
    )
    if types[a].rank != types[b].rank {
      guard ageing > 0, types[a].isDeferredClass == types[b].isDeferredClass else {
        return types[a].rank < types[b].rank ? one : other
      }
      since += ageing * Double(types[a].rank)
      otherSince += ageing * Double(types[b].rank)
    }
    return since <= otherSince ? one : other
  }

  /// Whether somebody may begin something now, if their hands are free.
  @inline(__always)
  func isThere(_ person: Int) -> Bool {
    people[person].isOnDuty && !people[person].isOnBreak && !people[person].isInterrupted
      && !people[person].isLeaving && people[person].breakDue == 0
      && people[person].meetingUntil <= now
  }

  /// The list in which somebody belongs; -1 for none.
  @inline(__always)
  private func properList(of person: Int) -> Int32 {
    guard isThere(person), !isFull(person) else { return -1 }
    let active = people[person].active
    let place: Int32
    if active == 0 {
      place = 0
    } else {
      let contact = Int(inHand[person * mostInHand])
      let type = Int(contacts[contact].type)
      if active < min(types[type].atOnce, people[person].atOnce) {
        place = types[type].firstList + active
      } else if active == 1, people[person].held < 0, types[type].isInterruptible,
        contacts[contact].place == .inHand
      {
        place = 1
      } else {
        return -1
      }
    }
    return Int32(truncatingIfNeeded: list(place, of: people[person].group))
  }

  /// Puts somebody at the end of the list in which they belong.
  @inline(__always)
  mutating func enlist(_ person: Int) {
    let proper = properList(of: person)
    guard people[person].list != proper else { return }
    unlist(person)
    guard proper >= 0 else { return }
    let (list, number) = (Int(proper), Int32(truncatingIfNeeded: person))
    people[person].idleSince = now
    people[person].list = proper
    people[person].next = -1
    people[person].previous = lists[list].tail
    if lists[list].tail >= 0 { people[Int(lists[list].tail)].next = number }
    lists[list].tail = number
    if lists[list].head < 0 { lists[list].head = number }
  }

  /// Takes somebody out of their list.
  @inline(__always)
  mutating func unlist(_ person: Int) {
    let list = Int(people[person].list)
    guard list >= 0 else { return }
    let (previous, next) = (people[person].previous, people[person].next)
    if previous >= 0 { people[Int(previous)].next = next } else { lists[list].head = next }
    if next >= 0 { people[Int(next)].previous = previous } else { lists[list].tail = previous }
    people[person].list = -1
  }
}
