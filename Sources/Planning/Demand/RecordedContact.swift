package import Diagnostics
package import ServiceTime

/// A contact that came, as a log of tickets has it.
package struct RecordedContact: Hashable, Sendable {
  /// When the customer got in touch.
  package let at: Instant
  package let channel: String
  /// What it is about, if the log says.
  package let topic: String?

  /// Creates a contact.
  package init(at: Instant, channel: String, topic: String?) {
    (self.at, self.channel, self.topic) = (at, channel, topic)
  }
}

extension Demand {
  /// How long an interval of recorded contacts is where nobody says (unit: s).
  package static let recordedInterval = 3600

  /// Contacts that came, counted in intervals from the midnight before the first one.
  ///
  /// - Parameters:
  ///   - contacts: In any order.
  ///   - interval: The length of an interval (unit: s; 60 to 86,400).
  ///   - zone: Whose clocks the days follow.
  ///   - path: The file that they come from.
  ///   - diagnostics: Where is reported why nothing can be planned on them.
  /// - Returns: nil after such a report.
  /// - Complexity: O(n log n) for n contacts and intervals.
  package static func recorded(
    _ contacts: [RecordedContact], interval: Int, zone: ZoneTable, path: String,
    into diagnostics: inout Diagnostics
  ) -> Demand? {
    let place = SourceRange(text: SourceText(path: path, ""), utf8: 0..<0)
    let sorted = contacts.sorted {
      ($0.at, $0.channel, $0.topic ?? "") < ($1.at, $1.channel, $1.topic ?? "")
    }
    guard let first = sorted.first, let last = sorted.last,
      let date = zone.local(at: first.at)?.date,
      let origin = zone.instant(of: date, secondOfDay: 0)
    else {
      diagnostics.error(
        "demand.empty", "no ticket tells when a customer got in touch", at: place,
        fixIt: "give tickets with a customer's message in the years 2000 to 2099")
      return nil
    }
    func number(of moment: Instant) -> Int { (moment.seconds - origin.seconds) / interval }
    guard number(of: last.at) < DemandGrid.mostIntervals else {
      diagnostics.error(
        "demand.span",
        "from the first contact on \(date) to the last are more than \(DemandGrid.mostIntervals) "
          + "intervals of \(TimeSpan(seconds: interval))", at: place,
        fixIt: "check the tickets' times, or plan a shorter time at once")
      return nil
    }
    var names: [String] = []
    var byChannel: [String: [RecordedContact]] = [:]
    for contact in sorted {
      if byChannel[contact.channel] == nil { names.append(contact.channel) }
      byChannel[contact.channel, default: []].append(contact)
    }
    var row = 0
    let channels = names.map { name -> ChannelDemand in
      var counts: [Int: [String?: Int]] = [:]
      for contact in byChannel[name] ?? [] {
        counts[number(of: contact.at), default: [:]][contact.topic, default: 0] += 1
      }
      let intervals = ((counts.keys.min() ?? 0)...(counts.keys.max() ?? 0)).map {
        number -> Interval in
        let start = Instant(seconds: origin.seconds + number * interval)
        var one = Interval(leftOutAt: start, zone: zone)
        guard let topics = counts[number] else { return one }
        one = Interval(start: start, written: one.written, row: row)
        row += 1
        for (topic, count) in topics.sorted(by: { ($0.key ?? "") < ($1.key ?? "") }) {
          one.add(
            Part(topic: topic, contacts: Double(count), handlingSeconds: nil, place: place))
        }
        return one
      }
      return ChannelDemand(channel: name, place: place, intervals: intervals)
    }
    return Demand(intervalSeconds: interval, zone: zone, channels: channels, recorded: sorted)
  }
}
