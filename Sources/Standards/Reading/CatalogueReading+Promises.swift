import Diagnostics
import ServiceTime

extension CatalogueReading {
  /// Reports promises that no ticket ever comes to, and those that cannot be kept.
  ///
  /// - Complexity: O(standards · promises of a kind with a name in common); what several promises
  ///   hide together is looked for as far as ``piecesCompared`` goes.
  mutating func checkPromises(in catalogue: Catalogue) {
    let all = TicketSpace(catalogue)
    var live: TicketSpace?
    // Held apart from their keys: to take one out of a dictionary would copy it.
    var earlier: [Earlier] = []
    var places: [String: Int] = [:]
    var budget = Self.piecesCompared
    // By index, since an iterator would copy every standard.
    for index in catalogue.standards.indices
    where catalogue.standards[index].requirement.promise != nil {
      let standard = catalogue.standards[index]
      let kind = standard.requirement.key
      var space = all
      if case .pickUp = standard.requirement {
        space = live ?? TicketSpace(catalogue, onlyLive: true)
        live = space
      }
      let box = space.box(of: standard)
      if !space.isEmpty(box) {
        let place = places[kind] ?? earlier.count
        if place == earlier.count {
          places[kind] = place
          earlier.append(Earlier(in: space))
        }
        checkReachable(standard, box, behind: earlier[place], in: space, of: catalogue, &budget)
        earlier[place].append(index, box)
      }
      checkChannels(of: standard, in: catalogue)
    }
  }

  /// How many pieces of scopes are compared at most; real catalogues need some hundreds.
  private static let piecesCompared = 50_000

  /// The promises of a kind so far, and their tickets.
  private struct Earlier {
    /// Their places among the catalogue's standards.
    private(set) var standards: [Int] = []
    private(set) var boxes: TicketSpace.Boxes

    init(in space: TicketSpace) {
      boxes = TicketSpace.Boxes(in: space)
    }

    mutating func append(_ standard: Int, _ box: TicketSpace.Box) {
      standards.append(standard)
      boxes.append(box)
    }
  }

  /// Of two promises of a kind the first that applies holds, so wide ones hide later narrow ones,
  /// and several narrow ones together a later wide one.
  private mutating func checkReachable(
    _ standard: Standard, _ box: TicketSpace.Box, behind earlier: Earlier, in space: TicketSpace,
    of catalogue: Catalogue, _ budget: inout Int
  ) {
    if let index = earlier.boxes.firstIndex(containing: box) {
      let other = catalogue.standards[earlier.standards[index]]
      let isSame = space.contains(box.always, earlier.boxes[index].always)
      diagnostics.error(
        isSame ? "promise.twice" : "promise.unreachable",
        isSame
          ? "'\(standard.id)' promises '\(standard.requirement.key)' to the same tickets as '\(other.id)'"
          : "'\(standard.id)' never applies: '\(other.id)' comes first and takes in all its tickets",
        at: standard.place, notes: [.init("the first one is here", at: other.place)],
        fixIt: isSame
          ? "delete one, or say with in-force when each of them holds"
          : "put the narrower one first")
      return
    }
    guard let cover = space.cover(of: box, by: earlier.boxes, budget: &budget) else { return }
    let hiding = cover.map { catalogue.standards[earlier.standards[$0]] }
    diagnostics.error(
      "promise.unreachable",
      "'\(standard.id)' never applies: \(Self.list(hiding.map(\.id))) come first and take in all its "
        + "tickets together",
      at: standard.place,
      notes: hiding.prefix(4).map { .init("'\($0.id)' takes in some of them", at: $0.place) },
      fixIt: "delete it, or narrow one of those before it")
  }

  /// Names as a sentence lists them, the first few of many.
  private static func list(_ names: [String]) -> String {
    let quoted = names.prefix(4).map { "'\($0)'" }
    let more = names.count - quoted.count
    let (all, last) = more > 0 ? (quoted, "\(more) more") : (quoted.dropLast(), quoted.last ?? "")
    return all.isEmpty ? last : "\(all.joined(separator: ", ")) and \(last)"
  }

  private mutating func checkChannels(of standard: Standard, in catalogue: Catalogue) {
    guard let promise = standard.requirement.promise else { return }
    let channels = catalogue.channels.filter {
      standard.scope.channels?.contains($0.name) ?? true
    }
    switch standard.requirement {
    case .pickUp:
      // A channel that is named and unknown was reported.
      guard channels.count == standard.scope.channels?.count ?? channels.count,
        !channels.contains(where: { $0.kind == .live }), let first = channels.first
      else { return }
      diagnostics.error(
        "promise.not-live",
        "'\(standard.id)' never applies: nobody picks up on '\(first.name)', which is deferred",
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
