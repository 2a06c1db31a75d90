// How contacts come: their rows, and the mailbox in which messages lie until it is polled.
extension DeskRun {
  /// A contact comes.
  @inline(__always)
  mutating func arrive(type: Int, key: UInt64) {
    arrived(newRow(type: type, key: key))
  }

  /// A contact of the backlog: it came before the run began.
  mutating func waitFromBefore(type: Int, key: UInt64, age: Double) {
    let contact = newRow(type: type, key: key)
    arrived(contact, age: age)
    keepAge(contact)
  }

  /// A mailbox is polled, and a message seen: the first, or one that answers.
  mutating func see(_ contact: Int) {
    enqueue(contact)
    if contacts.at(contact).pointee.touch == 0 { keepAge(contact) }
  }

  /// Whoever came before the run began has waited in the queue since then.
  private mutating func keepAge(_ contact: Int) {
    let row = contacts.at(contact)
    if row.pointee.arrived < 0, row.pointee.place == .waiting {
      row.pointee.since = row.pointee.arrived
    }
  }

  @inline(__always)
  mutating func newRow(type: Int, key: UInt64) -> Int {
    let contact = freshRow()
    let type = Int32(truncatingIfNeeded: type)
    contacts.at(contact).pointee.begin(key: key, type: type, origin: type, .coming)
    return contact
  }

  /// A row that is free. Others may move to another place in memory.
  @inline(__always)
  mutating func freshRow() -> Int {
    if freeRow >= 0 {
      let contact = Int(freeRow)
      freeRow = contacts.at(contact).pointee.next
      return contact
    }
    if usedRows == contacts.count { growRows() }
    usedRows += 1
    return usedRows - 1
  }

  @inline(never)
  private mutating func growRows() {
    let larger = Rows<ContactRow>.allocate(capacity: contacts.count * 2)
    larger.initialize(repeating: ContactRow())
    _ = larger.update(fromContentsOf: contacts)
    contacts.deallocate()
    contacts = larger
    growWatches(to: larger.count)
  }

  @inline(__always)
  mutating func arrived(_ contact: Int, age: Double = 0) {
    let row = contacts.at(contact)
    let type = Int(row.pointee.type)
    let counted = type &+ firstCounted
    row.pointee.arrived = now - age
    row.pointee.interval = currentInterval
    row.pointee.queue = row.pointee.type
    row.pointee.counted = Int32(truncatingIfNeeded: counted)
    counts.at(counted).pointee.arrived += 1
    if firstCounted == 0 { typeIntervals.at(intervalPlace(of: contact)).pointee.arrived += 1 }
    clocksArrive(contact)
    let every = types.at(type).pointee.polledEvery
    guard every > 0 else { return enqueue(contact) }
    waitForPoll(contact, every)
  }

  /// A message lies in the mailbox until that is next polled.
  mutating func waitForPoll(_ contact: Int, _ every: Double) {
    let polls = (now / every).rounded(.up)
    contacts.at(contact).pointee.place = .coming
    enter(.seen, contact: contact, after: max(0, polls * every - now))
  }
}
