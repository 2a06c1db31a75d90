import Clocks
import Standards
import TextMatching
import Tickets

extension ReplyLanguage {
  /// Judges whether a reply is in a language that the customer reads.
  ///
  /// Only a reply of some words whose language is clear is called wrong; Czech and Slovak, which read
  /// each other, never are for each other.
  func judge(
    _ reply: TicketView.Reply, in view: TicketView, _ earlier: inout EarlierEvents
  ) -> Judgement {
    let wanted: [String]
    switch self.wanted {
    case .oneOf(let codes): wanted = codes
    case .sameAs(.customer): wanted = view.languagesOfCustomer(before: reply, &earlier)
    }
    if wanted.isEmpty {
      return Judgement(
        .undecided, "neither the ticket nor the customer's words tell the customer's language")
    }
    guard let language = reply.scanned.language else {
      return Judgement(.undecided, "the language of the reply cannot be told")
    }
    let found = language.rawValue
    if wanted.contains(found) { return Judgement(.met, "it is written in '\(found)'") }
    let names = wanted.map { "'\($0)'" }.joined(separator: " or ")
    let message = "it is written in '\(found)', not in \(names)"
    let spans = reply.scanned.opening
    if wanted.contains(where: { Self.areClose($0, found) }) {
      return Judgement(.undecided, "\(message), which is close to it", spans: spans)
    }
    let known = Language.allCases.map { $0.rawValue }
    if !wanted.allSatisfy({ known.contains($0) }) {
      return Judgement(
        .undecided, "\(message), but not all of these can be told apart", spans: spans)
    }
    let whole = 0..<reply.scanned.folded.bytes.count
    if reply.scanned.folded.countWords(in: whole) < Self.leastWords {
      return Judgement(.undecided, "\(message), as far as so few words tell", spans: spans)
    }
    return Judgement(.missed, message, spans: spans)
  }

  /// Fewer words may be a name, an error's text or a formula of politeness.
  private static let leastWords = 6

  private static func areClose(_ one: String, _ other: String) -> Bool {
    (one == "cs" && other == "sk") || (one == "sk" && other == "cs")
  }
}

extension TicketView {
  /// The languages that the customer reads for sure: the one that the ticket names, and the one of
  /// the last message before a reply.
  fileprivate func languagesOfCustomer(
    before reply: Reply, _ earlier: inout EarlierEvents
  ) -> [String] {
    var languages: [String] = []
    if let named = ticket.customer.language {
      let code = named.prefix { $0 != "-" && $0 != "_" }.lowercased()
      if !code.isEmpty { languages.append(code) }
    }
    if let language = earlier.languageOfCustomer(before: reply, in: self)?.rawValue,
      !languages.contains(language)
    {
      languages.append(language)
    }
    return languages
  }
}
