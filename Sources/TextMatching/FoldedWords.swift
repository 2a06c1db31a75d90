/// A set of folded words that is asked often.
///
/// Hashing a string takes several hundred instructions a word, since a hash of the standard library
/// withstands words that are made to collide. These come with kwadrans.
package struct FoldedWords: Sendable {
  /// All words, one behind the other.
  private var bytes: [UInt8] = []
  /// Where each word begins, and at the end the number of bytes.
  private var starts: [Int32] = [0]
  /// A hash table: each word's number and one, or 0; at most half of it is taken.
  private var slots: [Int32]

  /// - Parameter words: Folded; one that comes again counts once.
  /// - Complexity: O(bytes).
  package init(_ words: [ArraySlice<UInt8>]) {
    var size = 2
    while size < 2 * words.count { size *= 2 }
    slots = [Int32](repeating: 0, count: size)
    for word in words {
      let place = word.withUnsafeBufferPointer { slot(of: $0) }
      guard slots[place] == 0 else { continue }
      bytes += word
      slots[place] = Int32(truncatingIfNeeded: starts.count)
      starts.append(Int32(truncatingIfNeeded: bytes.count))
    }
  }

  /// The words of a text, which white space parts.
  package init(_ text: StaticString) {
    let bytes = Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    let words: [ArraySlice<UInt8>] = bytes.split {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n")
    }
    self.init(words)
  }

  /// How many there are.
  package var count: Int { starts.count - 1 }

  /// Each of them, in the order given.
  package var all: some Sequence<ArraySlice<UInt8>> {
    (0..<count).lazy.map { bytes[Int(starts[$0])..<Int(starts[$0 + 1])] }
  }

  /// Whether a folded word is one of them.
  ///
  /// - Complexity: O(length).
  package func contains(_ word: ArraySlice<UInt8>) -> Bool {
    word.withUnsafeBufferPointer { contains($0) }
  }

  /// The same of bytes elsewhere.
  package func contains(_ word: UnsafeBufferPointer<UInt8>) -> Bool { slots[slot(of: word)] != 0 }

  /// Where a word is, or would be.
  private func slot(of word: UnsafeBufferPointer<UInt8>) -> Int {
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] != 0 {
      let number = Int(slots[slot]) - 1
      let range = Int(starts[number])..<Int(starts[number + 1])
      if range.count == word.count,
        bytes.withUnsafeBufferPointer({ $0[range].elementsEqual(word) })
      {
        return slot
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }
}
