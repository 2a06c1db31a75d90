import Synchronization
import TextMatching

/// Where the words of each list stand in a text.
///
/// What phrases find is known from the start; expressions are searched for when their list is first
/// asked for.
final class WordHits: Sendable {
  private let text: FoldedText
  private let table: ListTable
  private let found: Mutex<Found>

  private struct Found {
    var byList: [[Range<Int>]]
    var isSearched: [Bool]
  }

  /// - Parameter phrases: The places of each list's phrases, by start.
  init(_ text: FoldedText, _ phrases: [[Range<Int>]], _ table: ListTable) {
    self.text = text
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
        found.byList[index] += table.expressions(at: index)?.places(in: text) ?? []
        found.byList[index].sort {
          ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
        }
      }
      return found.byList[index]
    }
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
