import Diagnostics
import ServiceTime
import Standards
import Testing
import TextMatching

/// What ships with kwadrans: the catalogue in `standards/` and the built-in word lists.
struct ShippedTests {
  @Test func `the shipped catalogue has no problems`() throws {
    let result = try Catalogues.shipped()
    #expect(result.diagnostics.all.map(\.message) == [])
    #expect(result.catalogue.languages == ["pl", "cs", "en"])
    let kinds = Set(result.catalogue.standards.map(\.requirement.key))
    #expect(kinds.count >= 7, "it shows more than one kind of thing")
  }

  @Test func `each shipped standard says why, in every language, with examples on both sides`()
    throws
  {
    let catalogue = try Catalogues.shipped().catalogue
    for standard in catalogue.standards {
      #expect(standard.why != nil, "\(standard.id)")
      for language in catalogue.languages {
        #expect(standard.title.texts.contains { $0.language == language }, "\(standard.id)")
      }
      // What a person answers has no examples.
      if case .checklist = standard.requirement { continue }
      #expect(standard.examples.pass.count >= 3, "\(standard.id)")
      #expect(standard.examples.fail.count >= 3, "\(standard.id)")
    }
  }

  /// Spelling is judged only where there are dictionaries, so its examples could not be run everywhere.
  private static let kindsOfWords = KindReader.all.filter { $0.card.subject == .words }
    .map(\.card.key).filter { $0 != "spelling" }

  @Test func `every kind of words has three examples on both sides in each language`() throws {
    let catalogue = try Catalogues.shipped().catalogue
    let counts = Self.countsOfReplies(in: catalogue)
    for kind in Self.kindsOfWords {
      for side in Examples.Side.allCases {
        for language in catalogue.languages {
          let count = counts["\(kind) \(side) \(language)", default: 0]
          #expect(count >= 3, "\(kind) \(side) \(language)")
        }
      }
    }
  }

  @Test func `so has every kind of words that the shop uses`() throws {
    let catalogue = try Catalogues.shop().catalogue
    let counts = Self.countsOfReplies(in: catalogue)
    let kinds = Set(catalogue.standards.map(\.requirement.key)).intersection(Self.kindsOfWords)
    #expect(kinds.count >= 5)
    for kind in kinds.sorted() {
      for side in Examples.Side.allCases {
        for language in catalogue.languages {
          let count = counts["\(kind) \(side) \(language)", default: 0]
          #expect(count >= 3, "\(kind) \(side) \(language)")
        }
      }
    }
  }

  /// How many replies there are among the examples, by kind, side and language; those whose language
  /// does not show count for none.
  private static func countsOfReplies(in catalogue: Catalogue) -> [String: Int] {
    var counts: [String: Int] = [:]
    for standard in catalogue.standards {
      for entry in standard.examples.entries {
        guard case .reply(let written) = entry.example else { continue }
        let text = FoldedText(QuotedOpening(of: MarkedText(written).text).own)
        guard let language = Language.of(text, among: [.polish, .czech, .english]) else { continue }
        let key = "\(standard.requirement.key) \(entry.side) \(language.rawValue)"
        counts[key, default: 0] += 1
      }
    }
    return counts
  }

  @Test func `each shipped word list has words in every language`() throws {
    let catalogue = try Catalogues.shipped().catalogue
    for list in catalogue.phraseLists {
      for language in catalogue.languages {
        #expect(
          list.phrases.contains { $0.language == language || $0.language == nil }, "\(list.name)")
      }
    }
  }

  @Test func `the shipped examples of time count as they say`() throws {
    let catalogue = try Catalogues.shipped().catalogue
    let zone = try #require(catalogue.calendars.first).hours.zone
    var checked = 0
    for standard in catalogue.standards {
      let target: (within: TimeSpan, hours: PromiseHours)
      switch standard.requirement {
      case .firstResponse(let kind): target = (kind.within, kind.hours)
      case .pickUp(let kind): target = (kind.within, kind.hours)
      default: continue
      }
      let hours = try #require(catalogue.openingHours(of: target.hours))
      for (examples, isKept) in [(standard.examples.pass, true), (standard.examples.fail, false)] {
        for case .wait(let wait) in examples {
          let asked = try #require(local(wait.asked.value.text, zone), "\(wait.asked.value.text)")
          let answered = try #require(
            local(wait.answered.value.text, zone), "\(wait.answered.value.text)")
          let elapsed = hours.elapsed(from: asked, to: answered)
          #expect(elapsed == wait.takes.seconds, "\(standard.id): \(wait)")
          #expect((elapsed <= target.within.seconds) == isKept, "\(standard.id): \(wait)")
          checked += 1
        }
      }
    }
    #expect(checked >= 18)
  }

  /// Reads `2026-03-02 19:50` or `2026-03-02 19:50:10`.
  private func local(_ text: String, _ zone: ZoneTable) -> Instant? {
    let halves = text.split(separator: " ")
    guard halves.count == 2, let date = try? CivilDate(written: String(halves[0])) else {
      return nil
    }
    let clock = halves[1].split(separator: ":").compactMap { Int($0) }
    guard clock.count >= 2 else { return nil }
    let second = clock[0] * 3600 + clock[1] * 60 + (clock.count > 2 ? clock[2] : 0)
    guard case .once(let instant) = zone.instants(of: date, secondOfDay: second) else { return nil }
    return instant
  }

  @Test func `the built-in word lists have no problems`() {
    let (lexicon, diagnostics) = Lexicon.builtIn(isProven: false)
    #expect(diagnostics.all.map(\.message) == [])
    for list in Lexicon.List.allCases {
      #expect(!lexicon[list].phrases.isEmpty, "\(list)")
      for language in ["pl", "cs", "en"] {
        #expect(lexicon[list].phrases.contains { $0.language == language }, "\(list)")
      }
    }
  }
}
