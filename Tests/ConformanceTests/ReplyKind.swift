import Conformance
import Standards
import Testing
import Tickets

/// Verdicts on single replies, for tests of the kinds that are about words.
enum ReplyKind {
  /// Everything around a reply that a judgement may depend on.
  struct Setting {
    var topic: String?
    var customer = Customer(name: "Anna Nowak")
    var fields: [JSONField] = []
    /// What the customer wrote before.
    var asked = "Help"
    /// What happened between that and the reply, as `Desk` writes events.
    var between: [String] = []
    /// What happened after the reply.
    var after: [String] = []
    /// A phrase list besides those of the desk.
    var phrases = ""
  }

  /// The verdict of one standard on a reply sent at 9:30.
  static func verdict(
    _ requirement: String, _ reply: String, _ setting: Setting = Setting()
  ) throws -> Verdict {
    let catalogue = try Desk.catalogue(
      ["{id: a, title: A, \(requirement)}"], phrases: setting.phrases)
    var ticket = try Desk.ticket(
      topic: setting.topic, customer: setting.customer, "2026-03-02T09:00 customer \(setting.asked)"
    )
    ticket.fields = setting.fields
    for event in setting.between { ticket.events += try Desk.ticket(event).events }
    let event = ticket.events.count
    ticket.events += try Desk.ticket("2026-03-02T09:30 agent \(reply)").events
    for event in setting.after { ticket.events += try Desk.ticket(event).events }
    let lexicon = Lexicon.builtIn().lexicon
    let audit = try Auditor(catalogue, lexicon).audit(ticket)
    // A draft alone is searched in another way.
    let alone = try Auditor(catalogue, lexicon, isForMany: false).audit(ticket)
    #expect(alone.verdicts == audit.verdicts)
    // Without findings less is read where the catalogue asks for words alone.
    if catalogue.standards.contains(where: { Self.ofWords.contains($0.requirement.key) }) {
      let bare = try Auditor(catalogue, lexicon, findsMore: false).audit(ticket)
      #expect(bare.verdicts == audit.verdicts)
    }
    return try #require(audit.verdicts.first { $0.event == event })
  }

  private static let ofWords = ["wording", "calm", "length", "readability", "spelling"]

  /// The outcome of one standard on a reply.
  static func outcome(
    _ requirement: String, _ reply: String, _ setting: Setting = Setting()
  ) throws -> String {
    try verdict(requirement, reply, setting).outcome.rawValue
  }
}

extension Verdict {
  /// The words that the verdict rests on.
  var words: [String] {
    evidence.compactMap { if case .words(let words) = $0 { words.text } else { nil } }
  }
}
