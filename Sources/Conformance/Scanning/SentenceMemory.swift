import SentenceModel
import Synchronization
import TextMatching

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What sentences seen before hold, so that one that many replies share is read once.
///
/// Agents write much of what they write again and again: greetings, templates, the next step. All that
/// is kept follows from a sentence's folded bytes alone, and not from the digits of long numbers, so an audit says the same with it and without.
///
/// It may be used from any number of threads. Each has a part of its own as a rule, since what several
/// processors count references to is slow for all of them. No part holds more than some megabytes.
final class SentenceMemory: Sendable {
  /// What a sentence holds by itself.
  final class Known: Sendable {
    /// The sentence with the white space behind it, folded; digits of long numbers all alike.
    let bytes: [UInt8]
    let isQuestion: Bool
    /// Whether what it holds depends on that a text ends with it.
    let endsText: Bool
    /// What its letters say of its language.
    let letters: LanguageScores
    /// The times that it names; ranges from its beginning.
    let times: [WrittenTime]
    /// What the model knows of it; nil where none reads.
    let judged: SentenceModel.Reading.Judged?
    /// The phrases that begin in it, and the places of expressions; from its beginning, by start.
    /// Expressions that tell long numbers apart are left out where it has any.
    let hits: [PatternHit]

    init(
      bytes: [UInt8], isQuestion: Bool, endsText: Bool, letters: LanguageScores,
      times: [WrittenTime], judged: SentenceModel.Reading.Judged?, hits: [PatternHit]
    ) {
      self.bytes = bytes
      self.isQuestion = isQuestion
      self.endsText = endsText
      self.letters = letters
      self.times = times
      self.judged = judged
      self.hits = hits
    }
  }

  /// Where a sentence is kept, if it is.
  struct Place {
    fileprivate let part: Part
    fileprivate let slot: Int
  }

  /// What a thread remembers.
  final class Part: Sendable {
    /// Empty until something is kept.
    fileprivate let slots = Mutex<[Known?]>([])
  }

  private static let partBits = 4
  private static let slotBits = 12
  /// Longer sentences do not come again (unit: bytes).
  static let longest = 400

  private let parts = (0..<1 << partBits).map { _ in Part() }

  /// The part of the thread that asks.
  var part: Part {
    #if canImport(Darwin)
      let thread = UInt(bitPattern: pthread_self())
    #else
      let thread = UInt(pthread_self())
    #endif
    return parts[Int(Self.mixed(UInt64(thread)) >> (64 - UInt64(Self.partBits)))]
  }

  /// Where a sentence belongs; nil for one that is not kept.
  ///
  /// - Parameter sentence: With the white space behind it, folded.
  static func place(of sentence: UnsafeRawBufferPointer, in part: Part) -> Place? {
    guard !sentence.isEmpty, sentence.count <= longest else { return nil }
    return Place(part: part, slot: Int(hash(sentence) >> (64 - UInt64(slotBits))))
  }

  /// What is known of a part of a text that is a sentence.
  static func known(
    at place: Place, _ part: Range<Int>, of bytes: [UInt8], isQuestion: Bool
  ) -> Known? {
    let kept = place.part.slots.withLock { $0.isEmpty ? nil : $0[place.slot] }
    guard let kept, kept.isQuestion == isQuestion, kept.bytes.count == part.count,
      !kept.endsText || part.upperBound == bytes.count, kept.bytes[...] == bytes[part]
    else { return nil }
    return kept
  }

  /// Keeps a sentence, in place of another one perhaps.
  static func keep(_ known: Known, at place: Place) {
    // The one that goes is freed outside of the lock.
    let gone = place.part.slots.withLock { slots in
      if slots.isEmpty { slots = Array(repeating: nil, count: 1 << slotBits) }
      let gone = slots[place.slot]
      slots[place.slot] = known
      return gone
    }
    withExtendedLifetime(gone) {}
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
