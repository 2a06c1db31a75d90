import Conformance
import Diagnostics
import Foundation
import ModelTraining
import SentenceModel
import Standards
import TextMatching

/// `make accuracy`: how often each observation is right, on replies whose tickets the model has not seen.
struct Accuracy {
  let school: School
  let sets: [TrainingSet]
  let heldOut: [TrainingSet]
  let catalogue: Catalogue
  let lexicon: Lexicon

  /// What was seen in one reply, and what is there.
  struct Result {
    let set: String
    let reply: TaggedReply
    let observed: ObservedReply?
  }

  /// The page: docs/accuracy.md.
  func page(on date: String) throws -> String {
    var results: [Result] = []
    for (held, draft) in school.folds() {
      let auditor = try auditor(draft)
      for set in sets {
        for reply in set.replies where held.contains(reply.id) {
          results.append(Result(set: set.name, reply: reply, observed: observed(reply, auditor)))
        }
      }
    }
    var lines = [
      "# Accuracy", "",
      "How often the auditor sees what is in a reply, and no more. `make accuracy` prints this page.",
      "Measured on \(date).", "",
      "**Method.** \(results.count) labelled replies of \(Set(results.map(\.reply.ticket)).count) tickets",
      "(`Training/replies`: Polish, Czech with some Slovak, English; hosting and some thirty other trades).",
      "Ten times a model is trained on nine tenths of the tickets and tried on the rest, so no ticket is",
      "both learnt from and tried. The levels from which on something counts as seen are those of the",
      "shipped model. The concepts were written by people who knew these replies: the held-out replies",
      "further down, by another hand and of other trades, say what to expect elsewhere. The language is",
      "told without the ticket's help. *Undecided* counts as not found. In brackets the 95% interval",
      "(Wilson).", "",
    ]
    for (title, languages) in [
      ("All languages", nil), ("Polish", ["pl"]), ("Czech and Slovak", ["cs", "sk"]),
      ("English", ["en"]),
    ] as [(String, [String]?)] {
      let some = results.filter { languages?.contains($0.reply.language) ?? true }
      lines += ["## \(title)", ""] + table(some) + [""]
    }
    for set in ["labels", "threads"] {
      let auditor = try auditor(school.model(without: [set]))
      let tried = sets.filter { $0.name == set }.flatMap(\.replies).map {
        Result(set: set, reply: $0, observed: observed($0, auditor))
      }
      lines += ["## The set '\(set)', by a model of all other sets", ""] + table(tried) + [""]
    }
    if case .success(let model) = SentenceModel.builtIn, !heldOut.isEmpty {
      let auditor = try Auditor(catalogue, lexicon, model)
      let tried = heldOut.flatMap(\.replies).map {
        Result(set: "held-out", reply: $0, observed: observed($0, auditor))
      }
      lines += ["## Held out", ""]
      lines += [
        "Replies of twenty other trades, written and labelled by another hand, that nobody who wrote",
        "concepts or rules has read, by the shipped model.", "",
      ]
      lines += table(tried) + [""]
      for (title, languages) in [("Polish", ["pl"]), ("Czech", ["cs", "sk"]), ("English", ["en"])] {
        lines += ["### Held out, \(title)", ""]
        lines += table(tried.filter { languages.contains($0.reply.language) }) + [""]
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The replies in which the shipped model sees something else than the labels say.
  func errors(of kind: ObservationKind) throws -> String {
    let auditor = try Auditor(catalogue, lexicon)
    var lines: [String] = []
    for reply in sets.flatMap(\.replies) {
      let isThere = reply.labels.contains(kind.rawValue)
      let seen = observed(reply, auditor)?.observations.first { $0.kind == kind }?.observation
      guard let seen, (seen.presence == .present) != isThere else { continue }
      lines += ["\(isThere ? "missed" : "false") \(reply.id) (\(seen.reason))", reply.text, ""]
    }
    return lines.joined(separator: "\n")
  }

  /// An auditor by a model of its own, with the levels of the shipped one.
  private func auditor(_ draft: ModelDraft) throws -> Auditor {
    var draft = draft
    draft.levels = try SentenceModel.builtIn.get().levels
    return try Auditor(catalogue, lexicon, draft.model())
  }

  private func observed(_ reply: TaggedReply, _ auditor: Auditor) -> ObservedReply? {
    auditor.observe(reply.ticketOfItsOwn, additions: true).replies.first
  }

  private func table(_ results: [Result]) -> [String] {
    var lines = [
      "| observation | there | precision | recall | F1 | undecided |",
      "| --- | --- | --- | --- | --- | --- |",
    ]
    var languages = Tally()
    for result in results {
      switch result.observed?.scanned.language {
      case nil: languages.undecided(isThere: true)
      case let language?:
        languages.seen(true, isThere: language.rawValue == result.reply.language)
        if language.rawValue != result.reply.language { languages.missed += 1 }
      }
    }
    lines.append(languages.row("language"))
    for kind in ObservationKind.allCases {
      var tally = Tally()
      for result in results {
        let isThere = result.reply.labels.contains(kind.rawValue)
        switch result.observed?.observations.first(where: { $0.kind == kind })?.observation.presence
        {
        case .present: tally.seen(true, isThere: isThere)
        case .absent: tally.seen(false, isThere: isThere)
        case .undecided, nil: tally.undecided(isThere: isThere)
        }
      }
      lines.append(tally.row(kind.rawValue))
    }
    return lines
  }

  private struct Tally {
    var found = 0
    var wrong = 0
    var missed = 0
    var undecided = 0
    var all = 0

    mutating func seen(_ isSeen: Bool, isThere: Bool) {
      all += 1
      if isSeen, isThere { found += 1 }
      if isSeen, !isThere { wrong += 1 }
      if !isSeen, isThere { missed += 1 }
    }

    mutating func undecided(isThere: Bool) {
      all += 1
      undecided += 1
      if isThere { missed += 1 }
    }

    func row(_ name: String) -> String {
      let f1 = found == 0 ? 0 : Double(2 * found) / Double(2 * found + wrong + missed)
      return "| \(name) | \(found + missed) | \(share(found, found + wrong)) | "
        + "\(share(found, found + missed)) | \(three(f1)) | "
        + "\(percent(all == 0 ? 0 : Double(undecided) / Double(all))) |"
    }

    private func share(_ count: Int, _ all: Int) -> String {
      guard all > 0 else { return "–" }
      let (lower, upper) = Evaluation.wilson(count, of: all)
      return "\(three(Double(count) / Double(all))) (\(two(lower))–\(two(upper)))"
    }

    private func three(_ value: Double) -> String { String(format: "%.3f", value) }
    private func two(_ value: Double) -> String { String(format: "%.2f", value) }
    private func percent(_ value: Double) -> String { String(format: "%.1f%%", value * 100) }
  }
}
