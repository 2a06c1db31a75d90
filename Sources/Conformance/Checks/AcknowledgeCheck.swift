import Clocks
import ServiceTime
import Standards
import TextMatching
import Tickets

extension Acknowledge: ClockedKind {
  func runs(_ view: TicketView) -> [ClockedRun] {
    lazy var number = CaseNumber(view.ticket.id)
    let run = view.log.acknowledgementRun { step in
      switch sender {
      case .machine: guard step.meaning == .automatic else { return false }
      case .human: guard step.meaning == .answers else { return false }
      case nil: break
      }
      guard content == .number else { return true }
      return view.authored(at: step.event).map { number.isNamed(in: $0.bytes) } ?? false
    }
    return run.map { [ClockedRun(run: $0)] } ?? []
  }

  func judgeWithoutRun(_ view: TicketView) -> Judgement? {
    Judgement(.notApplicable, "the customer asked nothing")
  }

  func judge(_ run: ReckonedRun) -> Judgement {
    var what = "acknowledged"
    if sender == .machine { what += " by a machine" }
    if sender == .human { what += " by a person" }
    if content == .number { what += " with a number" }
    if case .running = run.run.end {
      return run.isLate
        ? run.judgement(.missed, "not \(what) for \(run.elapsed), \(run.promised)")
        : run.judgement(
          .undecided, "not \(what) within the \(run.elapsed) that the log covers, \(run.promised)")
    }
    return run.judgement(
      run.isLate ? .missed : .met, "\(what) after \(run.elapsed), \(run.promised)")
  }
}
