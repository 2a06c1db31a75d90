package import Standards

/// A customer's wait for an answer of a person.
package struct ResponseWait: Hashable, Sendable {
  /// From the oldest message that is not answered to the answer; number 0 is the first response.
  package let run: ClockRun
  /// Answers that came before the end and may only say that somebody is at it, by time.
  package let holding: [Int]
  /// What the customer wrote besides while waiting, by time.
  package let reminders: [Int]
}

extension TicketLog {
  /// The customer's waits for an answer, by time.
  ///
  /// A wait starts at the customer's oldest message that is not answered; more messages do not start
  /// it again, and thanks and automatic mail start none. It stops at the first message of a person:
  /// notes, automatic messages and bots are no answer. A live contact that was picked up, and of
  /// which no words are in the log, was answered then. A ticket that is closed before an answer, and
  /// stays so, ends the wait as well, though nothing was answered.
  ///
  /// - Parameter endsAt: Whether a reply that may only hold ends a wait.
  /// - Complexity: O(steps).
  package func responseWaits(endsAt: ResponsePromise.End) -> [ResponseWait] {
    var fold = ResponseFold()
    for step in steps { fold.read(step, endsAt) }
    return fold.finished(at: self)
  }
}

private struct ResponseFold {
  private var waits: [ResponseWait] = []
  private var builder: RunBuilder?
  private var holding: [Int] = []
  private var reminders: [Int] = []
  /// Where the ticket was closed, or a call picked up, during the wait.
  private var closing: TicketLog.Step?
  private var pickUp: TicketLog.Step?

  mutating func read(_ step: TicketLog.Step, _ endsAt: ResponsePromise.End) {
    switch step.meaning {
    case .asks:
      settle()
      if builder == nil {
        builder = RunBuilder(number: waits.count, start: step)
      } else {
        reminders.append(step.event)
      }
    case .answers:
      guard builder != nil else { return }
      if endsAt == .substantive, step.sense.contains(.mayHold) {
        holding.append(step.event)
      } else {
        end(.stopped(by: step.event), step)
      }
    case .pickedUp:
      pickUp = pickUp ?? step
    case .abandoned:
      if builder != nil, pickUp == nil { end(.abandoned(by: step.event), step) }
    case .status(let status):
      // Closed and then answered, or opened again: the wait goes on.
      closing = status.isDone ? closing ?? step : nil
    case .remarks, .automatic, .assigned, .touched, .other:
      break
    }
  }

  /// Ends a wait that was over before the customer wrote again, or the log ended.
  private mutating func settle() {
    if let pickUp {
      end(.stopped(by: pickUp.event), pickUp)
    } else if let closing {
      end(.closed(by: closing.event), closing)
    }
  }

  private mutating func end(_ end: ClockRun.End, _ step: TicketLog.Step) {
    if let run = builder?.ended(end, at: step.at) {
      waits.append(ResponseWait(run: run, holding: holding, reminders: reminders))
    }
    builder = nil
    holding = []
    reminders = []
    closing = nil
    pickUp = nil
  }

  mutating func finished(at log: TicketLog) -> [ResponseWait] {
    settle()
    if let run = builder.flatMap({ builder in log.end.map { builder.ended(.running, at: $0) } }) {
      waits.append(ResponseWait(run: run, holding: holding, reminders: reminders))
    }
    return waits
  }
}
