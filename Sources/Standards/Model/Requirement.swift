package import SourceYAML

/// What a standard asks: exactly one of the kinds.
package enum Requirement: Hashable, Sendable {
  case firstResponse(FirstResponse)
  case nextResponse(NextResponse)
  case pickUp(PickUp)
  case acknowledge(Acknowledge)
  case updateEvery(UpdateEvery)
  case resolution(Resolution)
  case firstContact(FirstContact)
  case notify(Notify)
  case handover(Handover)
  case routing(Routing)
  case intake(Intake)
  case greeting(Greeting)
  case addressByName(AddressByName)
  case signature(Signature)
  case closingQuestion(ClosingQuestion)
  case nextStep(NextStep)
  case vaguePromise(VaguePromise)
  case upsell(Upsell)
  case askedAgain(AskedAgain)
  case authorise(Authorise)
  case wording(Wording)
  case empathy(Empathy)
  case brushOff(BrushOff)
  case blame(Blame)
  case calm(Calm)
  case language(ReplyLanguage)
  case length(Length)
  case readability(Readability)
  case spelling(Spelling)
  case human(Human)
  case survey(Survey)
  case checklist(Checklist)

  /// What is asked, as one of the kinds.
  package var kind: any StandardKind {
    switch self {
    case .firstResponse(let kind): kind
    case .nextResponse(let kind): kind
    case .pickUp(let kind): kind
    case .acknowledge(let kind): kind
    case .updateEvery(let kind): kind
    case .resolution(let kind): kind
    case .firstContact(let kind): kind
    case .notify(let kind): kind
    case .handover(let kind): kind
    case .routing(let kind): kind
    case .intake(let kind): kind
    case .greeting(let kind): kind
    case .addressByName(let kind): kind
    case .signature(let kind): kind
    case .closingQuestion(let kind): kind
    case .nextStep(let kind): kind
    case .vaguePromise(let kind): kind
    case .upsell(let kind): kind
    case .askedAgain(let kind): kind
    case .authorise(let kind): kind
    case .wording(let kind): kind
    case .empathy(let kind): kind
    case .brushOff(let kind): kind
    case .blame(let kind): kind
    case .calm(let kind): kind
    case .language(let kind): kind
    case .length(let kind): kind
    case .readability(let kind): kind
    case .spelling(let kind): kind
    case .human(let kind): kind
    case .survey(let kind): kind
    case .checklist(let kind): kind
    }
  }

  /// The key that stands for the kind in the catalogue, such as `first-response`.
  package var key: String { kind.card.key }

  /// The promise of time, where the kind is one.
  package var promise: TimePromise? { kind.promise }
}

/// A kind of standard: what it is called, what it may say, and what is true of all of its sort.
package protocol StandardKind: Hashable, Sendable {
  /// The kind's name and keys.
  static var card: KindCard { get }

  /// The parameters with their values in words, defaults included, in the order of the card.
  var parameters: [Parameter] { get }

  /// The promise of time; nil for kinds that promise none.
  var promise: TimePromise? { get }

  /// The share of cases for which it is promised; nil for kinds that promise none.
  var promisedShare: Share? { get }

  /// Reads the kind's parameters; nil when one that is needed is missing or wrong.
  init?(_ record: Record, _ reading: inout CatalogueReading)
}

/// A parameter of a requirement with its value in words.
package struct Parameter: Hashable, Sendable {
  /// The key in the catalogue, such as `never-longer-than`.
  package let key: String
  /// The value as the catalogue would write it, such as `4 h`.
  package let value: String

  /// Creates a parameter.
  package init(_ key: String, _ value: String) {
    self.key = key
    self.value = value
  }

  /// A parameter that may have been left out; nil then.
  init?(_ key: String, _ value: String?) {
    guard let value else { return nil }
    self.init(key, value)
  }

  /// A list that may have been left out; nil when it is empty.
  init?(_ key: String, _ values: [String], by separator: String = ", ") {
    if values.isEmpty { return nil }
    self.init(key, values.joined(separator: separator))
  }
}

extension StandardKind {
  /// The kind's name and keys.
  package var card: KindCard { Self.card }

  package var promise: TimePromise? { nil }

  package var promisedShare: Share? { nil }
}

/// What the reader, the documentation and an editor know of a kind.
package struct KindCard: Hashable, Sendable {
  /// What a kind judges.
  package enum Subject: Sendable {
    /// The time between events of a ticket.
    case time
    /// What else a ticket's log tells.
    case ticket
    /// The words of a reply.
    case words
    /// What only a person can tell of a ticket.
    case review
  }

  /// The key in the catalogue.
  package let key: String
  /// What it asks, in one sentence.
  package let summary: String
  /// What it judges.
  package let subject: Subject
  /// Its parameters.
  package let keys: [KeyDescription]
  /// What they must and must not do together.
  package var rules: [KeyRule] = []

  /// Whether it means something without parameters, as in `brush-off: {}`.
  package var standsAlone: Bool { keys.allSatisfy { !$0.isRequired } }
}

extension KindCard.Subject {
  /// Whether a ticket is judged once, rather than each of its replies.
  package var isAboutTicket: Bool { self != .words }

  /// Whose result it is, unless the standard says else: words and manners are the agent's.
  package var owner: Standard.Owner {
    switch self {
    case .time, .ticket: .team
    case .words, .review: .agent
    }
  }
}

/// A kind's card, with the way to read it.
package struct KindReader: Sendable {
  /// The kind's name and keys.
  package let card: KindCard
  let read: @Sendable (Record, inout CatalogueReading) -> Requirement?

  init<Kind: StandardKind>(_ wrap: @escaping @Sendable (Kind) -> Requirement) {
    card = Kind.card
    read = { record, reading in Kind(record, &reading).map(wrap) }
  }

  /// Every kind, in the order in which the documentation shows them.
  package static let all: [KindReader] = [
    KindReader(Requirement.firstResponse),
    KindReader(Requirement.nextResponse),
    KindReader(Requirement.pickUp),
    KindReader(Requirement.acknowledge),
    KindReader(Requirement.updateEvery),
    KindReader(Requirement.resolution),
    KindReader(Requirement.firstContact),
    KindReader(Requirement.notify),
    KindReader(Requirement.handover),
    KindReader(Requirement.routing),
    KindReader(Requirement.intake),
    KindReader(Requirement.greeting),
    KindReader(Requirement.addressByName),
    KindReader(Requirement.signature),
    KindReader(Requirement.closingQuestion),
    KindReader(Requirement.nextStep),
    KindReader(Requirement.vaguePromise),
    KindReader(Requirement.upsell),
    KindReader(Requirement.askedAgain),
    KindReader(Requirement.authorise),
    KindReader(Requirement.wording),
    KindReader(Requirement.empathy),
    KindReader(Requirement.brushOff),
    KindReader(Requirement.blame),
    KindReader(Requirement.calm),
    KindReader(Requirement.language),
    KindReader(Requirement.length),
    KindReader(Requirement.readability),
    KindReader(Requirement.spelling),
    KindReader(Requirement.human),
    KindReader(Requirement.survey),
    KindReader(Requirement.checklist),
  ]

  /// The place in ``all`` of the kind that a key stands for; nil for other keys.
  static func place(ofKey entry: YAMLEntry) -> Int? {
    entry.place(among: keys)
  }

  /// The keys of all kinds, in their order.
  static let keys = all.map { reader in
    KeyDescription(
      reader.card.key, reader.card.summary, .record(reader.card.keys, rules: reader.card.rules))
  }
}
