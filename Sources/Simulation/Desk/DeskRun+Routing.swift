// Who takes what: lists of people, heads of queues.
//
// What changes nothing is inlined always: called, it would be handed a copy of the whole run.
extension DeskRun {
  /// The first list of a group: idle; the next is interruptible; then those with several at once.
  @inline(__always)
  private func list(_ place: Int32, of group: Int32) -> Int {
    Int(group) * listsOfGroup + Int(place)
  }

  /// Somebody who can begin a contact of a type now; nil where everybody is busy.
  ///
  /// Who has something in hand takes no more while something more urgent waits that they could take with
  /// both hands free.
  ///
  /// - Complexity: O(groups with the skill × most at once), times skills where hands are kept free.
  @inline(__always)
  func someoneFree(for type: Int) -> Int? {
    if let person = headOfLists(0, for: type) { return person }
    let (most, first) = (types.at(type).pointee.atOnce, types.at(type).pointee.firstList)
    let keepsHands = keepsHands && waiting > 0
    for active in 1..<max(most, 1) {
      if let person = headOfLists(first + active, for: type, keepsHands: keepsHands) {
        return person
      }
    }
    return nil
  }

  /// Whether people of a group take nothing of a type besides what they have in hand: something more
  /// urgent waits, for which they need both hands.
  @inline(__always)
  func keepsHands(_ group: Int32, before type: Int) -> Bool {
    let row = types.at(type)
    for place in firstTypeOfGroup[Int(group)]..<firstTypeOfGroup[Int(group) + 1] {
      let other = Int(typesOfGroup[place])
      if queues.at(other).pointee.head >= 0, types.at(other).pointee.rank < row.pointee.rank,
        types.at(other).pointee.family != row.pointee.family
      {
        return true
      }
    }
    return false
  }

  /// Something that waited was taken or has gone: who kept their hands free for it may take more.
  mutating func fillHands() {
    for type in types.indices where types.at(type).pointee.atOnce > 1 {
      while queues.at(type).pointee.head >= 0, let person = someoneFree(for: type) {
        let contact = Int(queues.at(type).pointee.head)
        unwait(contact)
        take(contact, by: person, again: false)
      }
    }
  }

  /// Somebody who can lay aside what is in hand for a contact of a type.
  @inline(__always)
  func someoneInterruptible(for type: Int) -> Int? { headOfLists(1, for: type) }

  /// The head of one kind of list, by the desk's rule over groups.
  @inline(__always)
  private func headOfLists(_ place: Int32, for type: Int, keepsHands: Bool = false) -> Int? {
    var best: Int32 = -1
    var breadth: Int32 = 0
    let first = types.at(type).pointee.firstGroup
    for index in first..<first + types.at(type).pointee.groupCount {
      let group = groupsOfType[index]
      // The most specialised groups come first.
      if best >= 0, routing == .mostSpecialised, breadthOfGroup[Int(group)] > breadth { break }
      let head = lists.at(list(place, of: group)).pointee.head
      guard head >= 0 else { continue }
      if keepsHands, self.keepsHands(group, before: type) { continue }
      breadth = breadthOfGroup[Int(group)]
      if best < 0
        || people.at(Int(head)).pointee.idleSince < people.at(Int(best)).pointee.idleSince
      {
        best = head
      }
    }
    return best < 0 ? nil : Int(best)
  }

  /// Whether somebody in a list can take a contact of a type besides what is in hand.
  @inline(__always)
  func canTake(_ type: Int, list number: Int32, of person: Int) -> Bool {
    let place = number - people[person].group * Int32(truncatingIfNeeded: listsOfGroup)
    if place == 0 { return true }
    let first = types[type].firstList
    return place > first && place < first + types[type].atOnce
  }

  /// Whether somebody can take contacts of a type at all.
  @inline(__always)
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
    let row = people.at(person)
    if row.pointee.active == 0 {
      let group = Int(row.pointee.group)
      if !isFull(person) {
        for place in firstTypeOfGroup[group]..<firstTypeOfGroup[group + 1] {
          best = better(best, queues.at(Int(typesOfGroup[place])).pointee.head)
        }
      }
      best = better(best, queues.at(types.count + person).pointee.head)
      let held = row.pointee.held
      if held >= 0,
        best < 0 || !types.at(Int(contacts.at(Int(best)).pointee.type)).pointee.isLive
      {
        return (Int(held), true)
      }
    } else {
      let type = types.at(Int(contacts.at(Int(hand(of: person)[0])).pointee.type))
      guard row.pointee.active < min(type.pointee.atOnce, row.pointee.atOnce) else { return nil }
      best = nextBeside(type.pointee.family, for: person)
    }
    return best < 0 ? nil : (Int(best), false)
  }

  /// What somebody takes besides what they have in hand, of the same family; -1 for nothing, also while
  /// something more urgent waits that they can only take with both hands free.
  @inline(__always)
  private func nextBeside(_ family: Int32, for person: Int) -> Int32 {
    var best: Int32 = -1
    var mostUrgent = Int.max
    let group = Int(people.at(person).pointee.group)
    let isFull = isFull(person)
    for place in firstTypeOfGroup[group]..<firstTypeOfGroup[group + 1] {
      let number = Int(typesOfGroup[place])
      let head = queues.at(number).pointee.head
      guard head >= 0 else { continue }
      let type = types.at(number)
      if type.pointee.family != family {
        mostUrgent = min(mostUrgent, type.pointee.rank)
      } else if !isFull {
        best = better(best, head)
      }
    }
    let own = queues.at(types.count + person).pointee.head
    if own >= 0, typeRow(of: own).pointee.family == family { best = better(best, own) }
    guard best >= 0, typeRow(of: best).pointee.rank <= mostUrgent else { return -1 }
    return best
  }

  @inline(__always)
  private func typeRow(of contact: Int32) -> UnsafeMutablePointer<TypeRow> {
    types.at(Int(contacts.at(Int(contact)).pointee.type))
  }

  /// Which of two contacts goes first: by rank, then by how long it has waited; or by both where waiting
  /// makes up for rank.
  @inline(__always)
  private func better(_ one: Int32, _ other: Int32) -> Int32 {
    guard one >= 0 else { return other }
    guard other >= 0 else { return one }
    let (row, otherRow) = (contacts.at(Int(one)), contacts.at(Int(other)))
    let (a, b) = (types.at(Int(row.pointee.type)), types.at(Int(otherRow.pointee.type)))
    var since = row.pointee.since - a.pointee.headStart
    var otherSince = otherRow.pointee.since - b.pointee.headStart
    if a.pointee.rank != b.pointee.rank {
      guard ageing > 0, a.pointee.isDeferredClass == b.pointee.isDeferredClass else {
        return a.pointee.rank < b.pointee.rank ? one : other
      }
      since += ageing * Double(a.pointee.rank)
      otherSince += ageing * Double(b.pointee.rank)
    }
    return since <= otherSince ? one : other
  }

  /// Whether somebody may begin something now, if their hands are free.
  @inline(__always)
  func isThere(_ person: Int) -> Bool {
    let row = people.at(person)
    return row.pointee.isAvailable && row.pointee.breakDue == 0
      && row.pointee.meetingUntil <= now
  }

  /// The list in which somebody belongs; -1 for none.
  @inline(__always)
  private func properList(of person: Int) -> Int32 {
    guard isThere(person), !isFull(person) else { return -1 }
    let row = people.at(person)
    let active = row.pointee.active
    let place: Int32
    if active == 0 {
      place = 0
    } else {
      let contact = contacts.at(Int(hand(of: person)[0]))
      let type = types.at(Int(contact.pointee.type))
      if active < min(type.pointee.atOnce, row.pointee.atOnce) {
        place = type.pointee.firstList + active
      } else if active == 1, row.pointee.held < 0, type.pointee.isInterruptible,
        contact.pointee.place == .inHand
      {
        place = 1
      } else {
        return -1
      }
    }
    return Int32(truncatingIfNeeded: list(place, of: row.pointee.group))
  }

  /// Puts somebody at the end of the list in which they belong.
  @inline(__always)
  mutating func enlist(_ person: Int) {
    let proper = properList(of: person)
    let row = people.at(person)
    guard row.pointee.list != proper else { return }
    unlist(person)
    guard proper >= 0 else { return }
    let (list, number) = (lists.at(Int(proper)), Int32(truncatingIfNeeded: person))
    row.pointee.idleSince = now
    row.pointee.list = proper
    row.pointee.next = -1
    row.pointee.previous = list.pointee.tail
    if list.pointee.tail >= 0 { people.at(Int(list.pointee.tail)).pointee.next = number }
    list.pointee.tail = number
    if list.pointee.head < 0 { list.pointee.head = number }
  }

  /// Takes somebody out of their list.
  @inline(__always)
  mutating func unlist(_ person: Int) {
    let row = people.at(person)
    guard row.pointee.list >= 0 else { return }
    let list = lists.at(Int(row.pointee.list))
    let (previous, next) = (row.pointee.previous, row.pointee.next)
    if previous >= 0 {
      people.at(Int(previous)).pointee.next = next
    } else {
      list.pointee.head = next
    }
    if next >= 0 {
      people.at(Int(next)).pointee.previous = previous
    } else {
      list.pointee.tail = previous
    }
    row.pointee.list = -1
  }
}
