/// Texts for a terminal of fixed width.
enum TerminalText {
  /// A text on one line, without the characters that steer a terminal.
  static func plain(_ text: String) -> String {
    String(
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
