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
    let verdicts: [Verdict]
  }

  /// The page: docs/accuracy.md.
  func page(on date: String) throws -> String {
    var results: [Result] = []
    for (held, draft) in school.folds() {
      let auditor = try auditor(draft)
      for set in sets {
        results += set.replies.filter { held.contains($0.id) }.map {
          result(of: $0, in: set.name, by: auditor)
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
    var others: [Result] = []
    for set in ["labels", "threads"] {
      let auditor = try auditor(school.model(without: [set]))
      let tried = sets.filter { $0.name == set }.flatMap(\.replies).map {
        result(of: $0, in: set, by: auditor)
      }
      lines += ["## The set '\(set)', by a model of all other sets", ""] + table(tried) + [""]
      others += tried
    }
    lines += ["## The sets 'labels' and 'threads' together, by these models", ""]
    lines += table(others) + [""]
    lines += [
      "## When a standard is called missed", "",
      "*Missed* accuses somebody, so it has to be right. Each kind of standard about words whose truth",
      "the labels tell is asked of every reply (`Training/standards`, with the phrases of the shipped",
      "catalogue): how often it is called missed, and how often rightly; in how many replies it is",
      "broken, and in how many of them that is found.", "",
      "The sets 'labels' and 'threads', each by a model of all other sets:", "",
    ]
    lines += verdicts(others) + [""]
    lines += ["All sets, cross-validated by ticket:", ""] + verdicts(results) + [""]
    if case .success(let model) = SentenceModel.builtIn, !heldOut.isEmpty {
      let auditor = try Auditor(catalogue, lexicon, model)
      let tried = heldOut.flatMap(\.replies).map { result(of: $0, in: "held-out", by: auditor) }
      lines += ["## Held out", ""]
      lines += [
        "Replies of twenty other trades, written and labelled by another hand, that nobody who wrote",
        "concepts or rules has read, by the shipped model.", "",
      ]
      lines += table(tried) + [""]
      lines += ["### Held out, when a standard is called missed", ""] + verdicts(tried) + [""]
      for (title, languages) in [("Polish", ["pl"]), ("Czech", ["cs", "sk"]), ("English", ["en"])] {
        lines += ["### Held out, \(title)", ""]
        lines += table(tried.filter { languages.contains($0.reply.language) }) + [""]
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The replies in which something else is seen than the labels say, by models that have not seen
  /// their tickets.
  func errors(of kinds: [ObservationKind]) throws -> String {
    var lines: [ObservationKind: [String]] = [:]
    for (held, draft) in school.folds() {
      let auditor = try auditor(draft)
      for reply in sets.flatMap(\.replies) where held.contains(reply.id) {
        let observed = observed(reply, auditor)?.observations ?? []
        for (kind, seen) in observed where kinds.contains(kind) {
          let isThere = reply.labels.contains(kind.rawValue)
          guard (seen.presence == .present) != isThere else { continue }
          guard isThere || seen.presence == .present else { continue }
          let text = Array(reply.text.utf8)
          let spans = seen.spans.map { String(decoding: text[$0], as: UTF8.self) }
          lines[kind, default: []] += [
            "\(isThere ? "missed" : "false") \(kind.rawValue) \(reply.id) "
              + "(\(seen.presence): \(seen.reason))", reply.text,
            spans.isEmpty ? "" : "→ \(spans.joined(separator: " | "))\n",
          ]
        }
      }
    }
    return kinds.flatMap { lines[$0] ?? [] }.joined(separator: "\n")
  }

  /// The replies that are accused wrongly of missing some kinds of standard, by models that have not
  /// seen their tickets.
  func accusations(of kinds: [String]) throws -> String {
    var lines: [String: [String]] = [:]
    for (held, draft) in school.folds() {
      let auditor = try auditor(draft)
      for reply in sets.flatMap(\.replies) where held.contains(reply.id) {
        for verdict in auditor.audit(reply.ticketOfItsOwn).verdicts
        where verdict.outcome == .missed && kinds.contains(verdict.kind) {
          guard TriedVerdicts.isBroken(of: verdict, by: reply) == false else { continue }
          lines[verdict.kind, default: []] += [
            "\(verdict.kind) \(reply.id) (\(verdict.message))", reply.text,
          ]
          for case .words(let words) in verdict.evidence {
            lines[verdict.kind, default: []].append("→ \(words.text)\n")
          }
        }
      }
    }
    return kinds.flatMap { lines[$0] ?? [] }.joined(separator: "\n")
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

  private func result(of reply: TaggedReply, in set: String, by auditor: Auditor) -> Result {
    Result(
      set: set, reply: reply, observed: observed(reply, auditor),
      verdicts: auditor.audit(reply.ticketOfItsOwn).verdicts)
  }

  private func verdicts(_ results: [Result]) -> [String] {
    var tried = TriedVerdicts()
    for result in results { tried.add(result.reply, result.verdicts) }
    return tried.table
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
