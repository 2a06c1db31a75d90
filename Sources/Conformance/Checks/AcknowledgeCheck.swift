import Clocks
import ServiceTime
import Standards
import Tickets

extension Acknowledge: ClockedKind {
  func runs(_ view: TicketView) -> [ClockedRun] {
    let run = view.log.acknowledgementRun { step in
      switch sender {
      case .machine: guard step.meaning == .automatic else { return false }
      case .human: guard step.meaning == .answers else { return false }
      case nil: break
      }
      guard content == .number else { return true }
      return view.message(at: step.event).map { $0.text.namesCase(view.ticket.id) } ?? false
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

extension String {
  /// The fewest digits in a row that may be the number of a case rather than a time or a count.
  private static let digitsOfNumber = 4

  /// Whether the text names a case: its id, or a number long enough to be one.
  fileprivate func namesCase(_ id: String) -> Bool {
    var (text, id) = (self, id)
    return text.withUTF8 { text in
      if id.withUTF8({ !$0.isEmpty && Self.stands($0, in: text) }) { return true }
      var digits = 0
      for byte in text {
        digits = (0x30...0x39).contains(byte) ? digits + 1 : 0
        if digits == Self.digitsOfNumber { return true }
      }
      return false
    }
  }

  /// Whether bytes, at least one, stand in a text.
  private static func stands(
    _ part: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var start = 0
    while start + part.count <= text.count {
      if text[start] == part[0], text[start...].starts(with: part) { return true }
      start += 1
    }
    return false
  }
}
