extension TicketSpace {
  /// Boxes in the order they came, with a way to those that may have something in common with
  /// another: side by side in memory, since each new one is compared with many.
  struct Boxes {
    private let space: TicketSpace
    private var bits: [UInt64] = []
    private var spans: [(from: Int, until: Int)] = []
    /// For each field, where its names stand.
    private var places: [Places]

    init(_ boxes: [Box] = [], in space: TicketSpace) {
      self.space = space
      places = space.fields.map { Places($0) }
      for box in boxes { append(box) }
    }

    mutating func append(_ box: Box) {
      for field in places.indices { places[field].add(spans.count, box) }
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
    /// - Complexity: O(boxes with a name of the box in the field where those are fewest).
    func firstIndex(containing box: Box) -> Int? {
      let words = box.bits.count
      return candidates(for: box).first { index in
        guard spans[index].from <= box.from, spans[index].until >= box.until else { return false }
        return (0..<words).allSatisfy { box.bits[$0] & ~bits[index * words + $0] == 0 }
      }
    }

    /// Those that have tickets in common with a box, in order.
    ///
    /// - Complexity: as for ``firstIndex(containing:)``.
    func overlapping(_ box: Box) -> [Int] {
      let words = box.bits.count
      return candidates(for: box).filter { index in
        guard spans[index].from < box.until, box.from < spans[index].until else { return false }
        return space.fields.allSatisfy { field in
          field.words.contains { bits[index * words + $0] & box.bits[$0] != 0 }
        }
      }
    }

    /// Those that have a name in common with a box in one field, in order.
    private func candidates(for box: Box) -> [Int] {
      let counts = places.map { $0.count(for: box) ?? spans.count }
      guard let fewest = counts.min(), fewest < spans.count,
        let field = counts.firstIndex(of: fewest)
      else { return Array(spans.indices) }
      return places[field].candidates(for: box)
    }
  }

  /// The boxes by the names of one field.
  private struct Places {
    private let field: Field
    /// Those for all names (indices, ascending).
    private var wide: [Int] = []
    /// The others, by the bit of each name (indices, ascending).
    private var named: [Int: [Int]] = [:]

    init(_ field: Field) {
      self.field = field
    }

    mutating func add(_ index: Int, _ box: Box) {
      guard !isWide(box) else { return wide.append(index) }
      for bit in bits(of: box) { named[bit, default: []].append(index) }
    }

    /// How many boxes may have a name in common with a box, those with several names counted more
    /// than once; nil for all.
    func count(for box: Box) -> Int? {
      isWide(box) ? nil : bits(of: box).reduce(wide.count) { $0 + (named[$1]?.count ?? 0) }
    }

    /// The boxes that have a name in common with a box, in order.
    func candidates(for box: Box) -> [Int] {
      let bits = bits(of: box)
      var all = wide
      for bit in bits { all += named[bit] ?? [] }
      if bits.count > 1 { all = Array(Set(all)) }
      return all.sorted()
    }

    private func isWide(_ box: Box) -> Bool {
      for (word, all) in zip(field.words, field.all) where box.bits[word] != all { return false }
      return true
    }

    private func bits(of box: Box) -> [Int] {
      var bits: [Int] = []
      for word in field.words {
        var rest = box.bits[word]
        while rest != 0 {
          bits.append((word - field.words.lowerBound) * 64 + rest.trailingZeroBitCount)
          rest &= rest - 1
        }
      }
      return bits
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
  /// - Complexity: O(overlapping boxes · pieces).
  func cover(of box: Box, by others: Boxes, budget: inout Int) -> [Int]? {
    var pieces = [box]
    var used: [Int] = []
    for index in others.overlapping(box) {
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
