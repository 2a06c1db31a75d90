/// What a reply quotes in its first lines, as mail programmes do: `> …`.
package struct QuotedOpening: Hashable, Sendable {
  /// What was quoted, without the signs before it; nil when the text does not begin with a quotation.
  package let quoted: String?
  /// What follows.
  package let own: String

  /// Parts a text.
  ///
  /// - Complexity: O(length).
  package init(of text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let signed = lines.prefix { $0.hasPrefix(">") }
    quoted =
      signed.isEmpty
      ? nil : signed.map { $0.dropFirst().drop { $0 == " " } }.joined(separator: "\n")
    own = lines.dropFirst(signed.count).joined(separator: "\n")
  }
}
