// Queues: one for each type, one for each person.
extension DeskRun {
  /// Puts a contact at the end of a queue, or at its head.
  mutating func wait(_ contact: Int, queue: Int, first: Bool = false) {
    let (row, chain) = (contacts.at(contact), queues.at(queue))
    row.pointee.place = .waiting
    row.pointee.queue = Int32(truncatingIfNeeded: queue)
    let number = Int32(truncatingIfNeeded: contact)
    let neighbour = first ? chain.pointee.head : chain.pointee.tail
    row.pointee.previous = first ? -1 : neighbour
    row.pointee.next = first ? neighbour : -1
    if first {
      if neighbour >= 0 { contacts.at(Int(neighbour)).pointee.previous = number }
      chain.pointee.head = number
      if chain.pointee.tail < 0 { chain.pointee.tail = number }
    } else {
      if neighbour >= 0 { contacts.at(Int(neighbour)).pointee.next = number }
      chain.pointee.tail = number
      if chain.pointee.head < 0 { chain.pointee.head = number }
    }
    chain.pointee.count &+= 1
    changeWaiting(by: 1)
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
    changeWaiting(by: -1)
  }
}
