/// The start of a text, for a message that quotes it: at most so many characters, with `…` where
/// something is left out.
///
/// - Complexity: O(`characters`).
package func shortened(_ text: some StringProtocol, to characters: Int = 60) -> String {
  // A character takes at least one byte.
  if text.utf8.count <= characters { return String(text) }
  let start = text.prefix(max(characters, 0))
  return start.endIndex == text.endIndex ? String(start) : start.dropLast() + "…"
}
