/// The cases of a promise, one behind the other in some eight bytes each: a census of millions must fit
/// into memory.
///
/// Tickets come by time as a rule and are of few sorts, so of most cases only the state and the wait
/// are written: a byte that says what follows, then what is not as in the case before.
struct CensusCases: Sequence, Sendable {
  /// Pieces of memory, each filled before the next is begun; no case goes across two.
  private var chunks: [[UInt8]] = []
  private var before = Before()
  /// The numbers of traits, in the order in which they came.
  private var numbers: [CaseTraits: Int] = [:]
  private var traits: [CaseTraits] = []
  private(set) var count = 0
  /// How much memory they take, besides each sort of ticket (unit: bytes).
  var bytes: Int { chunks.reduce(0) { $0 + $1.capacity } }

  /// How much one piece of memory takes (unit: bytes).
  private static let chunkSize = 16_384
  /// The most that one case takes (unit: bytes): a mark, and four numbers.
  private static let longest = 1 + 4 * 10

  /// What is not written again.
  private struct Before {
    var day: Int32 = 0
    var traits = 0
  }

  /// What follows a mark.
  private struct Mark {
    static let states: UInt8 = 0b111
    static let isLowerBound: UInt8 = 1 << 3
    static let hasWait: UInt8 = 1 << 4
    static let hasWall: UInt8 = 1 << 5
    static let hasDay: UInt8 = 1 << 6
    static let hasTraits: UInt8 = 1 << 7
  }

  /// Adds a case behind all others.
  ///
  /// - Complexity: O(1), amortised.
  mutating func append(_ one: CensusCase) {
    if chunks.last.map({ $0.count + Self.longest > Self.chunkSize }) ?? true {
      var chunk: [UInt8] = []
      chunk.reserveCapacity(Self.chunkSize)
      chunks.append(chunk)
      // A piece can be read by itself.
      before = Before()
    }
    let number: Int
    if let known = numbers[one.traits] {
      number = known
    } else {
      number = traits.count
      numbers[one.traits] = number
      traits.append(one.traits)
    }
    var mark = one.state.rawValue
    if one.isLowerBound { mark |= Mark.isLowerBound }
    if one.elapsed >= 0 { mark |= Mark.hasWait }
    if one.wall != one.elapsed { mark |= Mark.hasWall }
    if one.day != before.day { mark |= Mark.hasDay }
    if number != before.traits { mark |= Mark.hasTraits }
    let last = chunks.count - 1
    chunks[last].append(mark)
    if mark & Mark.hasDay != 0 {
      chunks[last].appendNumber(Self.folded(Int(one.day) - Int(before.day)))
    }
    if mark & Mark.hasTraits != 0 { chunks[last].appendNumber(UInt64(number)) }
    if mark & Mark.hasWait != 0 { chunks[last].appendNumber(UInt64(one.elapsed)) }
    if mark & Mark.hasWall != 0 {
      chunks[last].appendNumber(Self.folded(Int(one.wall) - Int(one.elapsed)))
    }
    before = Before(day: one.day, traits: number)
    count += 1
  }

  func makeIterator() -> Iterator { Iterator(self) }

  /// Reads the cases in the order in which they were added.
  struct Iterator: IteratorProtocol {
    private let cases: CensusCases
    private var chunk = 0
    private var position = 0
    private var before = Before()

    fileprivate init(_ cases: CensusCases) {
      self.cases = cases
    }

    mutating func next() -> CensusCase? {
      while chunk < cases.chunks.count, position >= cases.chunks[chunk].count {
        chunk += 1
        position = 0
        before = Before()
      }
      guard chunk < cases.chunks.count else { return nil }
      let mark = cases.chunks[chunk][position]
      position += 1
      if mark & Mark.hasDay != 0 {
        before.day = Int32(clamping: Int(before.day) + CensusCases.unfolded(number()))
      }
      if mark & Mark.hasTraits != 0 { before.traits = Int(clamping: number()) }
      let elapsed = mark & Mark.hasWait != 0 ? Int32(clamping: number()) : -1
      let wall =
        mark & Mark.hasWall != 0
        ? Int32(clamping: Int(elapsed) + CensusCases.unfolded(number())) : elapsed
      guard let state = CensusCase.State(rawValue: mark & Mark.states),
        cases.traits.indices.contains(before.traits)
      else { return nil }
      return CensusCase(
        day: before.day, elapsed: elapsed, wall: wall, traits: cases.traits[before.traits],
        state: state, isLowerBound: mark & Mark.isLowerBound != 0)
    }

    private mutating func number() -> UInt64 {
      var value: UInt64 = 0
      var shift: UInt64 = 0
      while position < cases.chunks[chunk].count {
        let byte = cases.chunks[chunk][position]
        position += 1
        value |= UInt64(byte & 0x7F) << shift
        shift += 7
        if byte < 0x80 { break }
      }
      return value
    }
  }

  /// A number whose sign is its lowest bit, so that small ones of either sign stay small.
  private static func folded(_ value: Int) -> UInt64 {
    UInt64(bitPattern: Int64((value << 1) ^ (value >> (Int.bitWidth - 1))))
  }

  private static func unfolded(_ value: UInt64) -> Int {
    Int(truncatingIfNeeded: value >> 1) ^ -Int(truncatingIfNeeded: value & 1)
  }
}

extension [UInt8] {
  /// Writes a number, seven bits a byte, the lowest first; each byte but the last has its top bit set.
  fileprivate mutating func appendNumber(_ value: UInt64) {
    var rest = value
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }
}
