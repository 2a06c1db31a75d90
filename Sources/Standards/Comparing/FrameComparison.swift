import ServiceTime

/// Compares what standards rest on: hours, channels, topics, word lists, languages.
struct FrameComparison {
  let old: Catalogue
  let new: Catalogue

  var changes: [CatalogueChange] { head + calendars + channels + topics + phrases }

  func change(
    _ subject: CatalogueChange.Subject, _ name: String, _ aspect: String, _ summary: String,
    _ effect: CatalogueChange.Effect, _ reason: String
  ) -> CatalogueChange {
    CatalogueChange(
      subject: subject, name: name, aspect: aspect, summary: summary, effect: effect,
      reason: reason, from: nil)
  }

  private var head: [CatalogueChange] {
    var found: [CatalogueChange] = []
    let texts = [
      ("name", old.name, new.name), ("version", old.version ?? "none", new.version ?? "none"),
      ("owner", old.owner ?? "none", new.owner ?? "none"),
    ]
    for (aspect, was, now) in texts where was != now {
      found.append(
        change(
          .catalogue, new.name, aspect, "\(aspect) \(was) → \(now)", .neutral,
          "what is promised stays the same"))
    }
    for language in new.languages where !old.languages.contains(language) {
      found.append(
        change(
          .catalogue, new.name, "languages", "replies may be written in '\(language)'", .stronger,
          "one language more"))
    }
    for language in old.languages where !new.languages.contains(language) {
      found.append(
        change(
          .catalogue, new.name, "languages", "replies are no longer written in '\(language)'",
          .weaker, "one language less"))
    }
    return found
  }

  // MARK: - Calendars

  private var calendars: [CatalogueChange] {
    var found: [CatalogueChange] = []
    for calendar in new.calendars {
      guard let before = old.calendar(named: calendar.name) else {
        found.append(
          change(
            .calendar, calendar.name, "added", "hours '\(calendar.name)' are new", .neutral,
            "what runs on them is told at each standard"))
        continue
      }
      found += compare(before.hours, calendar.hours, calendar.name)
      if before.shiftChanges.times != calendar.shiftChanges.times {
        found.append(
          change(
            .calendar, calendar.name, "shift-changes",
            "hours '\(calendar.name)': shifts change at other times", .neutral,
            "no promise depends on it"))
      }
    }
    for calendar in old.calendars where new.calendar(named: calendar.name) == nil {
      found.append(
        change(
          .calendar, calendar.name, "withdrawn", "hours '\(calendar.name)' are gone", .neutral,
          "what ran on them is told at each standard"))
    }
    return found
  }

  private func compare(_ was: OpeningHours, _ now: OpeningHours, _ name: String)
    -> [CatalogueChange]
  {
    // Hours that no promise runs on promise nothing.
    let isUsed = new.standards.contains { $0.requirement.promise?.hours == .calendar(name) }
    func note(_ aspect: String, _ summary: String, _ difference: Int, _ reason: String)
      -> CatalogueChange
    {
      let effect: CatalogueChange.Effect =
        !isUsed ? .neutral : difference == 0 ? .different : difference > 0 ? .stronger : .weaker
      return change(
        .calendar, name, aspect, "hours '\(name)': \(summary)", effect,
        isUsed ? reason : "no promise runs on them")
    }
    var found: [CatalogueChange] = []
    if was.zone != now.zone {
      found.append(
        note(
          "time-zone", "\(was.zone.identifier) → \(now.zone.identifier)", 0, "other clocks"))
    }
    if was.week != now.week {
      let seconds = now.week.seconds - was.week.seconds
      let spans = [was, now].map { TimeSpan(seconds: $0.week.seconds).inHours }
      found.append(
        note(
          "open", "\(spans[0]) → \(spans[1]) a week", seconds,
          seconds == 0
            ? "as many hours, at other times"
            : seconds > 0 ? "somebody is there for longer" : "somebody is there for less time"))
    }
    let countries = [was, now].map { $0.holidays.map(\.rawValue).sorted() }
    if countries[0] != countries[1] {
      let names = countries.map { $0.isEmpty ? "none" : $0.joined(separator: ", ") }
      found.append(
        note(
          "holidays", "public holidays \(names[0]) → \(names[1])",
          countries[0].count - countries[1].count, "nobody is there on other days"))
    }
    let closed = [was, now].map { Set($0.closed.keys) }
    if closed[0] != closed[1] {
      let (more, fewer) = (
        closed[1].subtracting(closed[0]).count, closed[0].subtracting(closed[1]).count
      )
      found.append(
        note(
          "closed", "\(more) more days closed, \(fewer) fewer",
          more > 0 && fewer > 0 ? 0 : fewer - more,
          "nobody is there on other days"))
    }
    if was.alsoOpen != now.alsoOpen {
      let seconds = [was, now].map { hours in
        hours.alsoOpen.values.reduce(0) { $0 + $1.reduce(0) { $0 + $1.length } }
      }
      found.append(
        note(
          "also-open",
          "\(TimeSpan(seconds: seconds[0]).inHours) → \(TimeSpan(seconds: seconds[1]).inHours) "
            + "on particular dates", seconds[1] - seconds[0], "other dates, or other hours on them")
      )
    }
    return found
  }

  // MARK: - Channels

  private var channels: [CatalogueChange] {
    var found: [CatalogueChange] = []
    for channel in new.channels {
      guard let before = old.channel(named: channel.name) else {
        found.append(
          change(
            .channel, channel.name, "added", "\(channel.name) is a new channel", .stronger,
            "one way more to reach us"))
        continue
      }
      if before.kind != channel.kind {
        found.append(
          change(
            .channel, channel.name, "kind",
            "\(channel.name): \(before.kind.rawValue) → \(channel.kind.rawValue)", .different,
            "waiting there is another thing now"))
      }
      if before.intakeDelay != channel.intakeDelay {
        let delays = [before, channel].map { $0.intakeDelay ?? TimeSpan(seconds: 0) }
        found.append(
          change(
            .channel, channel.name, "intake-delay",
            "\(channel.name): messages are seen within \(delays[0]) → \(delays[1])",
            delays[1] < delays[0] ? .stronger : .weaker,
            delays[1] < delays[0] ? "messages are seen sooner" : "messages are seen later"))
      }
      if before.atOnce != channel.atOnce {
        found.append(
          change(
            .channel, channel.name, "at-once",
            "\(channel.name): \(before.atOnce) → \(channel.atOnce) conversations at once",
            .different, "one person attends to another number of customers"))
      }
      if before.longest != channel.longest {
        found.append(
          change(
            .channel, channel.name, "longest",
            "\(channel.name): longest message \(before.longest ?? "any") → "
              + "\(channel.longest ?? "any")", .different, "replies may be of another length"))
      }
    }
    for channel in old.channels where new.channel(named: channel.name) == nil {
      found.append(
        change(
          .channel, channel.name, "withdrawn", "\(channel.name) is no longer a channel", .weaker,
          "one way less to reach us"))
    }
    return found
  }
}
