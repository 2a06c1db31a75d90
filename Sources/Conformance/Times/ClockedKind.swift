import Clocks
import ServiceTime
import Standards

/// A kind that a clock judges.
protocol ClockedKind: TimedKind {
  /// What nobody waits beyond (opening time).
  var longest: TimeSpan? { get }
  /// Whether a ticket gets one verdict, by its worst run, rather than one for each run.
  static var judgesWorstRun: Bool { get }

  /// The runs of its clock on a ticket.
  func runs(_ view: TicketView) -> [ClockedRun]
  /// What a run comes to.
  func judge(_ run: ReckonedRun) -> Judgement
  /// Why the log leaves a verdict open where there is nothing to run; nil when nothing is asked.
  func judgeWithoutRun(_ view: TicketView) -> Judgement?
}

extension ClockedKind {
  var longest: TimeSpan? { nil }
  static var judgesWorstRun: Bool { false }
  func judgeWithoutRun(_ view: TicketView) -> Judgement? { nil }
}

extension ClockedKind where Self: ResponseKind {
  var longest: TimeSpan? { neverLongerThan }
}

/// A run with what its kind must know besides.
struct ClockedRun {
  let run: ClockRun
  /// Answers before the end that may only hold.
  var holding: [Int] = []
  /// What the customer wrote besides while waiting.
  var reminders: [Int] = []
}

/// A run set against its targets, for a kind to judge.
struct ReckonedRun {
  let view: TicketView
  let timed: ClockedRun
  let targets: [Target]
  /// The promise that decides.
  let promise: TimePromise
  let longest: TimeSpan?
  let reckoning: Reckoning

  var run: ClockRun { timed.run }
  var isLate: Bool { reckoning.isLate }

  /// The time counted, in words, with the hours it was counted on.
  var elapsed: String { "\(TimeSpan(seconds: reckoning.elapsed))\(promise.hours.inWords)" }

  /// What was promised, in words.
  var promised: String { "promised within \(promise.within)" }

  /// What is added where somebody waited longer than anybody should, or the way is worth knowing.
  var remarks: String {
    var text = ""
    if isLate, let longest, reckoning.elapsed > longest.seconds {
      text += " and never longer than \(longest)"
    }
    if run.number == 0, view.log.isBegunByCompany {
      text += "; we wrote first, so the clock starts at the customer's first message"
    }
    if targets.count > 1 { text += "; the target changed on the way" }
    return text
  }

  /// The evidence.
  var wait: Evidence.Wait {
    let target = targets.indices.contains(reckoning.target) ? targets[reckoning.target] : nil
    // With one target its due time is known; of several, the one that was passed.
    let due =
      targets.count > 1
      ? reckoning.passed
      : target.flatMap { target in
        target.seconds.flatMap { run.due($0, on: target.hours) }
      }
    return Evidence.Wait(
      fromEvent: run.start, toEvent: run.endEvent, elapsedSeconds: reckoning.elapsed,
      targetSeconds: promise.within.seconds, longestSeconds: longest?.seconds,
      from: run.from, to: run.to, due: due,
      stretches: run.stretches(targets, deciding: reckoning.target))
  }

  /// A judgement of this run.
  ///
  /// - Parameter doubt: What follows the message and the remarks on it.
  func judgement(
    _ outcome: Verdict.Outcome, _ message: String, doubt: String = ""
  ) -> Judgement {
    Judgement(outcome, message + remarks + doubt, wait: wait)
  }

  /// What an earlier end would have come to; nil when the event is unknown.
  func ended(by event: Int) -> ReckonedRun? {
    guard let instant = view.log.instant(of: event) else { return nil }
    return replaced(by: run.cut(by: event, at: instant))
  }

  /// What a later start would have come to; nil when the event is unknown.
  func begun(by event: Int) -> ReckonedRun? {
    guard let instant = view.log.instant(of: event) else { return nil }
    return replaced(by: run.begun(by: event, at: instant))
  }

  /// What the run comes to when its groundless pauses count; nil where it has none.
  var countingGroundlessPauses: ReckonedRun? {
    run.countingGroundlessPauses.flatMap { replaced(by: $0) }
  }

  private func replaced(by run: ClockRun) -> ReckonedRun? {
    guard let reckoning = run.reckon(targets) else { return nil }
    return ReckonedRun(
      view: view, timed: ClockedRun(run: run, reminders: timed.reminders), targets: targets,
      promise: promise, longest: longest, reckoning: reckoning)
  }
}

extension PromiseHours {
  /// The hours as they follow a time in a sentence.
  var inWords: String {
    switch self {
    case .always: ""
    case .calendar(let name): " of '\(name)'"
    }
  }
}
