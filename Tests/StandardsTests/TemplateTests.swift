import Diagnostics
import Testing

@testable import Standards

/// Catalogues to start with, in some of their languages.
struct TemplateTests {
  private func read(_ template: CatalogueTemplate, _ languages: String...) -> Catalogue {
    let result = CatalogueReader.read(template.files(in: languages))
    #expect(result.diagnostics.all.map(\.message) == [])
    #expect(CatalogueAdvice.on(result.catalogue).all.map(\.message) == [])
    return result.catalogue
  }

  private static let several: [CatalogueTemplate] = [.hosting, .shop]

  @Test(arguments: several)
  func `all languages are the files that we ship, whatever their order`(
    template: CatalogueTemplate
  ) {
    let all = template.files(in: [])
    #expect(all.count == (template == .hosting ? 7 : 5))
    #expect(template.languages == ["pl", "cs", "en"])
    let chosen = template.files(in: ["en", "pl", "cs"])
    #expect(chosen.map(\.bytes) == all.map(\.bytes))
  }

  @Test(arguments: several, [["cs"], ["pl", "en"]])
  func `what is left is in the chosen languages, and nothing else is missing`(
    template: CatalogueTemplate, languages: [String]
  ) throws {
    let whole = read(template)
    let files = template.files(in: languages)
    let part = CatalogueReader.read(files).catalogue
    #expect(part.languages == whole.languages.filter { languages.contains($0) })
    #expect(part.standards.map(\.id) == whole.standards.map(\.id))
    for (some, all) in zip(part.standards, whole.standards) {
      switch all.requirement {
      // What to write instead is one of the texts, and so are questions.
      case .wording, .checklist: #expect(some.requirement.key == all.requirement.key)
      default: #expect(some.requirement == all.requirement)
      }
      #expect(some.scope == all.scope)
      #expect(some.title.texts == all.title.texts.filter { languages.contains($0.language ?? "") })
      #expect(some.why?.texts.count == languages.count)
      if all.requirement.kind.card.subject == .words {
        for examples in [some.examples.pass, some.examples.fail] {
          #expect(examples.count >= 3 * languages.count, "\(some.id)")
        }
      } else {
        #expect(waits(some.examples).map(\.takes) == waits(all.examples).map(\.takes))
        #expect(some.examples.entries.count <= all.examples.entries.count)
      }
    }
    for (some, all) in zip(part.phraseLists, whole.phraseLists) {
      let written = all.phrases.filter { languages.contains($0.language ?? "") }.map(\.written)
      #expect(some.phrases.map(\.written) == written)
    }
    let text = files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
    #expect(
      text.contains("# How a reply opens.") && text.contains("# deferred") || template == .shop)
  }

  private func waits(_ examples: Examples) -> [Examples.Wait] {
    examples.entries.compactMap { entry in
      if case .wait(let wait) = entry.example { wait } else { nil }
    }
  }

  @Test(arguments: several)
  func `each example stays with one of its languages`(template: CatalogueTemplate) {
    let whole = read(template)
    let parts = whole.languages.map { read(template, $0) }
    for (index, standard) in whole.standards.enumerated()
    where standard.requirement.kind.card.subject == .words {
      // They are written language by language, so the parts in their order are the whole.
      #expect(parts.flatMap { $0.standards[index].examples.pass } == standard.examples.pass)
      #expect(parts.flatMap { $0.standards[index].examples.fail } == standard.examples.fail)
    }
  }

  @Test func `a minimal catalogue is in the language asked for, else in English`() {
    #expect(read(.minimal).languages == ["en"])
    #expect(read(.minimal, "cs").languages == ["cs"])
    #expect(CatalogueTemplate.minimal.languages == ["pl", "cs", "en"])
    #expect(CatalogueTemplate.minimal.files(in: ["de"]).isEmpty)
  }

  private func selected(_ text: String, _ languages: String...) -> String {
    let selection = LanguageSelection(languages, of: ["pl", "cs", "en"])
    let file = selection.applied(to: SourceText(path: "a.yaml", bytes: Array(text.utf8)))
    return String(decoding: file.bytes, as: UTF8.self)
  }

  @Test func `comments stay with what they are about`() {
    let text = """
      catalogue: {name: A, languages: [pl, en]}   # ours
      phrases:
        # all of them
        some:
          # in Polish
          pl: [a,   # the first
            b]

          # in English
          # (British)
          en: [c]   # the last
      """
    #expect(
      selected(text, "en") == """
        catalogue: {name: A, languages: [en]}   # ours
        phrases:
          # all of them
          some:

            # in English
            # (British)
            en: [c]   # the last
        """)
    #expect(
      selected(text, "pl").hasSuffix("pl: [a,   # the first\n      b]\n\n"),
      "\(selected(text, "pl"))")
  }

  @Test func `mappings in braces and replies of several lines are cut whole`() {
    let text = """
      standards:
        - id: a
          title: {pl: "Tak, tak", cs: Ano, en: Yes}
          checklist: {questions: [{id: q, ask: {cs: Co?, en: What?}}]}
          examples:
            fail:
              - OK
              - |
                Proszę się nie martwić.

                Odpowiemy jutro.
              - {asked: 1, answered: 2}
              - log:
                  - {at: 1, customer: "Nic nie działa, proszę o pomoc."}
                  - {at: 2, agent: "Dzień dobry, już działa, przepraszamy."}
                takes: 1 min
              - log: [{at: 1, customer: "?"}]
              - We will answer you
                tomorrow, do not worry.
      """
    #expect(
      selected(text, "pl", "en").contains(#"title: {pl: "Tak, tak", en: Yes}"#))
    let english = selected(text, "en")
    #expect(english.contains("ask: {en: What?}"))
    #expect(
      english.contains(
        "      fail:\n        - {asked: 1, answered: 2}\n        - log: [{at: 1, customer: \"?\"}]\n        - We"
      ))
    #expect(selected(text, "pl").contains("takes: 1 min\n        - log: [{"))
    #expect(!selected(text, "pl").contains("We will"))
  }

  @Test func `what cannot be read stays as it is`() {
    #expect(selected("a: [", "pl") == "a: [")
    #expect(selected("", "pl") == "")
    #expect(selected("# nothing", "pl") == "# nothing")
  }
}
