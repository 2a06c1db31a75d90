import Clocks
import ServiceTime
import Standards

/// The hours in which somebody should be at a ticket, and when they hand over.
///
/// Those of the first-response promise that holds for it, else those of the first calendar. A promise
/// that counts day and night has no shifts of its own: the first calendar's clock times hold, if it
/// names some.
struct DeskHours: Sendable {
  private let ofPromises: [(rule: Rule, shift: Shift)]
  private let otherwise: Shift

  /// When somebody is there, and when they change.
  struct Shift: Sendable {
    var hours = OpeningHours.always
    var changes = ShiftChanges(hours: .always)
  }

  /// Looks up the hours of the promises.
  ///
  /// - Parameter firstResponses: The rules of that kind, in the order of the catalogue.
  init(_ catalogue: Catalogue, firstResponses: [Rule]) {
    let first = catalogue.calendars.first
    otherwise = first.map { Shift(hours: $0.hours, changes: $0.shiftChanges) } ?? Shift()
    ofPromises = firstResponses.map { rule in
      switch rule.standard.requirement.promise?.hours {
      case .calendar(let name):
        let calendar = catalogue.calendar(named: name)
        return (rule, calendar.map { Shift(hours: $0.hours, changes: $0.shiftChanges) } ?? Shift())
      case .always, nil:
        let changes = first.flatMap { first in
          first.shiftChanges.times.map { ShiftChanges(hours: first.hours, times: $0) }
        }
        return (rule, changes.map { Shift(changes: $0) } ?? Shift())
      }
    }
  }

  /// The hours for one ticket.
  ///
  /// - Complexity: O(promises).
  func shift(for view: TicketView, zone: ZoneTable) -> Shift {
    let start = view.clockStart.flatMap { view.log.instant(of: $0) }
    let holds = ofPromises.first { rule, _ in
      rule.standard.scope.matches(view.ticket) == .yes
        && (start.map { rule.isInForce(at: $0, zone: zone) } ?? true)
    }
    return holds?.shift ?? otherwise
  }
}
