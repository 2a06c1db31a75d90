import Diagnostics

extension CatalogueAdvice {
  /// A channel on which nothing is promised is a channel that is answered last.
  static func checkChannels(in catalogue: Catalogue, _ diagnostics: inout Diagnostics) {
    let space = TicketSpace(catalogue)
    var budget = 50_000
    for channel in catalogue.channels {
      let promises = catalogue.standards.filter { $0.promisesAnswer(on: channel) }
      let advice =
        channel.kind == .live
        ? "pick-up: {within: 20 s, share: 80%}" : "first-response: {within: 4 h, share: 95%}"
      if promises.isEmpty {
        diagnostics.warning(
          "channel.no-promise",
          "no standard promises how soon contacts on '\(channel.name)' are answered",
          at: channel.place,
          fixIt: "add one with applies-to: {channel: \(channel.name)} and \(advice)")
        continue
      }
      var contacts = Scope()
      contacts.channels = [channel.name]
      let boxes = TicketSpace.Boxes(promises.map { space.box(of: $0.scope) }, in: space)
      guard space.cover(of: space.box(of: contacts), by: boxes, budget: &budget) == nil, budget >= 0
      else { continue }
      diagnostics.warning(
        "channel.no-promise",
        "only some contacts on '\(channel.name)' are promised an answer in time", at: channel.place,
        notes: promises.prefix(3).map { .init("'\($0.id)' is for some of them", at: $0.place) },
        fixIt: "add one for the rest, behind the others: applies-to: {channel: \(channel.name)}")
    }
  }

  /// A priority that standards speak of, but none promises anything, while others are promised it.
  static func checkPriorities(in catalogue: Catalogue, _ diagnostics: inout Diagnostics) {
    let promises = catalogue.standards.filter { standard in
      catalogue.channels.contains { standard.promisesAnswer(on: $0) }
    }
    guard !promises.isEmpty, promises.allSatisfy({ $0.scope.priorities != nil }) else { return }
    var seen = Set(promises.flatMap { $0.scope.priorities ?? [] })
    for standard in catalogue.standards {
      var mentioned = standard.scope.priorities ?? []
      if case .routing(let routing) = standard.requirement { mentioned += routing.when.priorities }
      for priority in mentioned where seen.insert(priority).inserted {
        diagnostics.warning(
          "priority.no-promise",
          "no standard promises how soon tickets of priority '\(priority)' are answered, only "
            + "those of other priorities", at: standard.place,
          notes: promises.prefix(3).map {
            .init("this one is for \($0.scope.inWords)", at: $0.place)
          },
          fixIt: "add a promise with applies-to: {priority: \(priority)}, or one behind the others "
            + "without a priority")
      }
    }
  }
}

extension Standard {
  /// Whether it promises how soon contacts on a channel are answered, or some of them.
  fileprivate func promisesAnswer(on channel: ContactChannel) -> Bool {
    guard scope.channels?.contains(channel.name) ?? true else { return false }
    switch requirement {
    case .firstResponse: return true
    case .pickUp: return channel.kind == .live
    default: return false
    }
  }
}
