package import SentenceModel
package import Standards
import TextMatching

/// The name of a word list, and whose it is.
package enum WordList: Hashable, Sendable {
  /// A list of the catalogue.
  case catalogue(String)
  /// A built-in list.
  case lexicon(Lexicon.List)
  /// The words of one language, or of all, that a standard avoids: its id and the entry's index.
  case avoided(standard: String, Int, language: String?)
  /// The same of words that a standard requires.
  case required(standard: String, Int, language: String?)

  /// Whether it comes with kwadrans.
  var isBuiltIn: Bool { if case .lexicon = self { true } else { false } }
}

/// All word lists: their phrases in one automaton, so that a reply is scanned once, and their
/// expressions apart, since few replies need them.
///
/// A class, since each reply holds it.
package final class WordLists: Sendable {
  private let phrases: PatternSet
  /// The expressions of built-in lists and of the others, where one set of all is worth its making.
  private let expressions: (builtIn: SentenceExpressions, others: ExpressionSearch)?
  /// Whether no phrase tells one long number from another.
  private let levelsNumbers: Bool
  /// What sentences of earlier replies hold.
  private let memory = SentenceMemory()
  /// For each phrase, each built-in and each other expression, the index of its list.
  private let listOfPattern: [Int]
  private let table: ListTable
  /// The lists by which customers' messages are read.
  let ofCustomers: CustomerLists
  /// The words by which topics are told.
  let ofTopics: TopicWords
  /// What judges sentences.
  let model: SentenceModel
  /// Whether what sentences do is asked of nearly every reply.
  private let readsActs: Bool
  /// The words that standards name themselves, by the standard's id.
  private let soughtByStandard: [String: SoughtLists.OfStandard]
  /// What the fields hold that standards name.
  private let particulars: [String: Particular]
  /// The catalogue's own lists of questions whether anything else is needed.
  let closingQuestions: [WordList]

  /// Builds the automaton.
  ///
  /// - Parameters:
  ///   - model: What judges sentences; the built-in one where nil.
  ///   - isForMany: Whether many replies will be read: what takes long to make is made.
  ///   - readsActs: Whether what sentences do is asked of nearly every reply: it is read with the rest.
  ///   - readsSense: Whether anybody asks what a reply means to the ticket, or for more than the words
  ///     of the catalogue: without it no built-in list is looked for in replies.
  /// - Throws: ``AuditorError/patterns(_:)`` when the expressions need more memory than allowed.
  package init(
    _ catalogue: Catalogue, _ lexicon: Lexicon, _ model: SentenceModel? = nil,
    isForMany: Bool = true, readsActs: Bool = true, readsSense: Bool = true
  ) throws(AuditorError) {
    self.readsActs = readsActs
    switch model.map(Result.success) ?? SentenceModel.builtIn {
    case .success(let model): self.model = model
    case .failure(let error): throw .model(error)
    }
    var lists: [(name: WordList, patterns: [Pattern])] = catalogue.phraseLists.map {
      (.catalogue($0.name), $0.phrases.map(\.pattern))
    }
    for list in readsSense ? Self.readInReplies(by: catalogue) : [] {
      lists.append((.lexicon(list), lexicon[list].phrases.map(\.pattern)))
    }
    var sought: [String: SoughtLists.OfStandard] = [:]
    for standard in catalogue.standards {
      guard case .wording(let kind) = standard.requirement, sought[standard.id] == nil else {
        continue
      }
      var own = SoughtLists.OfStandard()
      for (index, one) in kind.avoid.enumerated() {
        own.avoided.append(
          Self.add(one.words, of: catalogue, to: &lists) {
            .avoided(standard: standard.id, index, language: $0)
          })
      }
      for (index, one) in kind.require.enumerated() {
        own.required.append(
          Self.add(one.words, of: catalogue, to: &lists) {
            .required(standard: standard.id, index, language: $0)
          })
      }
      sought[standard.id] = own
    }
    soughtByStandard = sought
    var plain: [Pattern] = []
    var listOfPattern: [Int] = []
    var builtIn: [(list: Int, pattern: Pattern)] = []
    var others: [(list: Int, pattern: Pattern)] = []
    var table = ListTable()
    levelsNumbers =
      isForMany
      && !lists.contains {
        $0.patterns.contains { !$0.isExpression && $0.tellsLongNumbersApart }
      }
    for (index, list) in lists.enumerated() {
      let expressions = list.patterns.filter(\.isExpression)
      for pattern in list.patterns where !pattern.isExpression {
        plain.append(pattern)
        listOfPattern.append(index)
      }
      let listed = expressions.map { (index, $0) }
      if list.name.isBuiltIn { builtIn += listed } else { others += listed }
      table.add(list.name, expressions: expressions)
    }
    // Those that tell long numbers apart come last.
    builtIn =
      builtIn.filter { !$0.pattern.tellsLongNumbersApart }
      + builtIn.filter { $0.pattern.tellsLongNumbersApart }
    do {
      phrases = try PatternSet(plain, isForMany: isForMany)
    } catch {
      throw .patterns(error.message)
    }
    let firstOther = plain.count + builtIn.count
    expressions =
      isForMany
      ? (
        SentenceExpressions(builtIn.map(\.pattern), numberedFrom: plain.count),
        ExpressionSearch(others.map(\.pattern), numberedFrom: firstOther)
      ) : nil
    self.listOfPattern = listOfPattern + builtIn.map(\.list) + others.map(\.list)
    self.table = table
    ofCustomers = try CustomerLists(catalogue, lexicon, isForMany: isForMany)
    ofTopics = try TopicWords(catalogue, isForMany: isForMany)
    var questions: [WordList] = []
    for standard in catalogue.standards {
      guard case .closingQuestion(let kind) = standard.requirement,
        !questions.contains(.catalogue(kind.phrases))
      else { continue }
      questions.append(.catalogue(kind.phrases))
    }
    closingQuestions = questions
    var particulars: [String: Particular] = [:]
    for standard in catalogue.standards {
      guard case .askedAgain(let kind) = standard.requirement else { continue }
      for field in kind.fields { particulars[field] = Particular(field: field) }
    }
    self.particulars = particulars
  }

  /// The built-in lists that are looked for in replies: some are of use to certain kinds only.
  private static func readInReplies(by catalogue: Catalogue) -> [Lexicon.List] {
    let kinds = catalogue.standards.map { $0.requirement.key }
    let wantsDoers = catalogue.standards.contains {
      if case .nextStep(let kind) = $0.requirement { kind.wants.contains(.who) } else { false }
    }
    return Lexicon.List.allCases.filter { list in
      if list == .doers { return wantsDoers }
      if Lexicon.List.ofCustomers.contains(list) {
        return list == .negations || list == .farewells
      }
      return list.kinds.map { $0.contains { kinds.contains($0) } } ?? true
    }
  }

  /// Makes lists of the words that a standard names, one a language.
  private static func add(
    _ words: SoughtWords, of catalogue: Catalogue,
    to lists: inout [(name: WordList, patterns: [Pattern])], _ name: (String?) -> WordList
  ) -> SoughtLists {
    var phrases: [(language: String?, pattern: Pattern)] = []
    switch words {
    case .list(let list):
      phrases = catalogue.phraseList(named: list)?.phrases.map { ($0.language, $0.pattern) } ?? []
    case .phrases(let written):
      phrases = written.compactMap { phrase in
        (try? Pattern(phrase.written)).map { (phrase.language, $0) }
      }
    }
    var sought = SoughtLists()
    for (language, pattern) in phrases {
      let list = name(language)
      let index = lists.firstIndex { $0.name == list } ?? lists.count
      if index == lists.count { lists.append((list, [])) }
      lists[index].patterns.append(pattern)
      sought.add(index, language: language)
    }
    return sought
  }

  /// The words that a standard names itself.
  func sought(by standard: String) -> SoughtLists.OfStandard {
    soughtByStandard[standard] ?? SoughtLists.OfStandard()
  }

  /// What a field holds that a standard names; nil where its name does not tell.
  func particular(of field: String) -> Particular? { particulars[field] }

  /// Everything that any list finds in a text.
  ///
  /// - Complexity: O(bytes + hits), and again for each list with expressions that is asked for.
  func scan(_ text: FoldedText) -> WordHits {
    WordHits(text, byList(phrases.hits(in: text)), table, .inText)
  }

  /// What sentences hold.
  ///
  /// - Complexity: O(bytes + hits · log hits).
  func read(
    _ text: FoldedText, _ sentences: [Sentence], prior: Language?
  ) -> SentenceReading {
    SentenceReading(
      text, sentences, prior: prior, phrases: phrases.narrowed(to: text), expressions?.builtIn,
      readsActs ? model : nil, memory, levelsNumbers: levelsNumbers)
  }

  /// Everything that any list finds in a text whose sentences are read; built-in expressions match
  /// within a sentence.
  func hits(_ reading: SentenceReading, in text: FoldedText) -> WordHits {
    guard let expressions else {
      return WordHits(text, byList(reading.hits), table, .inParts(reading.parts))
    }
    var hits = reading.hits
    expressions.others.find(in: 0..<text.bytes.count, of: text, into: &hits)
    if hits.count > reading.hits.count { hits.sort() }
    return WordHits(text, byList(hits), table, .known)
  }

  private func byList(_ hits: [PatternHit]) -> PlacesByList {
    PlacesByList(hits, lists: table.count, listOfPattern)
  }
}

/// Why replies cannot be judged at all.
package enum AuditorError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The phrases and expressions cannot be compiled together, for this reason.
  case patterns(String)
  /// The weights of the model cannot be read.
  case model(ModelError)

  package var description: String {
    switch self {
    case .model(let error): "the model cannot be read: \(error)"
    case .patterns(let reason): "the phrases cannot be compiled together: \(reason)"
    }
  }
}
