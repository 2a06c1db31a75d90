import Standards

/// An example's words in pieces, those that decide it told apart from the rest.
struct ExamplePieces: Hashable, Sendable {
  /// A piece of the text.
  struct Piece: Hashable, Sendable {
    let text: String
    /// Whether it stood between `==` and `==`.
    let isMarked: Bool
  }

  /// The pieces in order, none of them empty.
  let pieces: [Piece]

  /// Takes a text apart at its marks.
  ///
  /// - Complexity: O(length).
  init(_ written: String) {
    let marked = MarkedText(written)
    let bytes = Array(marked.text.utf8)
    var pieces: [Piece] = []
    var end = 0
    func add(_ range: Range<Int>, isMarked: Bool) {
      let text = String(decoding: bytes[range], as: UTF8.self)
      if !text.isEmpty { pieces.append(Piece(text: text, isMarked: isMarked)) }
    }
    for mark in marked.marks where mark.lowerBound >= end && mark.upperBound <= bytes.count {
      add(end..<mark.lowerBound, isMarked: false)
      add(mark, isMarked: true)
      end = mark.upperBound
    }
    add(end..<bytes.count, isMarked: false)
    self.pieces = pieces
  }

  /// The text without its marks.
  var plain: String { pieces.map(\.text).joined() }

  /// The marked pieces, in order.
  var marked: [String] { pieces.filter(\.isMarked).map(\.text) }
}
