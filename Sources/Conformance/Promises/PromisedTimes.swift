import Clocks
import SentenceModel
import ServiceTime
import Standards
import TextMatching
import Tickets

/// A time that a reply promises, and what became of it.
struct PromisedTime: Sendable {
  /// The reply's index among the ticket's events.
  let event: Int
  let sentAt: Instant
  /// The words of the time, as written.
  let words: String
  /// The latest moment at which the word is kept.
  let due: Instant
}

extension TicketView {
  /// The times that replies promise, by reply and place.
  ///
  /// Only sentences that surely commit, with a time that binds and can be resolved; "around 15:00" is
  /// too soft to be held against anybody, and "it loads in 1.2 s" is no promise. Of several times in a
  /// sentence the last moment counts.
  ///
  /// - Complexity: O(times · sentences of a reply).
  func promisedTimes(zone: ZoneTable, hours: OpeningHours) -> [PromisedTime] {
    allReplies.flatMap { reply -> [PromisedTime] in
      guard let sentAt = log.instant(of: reply.event) else { return [] }
      let scanned = reply.scanned
      var promises: [(sentence: Int, time: PromisedTime)] = []
      for time in scanned.times where time.bound.isBinding && !time.isApproximate {
        guard let (index, _) = scanned.sentence(around: time.range),
          scanned.acts.certainty(of: .commitsTime, inSentence: index) == .sure,
          let due = time.resolve(sentAt: sentAt, zone: zone, hours: hours)?.by,
          due.seconds - sentAt.seconds >= Self.shortestPromise
        else { continue }
        let words = scanned.text.utf8Slice(scanned.original(time.range))
        let one = PromisedTime(event: reply.event, sentAt: sentAt, words: words, due: due)
        if let last = promises.last, last.sentence == index {
          if last.time.due < due { promises[promises.count - 1].time = one }
        } else {
          promises.append((index, one))
        }
      }
      return promises.map(\.time)
    }
  }

  /// Nobody promises to be back within less (unit: s).
  private static let shortestPromise = 60

  /// What became of the times that replies promise, as findings.
  ///
  /// A promise is kept when a person of ours writes, or the case is solved, by the time it names. It is
  /// broken when the customer had to ask again behind that time, before anybody wrote. Else the log
  /// does not tell: a call or a repair may have kept it. Times still to come are no findings.
  ///
  /// - Complexity: O(steps + promises · log steps), besides what the promises take.
  func promiseFindings(zone: ZoneTable, hours: OpeningHours) -> [TicketFinding] {
    let promises = promisedTimes(zone: zone, hours: hours)
    guard !promises.isEmpty else { return [] }
    let steps = log.steps
    let words = StepsAhead(in: steps) { $0.isWordOfOurs }
    let questions = StepsAhead(in: steps) { $0.meaning == .asks }
    return promises.compactMap { promise in
      let later = steps.partitioningIndex(where: {
        ($0.at, $0.event) > (promise.sentAt, promise.event)
      })
      let word = "'\(promise.words)' (\(Self.written(promise.due, zone)))"
      let next = words.after(later)
      if let next, next.at <= promise.due {
        return log.finding(
          .promiseKept, [promise.event, next.event], from: promise.sentAt, to: next.at,
          "\(word) was promised, and we were back \(Self.written(next.at, zone))")
      }
      guard let end = log.end, end >= promise.due else { return nil }
      let overdue = steps.partitioningIndex(where: { $0.at > promise.due })
      if let asked = questions.after(max(later, overdue)), asked.at < next?.at ?? .distantFuture {
        return log.finding(
          .promiseBroken, [promise.event, asked.event, next?.event], from: promise.due,
          to: next?.at ?? end,
          "\(word) was promised, and the customer had to ask again \(Self.written(asked.at, zone))"
        )
      }
      return log.finding(
        .promiseNotShown, [promise.event, next?.event], from: promise.due, to: next?.at ?? end,
        "\(word) was promised, and the log does not show it: "
          + (next.map { "we wrote \(Self.written($0.at, zone))" } ?? "nobody wrote behind it"))
    }
  }

  /// A moment on the desk's clocks.
  private static func written(_ instant: Instant, _ zone: ZoneTable) -> String {
    guard let (date, second) = zone.local(at: instant) else { return "at an unknown moment" }
    let parts = [second / 3600, second / 60 % 60].map { $0 < 10 ? "0\($0)" : "\($0)" }
    return "\(date) \(parts.joined(separator: ":"))"
  }
}

/// For each place in a log, the next step that meets a condition.
private struct StepsAhead {
  private let steps: [TicketLog.Step]
  /// The position of the next one; the end where there is none.
  private let positions: [Int]

  init(in steps: [TicketLog.Step], where condition: (TicketLog.Step) -> Bool) {
    self.steps = steps
    var positions = Array(repeating: steps.count, count: steps.count + 1)
    for position in steps.indices.reversed() {
      positions[position] = condition(steps[position]) ? position : positions[position + 1]
    }
    self.positions = positions
  }

  /// The first one at a position or behind it.
  func after(_ position: Int) -> TicketLog.Step? {
    guard positions.indices.contains(position), positions[position] < steps.count else {
      return nil
    }
    return steps[positions[position]]
  }
}

extension TicketLog.Step {
  /// Whether a person of ours writes to the customer, or the case is solved.
  fileprivate var isWordOfOurs: Bool {
    switch meaning {
    case .answers, .pickedUp, .status(.solved), .status(.closed): true
    default: false
    }
  }
}

extension Instant {
  /// Later than any moment of a log.
  fileprivate static let distantFuture = Instant(seconds: .max)
}
