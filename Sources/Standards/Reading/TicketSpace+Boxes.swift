extension TicketSpace {
  /// Boxes in the order they came, side by side in memory: each new one is compared with all.
  struct Boxes {
    private var bits: [UInt64] = []
    private var spans: [(from: Int, until: Int)] = []

    init(_ boxes: [Box] = []) {
      for box in boxes { append(box) }
    }

    mutating func append(_ box: Box) {
      bits += box.bits
      spans.append((box.from, box.until))
    }

    /// The box at an index.
    subscript(index: Int) -> Box {
      let words = bits.count / max(spans.count, 1)
      return Box(
        bits: Array(bits[index * words..<(index + 1) * words]), from: spans[index].from,
        until: spans[index].until)
    }

    /// The first that takes in all of a box; nil when none does by itself.
    ///
    /// - Complexity: O(boxes · words).
    func firstIndex(containing box: Box) -> Int? {
      let words = box.bits.count
      return bits.withUnsafeBufferPointer { bits in
        spans.indices.first { index in
          guard spans[index].from <= box.from, spans[index].until >= box.until else { return false }
          return (0..<words).allSatisfy { box.bits[$0] & ~bits[index * words + $0] == 0 }
        }
      }
    }

    /// Those that have tickets in common with a box.
    ///
    /// - Complexity: O(boxes · words).
    func overlapping(_ box: Box, in space: TicketSpace) -> [Int] {
      let (words, ranges) = (box.bits.count, space.ranges)
      return bits.withUnsafeBufferPointer { bits in
        spans.indices.filter { index in
          guard spans[index].from < box.until, box.from < spans[index].until else { return false }
          return ranges.allSatisfy { range in
            range.contains { bits[index * words + $0] & box.bits[$0] != 0 }
          }
        }
      }
    }
  }

  /// Which boxes take in all of another together.
  ///
  /// What is left is kept in pieces, of which hostile scopes make many; the search gives up when the
  /// budget is used up.
  ///
  /// - Parameter budget: How many more pieces may be compared, for this and later calls.
  /// - Returns: The indices of those that take away something, in order; nil when something is left,
  ///   or the search gave up.
  /// - Complexity: O(boxes + overlapping boxes · pieces).
  func cover(of box: Box, by others: Boxes, budget: inout Int) -> [Int]? {
    var pieces = [box]
    var used: [Int] = []
    for index in others.overlapping(box, in: self) {
      let other = others[index]
      budget -= pieces.count
      guard budget >= 0 else { return nil }
      guard pieces.contains(where: { overlap($0, other) }) else { continue }
      pieces = pieces.flatMap { subtract(other, from: $0) }
      used.append(index)
      if pieces.isEmpty { return used }
    }
    return nil
  }
}
