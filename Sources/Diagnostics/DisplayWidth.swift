/// How characters look in a terminal.
enum DisplayWidth {
  /// How many cells a character takes: 2 for wide East Asian characters and emoji, otherwise 1.
  ///
  /// A tab is not a character of fixed width and counts as 1 here.
  static func cells(of character: Character) -> Int {
    let scalars = character.unicodeScalars
    guard let first = scalars.first, first.value >= 0x300 else { return isKeycap(scalars) ? 2 : 1 }
    let isEmoji =
      first.properties.isEmojiPresentation || scalars.contains("\u{FE0F}")
      || scalars.contains { $0.properties.isEmojiModifier }
    return isEmoji || isWide(first) ? 2 : 1
  }

  /// What to print for a character: itself, or U+FFFD if it is invisible or steers the terminal.
  static func printable(_ character: Character) -> Character {
    guard let first = character.unicodeScalars.first else { return character }
    switch first.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate:
      return "\u{FFFD}"
    default: return character
    }
  }

  /// A text for one line of output: line breaks and tabs become spaces, other characters that steer
  /// the terminal U+FFFD.
  static func oneLine(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
    return String(text.map { $0.isNewline || $0 == "\t" ? " " : printable($0) })
  }

  /// A digit, `#` or `*` with the emoji keycap around it.
  private static func isKeycap(_ scalars: Character.UnicodeScalarView) -> Bool {
    scalars.contains("\u{20E3}") || scalars.contains("\u{FE0F}")
  }

  /// East Asian Width W or F, by blocks (Unicode 15, EastAsianWidth.txt, blocks joined).
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97C,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
      0xFFE0...0xFFE6, 0x16FE0...0x18CD5, 0x1B000...0x1B2FB, 0x1F1E6...0x1F1FF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}
