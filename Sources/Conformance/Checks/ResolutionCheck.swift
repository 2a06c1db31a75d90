import Clocks
import ServiceTime
import Standards
import Tickets

extension Resolution: ClockedKind {
  func runs(_ view: TicketView) -> [ClockedRun] {
    guard view.log.hasStatus, !view.log.isGivenUp else { return [] }
    return view.log.resolutionRuns(pausedWhile: Set(pausedWhile.map(\.status))).map {
      ClockedRun(run: $0)
    }
  }

  func judgeWithoutRun(_ view: TicketView) -> Judgement? {
    if view.log.isGivenUp { return .givenUp }
    return Judgement(
      .undecided, "the log has no 'status' events, so nothing says when it was solved")
  }

  /// Judges how long a case took: the first time, and again after each reopening.
  func judge(_ run: ReckonedRun) -> Judgement {
    run.judgeIfReopened { $0.judgeInNobodysFavour(judgeTime) }
  }

  private func judgeTime(_ run: ReckonedRun) -> Judgement {
    let again = run.run.number > 0 ? " again" : ""
    switch run.run.end {
    case .stopped:
      return run.judgement(
        run.isLate ? .missed : .met, "solved\(again) after \(run.elapsed), \(run.promised)")
    case .closed, .abandoned:
      return run.isLate
        ? run.judgement(
          .missed,
          "closed after \(run.elapsed), and nothing says that it was solved, \(run.promised)")
        : run.judgement(
          .undecided,
          "closed while the customer's answer was waited for: nothing says that it was solved")
    case .running:
      return run.isLate
        ? run.judgement(.missed, "not solved\(again) for \(run.elapsed), \(run.promised)")
        : run.judgement(
          .undecided,
          "not solved\(again) within the \(run.elapsed) that the log covers, \(run.promised)"
        )
    }
  }
}

extension Judgement {
  /// Of a contact that the customer gave up, nothing is asked but how long they waited.
  static let givenUp = Judgement(.notApplicable, "the customer gave up before anybody answered")
}

extension Resolution.Pause {
  fileprivate var status: TicketStatus {
    switch self {
    case .pending: .pending
    case .hold: .hold
    }
  }
}

extension ReckonedRun {
  /// Judges a run that may be there only because of a kind word.
  ///
  /// What the customer writes in a case that was solved need not open it again: such a run is late for
  /// sure when it is too long counted from a message that surely wants something.
  fileprivate func judgeIfReopened(_ judge: (ReckonedRun) -> Judgement) -> Judgement {
    let judgement = judge(self)
    let log = view.log
    guard judgement.outcome == .missed, run.number > 0, let first = log.position(of: run.start),
      log.steps[first].meaning == .asks
    else { return judgement }
    let asking = log.steps[first...].prefix { $0.at <= run.to }.first {
      $0.meaning == .asks && view.asksForSure($0.event)
    }
    if asking.flatMap({ begun(by: $0.event) })?.isLate == true { return judgement }
    return self.judgement(
      .undecided, judgement.message,
      doubt: "; a person must see whether what the customer wrote opened the case again")
  }

  /// Judges a run whose pauses may be groundless: these prove no promise kept, and none broken.
  fileprivate func judgeInNobodysFavour(_ judge: (ReckonedRun) -> Judgement) -> Judgement {
    let judgement = judge(self)
    guard !isLate, let counting = countingGroundlessPauses else { return judgement }
    guard counting.isLate else { return judge(counting) }
    return self.judgement(
      .undecided,
      "\(judgement.message); \(counting.elapsed) with the pauses in which we may have wanted nothing of "
        + "the customer")
  }
}

extension UpdateEvery: ClockedKind {
  static var judgesWorstRun: Bool { true }

  func runs(_ view: TicketView) -> [ClockedRun] {
    view.log.isGivenUp ? [] : view.log.silences().map { ClockedRun(run: $0) }
  }

  func judgeWithoutRun(_ view: TicketView) -> Judgement? {
    view.log.isGivenUp ? .givenUp : Judgement(.notApplicable, "the case was never open")
  }

  /// Judges one silence; the worst decides.
  func judge(_ run: ReckonedRun) -> Judgement {
    run.judgeIfReopened { $0.judgeInNobodysFavour(judgeTime) }
  }

  private func judgeTime(_ run: ReckonedRun) -> Judgement {
    let promised = "promised at most \(within)"
    guard case .running = run.run.end else {
      return run.judgement(
        run.isLate ? .missed : .met, "the longest silence was \(run.elapsed), \(promised)")
    }
    guard run.view.log.hasStatus else {
      return run.judgement(
        .undecided,
        run.reckoning.elapsed == 0
          ? "the log ends with our news, and has no 'status' events that say whether more was owed"
          : "the log has no 'status' events, so nothing says whether the case was open for the last "
            + "\(run.elapsed)")
    }
    return run.judgement(
      run.isLate ? .missed : .undecided,
      run.isLate
        ? "no news for \(run.elapsed), \(promised)"
        : "still open; no news for the last \(run.elapsed) that the log covers, \(promised)")
  }
}
