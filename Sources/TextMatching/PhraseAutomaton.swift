/// All phrases of a set in one tree of their steps, walked from every place where one may begin.
///
/// A walk takes each node at most once, and words differ within their first letters, so a text is
/// scanned in time linear in its length; in the worst case times the longest phrase.
struct PhraseAutomaton: Sendable {
  fileprivate struct Node {
    /// Where the node's bytes begin in `edgeBytes` and `edgeTargets`.
    var firstEdge: Int32 = 0
    var edgeCount: Int32 = 0
    /// The nodes behind a gap, an ending and an arbitrary word; -1 for none.
    var gap: Int32 = -1
    var ending: Int32 = -1
    var word: Int32 = -1
    /// Where the node's patterns begin in `accepted`.
    var firstAccepted: Int32 = 0
    var acceptedCount: Int32 = 0
    /// Where the node's row begins in `rows`; -1 for a node of few edges.
    var row: Int32 = -1

    /// Whether only its edges lead on, and nothing ends here.
    @inline(__always)
    var isPlain: Bool { acceptedCount == 0 && ending < 0 && word < 0 }
  }

  /// From so many edges on a node has a row: a target for each letter from `a` to `z`.
  private static let fewestOfRow = 3
  fileprivate static let rowWidth = 26

  private var nodes: [Node] = []
  private var edgeBytes: [UInt8] = []
  private var edgeTargets: [Int32] = []
  /// For nodes of many edges the target of each letter, -1 for none.
  private var rows: [Int32] = []
  /// Indices of patterns that end at a node.
  private var accepted: [Int32] = []
  /// For each byte the node behind it at the root; 0, the root itself, for none.
  private var root = [Int32](repeating: 0, count: 256)

  /// Whether there is nothing to look for.
  var isEmpty: Bool { nodes.count < 2 }

  /// Builds the tree.
  ///
  /// - Parameter patterns: The plain phrases of each pattern; none for expressions.
  /// - Complexity: O(all steps).
  init(_ patterns: [[[PhraseStep]]]) {
    var draft = Draft()
    for (index, phrases) in patterns.enumerated() {
      for phrase in phrases { draft.add(phrase, of: Int32(truncatingIfNeeded: index)) }
    }
    for index in draft.nodes.indices {
      var node = Node()
      node.firstEdge = Int32(truncatingIfNeeded: edgeBytes.count)
      var child = draft.nodes[index].firstChild
      while child >= 0 {
        let next = draft.nodes[Int(child)]
        switch next.step {
        case .byte(let byte):
          edgeBytes.append(byte)
          edgeTargets.append(child)
          node.edgeCount += 1
        case .gap: node.gap = child
        case .ending: node.ending = child
        case .word: node.word = child
        }
        child = next.nextSibling
      }
      if node.edgeCount >= Self.fewestOfRow { addRow(to: &node) }
      nodes.append(node)
    }
    // Each node's patterns stay in their order.
    for (node, _) in draft.accepted { nodes[Int(node)].acceptedCount += 1 }
    var next = 0
    for index in nodes.indices {
      nodes[index].firstAccepted = Int32(truncatingIfNeeded: next)
      next += Int(nodes[index].acceptedCount)
    }
    accepted = Array(repeating: 0, count: next)
    var filled = [Int32](repeating: 0, count: nodes.count)
    for (node, pattern) in draft.accepted {
      accepted[Int(nodes[Int(node)].firstAccepted + filled[Int(node)])] = pattern
      filled[Int(node)] += 1
    }
    for edge in 0..<Int(nodes[0].edgeCount) { root[Int(edgeBytes[edge])] = edgeTargets[edge] }
  }

  private mutating func addRow(to node: inout Node) {
    node.row = Int32(truncatingIfNeeded: rows.count)
    rows.append(contentsOf: repeatElement(-1, count: Self.rowWidth))
    let first = Int(node.firstEdge)
    for edge in first..<first + Int(node.edgeCount) {
      let letter = edgeBytes[edge] &- UInt8(ascii: "a")
      if letter < Self.rowWidth { rows[Int(node.row) + Int(letter)] = edgeTargets[edge] }
    }
  }

  /// The tree while it grows: each node knows its first child and its next sibling. Few nodes have
  /// many children, so looking through them costs less than a table for each.
  private struct Draft {
    struct Node {
      let step: PhraseStep
      var firstChild: Int32 = -1
      var nextSibling: Int32 = -1
    }

    private(set) var nodes = [Node(step: .gap)]
    private(set) var accepted: [(node: Int32, pattern: Int32)] = []

    mutating func add(_ phrase: [PhraseStep], of pattern: Int32) {
      var (node, elder, depth) = nodes.withUnsafeBufferPointer { Self.follow(phrase, $0) }
      // Behind the first step that nobody took before every node is new.
      for step in phrase[depth...] {
        let new = Int32(truncatingIfNeeded: nodes.count)
        nodes.append(Node(step: step.withoutPlace))
        if elder < 0 {
          nodes[Int(node)].firstChild = new
        } else {
          nodes[Int(elder)].nextSibling = new
        }
        node = new
        elder = -1
      }
      accepted.append((node, pattern))
    }

    /// How far the tree has a phrase already: the node reached, the last of its children, -1 for none,
    /// and how many steps it takes.
    private static func follow(
      _ phrase: [PhraseStep], _ nodes: UnsafeBufferPointer<Node>
    ) -> (node: Int32, elder: Int32, depth: Int) {
      var node: Int32 = 0
      for (depth, step) in phrase.enumerated() {
        let step = step.withoutPlace
        var child = nodes[Int(node)].firstChild
        var elder: Int32 = -1
        while child >= 0, nodes[Int(child)].step != step {
          elder = child
          child = nodes[Int(child)].nextSibling
        }
        if child < 0 { return (node, elder, depth) }
        node = child
      }
      return (node, -1, phrase.count)
    }
  }

  /// Appends the hits of all phrases; those of one pattern do not overlap, and of several from one
  /// place the longest counts.
  func scan(_ bytes: UnsafeBufferPointer<UInt8>, into hits: inout [PatternHit]) {
    var ends: [PatternEnd] = []
    _ = scan(bytes, from: 0..<bytes.count, &ends, into: &hits)
  }

  /// Appends the hits of all phrases that begin within a part of a text.
  ///
  /// - Parameter ends: The hits that may reach further, of the parts before.
  /// - Returns: Whether no byte behind the part, nor the text's end, had a say.
  func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, from part: Range<Int>, _ ends: inout [PatternEnd],
    into hits: inout [PatternHit]
  ) -> Bool {
    guard !isEmpty else { return true }
    let anyWordFirst = nodes[0].word
    var walk = Walk(bytes: bytes)
    withTables { tables in
      for start in part {
        let first = tables.root[Int(bytes[start])]
        guard first != 0 || anyWordFirst >= 0,
          !WordCharacters.goOn(across: start, in: bytes)
        else { continue }
        if anyWordFirst >= 0, let end = WordCharacters.endOfWord(from: start, in: bytes) {
          tables.follow(anyWordFirst, from: end, &walk)
        }
        if first != 0 { tables.follow(first, from: start + 1, &walk) }
        guard !walk.found.isEmpty else { continue }
        ends.removeAll { $0.end <= start }
        for (pattern, end) in walk.found where !ends.contains(where: { $0.pattern == pattern }) {
          ends.append(PatternEnd(pattern: pattern, end: end))
          hits.append(PatternHit(pattern: Int(pattern), range: start..<end))
        }
        walk.found.removeAll(keepingCapacity: true)
      }
    }
    return walk.furthest < part.upperBound
  }

  private func withTables(_ body: (Tables) -> Void) {
    nodes.withUnsafeBufferPointer { nodes in
      edgeBytes.withUnsafeBufferPointer { edgeBytes in
        edgeTargets.withUnsafeBufferPointer { edgeTargets in
          accepted.withUnsafeBufferPointer { accepted in
            root.withUnsafeBufferPointer { root in
              rows.withUnsafeBufferPointer { rows in
                body(
                  Tables(
                    nodes: nodes, edgeBytes: edgeBytes, edgeTargets: edgeTargets, rows: rows,
                    accepted: accepted, root: root))
              }
            }
          }
        }
      }
    }
  }
}

/// Where a hit of a pattern ends, before which no other one of it begins.
struct PatternEnd: Sendable {
  let pattern: Int32
  let end: Int
}

/// The state of the walk from one place, kept between places for its memory.
private struct Walk {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Nodes still to be visited, with their offsets.
  var pending: [(node: Int32, offset: Int)] = []
  /// The patterns found from this place, with their longest end.
  var found: [(pattern: Int32, end: Int)] = []
  /// The furthest offset that was looked at from any place.
  var furthest = 0

  init(bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func accept(_ pattern: Int32, end: Int) {
    for index in found.indices where found[index].pattern == pattern {
      found[index].end = max(found[index].end, end)
      return
    }
    found.append((pattern, end))
  }
}

/// The automaton's arrays, without their checks and counts of references; its indices are its own.
private struct Tables {
  let nodes: UnsafeBufferPointer<PhraseAutomaton.Node>
  let edgeBytes: UnsafeBufferPointer<UInt8>
  let edgeTargets: UnsafeBufferPointer<Int32>
  let rows: UnsafeBufferPointer<Int32>
  let accepted: UnsafeBufferPointer<Int32>
  let root: UnsafeBufferPointer<Int32>

  /// Visits every node that the text leads to.
  func follow(_ first: Int32, from start: Int, _ walk: inout Walk) {
    let bytes = walk.bytes
    var index = first
    var offset = start
    while true {
      walk.furthest = max(walk.furthest, offset)
      let node = nodes[Int(index)]
      if node.isPlain, let (next, end) = step(node, at: offset, bytes) {
        index = next
        offset = end
        continue
      }
      if node.acceptedCount > 0, !WordCharacters.goOn(across: offset, in: bytes) {
        let firstAccepted = Int(node.firstAccepted)
        for accepted in accepted[firstAccepted..<firstAccepted + Int(node.acceptedCount)] {
          walk.accept(accepted, end: offset)
        }
      }
      if node.ending >= 0 {
        walk.pending.append((node.ending, WordCharacters.endOfLetters(from: offset, in: bytes)))
      }
      if node.word >= 0, let end = WordCharacters.endOfWord(from: offset, in: bytes) {
        walk.pending.append((node.word, end))
      }
      if let (next, end) = step(node, at: offset, bytes) {
        index = next
        offset = end
      } else if let next = walk.pending.popLast() {
        index = next.node
        offset = next.offset
      } else {
        return
      }
    }
  }

  /// The one way on by what stands at the offset, a byte or white space.
  @inline(__always)
  private func step(
    _ node: PhraseAutomaton.Node, at offset: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> (Int32, Int)? {
    guard offset < bytes.count else { return nil }
    let byte = bytes[offset]
    if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
      guard node.gap >= 0, let end = Self.endOfGap(from: offset, in: bytes) else { return nil }
      return (node.gap, end)
    }
    let letter = byte &- UInt8(ascii: "a")
    if node.row >= 0, letter < PhraseAutomaton.rowWidth {
      let target = rows[Int(node.row) + Int(letter)]
      return target < 0 ? nil : (target, offset + 1)
    }
    var edge = Int(node.firstEdge)
    let end = edge + Int(node.edgeCount)
    while edge < end {
      if edgeBytes[edge] == byte { return (edgeTargets[edge], offset + 1) }
      edge += 1
    }
    return nil
  }

  /// The end of the white space that begins at an offset; nil when it has more than one line break.
  private static func endOfGap(from offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var position = offset
    var breaks = 0
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "\n") {
        breaks += 1
        guard breaks < 2 else { return nil }
      } else if bytes[position] != UInt8(ascii: " ") {
        break
      }
      position += 1
    }
    return position
  }
}

extension PhraseStep {
  /// The step as it counts for matching.
  fileprivate var withoutPlace: PhraseStep {
    switch self {
    case .ending: .ending(at: 0)
    case .word: .word(at: 0)
    case .byte, .gap: self
    }
  }
}
