import Clocks
import ServiceTime
import Standards

extension FirstResponse: ClockedKind {
  func runs(_ view: TicketView) -> [ClockedRun] {
    view.responseWaits(endsAt: end).first.map { [ClockedRun($0)] } ?? []
  }

  func judgeWithoutRun(_ view: TicketView) -> Judgement? {
    Judgement(.notApplicable, "the customer asked nothing")
  }

  func judge(_ run: ReckonedRun) -> Judgement { run.judgeAnswer(isOwed: true) }
}

extension NextResponse: ClockedKind {
  func runs(_ view: TicketView) -> [ClockedRun] {
    view.responseWaits(endsAt: end).dropFirst().map(ClockedRun.init)
  }

  func judgeWithoutRun(_ view: TicketView) -> Judgement? {
    Judgement(.notApplicable, "the customer did not write again")
  }

  func judge(_ run: ReckonedRun) -> Judgement { run.judgeAnswer(isOwed: false) }
}

extension ClockedRun {
  fileprivate init(_ wait: ResponseWait) {
    self.init(run: wait.run, holding: wait.holding, reminders: wait.reminders)
  }
}

extension ReckonedRun {
  /// Judges a wait for an answer.
  ///
  /// - Parameter isOwed: Whether the message wanted an answer for sure, whatever it says. A first
  ///   message does; later ones may have said all there was to say.
  fileprivate func judgeAnswer(isOwed: Bool) -> Judgement {
    if let first = timed.holding.first, let held = ended(by: first) {
      if held.isLate { return held.judgeAnswered(isOwed: isOwed) }
      guard case .stopped = run.end, !isLate else {
        return held.judgement(
          .undecided,
          "a reply came after \(held.elapsed), but it may only say that somebody is at it")
      }
    }
    switch run.end {
    case .stopped:
      return judgeAnswered(isOwed: isOwed)
    case .abandoned:
      return isLate
        ? judgement(.missed, "the customer gave up after \(elapsed), \(promised)")
        : judgement(
          .notApplicable,
          "the customer gave up after \(elapsed), before \(promise.within) were over")
    case .closed:
      if !isOwed {
        return Judgement(
          .undecided, "closed without an answer to this message, which may have wanted none",
          wait: wait)
      }
      return isLate
        ? judgement(.missed, "closed after \(elapsed) without an answer, \(promised)")
        : judgement(.missed, "closed without an answer")
    case .running:
      return isLate
        ? judgeLate("nobody has answered for \(elapsed), \(promised)", isOwed: isOwed)
        : judgement(
          .undecided, "not answered within the \(elapsed) that the log covers, \(promised)")
    }
  }

  private func judgeAnswered(isOwed: Bool) -> Judgement {
    let message = "answered after \(elapsed), \(promised)"
    return isLate ? judgeLate(message, isOwed: isOwed) : judgement(.met, message)
  }

  /// Judges a wait that was too long: it is missed when a message that surely wanted an answer waited
  /// too long itself.
  private func judgeLate(_ message: String, isOwed: Bool) -> Judgement {
    let asking = ([run.start] + timed.reminders).first { view.asksForSure($0) }
    if isOwed || asking.flatMap({ begun(by: $0) })?.isLate == true {
      return judgement(.missed, message)
    }
    return judgement(
      .undecided, message,
      doubt: "; a person must see whether what the customer wrote wanted an answer")
  }
}
