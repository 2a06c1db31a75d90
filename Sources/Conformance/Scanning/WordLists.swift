package import SentenceModel
package import Standards
import TextMatching

/// The name of a word list, and whose it is.
package enum WordList: Hashable, Sendable {
  /// A list of the catalogue.
  case catalogue(String)
  /// A built-in list.
  case lexicon(Lexicon.List)
}

/// All word lists in one automaton, so that a reply is scanned once.
package struct WordLists: Sendable {
  private let patterns: PatternSet
  /// For each pattern, the index of its list.
  private let listOfPattern: [Int]
  private let indices: [WordList: Int]
  /// The lists by which customers' messages are read.
  let ofCustomers: CustomerLists
  /// What judges sentences.
  let model: SentenceModel
  /// The catalogue's own lists of questions whether anything else is needed.
  let closingQuestions: [WordList]

  /// Builds the automaton.
  ///
  /// - Throws: ``AuditorError/patterns(_:)`` when the expressions need more memory than allowed.
  package init(
    _ catalogue: Catalogue, _ lexicon: Lexicon, _ model: SentenceModel? = nil
  ) throws(AuditorError) {
    switch model.map(Result.success) ?? SentenceModel.builtIn {
    case .success(let model): self.model = model
    case .failure(let error): throw .model(error)
    }
    var lists: [(name: WordList, phrases: [PhraseList.Phrase])] = catalogue.phraseLists.map {
      (.catalogue($0.name), $0.phrases)
    }
    let readInReplies = Lexicon.List.allCases.filter {
      !Lexicon.List.ofCustomers.contains($0) || $0 == .negations
    }
    for list in readInReplies {
      lists.append((.lexicon(list), lexicon[list].phrases))
    }
    var all: [Pattern] = []
    var listOfPattern: [Int] = []
    var indices: [WordList: Int] = [:]
    for (index, list) in lists.enumerated() {
      indices[list.name] = index
      for phrase in list.phrases {
        all.append(phrase.pattern)
        listOfPattern.append(index)
      }
    }
    do {
      patterns = try PatternSet(all)
    } catch {
      throw .patterns(error.message)
    }
    self.listOfPattern = listOfPattern
    self.indices = indices
    ofCustomers = try CustomerLists(catalogue, lexicon)
    var questions: [WordList] = []
    for standard in catalogue.standards {
      guard case .closingQuestion(let kind) = standard.requirement,
        !questions.contains(.catalogue(kind.phrases))
      else { continue }
      questions.append(.catalogue(kind.phrases))
    }
    closingQuestions = questions
  }

  /// Everything that any list finds in a text.
  ///
  /// - Complexity: O(bytes + hits).
  func scan(_ text: FoldedText) -> WordHits {
    var byList: [[Range<Int>]] = Array(repeating: [], count: indices.count)
    for hit in patterns.hits(in: text) {
      byList[listOfPattern[hit.pattern]].append(hit.range)
    }
    return WordHits(byList: byList, indices: indices)
  }
}

/// Where the words of each list stand in a text.
struct WordHits: Sendable {
  fileprivate let byList: [[Range<Int>]]
  fileprivate let indices: [WordList: Int]

  /// The places (folded bytes) where a list's words stand, by start.
  subscript(list: WordList) -> [Range<Int>] {
    indices[list].map { byList[$0] } ?? []
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
