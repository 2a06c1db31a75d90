import Diagnostics
import Standards
import Testing

/// A sound catalogue with a standard of every kind, each with all its parameters.
enum EveryKind {
  static let frame = """
    catalogue: {name: Test desk, languages: [pl, en]}
    calendars:
      desk: {time-zone: Europe/Warsaw, open: {mon-fri: 08:00-20:00}}
      line: {time-zone: Europe/Prague, open: 24/7}
    channels:
      email: {kind: deferred, intake-delay: 10 min}
      phone: {kind: live}
    topics: [outage, billing, complaint]
    phrases:
      words: {en: [hello], pl: [witam]}
      things: [backup]
      secrets: [password]
      pushy: [only today]

    """

  /// The requirements by key, as a catalogue writes them with every parameter.
  static let full: [(key: String, yaml: String)] = [
    (
      "first-response",
      "{within: 15 min, share: 95%, over: day, hours: desk, never-longer-than: 4 h, ends-at: any-human}"
    ),
    (
      "next-response",
      "{within: 2 h, share: 90%, over: month, hours: line, never-longer-than: 8 h, ends-at: any-human}"
    ),
    ("pick-up", "{within: 20 s, share: 80%, over: day, hours: line}"),
    (
      "acknowledge",
      "{within: 11 min, share: 99%, over: month, hours: desk, with: number, by: machine}"
    ),
    ("update-every", "{longest: 8 h, share: 90%, over: month, hours: desk}"),
    (
      "resolution",
      "{within: 16 h, share: 85%, over: month, hours: desk, paused-while: [hold, pending]}"
    ),
    ("first-contact", "{share: 70%, over: month, no-contact-for: 3 days}"),
    ("notify", "{when: delay, before: asked}"),
    ("handover", "{at-most: 2, note-required: true, nobody-waits-longer-than: 1 h, hours: desk}"),
    (
      "routing",
      "{when: {topic: [outage], priority: [high, urgent]}, channel: phone, group: second}"
    ),
    ("intake", "{fields: [domain, topic]}"),
    ("greeting", "{phrases: words, where: anywhere}"),
    ("address-by-name", "{phrases: words, where: opening}"),
    ("signature", "{phrases: words, where: anywhere}"),
    ("closing-question", "{phrases: words, offers: things}"),
    ("next-step", "{phrases: words, unless: solved, wants: [who, what, when]}"),
    ("vague-promise", "{phrases: words}"),
    (
      "upsell",
      "{phrases: words, products: things, never-when: {topic: [outage, complaint]}, "
        + "offer-when: {topic: billing}, unless: [asked, fixes-cause], at-most: 2 per reply, "
        + "not-before: solved, manner: pushy}"
    ),
    ("asked-again", "{fields: [domain]}"),
    ("authorise", "{verified-before: things, never-ask: secrets}"),
    (
      "wording",
      "{avoid: [{phrase: [petent, klient* nasz], instead: {pl: imię, en: the name}}, {phrases: pushy}], "
        + "require: [{topic: billing, phrase: {en: [invoice], pl: [faktur*]}}]}"
    ),
    ("empathy", "{when: {topic: outage}, phrases: words}"),
    ("brush-off", "{phrases: words}"),
    ("blame", "{phrases: words}"),
    ("calm", "{shouting-at-most: 0, exclamation-marks-at-most: 3}"),
    ("language", "{one-of: [pl, en]}"),
    ("length", "{at-least: 20 words, at-most: 280 characters}"),
    ("readability", "{words-per-sentence-at-most: 18, fog-at-most: 12}"),
    ("spelling", "{dictionaries: [pl_PL, en_GB], ignore: things}"),
    ("human", "{phrases: words}"),
    ("survey", "{scale: ces, within: 2 h}"),
    (
      "checklist",
      "{questions: [{id: listened, ask: {pl: Słuchał?, en: Did they listen?}, weight: 3, scale: 1-5, "
        + "critical: true}, {id: more, ask: More than had to?, critical: false}]}"
    ),
  ]

  /// The requirements with as little as they accept.
  static let least: [(key: String, yaml: String)] = [
    ("first-response", "{within: 4 h}"), ("next-response", "{within: 4 h}"),
    ("pick-up", "{within: 20 s}"), ("acknowledge", "{within: 1 h}"),
    ("update-every", "{longest: 8 h}"), ("resolution", "{within: 16 h}"), ("first-contact", "{}"),
    ("notify", "{when: delay}"), ("handover", "{at-most: 0}"), ("routing", "{group: second}"),
    ("intake", "{fields: domain}"), ("greeting", "{phrases: words}"), ("address-by-name", "{}"),
    ("signature", "{}"), ("closing-question", "{phrases: words}"),
    ("next-step", "{phrases: words}"),
    ("vague-promise", "{phrases: words}"),
    ("upsell", "{phrases: words, products: things, not-before: solved}"), ("asked-again", "{}"),
    ("authorise", "{never-ask: secrets}"), ("wording", "{avoid: {phrases: pushy}}"),
    ("empathy", "{}"), ("brush-off", "{}"), ("blame", "{}"), ("calm", "{}"), ("language", "{}"),
    ("length", "{at-most: 120 words}"), ("readability", "{fog-at-most: 12}"), ("spelling", "{}"),
    ("human", "{}"), ("survey", "{scale: nps}"),
    ("checklist", "{questions: {id: listened, ask: Did they listen?}}"),
  ]

  /// The standards of these requirements, in their order.
  static func standards(_ requirements: [(key: String, yaml: String)]) throws -> [Standard] {
    let lines = requirements.map { "  - {id: \($0.key), title: T, \($0.key): \($0.yaml)}\n" }
    let result = Catalogues.read("\(frame)standards:\n\(lines.joined())")
    #expect(result.diagnostics.all.map(\.message) == [])
    try #require(result.catalogue.standards.count == requirements.count)
    return result.catalogue.standards
  }

  /// The requirement of one standard, with every parameter.
  static func requirement(_ key: String, full isFull: Bool = true) throws -> Requirement {
    let standard = try standards(isFull ? full : least).first { $0.id == key }
    return try #require(standard).requirement
  }
}
