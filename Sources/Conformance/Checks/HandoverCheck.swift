import Clocks
import ServiceTime
import Standards
import Tickets

extension Handover {
  /// Judges how a case changed hands.
  func judge(_ view: TicketView, _ catalogue: Catalogue) -> Judgement {
    let hands = CaseHands(view.log)
    let count = hands.transfers.count
    let events = hands.transfers.map(\.event)
    let changed =
      switch count {
      case 0: "never changed hands"
      case 1: "changed hands once"
      default: "changed hands \(count) times"
      }
    var found = Findings()
    if let atMost, count > atMost {
      found.faults.append("\(changed), at most \(atMost) allowed")
    }
    if noteRequired { judgeNotes(hands, view, &found) }
    var wait: Evidence.Wait?
    if let nobodyWaitsLongerThan {
      guard let hours = catalogue.openingHours(of: hours) else {
        return Judgement(.undecided, "the catalogue has no such hours")
      }
      wait = judgeWaits(hands, view, longest: nobodyWaitsLongerThan, on: hours, &found)
    }
    if !found.faults.isEmpty {
      return Judgement(
        .missed, found.faults.joined(separator: "; "), wait: wait, events: events)
    }
    if hands.isUnsure {
      found.doubts.append(
        "the log does not name the 'agent' everywhere, so nothing says who had it")
    }
    if !found.doubts.isEmpty {
      return Judgement(
        .undecided, found.doubts.joined(separator: "; "), wait: wait, events: events)
    }
    return Judgement(
      .met, ([changed] + found.remarks).joined(separator: "; "), wait: wait, events: events)
  }

  private struct Findings {
    var faults: [String] = []
    var doubts: [String] = []
    var remarks: [String] = []
  }

  // MARK: - Notes

  private func judgeNotes(_ hands: CaseHands, _ view: TicketView, _ found: inout Findings) {
    let notes = hands.transfers.map { hands.note(for: $0, in: view) }
    guard !notes.isEmpty else { return }
    func times(_ note: CaseHands.Note) -> Int { notes.count { $0 == note } }
    func place(_ number: Int) -> String {
      notes.count == 1 ? "" : " at \(number) of \(notes.count)"
    }
    if times(.missing) > 0 {
      found.faults.append("no note told the next one what is known\(place(times(.missing)))")
    }
    if times(.mayCome) > 0 {
      found.doubts.append(
        "no note tells the next one what is known so far, who has not answered yet")
    }
    if times(.ownOnly) > 0 {
      found.doubts.append("the only note is of the one who took over\(place(times(.ownOnly)))")
    }
    if times(.there) == notes.count { found.remarks.append("with a note") }
  }

  // MARK: - Waits

  /// Judges the customer's waits from each transfer on.
  ///
  /// - Returns: The longest of them.
  private func judgeWaits(
    _ hands: CaseHands, _ view: TicketView, longest: TimeSpan, on hours: OpeningHours,
    _ found: inout Findings
  ) -> Evidence.Wait? {
    let waits = view.log.responseWaits(endsAt: .anyHuman).map(\.run)
    var longestRun: (run: ClockRun, transfer: CaseHands.Transfer, seconds: Int)?
    for transfer in hands.transfers {
      let index = waits.partitioningIndex(where: { transfer.at < $0.to || $0.end == .running })
      guard index < waits.count, waits[index].from <= transfer.at else { continue }
      let seconds = waits[index].counted(on: hours, from: transfer.at)
      if longestRun.map({ $0.seconds < seconds }) ?? true {
        longestRun = (waits[index], transfer, seconds)
      }
    }
    let worst = longestRun.map {
      (wait: wait($0.run, since: $0.transfer, longest, hours), isOver: $0.run.end != .running)
    }
    if !hands.isByAssignment, !hands.transfers.isEmpty {
      // Nothing says when it changed hands, but no wait is longer than the whole one.
      let events = Set(hands.transfers.map(\.event))
      let suspects = waits.filter { run in
        run.endEvent.map { events.contains($0) } ?? false
          && run.counted(on: hours) > longest.seconds
      }
      if !suspects.isEmpty {
        found.doubts.append(
          "the log has no 'assign' events with an agent, so nothing says how long the customer waited "
            + "after it changed hands")
      }
    }
    guard let worst else { return nil }
    let time = "\(TimeSpan(seconds: worst.wait.elapsedSeconds).inHours)\(self.hours.inWords)"
    if worst.wait.elapsedSeconds > longest.seconds {
      found.faults.append(
        "the customer waited \(time) after it changed hands, at most \(longest) allowed")
    } else if worst.isOver {
      found.remarks.append("the customer waited \(time) after it, at most \(longest) allowed")
    } else {
      found.doubts.append(
        "the customer has waited \(time) since it changed hands when the log ends, at most "
          + "\(longest) allowed")
    }
    return worst.wait
  }

  private func wait(
    _ run: ClockRun, since transfer: CaseHands.Transfer, _ longest: TimeSpan,
    _ hours: OpeningHours
  ) -> Evidence.Wait {
    Evidence.Wait(
      fromEvent: transfer.event, toEvent: run.endEvent,
      elapsedSeconds: run.counted(on: hours, from: transfer.at), targetSeconds: longest.seconds,
      longestSeconds: nil, from: transfer.at, to: run.to,
      due: hours.instant(after: longest.seconds, from: transfer.at),
      stretches: run.stretches(on: hours, from: transfer.at))
  }
}
