import Testing

@testable import SourceYAML

/// libyaml sees the same text, whether it decodes it itself or finds it decoded.
struct LentCharactersTests {
  private static let pieces = [
    "a", "b: ", "- ", "? ", ": ", "\n", "\n  ", "\r\n", "\r", "\t", " ", "#", " # c", "[", "]", "{",
    "}", ", ", "\"", "'", "\\", "\\n", "\\u0142", "|", ">-\n ", "&a ", "*a", "!t ", "%", "---\n",
    "...", "ł", "ż", "\u{A0}", "\u{85}", "\u{2028}", "🧨", "e\u{301}", "~", "<<: ",
  ]

  /// Everything that is said of a text.
  private func events(of text: String, lending: Bool) -> [String] {
    Array(text.utf8).withUnsafeBufferPointer { bytes in
      var parser = EventParser(bytes, at: 0, lending: lending)
      var events: [String] = []
      do throws(SyntaxProblem) {
        while true {
          let event = try parser.next()
          let text = String(decoding: event.text, as: UTF8.self)
          events.append(
            "\(event.kind) \(event.utf8) \(text) \(event.anchor ?? "") \(event.hasTag)")
          if case .streamEnd = event.kind { return events }
        }
      } catch {
        return events + ["\(error)"]
      }
    }
  }

  @Test func `this version of libyaml takes the characters as they are lent`() {
    #expect(LentCharacters.areAccepted)
  }

  @Test func `any text gives the same events and the same problems`() {
    var generator = SplitMix(seed: 41)
    for _ in 0..<3_000 {
      let count = 1 + generator.next(below: 30)
      let text = (0..<count).map { _ in Self.pieces[generator.next(below: Self.pieces.count)] }
        .joined()
      #expect(
        events(of: text, lending: true) == events(of: text, lending: false), "\(quoted(text))")
    }
  }

  @Test func `a text longer than libyaml's own buffer gives the same events`() {
    let line = "- {zażółć: 'gęślą jaźń', x: [1, \"a\\tb\"]}  # 🧨\n"
    for count in [300, 1_000, 5_000] {
      let text = String(repeating: line, count: count)
      #expect(events(of: text, lending: true) == events(of: text, lending: false))
      let broken = text + "- {"
      #expect(events(of: broken, lending: true) == events(of: broken, lending: false))
    }
  }
}
