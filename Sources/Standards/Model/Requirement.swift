package import SourceYAML

/// What a standard asks: exactly one of the kinds.
package enum Requirement: Hashable, Sendable {
  case firstResponse(FirstResponse)
  case pickUp(PickUp)
  case greeting(Greeting)
  case closingQuestion(ClosingQuestion)
  case nextStep(NextStep)
  case vaguePromise(VaguePromise)
  case upsell(Upsell)

  /// What is asked, as one of the kinds.
  package var kind: any StandardKind {
    switch self {
    case .firstResponse(let kind): kind
    case .pickUp(let kind): kind
    case .greeting(let kind): kind
    case .closingQuestion(let kind): kind
    case .nextStep(let kind): kind
    case .vaguePromise(let kind): kind
    case .upsell(let kind): kind
    }
  }

  /// The key that stands for the kind in the catalogue, such as `first-response`.
  package var key: String { kind.card.key }
}

/// A kind of standard: what it is called, what it may say, and what is true of all of its sort.
package protocol StandardKind: Hashable, Sendable {
  /// The kind's name and keys.
  static var card: KindCard { get }

  /// The parameters with their values in words, defaults included, in the order of the card.
  var parameters: [Parameter] { get }

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
}

extension StandardKind {
  /// The kind's name and keys.
  package var card: KindCard { Self.card }
}

/// What the reader, the documentation and an editor know of a kind.
package struct KindCard: Hashable, Sendable {
  /// What a kind judges.
  package enum Subject: Sendable {
    /// The time between events of a ticket.
    case time
    /// The words of a reply.
    case words
  }

  /// The key in the catalogue.
  package let key: String
  /// What it asks, in one sentence.
  package let summary: String
  /// What it judges; times belong to the team, words to the agent, unless the standard says else.
  package let subject: Subject
  /// Its parameters.
  package let keys: [KeyDescription]
}

/// A kind's card, with the way to read it.
package struct KindReader: Sendable {
  /// The kind's name and keys.
  package let card: KindCard
  let read: @Sendable (Record, inout CatalogueReading) -> Requirement?

  init<Kind: StandardKind>(
    _ kind: Kind.Type, _ wrap: @escaping @Sendable (Kind) -> Requirement
  ) {
    card = Kind.card
    read = { record, reading in Kind(record, &reading).map(wrap) }
  }

  /// Every kind, in the order in which the documentation shows them.
  package static let all: [KindReader] = [
    KindReader(FirstResponse.self) { .firstResponse($0) },
    KindReader(PickUp.self) { .pickUp($0) },
    KindReader(Greeting.self) { .greeting($0) },
    KindReader(ClosingQuestion.self) { .closingQuestion($0) },
    KindReader(NextStep.self) { .nextStep($0) },
    KindReader(VaguePromise.self) { .vaguePromise($0) },
    KindReader(Upsell.self) { .upsell($0) },
  ]
}
