package import Diagnostics
package import ServiceTime
import SourceYAML

/// The moments of an example, once it is known whose clocks it is written by.
package struct ExampleTimeline: Hashable, Sendable {
  /// The moments of its lines, none before the one in front of it.
  package let moments: [Instant]
  /// The moment up to which the log is known; its last line where nil.
  package let asOf: Instant?

  /// Why an example has no timeline.
  package struct Problem: Error, Hashable, Sendable {
    /// A stable name: `example.moment` or `example.order`.
    package let id: String
    /// What is wrong.
    package let message: String
    /// What would be right.
    package let fixIt: String
    /// Where to look.
    package let place: SourceRange
    /// The line that it comes after, where that is the trouble.
    package let before: SourceRange?
  }

  /// Looks the moments up.
  ///
  /// - Throws: ``Problem`` for the first one that clocks show twice, never, or after the one behind it.
  /// - Complexity: O(moments).
  package init(
    _ written: [Examples.Placed<WrittenMoment>], asOf: Examples.Placed<WrittenMoment>? = nil,
    in zone: ZoneTable
  ) throws(Problem) {
    var moments: [Instant] = []
    moments.reserveCapacity(written.count)
    for index in written.indices {
      let instant = try Self.instant(of: written[index], after: moments.last, in: zone)
      if let last = moments.last, instant < last {
        throw Self.backwards(written[index], behind: written[index - 1], isEnd: false)
      }
      moments.append(instant)
    }
    self.moments = moments
    self.asOf = try asOf.map { asOf throws(Problem) in
      let instant = try Self.instant(of: asOf, after: moments.last, in: zone)
      if let last = moments.last, let previous = written.last, instant < last {
        throw Self.backwards(asOf, behind: previous, isEnd: true)
      }
      return instant
    }
  }

  private static func instant(
    of one: Examples.Placed<WrittenMoment>, after last: Instant?, in zone: ZoneTable
  ) throws(Problem) -> Instant {
    do throws(WrittenMoment.Problem) {
      return try one.value.instant(after: last, in: zone)
    } catch {
      throw Problem(
        id: "example.moment", message: error.message, fixIt: error.fixIt, place: one.place,
        before: nil)
    }
  }

  private static func backwards(
    _ one: Examples.Placed<WrittenMoment>, behind previous: Examples.Placed<WrittenMoment>,
    isEnd: Bool
  ) -> Problem {
    let fixIt: String
    if case .sameDay = one.value.form {
      fixIt = "a time alone is on the day of the moment before it: write the date as well"
    } else if isEnd {
      fixIt = "write a moment after the last line, or leave it out"
    } else {
      fixIt = "write what happened in its order"
    }
    return Problem(
      id: "example.order",
      message:
        "'\(one.value.text.shortened)' comes before '\(previous.value.text.shortened)', the moment "
        + "in front of it",
      fixIt: fixIt, place: one.place, before: previous.place)
  }
}

extension Examples.Entry {
  /// Whether it is a wait whose moments are on the clocks just once, in their order, as nearly all
  /// are.
  func isPlainWait(in zone: ZoneTable) -> Bool {
    guard case .wait(let wait) = example,
      case .local(let asked, let askedAt) = wait.asked.value.form,
      case .local(let answered, let answeredAt) = wait.answered.value.form,
      case .once(let start) = zone.instants(of: asked, secondOfDay: askedAt),
      case .once(let end) = zone.instants(of: answered, secondOfDay: answeredAt)
    else { return false }
    return start <= end
  }
}

extension Examples.Example {
  /// The moments of the example; nil for a reply, which has none.
  ///
  /// - Throws: ``ExampleTimeline/Problem`` for the first moment that cannot be.
  package func timeline(
    in zone: ZoneTable
  ) throws(ExampleTimeline.Problem) -> ExampleTimeline? {
    switch self {
    case .reply: nil
    case .wait(let wait): try ExampleTimeline([wait.asked, wait.answered], in: zone)
    case .log(let log): try ExampleTimeline(log.events.map { $0.at }, asOf: log.asOf, in: zone)
    }
  }
}

extension Catalogue {
  /// Whose clocks the examples of a standard are written by: those of its hours; where it names none,
  /// those of the first calendar. nil when there is no such calendar.
  package func zone(ofExamplesOf standard: Standard) -> ZoneTable? {
    switch standard.requirement.hours {
    case .always: zone
    case .calendar(let name): calendar(named: name)?.hours.zone
    }
  }
}

extension Requirement {
  /// The hours in which its times count; `always` for kinds that count none.
  package var hours: PromiseHours {
    if case .handover(let kind) = self { return kind.hours }
    return promise?.hours ?? .always
  }
}
