import CLexicon
package import Diagnostics
import SourceYAML

/// The built-in word lists that say how a sentence is meant: who acts, when, and whether it denies.
package struct Lexicon: Sendable {
  /// A built-in list; its raw value is its number among them.
  package enum List: Int, CaseIterable, Sendable {
    /// A moment or a span of time.
    case timeBounds
    /// The customer is asked to do something.
    case requests
    /// What is told lies in the past.
    case past
    /// The sentence denies.
    case negations
    /// What is named costs nothing.
    case free
    /// Why something broke, when more of a product would mend it.
    case causes
    /// Words about time that promise nothing.
    case pleasantries
    /// Something is offered or recommended.
    case offers
    /// What is named is somebody's already.
    case possessives
    /// What is said holds only if something happens.
    case conditions
    /// Somebody is at it, and that is all the reply says.
    case holding
    /// A customer's thanks.
    case thanks
    /// All is well, or understood.
    case contentment
    /// A customer wants nothing more.
    case closingReplies
    /// How a message greets.
    case salutations
    /// How a message ends.
    case farewells
    /// A customer's machine says that nobody is there.
    case outOfOffice
    /// It looks like a question or a request, and asks nothing that the work would wait for.
    case asksNothing
    /// Something is awaited of the customer, without "please".
    case awaits
    /// What was asked for is not settled.
    case unsolved
    /// The customer may be content.
    case kindWords
    /// What was promised comes later.
    case delays
    /// It is an answer that came late, not what was promised.
    case lateReplies
    /// How somebody is addressed without a name, and words that open sentences with a comma.
    case noNames
    /// What a message is signed with that is nobody's name.
    case teams
    /// Trouble is acknowledged, or pardon is asked.
    case apologies
    /// Who does something: we, a colleague.
    case doers
    /// Somebody is asked to give or name something.
    case givings
    /// A question for something: what, which.
    case askings
    /// Something is asked anew for a reason: it may have changed, or is to be confirmed.
    case confirming
    /// Somebody's identity is checked.
    case verification
    /// A secret is renewed, rather than told.
    case renewals
    /// The number of an order.
    case orderNumbers
    /// The number of a contract.
    case contractNumbers
    /// The number of a customer.
    case customerNumbers
    /// Somebody's telephone number.
    case phoneNumbers
    /// Somebody's e-mail address.
    case mailAddresses
    /// A domain.
    case domains
    /// What somebody is called.
    case personNames
    /// Where somebody lives.
    case postalAddresses
    /// When somebody was born.
    case birthDates

    /// Who speaks names themselves, and the name follows.
    case nameFollows
    /// Who speaks names themselves, and the name stands before.
    case namePrecedes
    /// Where somebody belongs, behind their name.
    case belongings
    /// A customer asks which product to take, or what one costs.
    case asksForOffer
    /// One person speaks, not a team.
    case oneVoice
    /// What stands before a name that is spoken of.
    case spokenOf
    /// What stands before a surname.
    case titles

    /// What it is called in `lexicon.yaml` and in catalogues: `name-follows`.
    package var name: String { Self.names[rawValue] }

    /// The list of a name, if there is one.
    package init?(named name: String) {
      guard let index = Self.names.firstIndex(of: name) else { return nil }
      self.init(rawValue: index)
    }

    private static let names = allCases.map { list in
      "\(list)".map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
    }

    /// Whether a list of this name in a catalogue adds to the built-in one.
    package var isExtensible: Bool { self == .thanks || self == .outOfOffice }

    /// The lists by which customers' messages are read, and no replies.
    package static let ofCustomers: [List] = [
      .thanks, .contentment, .closingReplies, .salutations, .farewells, .outOfOffice, .negations,
    ]

    /// The lists that name something which customers are asked for.
    package static let particulars: [List] = [
      .orderNumbers, .contractNumbers, .customerNumbers, .phoneNumbers, .mailAddresses, .domains,
      .personNames, .postalAddresses, .birthDates,
    ]

    /// The kinds of standard that look for the list; nil where it is read in every reply.
    package var kinds: [String]? {
      switch self {
      case .apologies: ["empathy"]
      case .doers: ["next-step"]
      case .givings, .askings, .verification: ["asked-again", "authorise"]
      case .renewals: ["authorise"]
      case .asksForOffer: ["upsell"]
      case .confirming, .orderNumbers, .contractNumbers, .customerNumbers, .phoneNumbers,
        .mailAddresses, .domains, .personNames, .postalAddresses, .birthDates:
        ["asked-again"]
      default: nil
      }
    }
  }

  /// By the number of a list.
  private let lists: [PhraseList]

  /// Reads the lists that are built in.
  ///
  /// - Parameter isProven: Whether expressions are taken to be right, and compiled when first needed;
  ///   tests see to it that all are.
  /// - Returns: The lists, and what is wrong with them; tests see to it that nothing is.
  /// - Complexity: O(bytes), some ten thousand of them.
  package static func builtIn(isProven: Bool = true) -> (lexicon: Lexicon, diagnostics: Diagnostics)
  {
    let bytes = [UInt8](
      UnsafeBufferPointer(start: kwadrans_lexicon(), count: kwadrans_lexicon_length()))
    var diagnostics = Diagnostics()
    let text = SourceText(path: "lexicon.yaml", bytes: bytes)
    let root = YAMLReader.read(text, into: &diagnostics)
    let section = root?.entry("phrases")?.value
    var lists = List.allCases.map { PhraseList(name: $0.name, phrases: []) }
    for entry in section?.entries(of: "'phrases'", &diagnostics) ?? [] {
      let list = PhraseListReader.read(entry, isProven: isProven, &diagnostics)
      if let number = List(named: list.name)?.rawValue { lists[number] = list }
    }
    return (Lexicon(lists: lists), diagnostics)
  }

  /// The phrases of a list; empty when the list is missing.
  package subscript(list: List) -> PhraseList { lists[list.rawValue] }
}
