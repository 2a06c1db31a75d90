/// One step of a phrase without alternatives.
enum PhraseStep: Hashable, Sendable {
  /// Exactly this byte of folded text.
  case byte(UInt8)
  /// White space with at most one line break in it.
  case gap
  /// `*` at a word's end: any letters, also none. Written at the given UTF-8 offset.
  case ending(at: Int32)
  /// `*` alone: one word, with its inner hyphens and apostrophes.
  case word(at: Int32)
}
