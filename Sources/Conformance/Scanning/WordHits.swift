import Synchronization
import TextMatching

/// Where the words of each list stand in a text.
///
/// What phrases find is known from the start; expressions are searched for when their list is first
/// asked for, built-in ones sentence by sentence.
final class WordHits: Sendable {
  private let text: FoldedText
  private let reading: SentenceReading?
  private let table: ListTable
  private let found: Mutex<Found>

  private struct Found {
    var byList: [[Range<Int>]]
    var isSearched: [Bool]
  }

  /// - Parameters:
  ///   - reading: What the text's sentences hold; nil where built-in expressions too are looked for in
  ///     the text as a whole.
  ///   - phrases: The places of each list's phrases, by start.
  init(
    _ text: FoldedText, _ reading: SentenceReading?, _ phrases: [[Range<Int>]], _ table: ListTable
  ) {
    self.text = text
    self.reading = reading
    self.table = table
    found = Mutex(Found(byList: phrases, isSearched: table.hasNoExpressions))
  }

  /// The places (folded bytes) where a list's words stand, by start, the longer first.
  ///
  /// - Complexity: O(1), but O(bytes) the first time for a list with expressions.
  subscript(list: WordList) -> [Range<Int>] {
    guard let index = table.index(of: list) else { return [] }
    return found.withLock { found in
      if !found.isSearched[index] {
        found.isSearched[index] = true
        found.byList[index] += places(of: index, isBuiltIn: list.isBuiltIn)
        found.byList[index].sort {
          ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
        }
      }
      return found.byList[index]
    }
  }
}

extension WordHits {
  /// The places where a list's expressions match.
  private func places(of list: Int, isBuiltIn: Bool) -> [Range<Int>] {
    guard let expressions = table.expressions(at: list) else { return [] }
    guard isBuiltIn, let reading else { return expressions.places(in: text) }
    var places: [Range<Int>] = []
    for (part, known) in zip(reading.parts, reading.known) {
      let search = { expressions.places(in: self.text, part) }
      let found = known.map { $0.places(of: list, search) } ?? search()
      for place in found { places.append(place.moved(by: part.lowerBound)) }
    }
    return places
  }
}

/// The word lists by name, with the expressions of each.
struct ListTable: Sendable {
  private var indices: [WordList: Int] = [:]
  private var expressions: [ExpressionSearch?] = []
  /// For each list, whether it is made of phrases only.
  private(set) var hasNoExpressions: [Bool] = []

  var count: Int { expressions.count }

  mutating func add(_ list: WordList, expressions: [Pattern]) {
    indices[list] = count
    hasNoExpressions.append(expressions.isEmpty)
    self.expressions.append(expressions.isEmpty ? nil : ExpressionSearch(expressions))
  }

  func index(of list: WordList) -> Int? { indices[list] }

  func expressions(at index: Int) -> ExpressionSearch? { expressions[index] }
}
