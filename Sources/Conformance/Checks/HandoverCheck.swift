import Clocks
import ServiceTime
import Standards
import Tickets

extension Handover {
  /// Judges how a case changed hands.
  func judge(_ view: TicketView, _ catalogue: Catalogue) -> Judgement {
    let hands = CaseHands(view.log)
    let count = hands.transfers.count
    let changed = count == 0 ? "never changed hands" : "changed hands \(Self.times(count))"
    var found = Findings()
    if let atMost {
      if count > atMost {
        found.faults.append("\(changed), at most \(atMost) allowed")
      } else if hands.possible.count > atMost {
        found.doubts.append(
          "others wrote than it was assigned to: it may have changed hands "
            + "\(Self.times(hands.possible.count)), at most \(atMost) allowed")
      }
    }
    if noteRequired { judgeNotes(hands, view, &found) }
    var wait: Evidence.Wait?
    if let nobodyWaitsLongerThan {
      guard let hours = catalogue.openingHours(of: hours) else {
        return Judgement(.undecided, "the catalogue has no such hours")
      }
      wait = judgeWaits(hands, view, longest: nobodyWaitsLongerThan, on: hours, &found)
    }
    let events = hands.transfers.map(\.event)
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
        .undecided, found.doubts.joined(separator: "; "), wait: wait,
        events: hands.possible.map(\.event))
    }
    if hands.possible.isEmpty, count == 0, atMost == nil {
      return Judgement(.notApplicable, "it \(changed)", wait: wait)
    }
    return Judgement(
      .met, ([changed] + found.remarks).joined(separator: "; "), wait: wait, events: events)
  }

  private static func times(_ count: Int) -> String { count == 1 ? "once" : "\(count) times" }

  private struct Findings {
    var faults: [String] = []
    var doubts: [String] = []
    var remarks: [String] = []
  }

  // MARK: - Notes

  private func judgeNotes(_ hands: CaseHands, _ view: TicketView, _ found: inout Findings) {
    let notes = hands.transfers.map { hands.note(for: $0, in: view) }
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
    if !notes.isEmpty, times(.there) == notes.count { found.remarks.append("with a note") }
    let unassigned = hands.unassigned.first { hands.note(for: $0, in: view) != .there }
    if let unassigned {
      found.doubts.append(
        "'\(unassigned.to)' wrote in the case of '\(unassigned.from)', and no note of what is known "
          + "stands before it: a person must see whether it was handed over")
    }
  }

  // MARK: - Waits

  /// Judges the customer's waits from each transfer on.
  ///
  /// - Returns: The longest of them.
  private func judgeWaits(
    _ hands: CaseHands, _ view: TicketView, longest: TimeSpan, on hours: OpeningHours,
    _ found: inout Findings
  ) -> Evidence.Wait? {
    guard !hands.possible.isEmpty else { return nil }
    let waits = view.responseWaits(endsAt: .anyHuman).map(\.run)
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
    // Where the answer is the first to show new hands, nothing says when they took over; but no wait is
    // longer than the whole one.
    let events = Set(hands.possible.map(\.event))
    let isUnknown = waits.contains { run in
      run.endEvent.map { events.contains($0) } ?? false && run.counted(on: hours) > longest.seconds
    }
    if isUnknown {
      found.doubts.append(
        "the log has no 'assign' event with the agent who answered, so nothing says how long the "
          + "customer waited after it changed hands")
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
