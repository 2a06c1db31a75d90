import Standards

extension MarkedText {
  /// A piece of the text.
  struct Piece: Hashable, Sendable {
    let text: String
    /// Whether it stood between `==` and `==`.
    let isMarked: Bool
  }

  /// The text's pieces in order, none of them empty.
  ///
  /// - Complexity: O(length).
  var pieces: [Piece] {
    let bytes = Array(text.utf8)
    var pieces: [Piece] = []
    func add(_ range: Range<Int>, isMarked: Bool) {
      if range.isEmpty { return }
      pieces.append(
        Piece(text: String(decoding: bytes[range], as: UTF8.self), isMarked: isMarked))
    }
    var end = 0
    for mark in marks {
      add(end..<mark.lowerBound, isMarked: false)
      add(mark, isMarked: true)
      end = mark.upperBound
    }
    add(end..<bytes.count, isMarked: false)
    return pieces
  }

  /// The text without its marks.
  var plain: String { text }

  /// The marked pieces, in order.
  var marked: [String] { pieces.filter(\.isMarked).map(\.text) }
}
