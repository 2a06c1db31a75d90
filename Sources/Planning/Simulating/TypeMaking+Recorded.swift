import Simulation

// Contacts of a log, replayed.
extension TypeMaking {
  /// Whether the contacts are those of a log, with its busy days and incidents.
  var isRecorded: Bool { !demand.recorded.isEmpty }

  /// When the contacts of a type came of which the log tells what they are about (unit: s since the
  /// origin; ascending).
  func recorded(
    on channel: String, about topic: String?, among topics: [String?]
  ) -> [Double] {
    moments(on: channel) { told in
      told != nil && topic == told.flatMap { topics.contains($0) ? $0 : nil }
    }
  }

  /// The others, and which of them are of the type by the workload's shares.
  func untold(
    on channel: String, about topic: String?, _ own: Workload.Channel?
  ) -> ArrivalPlan.Untold {
    var (begin, part) = (0.0, 0.0..<0.0)
    for known in own?.topics ?? [] {
      if known.name == topic { part = begin..<begin + known.share }
      begin += known.share
    }
    // What no topic has a share in, to the last: sums of shares are rounded.
    if topic == nil { part = begin..<Double.infinity }
    return ArrivalPlan.Untold(
      moments: moments(on: channel) { $0 == nil }, part: part,
      subject: RandomStreams.subject("topics", channel))
  }

  /// When contacts of a channel came (unit: s since the origin; ascending).
  private func moments(on channel: String, where isAbout: (String?) -> Bool) -> [Double] {
    demand.recorded.filter { $0.channel == channel && isAbout($0.topic) }
      .flatMap { span.moments(of: $0.at) }.sorted().map { Double($0) }
  }

  /// Says what a log's contacts bring with them.
  mutating func noteRecorded() {
    guard isRecorded else { return }
    let varies =
      workload.dayVariation > 0
      || workload.channels.contains { ($0.profile(of: nil).dayVariation ?? 0) > 0 }
    if varies {
      omissions.append(
        DeskModel.Omission(
          standard: nil, reason: "busy days of the workload: recorded contacts have their own"))
    }
    for incident in workload.incidents {
      omissions.append(
        DeskModel.Omission(
          standard: nil,
          reason: "incidents '\(incident.name)': recorded contacts have their own"))
    }
  }
}
