/// What will happen, in the order in which it will.
///
/// A heap of plain values; beside it a tournament for the one thing that every busy person has coming
/// and that often changes, when their work in hand is done; and a heap from which is taken out whoever
/// need not wait any more. Entries of equal time leave in the order in which they came.
struct EventCalendar: ~Copyable {
  /// An entry: 16 bytes.
  struct Event {
    /// The bits of the time; those of times that are not negative are in the order of the times.
    fileprivate let bits: UInt64
    /// The number of the entry (32 bits), its kind (4), its subject (28).
    fileprivate let place: UInt64

    /// When (unit: s since the run began; ≥ 0).
    @inline(__always)
    var time: Double { Double(bitPattern: bits) }
    /// The number of the entry; see ``EventCalendar/add(_:_:at:)``.
    @inline(__always)
    var number: UInt32 { UInt32(truncatingIfNeeded: place >> 32) }
    /// What happens.
    @inline(__always)
    var kind: UInt8 { UInt8(truncatingIfNeeded: place >> 28) & 15 }
    /// To whom: the number of a contact, a person or a source.
    @inline(__always)
    var subject: Int { Int(truncatingIfNeeded: place & 0xFFF_FFFF) }

    /// Which comes first cannot be foreseen, so it is reckoned without a branch.
    @inline(__always)
    fileprivate static func < (left: Event, right: Event) -> Bool {
      let (_, isLess) = left.place.subtractingReportingOverflow(right.place)
      let (rest, isEarlier) = left.bits.subtractingReportingOverflow(right.bits)
      let (_, isEarlierThen) = rest.subtractingReportingOverflow(isLess ? 1 : 0)
      return isEarlier != isEarlierThen
    }
  }

  /// Stands first where nothing is entered.
  private static var never: Event { Event(bits: Double.infinity.bitPattern, place: .max) }

  /// The largest number of a subject.
  static let mostSubjects = 1 << 28

  /// Bounds are checked in debug builds.
  private var heap: UnsafeMutableBufferPointer<Event>
  private var last: UInt32 = 0

  /// Entries, lapsed ones too.
  private(set) var count = 0
  /// Whether the first entry has happened and its place is free: what is entered next mostly comes
  /// in, and one way through the heap is enough for both.
  private var firstIsFree = false
  private let finishes: Tournament
  private var patience = PatienceHeap()

  /// - Parameter people: How many have a finish of their own.
  init(reserving capacity: Int, people: Int) {
    heap = .allocate(capacity: max(capacity, 1))
    heap.initialize(repeating: Self.never)
    finishes = Tournament(players: people)
  }

  deinit {
    heap.deallocate()
  }

  /// Enters what will happen.
  ///
  /// - Parameters:
  ///   - kind: Below 16.
  ///   - subject: Below ``mostSubjects``.
  ///   - time: Not before the last that happened.
  /// - Returns: The number of the entry, by which its owner knows whether it still counts; never 0.
  ///   Numbers come again after four thousand million entries.
  /// - Complexity: O(log entries).
  @inline(__always)
  mutating func add(_ kind: UInt8, _ subject: Int, at time: Double) -> UInt32 {
    let last = nextNumber()
    let place = UInt64(last) << 32 | UInt64(kind) << 28 | UInt64(truncatingIfNeeded: subject)
    // Zero with a minus sign would be the last of all.
    let event = Event(bits: (time + 0).bitPattern, place: place)
    if firstIsFree {
      firstIsFree = false
      settle(event)
      return last
    }
    if count == heap.count { grow() }
    var hole = count
    count += 1
    while hole > 0 {
      let parent = (hole &- 1) >> 1
      guard event < heap[parent] else { break }
      heap[hole] = heap[parent]
      hole = parent
    }
    heap[hole] = event
    return last
  }

  @inline(__always)
  private mutating func nextNumber() -> UInt32 {
    last &+= 1
    if last == 0 { last = 1 }
    return last
  }

  /// Enters when somebody's work in hand is done, instead of what was entered of it before.
  ///
  /// It stays what happens next until their finish is set anew or cleared.
  ///
  /// - Complexity: O(log people).
  @inline(__always)
  mutating func setFinish(of person: Int, at time: Double) {
    finishes.set(person, time, nextNumber())
  }

  /// Somebody's work in hand is not being done.
  @inline(__always)
  func clearFinish(of person: Int) { finishes.set(person, .infinity, 0) }

  /// Whether somebody's finish is entered.
  func hasFinish(of person: Int) -> Bool { finishes.moment(of: person) < .infinity }

  private mutating func grow() {
    let larger = UnsafeMutableBufferPointer<Event>.allocate(capacity: heap.count * 2)
    larger.initialize(repeating: Self.never)
    _ = larger.update(fromContentsOf: heap)
    heap.deallocate()
    heap = larger
  }

  /// Enters when a contact that waits will give up.
  ///
  /// - Parameters:
  ///   - contact: Below ``mostSubjects``; not entered yet.
  ///   - time: Not before the last that happened.
  /// - Returns: The number of the entry.
  /// - Complexity: O(log waiting).
  @inline(__always)
  mutating func addGivingUp(of contact: Int, at time: Double) -> UInt32 {
    let number = nextNumber()
    patience.add(contact, at: time + 0, number: number)
    return number
  }

  /// A contact that is entered will not give up.
  ///
  /// - Complexity: O(log waiting).
  @inline(__always)
  mutating func removeGivingUp(of contact: Int) { patience.remove(contact) }

  /// When something happens next; infinite for never.
  @inline(__always)
  mutating func nextTime() -> Double {
    if firstIsFree { fillFirst() }
    let (finish, other) = (finishes.first, min(heap[0].time, patience.first))
    return other < finish ? other : finish
  }

  /// What happens next.
  enum Next {
    case finish, givingUp, other
  }

  /// What kind of entry is next, after ``nextTime()`` was asked and was not never.
  ///
  /// Changes nothing, but what does not is handed a copy of the calendar where it is called.
  @inline(__always)
  mutating func next() -> Next {
    let (finish, other, givingUp) = (finishes.first, heap[0].time, patience.first)
    if finish < other, finish < givingUp { return .finish }
    return nextOfSeveral()
  }

  @inline(never)
  private mutating func nextOfSeveral() -> Next {
    let (finish, other, givingUp) = (finishes.first, heap[0].time, patience.first)
    let first = min(finish, other, givingUp)
    // At the same moment, the lesser number.
    let (no, one, two) = (
      finish == first ? finishes.winner().number : .max,
      other == first ? heap[0].number : .max,
      givingUp == first ? patience.next.number : .max
    )
    return no < min(one, two) ? .finish : two < one ? .givingUp : .other
  }

  /// Whose finish is next; it stays so until theirs is set anew or cleared.
  ///
  /// - Complexity: O(log people).
  @inline(__always)
  var nextToFinish: Int { finishes.winner().player }

  /// Who gives up next; it stays so until they are removed.
  @inline(__always)
  var nextToGiveUp: Int { patience.next.contact }

  /// Takes out what happens next besides finishes and giving up, after ``nextTime()`` was asked; there
  /// must be something.
  ///
  /// - Complexity: O(log entries).
  @inline(__always)
  mutating func takeNext() -> Event {
    firstIsFree = true
    return heap[0]
  }

  @inline(__always)
  private mutating func fillFirst() {
    firstIsFree = false
    count -= 1
    if count > 0 { settle(heap[count]) } else { heap[0] = Self.never }
  }

  /// Puts an entry where the first one was.
  ///
  /// The hole sinks to the bottom, since the entry is mostly a late one, and rises from there.
  @inline(__always)
  private mutating func settle(_ final: Event) {
    var hole = 0
    var child = 1
    while child &+ 1 < count {
      let right = heap[child &+ 1] < heap[child]
      child &+= right ? 1 : 0
      heap[hole] = heap[child]
      hole = child
      child = hole &* 2 &+ 1
    }
    if child < count {
      heap[hole] = heap[child]
      hole = child
    }
    while hole > 0 {
      let parent = (hole &- 1) >> 1
      guard final < heap[parent] else { break }
      heap[hole] = heap[parent]
      hole = parent
    }
    heap[hole] = final
  }
}
