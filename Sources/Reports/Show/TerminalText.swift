/// Texts for a terminal of fixed width.
package enum TerminalText {
  /// A text on one line, without the characters that steer a terminal or turn the direction of what
  /// follows: U+FFFD stands for each of them.
  ///
  /// - Complexity: O(length).
  package static func plain(_ text: String) -> String {
    if isPlain(text) { return text }
    return String(
      text.map { character -> Character in
        guard let first = character.unicodeScalars.first else { return character }
        switch first.properties.generalCategory {
        case .spaceSeparator, .lineSeparator, .paragraphSeparator: return " "
        case .control: return character.isNewline || character == "\t" ? " " : "\u{FFFD}"
        case .format, .unassigned, .surrogate, .privateUse: return "\u{FFFD}"
        default: return character
        }
      })
  }

  /// Whether a text holds nothing but ASCII and letters of Europe, among which nothing steers a terminal.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy {
      (0x20...0x7E).contains($0) || ((0x80...0xD7).contains($0) && $0 != 0xC2)
    }
  }

  /// Lines of at most so many characters, broken between words; a longer word is cut.
  ///
  /// - Complexity: O(length).
  static func wrapped(_ text: String, to width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in plain(text).split(separator: " ") {
      var word = word
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      while word.count > width {
        lines.append(String(word.prefix(width)))
        word = word.dropFirst(width)
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// A text filled up with spaces.
  static func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }

  static func withoutTrailingSpaces(_ text: String) -> String {
    var text = text
    while text.last == " " { text.removeLast() }
    return text
  }
}
