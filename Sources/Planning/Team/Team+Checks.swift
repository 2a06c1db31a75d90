import Diagnostics
import ServiceTime
import Standards

extension Team {
  /// Reports shifts whose last person has a break after the end.
  func checkBreaks(_ diagnostics: inout Diagnostics) {
    for shift in shifts where shift.apart > 0 {
      let people = members.filter { $0.shifts?.contains(shift.name) == true }
        .reduce(0) { $0 + $1.count }
      guard people > 1 else { continue }
      let later = shift.apart * (people - 1)
      for day in shift.week {
        let last = shift.breaks.map { day.range.begin(of: $0) + $0.length }.max() ?? 0
        guard last + later > day.range.closes else { continue }
        diagnostics.error(
          "team.break",
          "with \(people) people whose breaks lie \(TimeSpan(seconds: shift.apart)) apart, the last "
            + "of shift '\(shift.name)' has a break after the end on \(day.day.name)",
          at: shift.place, fixIt: "begin breaks earlier, or lay them closer together")
        break
      }
    }
  }

  /// Warns of shifts that reach beyond the hours of everything that their people answer.
  func checkHours(
    _ catalogue: Catalogue, _ workload: Workload, _ diagnostics: inout Diagnostics
  ) {
    shifts: for shift in shifts {
      let people = members.filter { $0.shifts?.contains(shift.name) == true }
      guard !people.isEmpty, people.allSatisfy({ $0.skills != nil }) else { continue }
      var hours: [OpeningHours] = []
      for channel in catalogue.channels {
        let skills = workload.skills(of: channel.name)
        guard people.contains(where: { $0.skills?.contains(where: skills.contains) == true }) else {
          continue
        }
        let own = catalogue.promisedHours(on: channel.name)
        // Nothing is promised there, so nothing says when somebody should be there.
        if own.isEmpty { continue shifts }
        hours += own
      }
      guard !hours.contains(where: \.isAlwaysOpen), !hours.isEmpty,
        let day = shift.week.first(where: { entry in !hours.contains { $0.week.covers(entry) } })
      else { continue }
      diagnostics.warning(
        "team.hours",
        "shift '\(shift.name)' on \(day.day.name), \(day.range), reaches beyond the hours of all that "
          + "its people answer", at: shift.place,
        fixIt: "nobody writes then, or nothing is promised; check the hours")
    }
  }
}

extension Workload {
  /// The skills that contacts on a channel ask for at some time.
  fileprivate func skills(of channel: String) -> [String] {
    guard let own = self.channel(named: channel) else { return [channel] }
    let profiles = [own.profile] + own.topics.map { own.profile(of: $0.name) }
    return profiles.flatMap { [$0.skill ?? channel, $0.transfer?.skill].compactMap { $0 } }
  }
}

extension Catalogue {
  /// The hours in which answers on a channel are promised.
  fileprivate func promisedHours(on channel: String) -> [OpeningHours] {
    standards.compactMap { standard in
      guard standard.scope.channels?.contains(channel) ?? true else { return nil }
      switch standard.requirement {
      case .firstResponse(let kind): return openingHours(of: kind.hours)
      case .pickUp(let kind): return openingHours(of: kind.hours)
      default: return nil
      }
    }
  }
}

extension WeeklyHours {
  /// Whether the desk is open for all of a range.
  fileprivate func covers(_ entry: Entry) -> Bool {
    let begin = entry.range.opens
    // A night goes on in the ranges of the next day.
    let open =
      self[entry.day].map { ($0.opens, $0.closes) }
      + self[entry.day.next].map { ($0.opens + 86_400, $0.closes + 86_400) }
    var reached = begin
    for (from, to) in open.sorted(by: { $0.0 < $1.0 }) where from <= reached {
      reached = max(reached, to)
    }
    return reached >= entry.range.closes
  }
}
