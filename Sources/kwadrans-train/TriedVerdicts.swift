import Conformance
import Foundation
import ModelTraining

/// How often a standard is rightly called missed, kind by kind.
///
/// Each kind of `Training/standards` is asked of every reply, so that its labels tell whether the reply
/// keeps it.
struct TriedVerdicts {
  /// What the ids of these standards begin with.
  private static let mark = "tried-"

  /// For each kind how many replies there are of each sort.
  private struct Tally {
    var accused = 0
    var rightly = 0
    var broken = 0
    var undecided = 0
    var all = 0
  }

  private static let kinds = [
    "greeting", "address-by-name", "signature", "closing-question", "next-step", "empathy",
    "vague-promise", "upsell", "brush-off", "blame", "language",
  ]

  private var tallies: [String: Tally] = [:]

  /// Counts what was made of a reply.
  mutating func add(_ reply: TaggedReply, _ verdicts: [Verdict]) {
    for verdict in verdicts {
      guard let isBroken = Self.isBroken(of: verdict, by: reply) else { continue }
      var tally = tallies[verdict.kind] ?? Tally()
      tally.all += 1
      if isBroken { tally.broken += 1 }
      if verdict.outcome == .undecided { tally.undecided += 1 }
      if verdict.outcome == .missed {
        tally.accused += 1
        if isBroken { tally.rightly += 1 }
      }
      tallies[verdict.kind] = tally
    }
  }

  /// Whether a reply breaks the standard of a verdict, as its labels have it; nil where they do not say.
  static func isBroken(of verdict: Verdict, by reply: TaggedReply) -> Bool? {
    guard verdict.standard.hasPrefix(mark) else { return nil }
    let wanted = verdict.standard.dropFirst(mark.count)
    func has(_ kind: ObservationKind) -> Bool { reply.labels.contains(kind.rawValue) }
    switch wanted {
    case "greeting": return !has(.greeting)
    case "address-by-name": return !has(.named)
    case "signature": return !has(.signed)
    case "closing-question": return !has(.closingQuestion) && !has(.closingOffer)
    case "next-step": return !has(.nextStep)
    case "empathy": return !has(.empathy)
    case "vague-promise": return has(.vaguePromise)
    case "upsell": return has(.upsell)
    case "brush-off": return has(.brushOff)
    case "blame": return has(.blame)
    default:
      return wanted.hasPrefix("language-")
        ? reply.language != wanted.dropFirst("language-".count) : nil
    }
  }

  /// A table, a row for each kind.
  var table: [String] {
    var lines = [
      "| kind | missed | rightly | precision | broken | found | undecided |",
      "| --- | --- | --- | --- | --- | --- | --- |",
    ]
    for kind in Self.kinds {
      guard let tally = tallies[kind] else { continue }
      let (lower, upper) = Evaluation.wilson(tally.rightly, of: tally.accused)
      let precision =
        tally.accused == 0
        ? "–"
        : String(
          format: "%.3f (%.2f–%.2f)", Double(tally.rightly) / Double(tally.accused), lower, upper)
      lines.append(
        "| \(kind) | \(tally.accused) | \(tally.rightly) | \(precision) | \(tally.broken) | "
          + "\(percent(tally.rightly, of: tally.broken)) | "
          + "\(percent(tally.undecided, of: tally.all)) |")
    }
    return lines
  }

  private func percent(_ count: Int, of all: Int) -> String {
    all == 0 ? "–" : String(format: "%.1f%%", 100 * Double(count) / Double(all))
  }
}
