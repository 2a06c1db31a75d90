import Conformance

/// A kind of standard as the made catalogues have it.
struct MadeStandard {
  enum Kind {
    /// Of time, with examples that are waits.
    case promise, pickUp
    /// Of words, with examples that are replies.
    case words
    case ticket, review
  }

  let key: String
  let kind: Kind

  /// Kinds as often as desks use them: a third promises of time, a half words.
  static let mix: [MadeStandard] =
    [
      "first-response", "first-response", "next-response", "acknowledge", "update-every",
      "resolution", "resolution",
    ].map { MadeStandard(key: $0, kind: .promise) }
    + [MadeStandard(key: "pick-up", kind: .pickUp)]
    + [
      "greeting", "address-by-name", "signature", "closing-question", "next-step", "next-step",
      "vague-promise", "vague-promise", "upsell", "upsell", "asked-again", "authorise", "wording",
      "wording", "wording", "empathy", "brush-off", "blame", "calm", "language", "length",
      "readability", "spelling",
    ].map { MadeStandard(key: $0, kind: .words) }
    + ["first-contact", "notify", "handover", "routing", "intake", "human", "survey"]
    .map { MadeStandard(key: $0, kind: .ticket) }
    + [MadeStandard(key: "checklist", kind: .review)]

  /// The standard in YAML, laid out as people do it.
  func written(
    _ index: Int, _ scope: String, _ words: inout MadeWords,
    _ generator: inout some RandomNumberGenerator
  ) -> String {
    var lines = ["  - id: \(key)-\(index)"]
    lines.append("    title:")
    for language in MadeWords.languages {
      lines.append("      \(language): \(words.sentence(language, &generator)) (\(index))")
    }
    lines.append("    why:")
    for language in MadeWords.languages {
      let sentences = (0..<2).map { _ in words.sentence(language, &generator) }
      lines.append("      \(language): \(sentences.joined(separator: ". ")).")
    }
    lines.append("    source: Customer service charter 2026, section \(index % 40 + 1)")
    lines.append("    applies-to: \(scope)")
    if generator.happens(in: 10) {
      lines.append("    in-force: {from: 2026-03-01, until: 2027-12-31}")
    }
    lines += requirement(&words, &generator).split(separator: "\n").map { "    \($0)" }
    lines.append("    weight: \(5 + generator.index(below: 16))")
    lines.append("    severity: \(generator.one(of: ["critical", "major", "minor"]))")
    lines.append("    waivable: \(generator.one(of: ["true", "false"]))   # ask the owner")
    lines.append("    tags: [speed, charter, \(key)]")
    lines += examples(&words, &generator)
    return lines.joined(separator: "\n") + "\n"
  }

  private func requirement(
    _ words: inout MadeWords, _ generator: inout some RandomNumberGenerator
  ) -> String {
    let hours = generator.one(of: CatalogueMaker.calendars.map(\.name) + ["always"])
    let share = "share: \(generator.one(of: [80, 90, 95, 99]))%"
    let over = "over: \(generator.one(of: ["day", "week", "month"]))"
    let minutes = 15 * (1 + generator.index(below: 16))
    let list = words.list(&generator)
    return switch key {
    case "first-response", "next-response":
      """
      \(key):
        within: \(minutes) min
        \(share)
        \(over)
        never-longer-than: \(minutes / 60 + 4) h
        hours: \(hours)
        ends-at: \(generator.one(of: ["substantive", "any-human"]))
      """
    case "pick-up": "pick-up: {within: \(minutes) s, \(share), \(over), hours: \(hours)}"
    case "acknowledge":
      "acknowledge: {within: \(minutes) min, \(share), hours: \(hours), with: number, by: machine}"
    case "update-every": "update-every: {longest: \(minutes / 15) h, \(share), hours: \(hours)}"
    case "resolution":
      "resolution: {within: \(minutes) h, \(share), hours: \(hours), paused-while: [pending]}"
    case "first-contact": "first-contact: {\(share), no-contact-for: 72 h}"
    case "notify": "notify: {when: delay, before: asked}"
    case "handover": "handover: {at-most: 2, note-required: true}"
    case "routing":
      "routing: {when: {topic: [\(generator.one(of: CatalogueMaker.topics))]}, group: second}"
    case "intake": "intake: {fields: [domain, contract, topic]}"
    case "survey": "survey: {scale: ces, within: 2 h}"
    case "greeting", "signature": "\(key): {phrases: \(list), where: anywhere}"
    case "closing-question", "next-step", "vague-promise": "\(key): {phrases: \(list)}"
    case "upsell":
      """
      upsell:
        products: \(list)
        never-when: {topic: [\(generator.some(4, of: CatalogueMaker.topics).joined(separator: ", "))]}
        unless: [asked, fixes-cause]
        at-most: 1 per ticket
      """
    case "authorise": "authorise: {verified-before: \(list), never-ask: \(words.list(&generator))}"
    case "wording":
      """
      wording:
        avoid:
          - phrase: {pl: ['\(words.phrase("pl", &generator))'], en: ['\(words.phrase("en", &generator))']}
            instead: {pl: \(words.sentence("pl", &generator)), en: \(words.sentence("en", &generator))}
          - phrases: \(list)
      """
    case "calm": "calm: {shouting-at-most: 1, exclamation-marks-at-most: 2}"
    case "language": "language: {one-of: [pl, cs]}"
    case "length": "length: {at-least: 10 words, at-most: 180 words}"
    case "readability": "readability: {words-per-sentence-at-most: 20}"
    case "checklist":
      """
      checklist:
        questions:
          - {id: listened, ask: {pl: Czy słuchał?, en: Did they listen?}, weight: 3, scale: 1-5}
          - {id: more, ask: \(words.sentence("en", &generator))?}
      """
    default: "\(key): {}"
    }
  }

  private func examples(
    _ words: inout MadeWords, _ generator: inout some RandomNumberGenerator
  ) -> [String] {
    guard kind != .ticket, kind != .review else { return [] }
    var lines = ["    examples:"]
    for side in ["pass", "fail"] {
      lines.append("      \(side):")
      for _ in 0..<4 {
        switch kind {
        case .words:
          let language = generator.one(of: MadeWords.languages)
          let text = (0..<2).map { _ in words.sentence(language, &generator) }
            .joined(separator: ". ")
          lines.append("        - \(text).")
        default:
          let day = 10 + generator.index(below: 18)
          lines.append(
            "        - {asked: 2026-11-\(day) 10:05, answered: 2026-11-\(day) 10:17, takes: 12 min}"
          )
        }
      }
    }
    return lines
  }
}
