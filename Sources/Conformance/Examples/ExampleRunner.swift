import Diagnostics
import ServiceTime
package import Standards
import TextMatching

/// Runs the examples of a catalogue with the very code that audits.
package struct ExampleRunner: Sendable {
  let catalogue: Catalogue
  let auditor: Auditor

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
      let narrowed = auditor.narrowed(to: standard)
      var notJudged = 0
      for entry in entries {
        if standard.requirement.isNeverJudged {
          notJudged += 1
          continue
        }
        let outcome: Outcome =
          switch entry.example {
          case .reply(let text): judge(text, entry, standard, narrowed)
          case .wait(let wait): judge(wait, entry, standard, narrowed)
          case .log(let log): judge(log, entry, standard, narrowed)
          }
        switch outcome {
        case .asExpected:
          results.append(ExampleResult(standard: standard, entry: entry, failure: nil))
        case .failure(let failure):
          results.append(ExampleResult(standard: standard, entry: entry, failure: failure))
        }
      }
      leftOut += notJudged
      note(standard, notJudged: notJudged, &notes)
    }
    return ExampleRun(results: results, notes: notes, leftOut: leftOut)
  }

  /// What came of one example.
  enum Outcome {
    case asExpected
    case failure(ExampleResult.Failure)
  }

  /// Notes what the examples of a standard leave open.
  private func note(_ standard: Standard, notJudged: Int, _ notes: inout Diagnostics) {
    if notJudged > 0 {
      notes.note(
        "example.not-run",
        "\(notJudged) of the examples of '\(standard.id)' cannot be run: nothing judges "
          + "'\(standard.requirement.key)'", at: standard.place)
    }
    // What only a person can tell has no examples.
    guard standard.requirement.kind.card.subject != .review else { return }
    let sides = standard.examples.entries.map(\.side)
    for side in Examples.Side.allCases where !sides.contains(side) {
      notes.note(
        "example.none", "'\(standard.id)' has no example that \(side.does)", at: standard.place,
        fixIt: "add one under 'examples', '\(side.rawValue)': examples are tests, and the handbook "
          + "shows them")
    }
  }

  // MARK: - Replies

  private func judge(
    _ written: String, _ entry: Examples.Entry, _ standard: Standard, _ auditor: Auditor
  ) -> Outcome {
    let marked = MarkedText(written)
    func failure(
      _ id: String, _ expected: String, _ found: String, at range: Range<Int>? = nil,
      fixIt: String? = nil
    ) -> Outcome {
      .failure(
        ExampleResult.Failure(
          id: id, expected: expected, found: found,
          place: range.map { entry.place(ofUTF8: marked.written($0)) } ?? entry.place, fixIt: fixIt)
      )
    }
    let example = ExampleTicket(marked.text, for: standard, in: catalogue, at: Self.moment)
    let audit = auditor.audit(example.ticket, contacts: .noOthers)
    guard let outcome = audit.verdicts.map(\.outcome).worst else {
      let language = audit.view.replies.first?.scanned.language?.rawValue
      return failure(
        "example.verdict", entry.side.expected,
        "that the standard is not about such a reply"
          + (language.map { ", which is taken for '\($0)'" } ?? ""),
        fixIt: "delete the example, or widen 'applies-to'")
    }
    let decisive = audit.verdicts.filter { $0.outcome == outcome }
    let found = decisive.flatMap { example.places(of: $0) }
      .sorted { $0.lowerBound < $1.lowerBound }
    guard standard.requirement.accepts(outcome, on: entry.side) else {
      let words = found.isEmpty ? "" : " (\(Self.quote(found, of: marked.text)))"
      return failure(
        "example.verdict", entry.side.expected,
        "\(outcome.inWords): \(decisive.first?.message ?? "")\(words)", at: found.first,
        fixIt: outcome == .undecided
          ? "an example must be clear: choose other words, or leave it out" : nil)
    }
    // Of what must be there one mark is enough; what must not be there is marked to the letter.
    let isAsMarked =
      entry.side == .pass
      ? marked.marks.allSatisfy { found.contains($0) }
      : marked.marks.isEmpty || marked.marks == found
    if isAsMarked { return .asExpected }
    return failure(
      "example.words", Self.quote(marked.marks, of: marked.text),
      found.isEmpty ? "no words" : Self.quote(found, of: marked.text),
      at: marked.marks.first { !found.contains($0) } ?? found.first { !marked.marks.contains($0) },
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

  var expected: String {
    switch self {
    case .pass: "it met"
    case .fail: "it missed"
    }
  }
}

extension Verdict.Outcome {
  /// The outcome as the message of a failing example says it.
  var inWords: String {
    switch self {
    case .met, .missed: rawValue
    case .notApplicable: "that nothing is asked of it"
    case .undecided: "that only a person can tell"
    }
  }
}

extension [Verdict.Outcome] {
  /// The outcome of a ticket of which several things are judged one by one; nil when there is none.
  var worst: Verdict.Outcome? {
    let order: [Verdict.Outcome] = [.missed, .undecided, .met, .notApplicable]
    return order.first { contains($0) }
  }
}

extension Requirement {
  /// Whether a verdict is what an example of a side must have.
  func accepts(_ outcome: Verdict.Outcome, on side: Examples.Side) -> Bool {
    switch side {
    case .pass: outcome == .met
    case .fail: outcome == .missed || (mayOnlyDoubt && outcome == .undecided)
    }
  }

  /// Whether a doubt is enough: neither lists nor a model know every way to keep the kind.
  private var mayOnlyDoubt: Bool {
    if case .nextStep = self { true } else { false }
  }
}
