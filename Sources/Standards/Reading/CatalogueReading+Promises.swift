import Diagnostics
import ServiceTime

extension CatalogueReading {
  /// Reports promises that no ticket ever comes to, and those that cannot be kept.
  ///
  /// - Complexity: O(standards · promises of a kind on the same channel or topic).
  mutating func checkPromises(in catalogue: Catalogue) {
    var earlier: [String: EarlierPromises] = [:]
    let zone = catalogue.zone
    for standard in catalogue.standards where standard.requirement.promise != nil {
      let kind = standard.requirement.key
      checkReachable(standard, behind: earlier[kind, default: EarlierPromises()], in: zone)
      earlier[kind, default: EarlierPromises()].append(standard)
      checkChannels(of: standard, in: catalogue)
    }
  }

  /// Of two promises of a kind the first that applies holds, so a wide one hides later narrow ones.
  private mutating func checkReachable(
    _ standard: Standard, behind others: EarlierPromises, in zone: ZoneTable
  ) {
    guard let other = others.first(takingIn: standard, in: zone) else { return }
    let isSame = standard.scope.takesInTickets(of: other.scope)
    diagnostics.error(
      isSame ? "promise.twice" : "promise.unreachable",
      isSame
        ? "'\(standard.id)' promises '\(standard.requirement.key)' to the same tickets as '\(other.id)'"
        : "'\(standard.id)' never applies: '\(other.id)' comes first and takes in all its tickets",
      at: standard.place, notes: [.init("the first one is here", at: other.place)],
      fixIt: isSame
        ? "delete one, or say with in-force when each of them holds"
        : "put the narrower one first")
  }

  private mutating func checkChannels(of standard: Standard, in catalogue: Catalogue) {
    guard let promise = standard.requirement.promise else { return }
    let channels = catalogue.channels.filter {
      standard.scope.channels?.contains($0.name) ?? true
    }
    switch standard.requirement {
    case .pickUp:
      guard let names = standard.scope.channels, channels.count == names.count,
        !channels.contains(where: { $0.kind == .live }), let first = names.first
      else { return }
      diagnostics.error(
        "promise.not-live",
        "'\(standard.id)' never applies: nobody picks up on '\(first)', which is deferred",
        at: standard.place, fixIt: "write first-response, or name a live channel")
    case .firstResponse, .nextResponse, .acknowledge:
      for channel in channels {
        guard let delay = channel.intakeDelay, promise.within < delay else { continue }
        diagnostics.error(
          "promise.intake-delay",
          "'\(standard.id)' promises \(promise.within), but a message on '\(channel.name)' may take "
            + "\(delay) to be seen at all", at: standard.place,
          notes: [.init("the channel is here", at: channel.place)],
          fixIt: "promise more than \(delay), or fetch messages more often")
      }
    default: return
    }
  }
}

extension Scope {
  /// Whether every ticket that another scope takes in is taken in by this one.
  func takesInTickets(of other: Scope) -> Bool {
    func takesIn(_ names: [String]?, _ others: [String]?) -> Bool {
      guard let names else { return true }
      guard let others else { return false }
      return others.allSatisfy { names.contains($0) }
    }
    return takesIn(channels, other.channels) && takesIn(topics, other.topics)
      && takesIn(priorities, other.priorities) && takesIn(segments, other.segments)
      && takesIn(languages, other.languages)
  }
}
