import ServiceTime
import Standards

/// The numbers of a promise of time, whatever its kind: every such kind names them alike.
struct PromiseNumbers {
  /// The longest wait promised.
  let within: TimeSpan
  /// For how many of the cases.
  let share: Share?
  /// `day`, `week` or `month`.
  let period: String?
  /// What nobody waits beyond.
  let neverLongerThan: TimeSpan?
  /// The hours in which the wait counts; day and night where the kind says nothing.
  let hours: PromiseHours

  /// Whether a day is no unit, because only opening hours count.
  var isInHours: Bool { hours != .always }

  /// Reads a standard's numbers; nil when it names no time.
  init?(_ standard: Standard) {
    let parameters = standard.requirement.kind.parameters
    func value(_ key: String) -> String? { parameters.first { $0.key == key }?.value }
    guard standard.isOfTime, let within = value("within").flatMap({ try? TimeSpan(written: $0) })
    else { return nil }
    self.within = within
    share = value("share").flatMap { Share(written: $0) }
    period = value("over")
    neverLongerThan = value("never-longer-than").flatMap { try? TimeSpan(written: $0) }
    hours = value("hours").map { $0 == "always" ? .always : .calendar($0) } ?? .always
  }
}

extension Standard {
  /// Whether it judges times rather than words.
  var isOfTime: Bool { requirement.kind.card.subject == .time }
}
