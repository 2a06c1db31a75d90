package import ServiceTime
import Tickets

extension TicketFinding {
  /// A case that is opened again within this time was not really solved: three days, so that one
  /// solved on Friday afternoon and opened again on Monday morning counts.
  package static let soonAfterSolving = TimeSpan(seconds: 72 * 3600)

  /// How long nobody touches a case on either side of a shift change (opening time): long enough to
  /// hand it over, and to take it up.
  package static let besidesShiftChange = TimeSpan(seconds: 30 * 60)
}

extension TicketLog {
  /// Cases that were opened again soon after they had been solved, for sure: by us, or by a customer who
  /// wants something.
  func reopeningsSoon(_ asksForSure: (Int) -> Bool) -> [TicketFinding] {
    let runs = resolutionRuns()
    return zip(runs, runs.dropFirst()).compactMap { before, after in
      guard case .stopped(let solved) = before.end else { return nil }
      let seconds = after.from.seconds - before.to.seconds
      guard seconds < TicketFinding.soonAfterSolving.seconds,
        isWanted(in: after, asksForSure)
      else { return nil }
      return finding(
        .reopenedSoon, [solved, after.start], from: before.to, to: after.from,
        "opened again \(TimeSpan(seconds: seconds)) after it was solved: see what the customer missed"
      )
    }
  }

  /// Whether a run began with something else than a customer's message, or one in it surely wants
  /// something.
  private func isWanted(in run: ClockRun, _ asksForSure: (Int) -> Bool) -> Bool {
    guard let first = position(of: run.start), steps[first].meaning == .asks else { return true }
    return steps[first...].prefix { $0.at <= run.to }.contains {
      $0.meaning == .asks && asksForSure($0.event)
    }
  }

  /// Waits of customers over a change of shift, with nobody at the case on either side of it.
  ///
  /// A reply that may only hold ends no wait, but it is a touch; while a ticket waits for the customer
  /// after it, nobody needs to touch it.
  func untouchedOverShiftChange(
    _ waits: [ResponseWait], _ hours: OpeningHours, _ shiftChanges: ShiftChanges,
    _ asksForSure: (Int) -> Bool
  ) -> [TicketFinding] {
    var found: [TicketFinding] = []
    /// The state that steps earlier than the wait leave the ticket in, and how many they are.
    var before: (status: TicketStatus?, count: Int) = (nil, 0)
    for wait in waits {
      while before.count < steps.count, steps[before.count].at < wait.run.from {
        if case .status(let new) = steps[before.count].meaning { before.status = new }
        before.count += 1
      }
      guard let position = position(of: wait.run.start) else { continue }
      var last: Step? = steps[position]
      var status = before.status
      var isHeld = false
      func close(at to: Instant, by end: Step?) {
        guard let last, !(isHeld && status == .pending),
          let change = change(from: last.at, to: to, hours, shiftChanges),
          wait.run.number == 0 || isWanted(in: wait.run, asksForSure)
        else { return }
        let when =
          shiftChanges.hours.zone.local(at: change).map {
            "of \($0.date) \(ClockRange.clock($0.secondOfDay))"
          } ?? ""
        found.append(
          finding(
            .untouchedOverShiftChange, [wait.run.start, last.event, end?.event], from: last.at,
            to: to,
            "the customer waited and nobody touched the case for "
              + "\(words(hours.elapsed(from: last.at, to: to), hours)) around the shift change \(when): "
              + "see how it was handed over"))
      }
      for step in steps[(position + 1)...] {
        guard step.at <= wait.run.to else { break }
        if step.meaning == .asks, isHeld, status == .pending {
          last = step
          isHeld = false
        }
        guard isTouch(step) else {
          if step.event == wait.run.endEvent { break }
          continue
        }
        close(at: step.at, by: step)
        last = step
        if case .status(let new) = step.meaning { status = new }
        if step.meaning == .answers { isHeld = true }
        if step.event == wait.run.endEvent {
          last = nil
          break
        }
      }
      close(at: wait.run.to, by: nil)
    }
    return found
  }

  /// The first shift change with enough opening time on either side.
  private func change(
    from start: Instant, to end: Instant, _ hours: OpeningHours, _ shiftChanges: ShiftChanges
  ) -> Instant? {
    let enough = TicketFinding.besidesShiftChange.seconds
    guard let earliest = hours.instant(after: enough, from: start), earliest < end,
      let change = shiftChanges.first(from: earliest, before: end),
      hours.elapsed(from: change, to: end) >= enough
    else { return nil }
    return change
  }

  /// Whether somebody of ours did something with the case.
  private func isTouch(_ step: Step) -> Bool {
    switch step.meaning {
    case .answers, .status, .assigned, .pickedUp, .touched: return true
    case .asks, .remarks, .automatic, .abandoned: return false
    case .other:
      switch ticket.events[step.event].kind {
      case .priority, .channel, .merge: return true
      default: return false
      }
    }
  }
}
