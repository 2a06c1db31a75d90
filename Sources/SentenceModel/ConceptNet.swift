/// The phrases of all concepts as one net: from node to node by a class of words.
///
/// The first step to a matcher; ``ConceptAutomaton`` makes the net deterministic.
struct ConceptNet {
  struct Edge: Hashable {
    /// An index of `classes`; 0 is any word.
    let words: Int32
    let target: Int32
  }

  /// Words that lead the same way, each list in order; the first stands for any word.
  private(set) var classes: [[WordPattern]] = [[.any]]
  private var classOf: [[WordPattern]: Int32] = [:]
  /// What leads on from each node; node 0 is where phrases begin.
  private(set) var edges: [[Edge]] = [[]]
  /// The concepts that are found when a node is reached.
  private(set) var accepted: [[Int32]] = [[]]
  /// The node behind the last words of each concept's phrases.
  private var ends: [Int32: Int32] = [:]

  /// More words than anybody means at one place of a phrase.
  private static let mostWords = 20_000

  /// Adds a phrase of a concept.
  ///
  /// - Throws: ``ConceptPattern/Problem`` for a phrase that may match nothing, or begins with any word.
  mutating func add(_ pattern: ConceptPattern, of concept: Int32) throws(ConceptPattern.Problem) {
    var front: Front = [0: [[]]]
    try walk(pattern.nodes, &front)
    let words = try takeWords(&front)
    let end = end(of: concept)
    for (node, words) in words { try connect(node, words, to: end) }
    for node in front.keys {
      guard node != 0 else { throw Self.problem("the phrase may match nothing at all") }
      if !accepted[Int(node)].contains(concept) { accepted[Int(node)].append(concept) }
    }
  }

  /// For each node the words that may stand unfinished behind it; empty before a word.
  private typealias Front = [Int32: Set<[UInt8]>]

  private static func problem(_ message: String) -> ConceptPattern.Problem {
    ConceptPattern.Problem(message: message, offset: 0)
  }

  private mutating func newNode() -> Int32 {
    edges.append([])
    accepted.append([])
    return Int32(truncatingIfNeeded: edges.count - 1)
  }

  private mutating func end(of concept: Int32) -> Int32 {
    if let end = ends[concept] { return end }
    let end = newNode()
    accepted[Int(end)] = [concept]
    ends[concept] = end
    return end
  }

  private mutating func walk(
    _ nodes: [ConceptPattern.Node], _ front: inout Front
  ) throws(ConceptPattern.Problem) {
    for node in nodes {
      switch node {
      case .part(let byte):
        for (key, words) in front { front[key] = Set(words.map { $0 + [byte] }) }
      case .gap: try step(&front)
      case .joint(let byte):
        try step(&front)
        front = front.mapValues { _ in [[byte]] }
      case .single(let byte):
        try step(&front)
        front = front.mapValues { _ in [[byte]] }
        try step(&front)
      case .more:
        try step(&front)
        guard front[0] == nil else { throw Self.problem("the phrase begins with any words") }
        let loop = newNode()
        for node in front.keys.sorted() { edges[Int(node)].append(Edge(words: 0, target: loop)) }
        edges[Int(loop)].append(Edge(words: 0, target: loop))
        front[loop] = [[]]
      case .group(let alternatives):
        var all: Front = [:]
        for alternative in alternatives {
          var one = front
          try walk(alternative, &one)
          all.merge(one) { $0.union($1) }
        }
        front = all
      }
      guard front.values.reduce(0, { $0 + $1.count }) <= Self.mostWords else {
        throw Self.problem("the phrase stands for too many words")
      }
    }
  }

  /// Ends the words: all of them lead to one new node.
  private mutating func step(_ front: inout Front) throws(ConceptPattern.Problem) {
    let words = try takeWords(&front)
    guard !words.isEmpty else { return }
    let next = newNode()
    for (node, words) in words { try connect(node, words, to: next) }
    front[next] = [[]]
  }

  /// Takes the unfinished words out, by node in order; nodes before a word stay.
  private func takeWords(
    _ front: inout Front
  ) throws(ConceptPattern.Problem) -> [(Int32, [WordPattern])] {
    var taken: [(Int32, [WordPattern])] = []
    var rest: Front = [:]
    for node in front.keys.sorted() {
      var words: [WordPattern] = []
      for bytes in front[node] ?? [] {
        guard let word = WordPattern(bytes) else {
          rest[node] = [[]]
          continue
        }
        switch word.kind {
        case nil: throw Self.problem("a word has more than one '*'")
        case .suffix(let ending), .both(_, let ending):
          guard ending.allSatisfy({ ModelBytes.ending($0) != 0 }) else {
            throw Self.problem("an ending behind '*' has only letters from a to z")
          }
        case .prefix(let beginning):
          guard beginning.count <= ConceptPattern.longestBeginning else {
            throw Self.problem("the word before '*' is too long")
          }
        case .any, .literal: break
        }
        words.append(word)
      }
      if !words.isEmpty { taken.append((node, words.sorted())) }
    }
    front = rest
    return taken
  }

  private mutating func connect(
    _ node: Int32, _ words: [WordPattern], to target: Int32
  ) throws(ConceptPattern.Problem) {
    let isAny = words.contains(.any)
    guard !isAny || node != 0 else { throw Self.problem("the phrase begins with any word") }
    var words = words
    if isAny { words.removeAll { $0.bytes != [UInt8(ascii: "^")] && $0 != .any } }
    if isAny { edges[Int(node)].append(Edge(words: 0, target: target)) }
    words.removeAll { $0 == .any }
    guard !words.isEmpty else { return }
    let new = Int32(truncatingIfNeeded: classes.count)
    let known = classOf[words] ?? new
    if known == new {
      classes.append(words)
      classOf[words] = new
    }
    edges[Int(node)].append(Edge(words: known, target: target))
  }
}
