import Testing
import TextMatching

struct AuthoredTextTests {
  typealias Reason = AuthoredText.Reason

  @Test(arguments: mails, ["\n", "\r\n", "\r"])
  func `what the author wrote is kept, the rest is cut`(mail: Mail, lineBreak: String) {
    let text = mail.lines.map(\.text).joined(separator: lineBreak)
    let authored = AuthoredText(text)
    let kept = authored.kept.flatMap { range in
      text[utf8: range].split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
    }
    #expect(kept.map(String.init) == mail.kept)
    if let signer = mail.signer {
      #expect(authored.signer.map { text[utf8: $0] } ?? "" == signer.replacing("'", with: "’"))
    }
    expectPartition(authored, text)
  }

  @Test func `at least 95 of 100 mails are parted exactly`() {
    let exact = Self.mails.count { mail in
      let text = mail.lines.map(\.text).joined(separator: "\n")
      let authored = AuthoredText(text)
      let kept = authored.kept.flatMap { range in
        text[utf8: range].split(whereSeparator: \.isNewline)
          .filter { !$0.allSatisfy(\.isWhitespace) }.map(String.init)
      }
      return kept == mail.kept
    }
    let total = exact + Self.markups.count { $0.isExact }
    let all = Self.mails.count + Self.markups.count
    print("\(total) of \(all) mails parted exactly, \(Self.markups.count) of them HTML")
    #expect(Double(total) >= 0.95 * Double(all))
  }

  /// Kept and cut cover each byte once, each ascending; names lie in signatures.
  func expectCover(_ authored: AuthoredText, _ text: String) {
    for ranges in [authored.kept, authored.cut.map(\.range)] {
      #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound <= $1.lowerBound })
    }
    // Parts that touch are one; cuts touch only where their reasons differ.
    #expect(
      zip(authored.kept, authored.kept.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
    #expect(
      zip(authored.cut, authored.cut.dropFirst()).allSatisfy {
        $0.range.upperBound < $1.range.lowerBound || $0.reason != $1.reason
      })
    let ranges = (authored.kept + authored.cut.map(\.range)).sorted {
      $0.lowerBound < $1.lowerBound
    }
    var end = 0
    for range in ranges {
      #expect(range.lowerBound == end && !range.isEmpty)
      end = range.upperBound
    }
    #expect(end == text.utf8.count)
    if let signer = authored.signer {
      #expect(!signer.isEmpty && authored.signature.map { $0.contains(signer) } == true)
    }
  }

  private func expectPartition(_ authored: AuthoredText, _ text: String) {
    expectCover(authored, text)
    #expect(FoldedText(text, keeping: authored.kept).bytes == authored.folded.bytes)
    #expect(
      FoldedText(text, keeping: authored.kept).originalUTF8(0..<1 << 40)
        == authored.folded.originalUTF8(0..<1 << 40))
  }

  @Test func `cuts carry their reasons`() {
    let text = """
      Hotovo.
      Odesláno z iPhonu
      --\u{20}
      Ola

      Dne 3. 6. 2024 v 14:02, Jan <jan@example.com> napsal:

      > Nejde
      A ještě.
      -----Original Message-----
      Nejde
      """
    let authored = AuthoredText(text)
    #expect(
      authored.cut.map(\.reason) == [.deviceNote, .signature, .attribution, .quote, .forwarded])
    #expect(authored.kept.map { text[utf8: $0] } == ["Hotovo.\n", "A ještě.\n"])
    #expect(authored.signature.map { text[utf8: $0] } == "Ola\n\n")
  }

  @Test(arguments: [
    ("Hotovo.\n\nS pozdravem\nEva Malá\npodpora\n", "S pozdravem\nEva Malá\npodpora"),
    ("Hotovo.\n\nEva\ntel. 530 000 112\n\nwww.hostino.example", "Eva…www.hostino.example"),
    ("Hotovo. Pozdrawiam, Ola", "Pozdrawiam, Ola"),
    ("Hotovo.\n\nEva\n-- \nTento e-mail je důvěrný.", "Eva…Tento e-mail je důvěrný."),
    ("Hotovo.\n\nEva\n\n> Nejde\n\n-- \nPodpora", "Eva"),
    ("Hotovo.\n> Nejde\n-- \nEva\nPodpora", "Eva\nPodpora"),
    ("Hotovo.\n\nPodpora Hostino\ntel. 530 000 112", "Podpora Hostino…tel. 530 000 112"),
    ("Hotovo.\n\nS pozdravem\nPodpora Hostino", nil),
    ("Hotovo.\n\nS pozdravem\n\nPS: Díky.", nil),
  ])
  func `a signature reaches from formula or name to the last line of it`(
    text: String, expected: String?
  ) {
    let signature = AuthoredText(text).signature.map { text[utf8: $0] }
    guard let expected, let signature else {
      #expect(signature == expected)
      return
    }
    let ends = expected.split(separator: "…")
    #expect(signature.hasPrefix(ends.first ?? "") && signature.hasSuffix(ends.last ?? ""))
    #expect(ends.count > 1 || signature == expected)
  }

  @Test func `text without anything to cut is kept whole`() {
    #expect(AuthoredText("").kept.isEmpty)
    #expect(AuthoredText("").cut.isEmpty)
    #expect(AuthoredText(" \n").kept == [0..<2])
    #expect(AuthoredText("Ahoj").kept == [0..<4])
    #expect(AuthoredText("Ahoj").signature == nil)
    #expect(AuthoredText("-- ").signature == nil)
  }

  @Test func `a long text below two dashes is no signature`() {
    let below = (1...13).map { "řádek \($0)" }.joined(separator: "\n")
    #expect(AuthoredText("Úvod\n--\n\(below)").cut.isEmpty)
    #expect(AuthoredText("Úvod\n-- \n\(below)").cut.map(\.reason) == [.signature])
  }

  @Test func `any lines are parted into kept and cut`() {
    var generator = Seeded(state: 7)
    let pieces = [
      "\n", "\n", "\r\n", "> x", "text", "-- ", "--", "On 3 Jun 2024 J <j@x.y> wrote:", "wrote:",
      "From: a@b.c", "Sent: now", "Sent from my iPhone", "-----Original Message-----", " ",
      "\u{FEFF}",
      "pon., 3 cze 2024 o 14:02", "napisał(a):", "\u{301}", "____________",
    ]
    for _ in 0..<500 {
      let text = (0..<12).map { _ in pieces.randomElement(using: &generator) ?? "" }
        .joined(separator: Bool.random(using: &generator) ? "\n" : "")
      expectPartition(AuthoredText(text), text)
    }
  }
}
