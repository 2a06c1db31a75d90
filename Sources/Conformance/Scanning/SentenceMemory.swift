import SentenceModel
import Synchronization
import TextMatching

/// What sentences seen before hold, so that one that many replies share is read once.
///
/// Agents write much of what they write again and again: greetings, templates, the next step. All that
/// is kept follows from a sentence's folded bytes alone, so an audit says the same with it and without.
///
/// It may be used from any number of threads, and never holds more than some megabytes.
final class SentenceMemory: Sendable {
  /// What a sentence holds by itself.
  final class Known: Sendable {
    /// The sentence with the white space behind it, folded.
    let bytes: [UInt8]
    let isQuestion: Bool
    /// The times that it names; ranges from its beginning.
    let times: [WrittenTime]
    let judged: SentenceModel.Reading.Judged
    /// The phrases that begin in it; from its beginning.
    let hits: [PatternHit]
    /// Where expressions match, by the number of their list; noted when first asked for.
    private let expressions = Mutex<[(list: Int, places: [Range<Int>])]>([])

    init(
      bytes: [UInt8], isQuestion: Bool, times: [WrittenTime],
      judged: SentenceModel.Reading.Judged, hits: [PatternHit]
    ) {
      self.bytes = bytes
      self.isQuestion = isQuestion
      self.times = times
      self.judged = judged
      self.hits = hits
    }

    /// The places where a list's expressions match; from its beginning.
    func places(of list: Int, _ search: () -> [Range<Int>]) -> [Range<Int>] {
      expressions.withLock { expressions in
        if let known = expressions.first(where: { $0.list == list }) { return known.places }
        let places = search()
        expressions.append((list, places))
        return places
      }
    }
  }

  /// Where a sentence is kept, if it is.
  struct Place {
    fileprivate let shard: Int
    fileprivate let slot: Int
  }

  /// Threads seldom meet in one of so many parts; powers of two.
  private static let shardBits: UInt64 = 6
  private static let slotBits: UInt64 = 7
  /// Longer sentences do not come again (unit: bytes).
  static let longest = 400

  private final class Shard: Sendable {
    let slots = Mutex([Known?](repeating: nil, count: 1 << Int(slotBits)))
  }

  private let shards = (0..<1 << Int(shardBits)).map { _ in Shard() }

  /// Where a sentence belongs; nil for one that is not kept.
  ///
  /// - Parameter part: The sentence with the white space behind it, folded.
  func place(of part: UnsafeRawBufferPointer) -> Place? {
    guard !part.isEmpty, part.count <= Self.longest else { return nil }
    let hash = Self.hash(part)
    return Place(
      shard: Int(hash >> (64 - Self.shardBits)),
      slot: Int(hash >> (64 - Self.shardBits - Self.slotBits)) & (1 << Int(Self.slotBits) - 1))
  }

  /// What is known of a sentence.
  func known(at place: Place, _ part: ArraySlice<UInt8>, isQuestion: Bool) -> Known? {
    let kept = shards[place.shard].slots.withLock { $0[place.slot] }
    guard let kept, kept.isQuestion == isQuestion, kept.bytes[...] == part else { return nil }
    return kept
  }

  /// Keeps a sentence, in place of another one perhaps.
  func keep(_ known: Known, at place: Place) {
    // The one that goes is freed outside of the lock.
    let gone = shards[place.shard].slots.withLock { slots in
      let gone = slots[place.slot]
      slots[place.slot] = known
      return gone
    }
    _ = gone
  }

  /// A hash of bytes, eight at a time; texts made to collide only take each other's place.
  private static func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = UInt64(bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      hash = mixed(hash ^ word)
      offset += 8
    }
    var rest: UInt64 = 0
    while offset < bytes.count {
      rest = rest << 8 | UInt64(bytes[offset])
      offset += 1
    }
    return mixed(hash ^ rest)
  }

  @inline(__always)
  private static func mixed(_ word: UInt64) -> UInt64 {
    let product = word &* 0xD6E8_FEB8_6659_FD93
    return product ^ product >> 32
  }
}
