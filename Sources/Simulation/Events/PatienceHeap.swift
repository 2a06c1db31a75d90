/// When those who wait will give up.
///
/// A heap that knows where each contact stands in it. Most are taken long before their patience is over;
/// whoever is taken leaves at once, so that it holds no more than wait now, and nothing that has lapsed
/// ever comes up.
struct PatienceHeap: ~Copyable {
  /// The bits of the moments, in the heap's order; those of times that are not negative are in the
  /// order of the times. One more than there are: before any, the first is infinite.
  private var moments: UnsafeMutablePointer<UInt64>
  /// Beside each: the number of the entry (32 bits), the contact (32).
  private var owners: UnsafeMutablePointer<UInt64>
  private var capacity = 64
  /// Where each contact stands.
  private var places: UnsafeMutablePointer<Int32>
  private var contacts = 64
  /// How many wait.
  private(set) var count = 0

  init() {
    moments = .allocate(capacity: capacity)
    owners = .allocate(capacity: capacity)
    places = .allocate(capacity: contacts)
    places.initialize(repeating: 0, count: contacts)
    moments.initialize(repeating: Self.never, count: capacity)
    owners.initialize(repeating: 0, count: capacity)
  }

  deinit {
    moments.deallocate()
    owners.deallocate()
    places.deallocate()
  }

  private static var never: UInt64 { Double.infinity.bitPattern }

  /// The first moment (unit: s since the run began); infinite where nobody waits.
  @inline(__always)
  var first: Double { Double(bitPattern: moments[0]) }

  /// Whose it is, and the number of the entry; means nothing where nobody waits.
  @inline(__always)
  var next: (contact: Int, number: UInt32) {
    let owner = owners[0]
    return (Int(owner & 0xFFFF_FFFF), UInt32(truncatingIfNeeded: owner >> 32))
  }

  /// Enters when a contact gives up, who must not be entered.
  ///
  /// - Parameters:
  ///   - contact: 0..<2²⁸.
  ///   - moment: Unit: s since the run began; ≥ 0, without a minus sign.
  ///   - number: Above those of all who have the same moment, to come after them.
  /// - Complexity: O(log waiting).
  @inline(__always)
  mutating func add(_ contact: Int, at moment: Double, number: UInt32) {
    if contact >= contacts || count == capacity { grow(contact) }
    let hole = count
    count &+= 1
    let owner = UInt64(number) << 32 | UInt64(truncatingIfNeeded: contact)
    rise(moment.bitPattern, owner, from: hole)
  }

  /// Takes a contact out that is entered.
  ///
  /// - Complexity: O(log waiting).
  @inline(__always)
  mutating func remove(_ contact: Int) {
    assert(contact < contacts && Int(owners[Int(places[contact])] & 0xFFFF_FFFF) == contact)
    let hole = Int(places[contact])
    count &-= 1
    let (moment, owner) = (moments[count], owners[count])
    if hole == count {
      if count == 0 { moments[0] = Self.never }
      return
    }
    if hole > 0, isBefore(moment, owner, (hole &- 1) >> 1) {
      rise(moment, owner, from: hole)
    } else {
      sink(moment, owner, from: hole)
    }
  }

  @inline(__always)
  private func isBefore(_ moment: UInt64, _ owner: UInt64, _ place: Int) -> Bool {
    let other = moments[place]
    return moment < other || moment == other && owner < owners[place]
  }

  @inline(__always)
  private func put(_ moment: UInt64, _ owner: UInt64, at place: Int) {
    moments[place] = moment
    owners[place] = owner
    places[Int(owner & 0xFFFF_FFFF)] = Int32(truncatingIfNeeded: place)
  }

  @inline(__always)
  private func rise(_ moment: UInt64, _ owner: UInt64, from start: Int) {
    var hole = start
    while hole > 0 {
      let parent = (hole &- 1) >> 1
      guard isBefore(moment, owner, parent) else { break }
      put(moments[parent], owners[parent], at: hole)
      hole = parent
    }
    put(moment, owner, at: hole)
  }

  @inline(__always)
  private func sink(_ moment: UInt64, _ owner: UInt64, from start: Int) {
    var hole = start
    while true {
      var child = hole &* 2 &+ 1
      guard child < count else { break }
      if child &+ 1 < count, isBefore(moments[child &+ 1], owners[child &+ 1], child) {
        child &+= 1
      }
      guard !isBefore(moment, owner, child) else { break }
      put(moments[child], owners[child], at: hole)
      hole = child
    }
    put(moment, owner, at: hole)
  }

  @inline(never)
  private mutating func grow(_ contact: Int) {
    if count == capacity {
      moments = Self.larger(moments, capacity, to: capacity * 2)
      owners = Self.larger(owners, capacity, to: capacity * 2)
      capacity *= 2
    }
    guard contact >= contacts else { return }
    let room = max(contact + 1, contacts * 2)
    places = Self.larger(places, contacts, to: room)
    contacts = room
  }

  private static func larger<Value: FixedWidthInteger>(
    _ memory: UnsafeMutablePointer<Value>, _ count: Int, to room: Int
  ) -> UnsafeMutablePointer<Value> {
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: room)
    larger.initialize(repeating: 0, count: room)
    larger.update(from: memory, count: count)
    memory.deallocate()
    return larger
  }
}
