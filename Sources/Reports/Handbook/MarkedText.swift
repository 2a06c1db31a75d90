/// An example's words, with those that decide it told apart from the rest.
struct MarkedText: Hashable, Sendable {
  /// A piece of the text.
  struct Piece: Hashable, Sendable {
    let text: String
    /// Whether it stood between `==` and `==`.
    let isMarked: Bool
  }

  /// The pieces in order, none of them empty.
  let pieces: [Piece]

  /// Takes a text apart at its marks; a mark that is never closed is plain text.
  ///
  /// - Complexity: O(length).
  init(_ written: String) {
    var parts: [Substring] = []
    var rest = written[...]
    while let mark = rest.firstRange(of: "==") {
      parts.append(rest[..<mark.lowerBound])
      rest = rest[mark.upperBound...]
    }
    parts.append(rest)
    if parts.count.isMultiple(of: 2) {
      let last = parts.removeLast()
      parts[parts.count - 1] = Substring("\(parts[parts.count - 1])==\(last)")
    }
    pieces = parts.enumerated().compactMap { index, part in
      part.isEmpty ? nil : Piece(text: String(part), isMarked: !index.isMultiple(of: 2))
    }
  }

  /// The text without its marks.
  var plain: String { pieces.map(\.text).joined() }

  /// The marked pieces, in order.
  var marked: [String] { pieces.filter(\.isMarked).map(\.text) }
}
