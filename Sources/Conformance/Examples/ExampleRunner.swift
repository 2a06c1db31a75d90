import Diagnostics
import ServiceTime
package import Standards
import TextMatching

/// Runs the examples of a catalogue with the very code that audits.
package struct ExampleRunner: Sendable {
  private let catalogue: Catalogue
  private let auditor: Auditor

  /// Prepares a catalogue.
  ///
  /// - Throws: ``AuditorError/patterns(_:)`` when the expressions need more memory than allowed.
  package init(_ catalogue: Catalogue, _ lexicon: Lexicon) throws(AuditorError) {
    self.catalogue = catalogue
    auditor = try Auditor(catalogue, lexicon)
  }

  /// Runs every example.
  ///
  /// - Complexity: O(bytes of the examples).
  package func run() -> ExampleRun {
    var results: [ExampleResult] = []
    var notes = Diagnostics()
    var leftOut = 0
    for standard in catalogue.standards {
      let entries = standard.examples.entries
      guard standard.requirement.isJudged else {
        leftOut += entries.count
        if !entries.isEmpty {
          notes.note(
            "example.not-run",
            "the examples of '\(standard.id)' are not run: nothing judges "
              + "'\(standard.requirement.key)' yet", at: standard.place)
        }
        continue
      }
      for side in Examples.Side.allCases where !entries.contains(where: { $0.side == side }) {
        notes.note(
          "example.none", "'\(standard.id)' has no example that \(side.does)",
          at: standard.place,
          fixIt:
            "add one under 'examples', '\(side.rawValue)': examples are tests, and the handbook "
            + "shows them")
      }
      let narrowed = auditor.narrowed(to: standard)
      for entry in entries {
        let failure: ExampleResult.Failure? =
          switch entry.example {
          case .reply(let text): judge(text, entry, standard, narrowed)
          case .wait(let wait): judge(wait, entry, standard, narrowed)
          }
        results.append(ExampleResult(standard: standard, entry: entry, failure: failure))
      }
    }
    return ExampleRun(results: results, notes: notes, leftOut: leftOut)
  }

  // MARK: - Replies

  private func judge(
    _ written: String, _ entry: Examples.Entry, _ standard: Standard, _ auditor: Auditor
  ) -> ExampleResult.Failure? {
    let marked = MarkedText(written)
    let example = ExampleTicket(marked.text, for: standard, in: catalogue, at: Self.moment)
    let audit = auditor.audit(example.ticket)
    guard let verdict = audit.verdicts.map(\.outcome).worst else {
      let language = audit.view.replies.first?.scanned.language?.rawValue
      return ExampleResult.Failure(
        id: "example.verdict", expected: entry.side.expected,
        found: "that the standard is not about such a reply"
          + (language.map { ", which is taken for '\($0)'" } ?? ""),
        place: entry.place, fixIt: "delete the example, or widen 'applies-to'")
    }
    let decisive = audit.verdicts.filter { $0.outcome == verdict }
    let found = decisive.flatMap { example.places(of: $0) }.sorted { $0.lowerBound < $1.lowerBound }
    guard standard.requirement.accepts(verdict, on: entry.side) else {
      let words = found.isEmpty ? "" : " (\(Self.quote(found, of: marked.text)))"
      let place = found.first.map { entry.place(ofUTF8: marked.written($0)) } ?? entry.place
      return ExampleResult.Failure(
        id: "example.verdict", expected: entry.side.expected,
        found: "\(verdict.inWords): \(decisive.first?.message ?? "")\(words)", place: place,
        fixIt: verdict == .undecided
          ? "an example must be clear: choose other words, or leave it out" : nil)
    }
    // Of what must be there one mark is enough; what must not be there is marked to the letter.
    let isAsMarked =
      entry.side == .pass
      ? marked.marks.allSatisfy { found.contains($0) }
      : marked.marks.isEmpty || marked.marks == found
    if isAsMarked { return nil }
    let missing =
      marked.marks.first { !found.contains($0) } ?? found.first { !marked.marks.contains($0) }
    return ExampleResult.Failure(
      id: "example.words", expected: Self.quote(marked.marks, of: marked.text),
      found: found.isEmpty ? "no words" : Self.quote(found, of: marked.text),
      place: missing.map { entry.place(ofUTF8: marked.written($0)) } ?? entry.place,
      fixIt: "move the == to what is found, or change the phrase list")
  }

  /// When the replies of examples are sent: an ordinary Tuesday morning.
  private static let moment = Instant(seconds: 1_793_700_000)

  private static func quote(_ ranges: [Range<Int>], of text: String) -> String {
    let bytes = Array(text.utf8)
    return ranges.map { range in
      "'\(String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self))'"
    }.joined(separator: ", ")
  }

  // MARK: - Waits

  private func judge(
    _ wait: Examples.Wait, _ entry: Examples.Entry, _ standard: Standard, _ auditor: Auditor
  ) -> ExampleResult.Failure? {
    func failure(
      _ id: String, _ expected: String, _ found: String, fixIt: String? = nil
    ) -> ExampleResult.Failure {
      ExampleResult.Failure(
        id: id, expected: expected, found: found, place: entry.place, fixIt: fixIt)
    }
    let asked: Instant
    let answered: Instant
    do {
      let zone = catalogue.zone(of: standard)
      asked = try ExampleMoment.instant(of: wait.asked, in: zone)
      answered = try ExampleMoment.instant(of: wait.answered, in: zone)
    } catch {
      return failure("example.unreadable", "a moment", error.message, fixIt: error.fixIt)
    }
    guard asked <= answered else {
      return failure(
        "example.unreadable", "an answer after the question",
        "\(wait.answered) before \(wait.asked)")
    }
    let example = ExampleTicket(
      asked: asked, answered: answered, for: standard, in: catalogue)
    guard let verdict = auditor.audit(example.ticket).verdicts.first else {
      return failure(
        "example.verdict", entry.side.expected, "that the standard is not about such a ticket")
    }
    for case .time(let evidence) in verdict.evidence
    where evidence.elapsedSeconds != wait.takes.seconds {
      return failure(
        "example.time", "a wait of \(wait.takes.inHours)",
        "\(TimeSpan(seconds: evidence.elapsedSeconds).inHours) of \(catalogue.hoursInWords(of: standard))",
        fixIt: "mend 'takes', or the calendar if that is wrong")
    }
    guard standard.requirement.accepts(verdict.outcome, on: entry.side) else {
      return failure(
        "example.verdict", entry.side.expected, "\(verdict.outcome.inWords): \(verdict.message)")
    }
    return nil
  }
}

extension ExampleTicket {
  /// The words that a verdict rests on (UTF-8 offsets of the example's text).
  fileprivate func places(of verdict: Verdict) -> [Range<Int>] {
    verdict.evidence.compactMap { evidence in
      guard case .words(let words) = evidence, let reply = replies[words.event] else { return nil }
      let scalars = reply.text.unicodeScalars
      let before = scalars.prefix(words.range.lowerBound).utf8Count
      let inside = scalars.dropFirst(words.range.lowerBound).prefix(words.range.count).utf8Count
      return reply.start + before..<reply.start + before + inside
    }
  }
}

extension Sequence where Element == Unicode.Scalar {
  fileprivate var utf8Count: Int { reduce(0) { $0 + UTF8.width($1) } }
}

extension Examples.Side {
  fileprivate var does: String {
    switch self {
    case .pass: "keeps it"
    case .fail: "breaks it"
    }
  }

  fileprivate var expected: String {
    switch self {
    case .pass: "it met"
    case .fail: "it missed"
    }
  }
}

extension Verdict.Outcome {
  fileprivate var inWords: String {
    switch self {
    case .met, .missed: rawValue
    case .notApplicable: "that nothing is asked of it"
    case .undecided: "that only a person can tell"
    }
  }
}

extension [Verdict.Outcome] {
  /// The outcome of a ticket whose replies are judged one by one; nil when there is none.
  fileprivate var worst: Verdict.Outcome? {
    let order: [Verdict.Outcome] = [.missed, .undecided, .met, .notApplicable]
    return order.first { contains($0) }
  }
}

extension Requirement {
  /// Whether the auditor has a judge for the kind.
  fileprivate var isJudged: Bool { true }

  /// Whether a verdict is what an example of a side must have.
  fileprivate func accepts(_ outcome: Verdict.Outcome, on side: Examples.Side) -> Bool {
    switch side {
    case .pass: outcome == .met
    case .fail: outcome == .missed || (neverAccuses && outcome == .undecided)
    }
  }

  /// Whether the kind at most doubts: its lists cannot hold every way to keep it.
  private var neverAccuses: Bool {
    if case .nextStep = self { true } else { false }
  }

  /// The hours that a promise of time runs on, as the catalogue writes them.
  fileprivate var hours: String? {
    kind.parameters.first { $0.key == "hours" }?.value
  }
}

extension Catalogue {
  /// Whose clocks the examples of a standard are written by: those of its hours; for `always`, those
  /// of the catalogue's first calendar.
  fileprivate func zone(of standard: Standard) -> ZoneTable {
    let named = standard.requirement.hours.flatMap { calendar(named: $0) }
    return (named ?? calendars.first)?.hours.zone ?? .utc
  }

  fileprivate func hoursInWords(of standard: Standard) -> String {
    guard let name = standard.requirement.hours, calendar(named: name) != nil else {
      return "any hours"
    }
    return "'\(name)'"
  }
}
