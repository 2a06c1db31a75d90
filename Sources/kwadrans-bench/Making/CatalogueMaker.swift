import Conformance
import Diagnostics

/// Makes catalogues like those of a large desk; the same seed gives the same bytes.
///
/// They have no errors: each promise is for a channel and a topic of its own, and everything that is
/// named is defined.
struct CatalogueMaker {
  static let channels: [(name: String, isLive: Bool)] =
    ["email", "form", "social", "sms", "post", "marketplace", "reviews", "forum"]
    .map { ($0, false) } + ["chat", "phone", "video", "counter"].map { ($0, true) }
  static let topics = (1...12).flatMap { number in
    ["outage", "billing", "complaint", "domain", "delivery", "returns", "password"].map {
      "\($0)-\(number)"
    }
  }
  static let priorities = ["low", "normal", "high", "urgent"]
  static let calendars: [(name: String, zone: String, open: String, holidays: String)] = [
    ("desk", "Europe/Warsaw", "{mon-fri: 08:00-20:00, sat: 09:00-15:00}", "PL"),
    ("praha", "Europe/Prague", "{mon-fri: 08:00-18:00}", "CZ"),
    ("both", "Europe/Warsaw", "{mon-fri: [07:00-12:00, 12:30-19:00]}", "[PL, CZ]"),
    ("night", "Europe/Warsaw", "{mon-sun: 22:00-06:00}", "PL"),
    ("line", "Europe/Prague", "24/7", ""),
    ("london", "Europe/London", "{mon-fri: 09:00-17:30}", "{2026-12-25: Christmas Day}"),
    ("east", "America/New_York", "{mon-sat: 08:00-21:00}", "[2026-11-26, 2026-12-25]"),
    ("weekend", "Europe/Warsaw", "{sat-sun: 10:00-16:00}", ""),
  ]

  private var generator: SplitMix64
  private var words: MadeWords

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
    words = MadeWords()
  }

  /// A catalogue of every kind of standard.
  ///
  /// - Parameter files: Of which one has the catalogue's head and a fifth the phrases (≥ 3).
  mutating func texts(standards: Int, files: Int) -> [SourceText] {
    let phraseFiles = max(1, files / 5)
    var texts = [SourceText(path: "catalogue.yaml", head())]
    for index in 0..<phraseFiles {
      texts.append(
        SourceText(
          path: "phrases-\(index).yaml",
          words.phraseLists(of: index, among: phraseFiles, &generator)
        ))
    }
    texts += standardFiles(standards, in: files - texts.count) { maker, index in
      maker.standard(index)
    }
    return texts
  }

  /// A catalogue of promises of the first answer alone, which all have to be held against each other.
  mutating func texts(promises: Int, files: Int) -> [SourceText] {
    [SourceText(path: "catalogue.yaml", head())]
      + standardFiles(promises, in: files - 1) { maker, index in
        let kind = MadeStandard(key: "first-response", kind: .promise)
        return kind.written(index, maker.scope(of: kind, index), &maker.words, &maker.generator)
      }
  }

  private mutating func standardFiles(
    _ count: Int, in files: Int, _ standard: (inout CatalogueMaker, Int) -> String
  ) -> [SourceText] {
    (0..<files).map { file in
      var text = "# Made for measuring.\nstandards:\n\n"
      for index in file * count / files..<(file + 1) * count / files {
        text += standard(&self, index) + "\n"
      }
      return SourceText(path: "standards-\(file).yaml", text)
    }
  }

  private func head() -> String {
    var text = """
      catalogue:
        name: A large desk
        version: 2026-11
        languages: [pl, cs, en]
        owner: Head of customer service
      calendars:

      """
    for calendar in Self.calendars {
      text += "  \(calendar.name):\n    time-zone: \(calendar.zone)\n    open: \(calendar.open)\n"
      if !calendar.holidays.isEmpty { text += "    holidays: \(calendar.holidays)\n" }
    }
    text += "channels:\n"
    for channel in Self.channels {
      text +=
        channel.isLive
        ? "  \(channel.name): {kind: live, at-once: 2}\n"
        : "  \(channel.name): {kind: deferred, intake-delay: 5 min}\n"
    }
    return text + "topics:\n" + Self.topics.map { "  - \($0)\n" }.joined()
  }

  private mutating func standard(_ index: Int) -> String {
    let kind = generator.one(of: MadeStandard.mix)
    return kind.written(index, scope(of: kind, index), &words, &generator)
  }

  /// To what a standard applies: promises each to something of their own.
  private mutating func scope(of kind: MadeStandard, _ index: Int) -> String {
    switch kind.kind {
    case .promise, .pickUp:
      let channels = Self.channels.filter { $0.isLive == (kind.kind == .pickUp) }.map(\.name)
      let topic = Self.topics[index % Self.topics.count]
      let channel = channels[index / Self.topics.count % channels.count]
      let priority = Self.priorities[index / Self.topics.count / channels.count % 4]
      return "{channel: [\(channel)], topic: [\(topic)], priority: [\(priority)]}"
    case .ticket, .review:
      let topics = generator.some(3, of: Self.topics)
      return "{topic: [\(topics.joined(separator: ", "))]}"
    case .words:
      let channels = generator.some(1 + generator.index(below: 5), of: Self.channels.map(\.name))
      let stage = generator.one(of: ["any-reply", "first-reply", "last-reply"])
      return "{stage: \(stage), channel: [\(channels.joined(separator: ", "))]}"
    }
  }
}
