import ServiceTime
import Standards

/// A standard with what is looked up once for all tickets.
///
/// A class, so that going through many for each reply copies none.
final class Rule: Sendable {
  /// Its place among the catalogue's standards.
  let index: Int
  let standard: Standard
  /// The key of its kind, such as `greeting`.
  let key: String
  /// What it asks, where a clock judges it.
  let clock: (any ClockedKind)?
  /// The hours that the clock runs on; nil where the catalogue has none of that name.
  let hours: OpeningHours?
  /// The replies that are meant.
  let stage: Scope.Stage

  init(_ index: Int, _ standard: Standard, of catalogue: Catalogue) {
    self.index = index
    self.standard = standard
    key = standard.requirement.key
    clock = standard.requirement.clock
    hours = clock.flatMap { catalogue.openingHours(of: $0.hours) }
    stage = standard.stage
  }

  /// Whether it holds at a moment.
  @inline(__always)
  func isInForce(at moment: Instant, zone: ZoneTable) -> Bool {
    isAlways || standard.isInForce(at: moment, zone: zone)
  }

  /// Whether it depends on what a ticket is about.
  var isAboutTopics: Bool {
    if standard.scope.topics != nil { return true }
    return switch standard.requirement {
    case .upsell(let kind): !kind.neverWhen.topics.isEmpty || !kind.offerWhen.topics.isEmpty
    case .routing(let kind): !kind.when.topics.isEmpty
    case .wording(let kind): kind.require.contains { !$0.topics.isEmpty }
    case .empathy(let kind): !kind.when.topics.isEmpty
    default: false
    }
  }

  private var isAlways: Bool { standard.inForce.from == nil && standard.inForce.until == nil }
}

/// A catalogue's standards as the auditor goes through them.
struct Rules: Sendable {
  /// Whose clocks dates follow.
  let zone: ZoneTable
  /// The standards that a clock judges: those of one kind together, by the first of each.
  let clocked: [[Rule]]
  /// The other standards about tickets.
  let ofTickets: [Rule]
  /// The standards about replies.
  let ofReplies: [Rule]
  /// When somebody should be there.
  let desk: DeskHours

  init(_ catalogue: Catalogue) {
    zone = catalogue.zone
    var clocked: [[Rule]] = []
    var ofTickets: [Rule] = []
    var ofReplies: [Rule] = []
    for (index, standard) in catalogue.standards.enumerated() {
      let rule = Rule(index, standard, of: catalogue)
      if rule.clock != nil {
        if let group = clocked.firstIndex(where: { $0.first?.key == rule.key }) {
          clocked[group].append(rule)
        } else {
          clocked.append([rule])
        }
      } else if standard.isAboutTicket {
        ofTickets.append(rule)
      } else {
        ofReplies.append(rule)
      }
    }
    self.clocked = clocked
    self.ofTickets = ofTickets
    self.ofReplies = ofReplies
    desk = DeskHours(
      catalogue,
      firstResponses: clocked.first { $0.first?.key == FirstResponse.card.key } ?? [])
  }
}

extension Requirement {
  /// What it asks, where a clock judges it.
  ///
  /// A switch, since to ask a value at run time which protocols it has takes long.
  fileprivate var clock: (any ClockedKind)? {
    switch self {
    case .firstResponse(let kind): kind
    case .nextResponse(let kind): kind
    case .pickUp(let kind): kind
    case .acknowledge(let kind): kind
    case .updateEvery(let kind): kind
    case .resolution(let kind): kind
    case .firstContact, .notify, .handover, .routing, .intake, .human, .survey, .checklist,
      .greeting, .addressByName, .signature, .closingQuestion, .nextStep, .vaguePromise, .upsell,
      .askedAgain, .authorise, .wording, .empathy, .brushOff, .blame, .calm, .language, .length,
      .readability, .spelling:
      nil
    }
  }
}
