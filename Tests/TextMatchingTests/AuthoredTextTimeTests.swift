import Testing
import TextMatching

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Texts that were made to be slow.
struct AuthoredTextTimeTests {
  /// Four times the text may take eight times as long: linear work takes four times, quadratic
  /// work sixteen, and eight lies in the middle of both. Time is the CPU's for this thread, so that
  /// other processes and tests count little, and the best of some tries counts. Below the floor
  /// caches count for more than the work; a quadratic pass over 40 kB is far above it, also in
  /// debug builds, where a byte takes some hundred nanoseconds.
  private func expectLinear(_ name: String, _ make: (Int) -> String) {
    let small = make(10_000)
    let large = make(40_000)
    var ratio = Double.infinity
    for _ in 0..<4 {
      let first = seconds { AuthoredText(small).kept.count }
      let second = seconds { AuthoredText(large).kept.count }
      guard second > 0.012 else { return }
      ratio = min(ratio, second / first)
      if ratio <= 8 { return }
    }
    #expect(ratio <= 8, "\(name)")
  }

  /// The CPU time of this thread for some work (unit: s).
  private func seconds(_ work: () -> Int) -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    let result = work()
    return now() - start + Double(result) * 0
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
