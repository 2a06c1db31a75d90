import Diagnostics
import Testing

struct DiagnosticsTests {
  @Test func `problems are counted as they come`() {
    var diagnostics = Diagnostics()
    #expect(diagnostics.isEmpty && !diagnostics.hasErrors)
    #expect(diagnostics.summary == "no problems")
    diagnostics.warning("w", "a", at: nil)
    diagnostics.note("n", "b", at: nil)
    #expect(!diagnostics.hasErrors && !diagnostics.isEmpty)
    #expect(diagnostics.summary == "1 warning")
    diagnostics.error("e", "c", at: nil, notes: [Diagnostic.Note("d")], fixIt: "f")
    #expect(diagnostics.hasErrors)
    #expect(diagnostics.summary == "1 error, 1 warning")
    diagnostics.append(contentsOf: diagnostics)
    diagnostics.error("e", "g", at: nil)
    #expect(diagnostics.summary == "3 errors, 2 warnings")
    #expect(diagnostics.all.map { $0.message } == ["a", "b", "c", "a", "b", "c", "g"])
    #expect(diagnostics.all.map { $0.severity.rawValue }.prefix(3) == ["warning", "note", "error"])
    let error = diagnostics.all[2]
    #expect(error == Diagnostic("e", .error, "c", at: nil, notes: [.init("d")], fixIt: "f"))
  }

  @Test func `output goes by path, then place, then order of finding`() {
    let a = SourceText(path: "a.yaml", "0123456789")
    let b = SourceText(path: "b.yaml", "0123456789")
    var diagnostics = Diagnostics()
    func place(_ text: SourceText, _ start: Int) -> SourceRange {
      SourceRange(text: text, utf8: start..<start + 1)
    }
    diagnostics.error("x", "5", at: place(b, 1))
    diagnostics.error("x", "2", at: place(a, 3))
    diagnostics.warning("x", "3", at: place(a, 3))
    diagnostics.error("x", "0", at: nil)
    diagnostics.error("x", "1", at: place(a, 2))
    diagnostics.error("x", "4", at: place(a, 3))
    diagnostics.error("x", "6", at: place(b, 1))
    #expect(diagnostics.sorted.map { $0.message } == ["0", "1", "2", "3", "4", "5", "6"])
    let rendered = DiagnosticRenderer(color: false).render(diagnostics)
    #expect(
      rendered == diagnostics.sorted.map { DiagnosticRenderer(color: false).render($0) }.joined())
  }

  @Test(arguments: [
    ("", 3, ""), ("abc", 3, "abc"), ("abcd", 3, "ab…"), ("żółw👩🏽‍🔧x", 5, "żółw…"), ("abc", 0, "…"),
    ("abc", -1, "…"),
  ])
  func `a long quotation is shortened`(text: String, characters: Int, expected: String) {
    #expect(shortened(text, to: characters) == expected)
  }
}

struct NearestNameTests {
  private let keys = ["title", "within", "priority", "first-reply", "opening-hours", "id", "to"]

  @Test(arguments: [
    ("titel", "title"),
    ("tittle", "title"),
    ("titl", "title"),
    ("Title", "title"),
    ("first_reply", "first-reply"),
    ("First Reply", "first-reply"),
    ("openinghours", "opening-hours"),
    ("opning-huors", "opening-hours"),
    ("priorty", "priority"),
    ("wihtin", "within"),
    ("ids", "id"),
    ("ID", "id"),
  ])
  func `a slip finds the name that was meant`(written: String, meant: String) {
    #expect(nearestName(to: written, among: keys) == meant)
    #expect(nearestName(to: written, among: keys.reversed()) == meant)
  }

  @Test(arguments: ["", "x", "wxyz", "tilte-x", "reply", "prio", "title", "abcdefghijkl"])
  func `a name far from all finds none`(written: String) {
    #expect(nearestName(to: written, among: keys) == nil)
  }

  @Test func `the number of slips allowed grows with the name`() {
    #expect(nearestName(to: "abcd", among: ["abce"]) == "abce")
    #expect(nearestName(to: "abcd", among: ["abef"]) == nil)
    #expect(nearestName(to: "abcdefgh", among: ["abcdefxy"]) == "abcdefxy")
    #expect(nearestName(to: "abcdefgh", among: ["abcdexyz"]) == nil)
    #expect(nearestName(to: "abcdefghi", among: ["abcdefxyz"]) == "abcdefxyz")
    #expect(nearestName(to: "abcdefghi", among: ["abcdewxyz"]) == nil)
    #expect(nearestName(to: "a", among: ["b", "ab"]) == nil)
    #expect(nearestName(to: "ab", among: ["ba"]) == "ba")
  }

  @Test func `a name that differs in case only beats a nearer spelling`() {
    #expect(nearestName(to: "Reply", among: ["Repl", "reply"]) == "reply")
  }

  @Test func `ties do not depend on the order of candidates`() {
    let candidates = ["cat", "bat", "rat", "hat"]
    #expect(nearestName(to: "mat", among: candidates) == "bat")
    #expect(nearestName(to: "mat", among: candidates.reversed()) == "bat")
    #expect(nearestName(to: "mat", among: Set(candidates)) == "bat")
  }

  @Test func `a name of a million letters costs nothing`() {
    let long = String(repeating: "a", count: 1_000_000)
    #expect(nearestName(to: long, among: [long + "b"]) == nil)
    #expect(nearestName(to: "title", among: [long, "title1"]) == "title1")
  }
}
