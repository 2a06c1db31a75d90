/// What will happen, in the order in which it will.
///
/// A heap of plain values in which every entry has up to four successors, so that they share a line
/// of the processor's cache. Entries of equal time leave in the order in which they came.
struct EventCalendar {
  /// An entry: 16 bytes.
  struct Event {
    /// When (unit: s since the run began).
    let time: Double
    /// The number of the entry (32 bits), its kind (4), its subject (28).
    fileprivate let place: UInt64

    /// The number of the entry; see ``EventCalendar/add(_:_:at:)``.
    @inline(__always)
    var number: UInt32 { UInt32(truncatingIfNeeded: place >> 32) }
    /// What happens.
    @inline(__always)
    var kind: UInt8 { UInt8(truncatingIfNeeded: place >> 28) & 15 }
    /// To whom: the number of a contact, a person or a source.
    @inline(__always)
    var subject: Int { Int(truncatingIfNeeded: place & 0xFFF_FFFF) }

    @inline(__always)
    fileprivate static func < (left: Event, right: Event) -> Bool {
      left.time < right.time || (left.time == right.time && left.place < right.place)
    }
  }

  /// The largest number of a subject.
  static let mostSubjects = 1 << 28

  private var heap: [Event] = []
  private var last: UInt32 = 0

  /// Entries, lapsed ones too.
  var count: Int { heap.count }

  init(reserving capacity: Int) {
    heap.reserveCapacity(capacity)
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
    last &+= 1
    if last == 0 { last = 1 }
    let place = UInt64(last) << 32 | UInt64(kind) << 28 | UInt64(truncatingIfNeeded: subject)
    let event = Event(time: time, place: place)
    heap.append(event)
    heap.withUnsafeMutableBufferPointer { heap in
      var hole = heap.count - 1
      while hole > 0 {
        let parent = (hole - 1) >> 2
        guard event < heap[parent] else { break }
        heap[hole] = heap[parent]
        hole = parent
      }
      heap[hole] = event
    }
    return last
  }

  /// Takes out what happens next, or nil.
  ///
  /// - Complexity: O(log entries).
  @inline(__always)
  mutating func next() -> Event? {
    guard let final = heap.popLast() else { return nil }
    guard !heap.isEmpty else { return final }
    return heap.withUnsafeMutableBufferPointer { heap in
      let first = heap[0]
      let count = heap.count
      var hole = 0
      while true {
        let child = hole << 2 | 1
        guard child < count else { break }
        var least = child
        for other in child + 1..<max(child + 1, min(child + 4, count))
        where heap[other] < heap[least] {
          least = other
        }
        guard heap[least] < final else { break }
        heap[hole] = heap[least]
        hole = least
      }
      heap[hole] = final
      return first
    }
  }
}
