package import Diagnostics
package import ServiceTime
package import Standards

/// The promise that a channel is staffed for.
package struct ChannelPromise: Sendable {
  /// The channel.
  package let channel: ContactChannel
  /// The id of the standard that promises it.
  package let standard: String
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
  /// Promises with further conditions, such as a priority, cannot be told from demand by channel;
  /// one that comes first is named in a warning.
  ///
  /// - Parameter place: Where the demand names the channel, for the report when there is none.
  package static func find(
    for name: String, in catalogue: Catalogue, at place: SourceRange?,
    _ diagnostics: inout Diagnostics
  ) -> ChannelPromise? {
    guard let channel = catalogue.channel(named: name) else {
      let known = catalogue.channels.map(\.name)
      diagnostics.error(
        "name.unknown", "the catalogue has no channel '\(name.prefix(40))'", at: place,
        fixIt: nearestName(to: name, among: known).map { "did you mean '\($0)'?" }
          ?? "known: \(known.joined(separator: ", "))")
      return nil
    }
    for standard in catalogue.standards where standard.scope.channels?.contains(name) ?? true {
      let promise: (within: TimeSpan, share: Share, hours: PromiseHours)
      switch standard.requirement {
      case .firstResponse(let kind): promise = (kind.within, kind.share, kind.hours)
      case .pickUp(let kind) where channel.kind == .live:
        promise = (kind.within, kind.share, kind.hours)
      case .pickUp, .greeting, .closingQuestion, .nextStep, .vaguePromise, .upsell: continue
      }
      guard standard.scope.isOnlyAboutChannels else {
        diagnostics.warning(
          "plan.narrower-promise",
          "'\(standard.id)' promises more to some contacts on '\(name)'; the demand does not say "
            + "which, so the plan is for the rest", at: nil)
        continue
      }
      guard let hours = catalogue.openingHours(of: promise.hours) else { continue }
      return ChannelPromise(
        channel: channel, standard: standard.id, within: promise.within, share: promise.share,
        hoursName: promise.hours, hours: hours)
    }
    diagnostics.error(
      "plan.no-promise", "no standard promises how soon contacts on '\(name)' are answered",
      at: place,
      fixIt: "add one: applies-to: {channel: \(name)} with "
        + (channel.kind == .live
          ? "pick-up: {within: 20 s, share: 80%}" : "first-response: {within: 4 h, share: 95%}"))
    return nil
  }
}

extension Scope {
  /// Whether nothing but channels narrows the scope.
  fileprivate var isOnlyAboutChannels: Bool {
    topics == nil && priorities == nil && segments == nil && languages == nil
  }
}
