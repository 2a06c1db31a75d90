import Testing
import TextMatching

/// Texts that were made to be slow.
struct AuthoredTextTimeTests {
  /// Four times the text may take eight times as long: linear work takes four times, quadratic
  /// sixteen, and the cut between lies in the middle of both. Below the floor the clock and other
  /// processes count for more than the work; a quadratic pass over 200 kB is far above it, also in
  /// debug builds, where a byte costs fifty times as much as in release.
  private func expectLinear(_ name: String, _ make: (Int) -> String) {
    let small = make(50_000)
    let large = make(200_000)
    var ratio = Double.infinity
    // Another process may take the core for a while: the best of several tries counts.
    for _ in 0..<4 {
      let first = time { AuthoredText(small).kept.count }
      let second = time { AuthoredText(large).kept.count }
      guard second > .milliseconds(40) else { return }
      ratio = min(ratio, second / first)
      if ratio <= 8 { return }
    }
    #expect(ratio <= 8, "\(name)")
  }

  private func time(_ work: () -> Int) -> Duration {
    var best = Duration.seconds(1000)
    for _ in 0..<2 {
      best = min(best, ContinuousClock().measure { _ = work() })
    }
    return best
  }

  @Test(arguments: [
    "x", "\n", "\r", "On\n", "On 1\n", ">", "> ", ">\n", "--\n", "-- \n", "to:\n", "from: a\n\n",
    "1:\n", "@:\n", "_____\n\n", "| x\n", "##- x y z w -##\n", "a@b.c;\n  ",
    "sent from my iphone\nx\n",
    "Pozdrawiam\n\n", "Ola\n\n", "Ola\n> x\n", "tel. 22 123 45 67\n", "ta wiadomosc jest\n",
    "ta wiadomosc jest poufna\n\n", "krs 1234 ", "x. Ola ", "A", "aB",
    "<div>", "</div>", "<blockquote>", "<div class=gmail_quote>",
    "<div class=gmail_quote><blockquote>",
    "<div class=gmail_quote></div>", "<br>", "<br><", "<br><!--", "<br><style>", "<br><head>",
    "<br>&", "&amp;", "<p class=\"", "<br><a =\"> <a ='> ", "<div><span style=display:none></div>",
    "<li>", "<table><td>", "\u{200B}", "ł",
  ])
  func `a text that repeats itself takes time by its length`(piece: String) {
    expectLinear(piece) { String(repeating: piece, count: $0 / piece.utf8.count) }
    // HTML begins with a tag.
    expectLinear("HTML of " + piece) {
      "<p></p>" + String(repeating: piece, count: $0 / piece.utf8.count)
    }
  }

  @Test func `ever deeper quotations take time by their length`() {
    expectLinear("quotations") { length in
      var text = ""
      var depth = 1
      while text.utf8.count < length {
        text += String(repeating: "> ", count: depth) + "text\n"
        depth += 1
      }
      return text
    }
  }

  @Test func `nested tags take time by their number`() {
    expectLinear("tags") { length in
      String(repeating: "<div>", count: length / 11) + "x"
        + String(repeating: "</div>", count: length / 11)
    }
    let deep = String(repeating: "<div>", count: 100_000) + "Hotovo."
    #expect(AuthoredText(deep).folded.string == "hotovo.")
    let quoted = String(repeating: "<blockquote>", count: 100_000) + "Nejde."
    #expect(AuthoredText(quoted).kept.isEmpty)
  }

  @Test func `hostile messages come out as they should`() {
    #expect(AuthoredText(String(repeating: ">", count: 10_000)).kept.isEmpty)
    let lines = String(repeating: "On\n", count: 100_000)
    #expect(AuthoredText(lines).kept == [0..<300_000])
    let letters = String(repeating: "x", count: 1_000_000)
    #expect(AuthoredText(letters).kept == [0..<1_000_000])
  }
}
