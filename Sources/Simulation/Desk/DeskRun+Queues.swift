// Queues: one for each type, one for each person.
extension DeskRun {
  /// Puts a contact at the end of a queue, or at its head.
  ///
  /// In a person's own queue several types wait, each behind what is more urgent. At the head it counts as
  /// waiting for as long as what it goes before: among the heads of queues nobody loses their place by it.
  mutating func wait(_ contact: Int, queue: Int, first: Bool = false) {
    let (row, chain) = (contacts.at(contact), queues.at(queue))
    row.pointee.place = .waiting
    row.pointee.queue = Int32(truncatingIfNeeded: queue)
    let number = Int32(truncatingIfNeeded: contact)
    var before = first ? -1 : chain.pointee.tail
    var after = first ? chain.pointee.head : -1
    if queue >= types.count {
      let rank = types.at(Int(row.pointee.type)).pointee.rank
      while first, after >= 0, self.rank(of: after) < rank {
        (before, after) = (after, contacts.at(Int(after)).pointee.next)
      }
      while !first, before >= 0, self.rank(of: before) > rank {
        (before, after) = (contacts.at(Int(before)).pointee.previous, before)
      }
    }
    row.pointee.previous = before
    row.pointee.next = after
    if before >= 0 {
      contacts.at(Int(before)).pointee.next = number
    } else {
      chain.pointee.head = number
    }
    if after >= 0 {
      contacts.at(Int(after)).pointee.previous = number
      if first {
        row.pointee.since = min(row.pointee.since, contacts.at(Int(after)).pointee.since)
      }
    } else {
      chain.pointee.tail = number
    }
    chain.pointee.count &+= 1
    chain.pointee.waited -= now
    changeWaiting(by: 1)
  }

  /// How urgent a contact is; less is more.
  @inline(__always)
  private func rank(of contact: Int32) -> Int {
    types.at(Int(contacts.at(Int(contact)).pointee.type)).pointee.rank
  }

  /// Takes a contact out of its queue.
  mutating func unwait(_ contact: Int) {
    let row = contacts.at(contact)
    let chain = queues.at(Int(row.pointee.queue))
    if row.pointee.entry != 0 {
      // They would have given up.
      row.pointee.entry = 0
      calendar.removeGivingUp(of: contact)
    }
    let (previous, next) = (row.pointee.previous, row.pointee.next)
    if previous >= 0 {
      contacts.at(Int(previous)).pointee.next = next
    } else {
      chain.pointee.head = next
    }
    if next >= 0 {
      contacts.at(Int(next)).pointee.previous = previous
    } else {
      chain.pointee.tail = previous
    }
    chain.pointee.count &-= 1
    chain.pointee.waited += now
    changeWaiting(by: -1)
  }

  /// Time waited so far in the queue of a type by all (unit: s).
  func waitedTime(of type: Int) -> Double {
    queues[type].waited + Double(queues[type].count) * now
  }
}
