import Standards
import Synchronization
import TextMatching

/// Where the words of each list stand in a text.
///
/// What phrases find is known from the start; expressions are searched for when their list is first
/// asked for, unless their places are known as well.
final class WordHits: Sendable {
  private let text: FoldedText
  private let table: ListTable
  private let known: PlacesByList
  private let searched = Mutex<[Int: [Range<Int>]]>([:])
  private let expressions: Expressions

  /// Where expressions match.
  enum Expressions {
    /// Anywhere in the text.
    case inText
    /// Built-in ones within one of these parts (folded bytes), others anywhere.
    case inParts([Range<Int>])
    /// Their places are known.
    case known
  }

  /// - Parameters:
  ///   - known: The places that are known of each list, by start, the longer first.
  ///   - expressions: Where expressions match.
  init(
    _ text: FoldedText, _ known: PlacesByList, _ table: ListTable, _ expressions: Expressions
  ) {
    self.text = text
    self.known = known
    self.table = table
    self.expressions = expressions
  }

  /// The places (folded bytes) where a list's words stand, by start, the longer first.
  ///
  /// - Complexity: O(1), but O(bytes) the first time for a list with expressions to search for.
  subscript(list: WordList) -> ArraySlice<Range<Int>> {
    table.index(of: list).map { places(at: $0, isBuiltIn: list.isBuiltIn) } ?? []
  }

  /// The same of a list that is not built in, by its number.
  subscript(number: Int) -> ArraySlice<Range<Int>> { places(at: number, isBuiltIn: false) }

  private func places(at index: Int, isBuiltIn: Bool) -> ArraySlice<Range<Int>> {
    guard let search = table.expressions(at: index) else { return known[index] }
    let parts: [Range<Int>]
    switch expressions {
    case .known: return known[index]
    case .inParts(let all) where isBuiltIn: parts = all
    case .inParts, .inText: parts = [0..<text.bytes.count]
    }
    return searched.withLock { searched in
      if let places = searched[index] { return places[...] }
      var hits: [PatternHit] = []
      for part in parts { search.find(in: part, of: text, into: &hits) }
      let places = (known[index] + hits.map(\.range)).sorted {
        ($0.lowerBound, $1.upperBound) < ($1.lowerBound, $0.upperBound)
      }
      searched[index] = places
      return places[...]
    }
  }
}

/// The places that patterns found, list by list, in one piece of memory.
struct PlacesByList: Sendable {
  private let places: [Range<Int>]
  /// Where each list's places begin, and at the end their number.
  private let starts: [Int]

  /// - Parameters:
  ///   - hits: Keep their order within each list.
  ///   - lists: How many lists there are.
  ///   - listOfPattern: The list of each pattern.
  /// - Complexity: O(hits + lists).
  init(_ hits: [PatternHit], lists: Int, _ listOfPattern: [Int]) {
    var starts = Array(repeating: 0, count: lists + 1)
    for hit in hits { starts[listOfPattern[hit.pattern] + 1] += 1 }
    for list in 0..<lists { starts[list + 1] += starts[list] }
    var places = Array(repeating: 0..<0, count: hits.count)
    var next = starts
    for hit in hits {
      let list = listOfPattern[hit.pattern]
      places[next[list]] = hit.range
      next[list] += 1
    }
    self.places = places
    self.starts = starts
  }

  subscript(list: Int) -> ArraySlice<Range<Int>> { places[starts[list]..<starts[list + 1]] }
}

/// The word lists by name, with the expressions of each.
struct ListTable: Sendable {
  private var named: [WordList: Int] = [:]
  /// The indices of built-in lists, by their number.
  private var builtIn: [Int?] = Array(repeating: nil, count: Lexicon.List.allCases.count)
  private var expressions: [ExpressionSearch?] = []

  var count: Int { expressions.count }

  mutating func add(_ list: WordList, expressions: [Pattern]) {
    if case .lexicon(let list) = list {
      builtIn[list.rawValue] = count
    } else {
      named[list] = count
    }
    self.expressions.append(expressions.isEmpty ? nil : ExpressionSearch(expressions))
  }

  func index(of list: WordList) -> Int? {
    if case .lexicon(let list) = list { builtIn[list.rawValue] } else { named[list] }
  }

  func expressions(at index: Int) -> ExpressionSearch? { expressions[index] }
}
