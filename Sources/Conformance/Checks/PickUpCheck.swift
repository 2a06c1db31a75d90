import Clocks
import ServiceTime
import Standards

extension PickUp: ClockedKind {
  func runs(_ view: TicketView) -> [ClockedRun] {
    view.log.pickUpRun().map { [ClockedRun(run: $0)] } ?? []
  }

  func judgeWithoutRun(_ view: TicketView) -> Judgement? {
    if view.log.isBegunByCompany {
      return Judgement(.notApplicable, "the company began this contact")
    }
    return Judgement(.undecided, "the log does not say when the contact began")
  }

  /// Judges how long the customer waited until somebody picked up.
  ///
  /// Where the log does not say when somebody picked up, the first words spoken are the latest moment at
  /// which it can have been: they can prove a promise kept, not broken.
  func judge(_ run: ReckonedRun) -> Judgement {
    switch run.run.end {
    case .stopped:
      return run.judgement(
        run.isLate ? .missed : .met, "picked up after \(run.elapsed), \(run.promised)")
    case .abandoned, .closed:
      return run.isLate
        ? run.judgement(.missed, "the customer gave up after \(run.elapsed)")
        : run.judgement(
          .notApplicable, "the customer gave up after \(run.elapsed), before \(within) were over")
    case .running:
      break
    }
    let answer = run.view.log.steps.first { $0.meaning == .answers && $0.at >= run.run.from }
    if let answer, let spoken = run.ended(by: answer.event) {
      return spoken.isLate
        ? spoken.judgement(
          .undecided,
          "the log has no 'answered' event; the first words came after \(spoken.elapsed)")
        : spoken.judgement(.met, "spoken to after \(spoken.elapsed), \(run.promised)")
    }
    if run.isLate {
      return run.judgement(.missed, "nobody has answered for \(run.elapsed), \(run.promised)")
    }
    if run.view.isSolved == true { return run.judgement(.missed, "closed without an answer") }
    return run.judgement(
      .undecided, "not answered within the \(run.elapsed) that the log covers, \(run.promised)")
  }
}
