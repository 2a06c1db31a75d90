import Clocks
import ServiceTime
import Standards

extension Catalogue {
  /// The hours in which somebody should be at a ticket, and when they hand over.
  ///
  /// Those of the first-response promise that holds for it, else those of the first calendar. A promise
  /// that counts day and night has no shifts of its own: the first calendar's clock times hold, if it
  /// names some.
  func shifts(of view: TicketView) -> (hours: OpeningHours, changes: ShiftChanges) {
    let promise = standards.first { standard in
      guard case .firstResponse = standard.requirement,
        standard.scope.matches(view.ticket) == .yes
      else { return false }
      let start = view.clockStart.flatMap { view.log.instant(of: $0) }
      return start.map { standard.isInForce(at: $0, zone: zone) } ?? true
    }
    switch promise?.requirement.promise?.hours {
    case .calendar(let name)?:
      if let calendar = calendar(named: name) { return (calendar.hours, calendar.shiftChanges) }
    case .always?:
      let times = calendars.first?.shiftChanges.times
      guard let times, let first = calendars.first else { break }
      return (.always, ShiftChanges(hours: first.hours, times: times))
    case nil:
      if let first = calendars.first { return (first.hours, first.shiftChanges) }
    }
    return (.always, ShiftChanges(hours: .always))
  }
}
