import Diagnostics
import ServiceTime

/// Puts the rows of a demand on intervals of one length without gaps.
struct DemandGrid {
  /// A row with its instant.
  struct Entry {
    let start: Instant
    let row: DemandRow
  }

  /// The most intervals between the first and the last row: three years of quarters of an hour.
  static let mostIntervals = 110_000

  let seconds: Int
  let zone: ZoneTable

  /// The channels' intervals; nil after reporting what does not fit.
  ///
  /// - Complexity: O(n log n) for n rows and intervals.
  func channels(
    of entries: [Entry], _ diagnostics: inout Diagnostics
  ) -> [Demand.ChannelDemand]? {
    var hasAll = true
    let channels = Self.byChannel(entries).compactMap { entries -> Demand.ChannelDemand? in
      guard let intervals = intervals(of: entries, &diagnostics), let first = entries.first else {
        hasAll = false
        return nil
      }
      return Demand.ChannelDemand(
        channel: first.row.channel.text, place: first.row.channel.place, intervals: intervals)
    }
    return hasAll ? channels : nil
  }

  /// The shortest step between two starts of each channel, if all channels have the same.
  static func length(of entries: [Entry], _ diagnostics: inout Diagnostics) -> Int? {
    var shortest: (seconds: Int, row: DemandRow)?
    var isEven = true
    for entries in byChannel(entries) {
      let starts = Set(entries.map(\.start)).sorted()
      let steps = zip(starts.dropFirst(), starts).map { $0.seconds - $1.seconds }
      guard let step = steps.min(), let row = entries.first?.row else { continue }
      guard let known = shortest else {
        shortest = (step, row)
        continue
      }
      if known.seconds != step, isEven {
        isEven = false
        diagnostics.error(
          "demand.interval",
          "'\(shortened(row.channel.text))' has rows every \(TimeSpan(seconds: step)), "
            + "'\(shortened(known.row.channel.text))' every \(TimeSpan(seconds: known.seconds))",
          at: row.startField.place,
          notes: [.init("the other channel is here", at: known.row.startField.place)],
          fixIt: "use intervals of one length; where rows are only left out, give --interval")
      }
    }
    guard isEven else { return nil }
    guard let shortest else {
      diagnostics.error(
        "demand.interval", "one row of a channel does not tell how long its interval is",
        at: entries.first?.row.startField.place,
        fixIt: "give its length with --interval, such as 15min")
      return nil
    }
    guard Demand.intervalLengths.contains(shortest.seconds) else {
      diagnostics.error(
        "demand.interval",
        "intervals of \(TimeSpan(seconds: shortest.seconds)) are none to plan people on",
        at: shortest.row.startField.place, fixIt: "use a minute to a day, best 15, 30 or 60 min")
      return nil
    }
    return shortest.seconds
  }

  /// The rows of each channel in the order of the table, channels by their first row.
  private static func byChannel(_ entries: [Entry]) -> [[Entry]] {
    var channels: [[Entry]] = []
    var indices: [String: Int] = [:]
    for entry in entries {
      let name = entry.row.channel.text
      if let index = indices[name] {
        channels[index].append(entry)
      } else {
        indices[name] = channels.count
        channels.append([entry])
      }
    }
    return channels
  }

  /// One channel's intervals from its first to its last row.
  private func intervals(
    of entries: [Entry], _ diagnostics: inout Diagnostics
  ) -> [Demand.Interval]? {
    let sorted = entries.sorted { ($0.start, $0.row.index) < ($1.start, $1.row.index) }
    guard let first = sorted.first, let last = sorted.last else { return nil }
    guard (last.start.seconds - first.start.seconds) / seconds < Self.mostIntervals else {
      diagnostics.error(
        "demand.span",
        "from '\(first.row.startField.text)' to here are more than \(Self.mostIntervals) intervals "
          + "of \(TimeSpan(seconds: seconds))", at: last.row.startField.place,
        notes: [.init("the first is here", at: first.row.startField.place)],
        fixIt: "check the years, or plan a shorter time at once")
      return nil
    }
    var intervals: [Demand.Interval] = []
    var hasAll = true
    for entry in sorted {
      let (number, rest) = (entry.start.seconds - first.start.seconds)
        .quotientAndRemainder(dividingBy: seconds)
      guard rest == 0 else {
        hasAll = false
        let isOfClocks =
          seconds > 3600 && zone.offset(at: last.start) != zone.offset(at: first.start)
        diagnostics.error(
          "demand.interval",
          "'\(entry.row.startField.text)' is no whole number of intervals of "
            + "\(TimeSpan(seconds: seconds)) after the first", at: entry.row.startField.place,
          notes: [.init("the first is here", at: first.row.startField.place)],
          fixIt: isOfClocks
            ? "clocks are changed in between, so that days have no 24 hours: use intervals of an hour "
              + "or less" : "use intervals of one length, or give it with --interval")
        continue
      }
      while intervals.count < number {
        let start = Instant(seconds: first.start.seconds + intervals.count * seconds)
        intervals.append(Demand.Interval(leftOutAt: start, zone: zone))
      }
      if intervals.count == number {
        intervals.append(
          Demand.Interval(
            start: entry.start, written: entry.row.startField.text, row: entry.row.index,
            part: entry.row.part))
      } else {
        intervals[number].add(entry.row.part)
      }
    }
    return hasAll ? intervals : nil
  }
}
