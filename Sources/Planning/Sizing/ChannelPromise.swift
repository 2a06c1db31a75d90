package import Diagnostics
package import ServiceTime
package import Standards

/// The promise that a channel is staffed for.
package struct ChannelPromise: Sendable {
  /// The channel.
  package let channel: ContactChannel
  /// The id of the standard that promises it.
  package let standard: String
  /// Where the standard stands.
  package let place: SourceRange
  /// The longest wait promised (opening time).
  package let within: TimeSpan
  /// The share of contacts for which it is promised.
  package let share: Share
  /// The hours by name.
  package let hoursName: PromiseHours
  /// The hours themselves.
  package let hours: OpeningHours

  /// Finds the promise that holds on a channel: the first whose only condition is the channel.
  ///
  /// On a live channel a `pick-up` counts before any `first-response`, which is about writing.
  /// Promises with further conditions, such as a priority, cannot be told from demand by channel;
  /// those that come first are named in warnings.
  ///
  /// - Parameters:
  ///   - name: The channel's name.
  ///   - catalogue: The promises.
  ///   - place: Where the demand names the channel, for the report when there is none.
  ///   - diagnostics: Where it is reported that there is none.
  /// - Returns: nil after such a report.
  package static func find(
    for name: String, in catalogue: Catalogue, at place: SourceRange?,
    _ diagnostics: inout Diagnostics
  ) -> ChannelPromise? {
    guard let channel = catalogue.channel(named: name) else {
      diagnostics.reportUnknownChannel(name, among: catalogue.channels.map(\.name), at: place)
      return nil
    }
    let candidates = catalogue.standards.compactMap { Candidate($0, on: channel) }
    let pickUps = candidates.filter(\.isPickUp)
    var narrower: [Candidate] = []
    for candidate in pickUps.contains(where: \.isForAll) ? pickUps : candidates {
      guard candidate.isForAll else {
        narrower.append(candidate)
        continue
      }
      guard let hours = catalogue.openingHours(of: candidate.hours) else { continue }
      for other in narrower { other.warn(insteadOf: candidate, on: channel, &diagnostics) }
      return ChannelPromise(
        channel: channel, standard: candidate.standard.id, place: candidate.standard.place,
        within: candidate.within, share: candidate.share, hoursName: candidate.hours, hours: hours)
    }
    diagnostics.error(
      "plan.no-promise",
      "no standard promises how soon \(narrower.isEmpty ? "" : "all ")contacts on '\(name)' are "
        + "answered", at: place,
      notes: narrower.map {
        .init("this one is only for some of them", at: $0.standard.place)
      },
      fixIt: "add one: applies-to: {channel: \(name)} with "
        + (channel.kind == .live
          ? "pick-up: {within: 20 s, share: 80%}" : "first-response: {within: 4 h, share: 95%}"))
    return nil
  }
}

/// A standard that promises how soon somebody answers on a channel.
private struct Candidate {
  let standard: Standard
  let isPickUp: Bool
  let within: TimeSpan
  let share: Share
  let hours: PromiseHours

  init?(_ standard: Standard, on channel: ContactChannel) {
    guard standard.scope.channels?.contains(channel.name) ?? true else { return nil }
    switch standard.requirement {
    case .firstResponse(let kind):
      (isPickUp, within, share, hours) = (false, kind.within, kind.share, kind.hours)
    case .pickUp(let kind) where channel.kind == .live:
      (isPickUp, within, share, hours) = (true, kind.within, kind.share, kind.hours)
    case .pickUp, .nextResponse, .acknowledge, .updateEvery, .resolution, .firstContact, .notify,
      .handover, .routing, .intake, .greeting, .addressByName, .signature, .closingQuestion,
      .nextStep, .vaguePromise, .upsell, .askedAgain, .authorise, .wording, .empathy, .brushOff,
      .blame, .calm, .language, .length, .readability, .spelling, .human, .survey, .checklist:
      return nil
    }
    self.standard = standard
  }

  /// Whether nothing but channels narrows what it is about.
  var isForAll: Bool {
    let scope = standard.scope
    return scope.topics == nil && scope.priorities == nil && scope.segments == nil
      && scope.languages == nil
  }

  /// Says that this promise is not planned for.
  func warn(
    insteadOf other: Candidate, on channel: ContactChannel, _ diagnostics: inout Diagnostics
  ) {
    diagnostics.warning(
      "plan.narrower-promise",
      "'\(standard.id)' (\(within), \(hours.inWords)) is for some contacts on '\(channel.name)' only, "
        + "which the demand does not tell apart", at: standard.place,
      notes: [
        .init(
          "all are planned for '\(other.standard.id)' (\(other.within), \(other.hours.inWords))")
      ])
  }
}

extension PromiseHours {
  /// The hours as a sentence names them.
  package var inWords: String {
    switch self {
    case .always: "day and night"
    case .calendar(let name): "in the hours of '\(name)'"
    }
  }
}
