import Diagnostics

/// Reading stopped, and why has been reported.
struct ReadingStopped: Error {}

/// Builds the tree of nodes from events, without recursion.
struct TreeBuilder {
  private let text: SourceText
  private let limits: YAMLLimits
  private(set) var diagnostics = Diagnostics()
  /// The document, once complete.
  private(set) var root: YAMLNode?
  /// The collections being read, outermost first.
  private var open: [OpenCollection] = []
  private var anchors: [String: Anchored] = [:]
  /// How many nodes the document has, aliases written out.
  private var nodeCount = 0
  /// More than this many problems help nobody, and each costs time to print.
  private static let mostProblems = 200

  init(text: SourceText, limits: YAMLLimits) {
    self.text = text
    self.limits = limits
  }

  /// A complete value that an alias may stand for.
  private struct Anchored {
    let node: YAMLNode
    let nodeCount: Int
    let height: Int
  }

  private struct OpenCollection {
    let isMapping: Bool
    let start: Int
    let anchor: String?
    let nodesBefore: Int
    var items: [YAMLNode] = []
    var entries: [YAMLEntry] = []
    /// Where each key of the mapping was first written.
    var keys: [String: SourceRange] = [:]
    var key: PendingKey?
    /// Collections inside each other, below this one.
    var height = 0
    /// The end of what was read so far.
    var end: Int
  }

  /// A key whose value comes next.
  private enum PendingKey {
    case good(YAMLNode, String)
    /// Reported; its value is read and dropped.
    case refused
  }

  /// Takes the next event of a document.
  mutating func take(_ event: YAMLEvent) throws(ReadingStopped) {
    switch event.kind {
    case .scalar(let scalar):
      let start = startOfContent(of: event)
      try count(1, at: event.utf8)
      let end = endOfScalar(scalar, in: start..<max(start, event.utf8.upperBound))
      let node = YAMLNode(content: .scalar(scalar), place: place(start..<end))
      if let anchor = event.anchor {
        anchors[anchor] = Anchored(node: node, nodeCount: 1, height: 0)
      }
      try add(node, height: 0)
    case .sequenceStart, .mappingStart:
      try openCollection(event)
    case .sequenceEnd, .mappingEnd:
      try closeCollection(event)
    case .alias(let name):
      try addAlias(name, event.utf8)
    case .documentStart, .streamEnd, .other:
      break
    }
    if diagnostics.all.count >= Self.mostProblems {
      diagnostics.error(
        "yaml.too-many-problems",
        "reading stopped after \(Self.mostProblems) problems", at: place(event.utf8))
      throw ReadingStopped()
    }
  }

  // MARK: - Collections

  private mutating func openCollection(_ event: YAMLEvent) throws(ReadingStopped) {
    let start = startOfContent(of: event)
    try checkDepth(open.count + 1, at: place(start..<start + 1))
    let nodesBefore = nodeCount
    try count(1, at: event.utf8)
    if let anchor = event.anchor { anchors[anchor] = nil }
    var isMapping = false
    if case .mappingStart = event.kind { isMapping = true }
    open.append(
      OpenCollection(
        isMapping: isMapping, start: start, anchor: event.anchor, nodesBefore: nodesBefore,
        end: start))
  }

  private mutating func closeCollection(_ event: YAMLEvent) throws(ReadingStopped) {
    guard let last = open.popLast() else { return }
    // The end of a block is only known to lie before the next token; its last value ends it.
    // Brackets end where they end.
    let opening = byte(at: last.start)
    let isBracketed = opening == UInt8(ascii: "[") || opening == UInt8(ascii: "{")
    let closing = byte(at: event.utf8.upperBound - 1)
    let isClosed = closing == UInt8(ascii: "]") || closing == UInt8(ascii: "}")
    let end = isBracketed && isClosed ? event.utf8.upperBound : last.end
    let node = YAMLNode(
      content: last.isMapping ? .mapping(last.entries) : .sequence(last.items),
      place: place(last.start..<max(last.start, end)))
    let height = last.height + 1
    if let anchor = last.anchor {
      anchors[anchor] = Anchored(
        node: node, nodeCount: nodeCount - last.nodesBefore, height: height)
    }
    try add(node, height: height)
  }

  /// Gives a complete node to the collection it stands in.
  private mutating func add(
    _ node: YAMLNode, height: Int, writtenAt written: Range<Int>? = nil
  ) throws(ReadingStopped) {
    guard var parent = open.popLast() else {
      // A document of nothing is no document.
      if case .scalar(let scalar) = node.content, scalar.isNothing { return }
      root = node
      return
    }
    defer { open.append(parent) }
    let written = written ?? node.place.utf8
    parent.height = max(parent.height, height)
    parent.end = max(parent.end, written.upperBound)
    guard parent.isMapping else {
      parent.items.append(node)
      return
    }
    guard let key = parent.key else {
      parent.key = checkedKey(node, writtenAt: written, among: &parent.keys)
      return
    }
    parent.key = nil
    if case .good(let keyNode, let text) = key {
      parent.entries.append(YAMLEntry(key: keyNode, keyText: text, value: node))
    }
  }

  private mutating func checkedKey(
    _ node: YAMLNode, writtenAt written: Range<Int>, among keys: inout [String: SourceRange]
  ) -> PendingKey {
    guard case .scalar(let scalar) = node.content else {
      reportCollectionAsKey(node, at: place(written))
      return .refused
    }
    if scalar.isNothing {
      diagnostics.error(
        "yaml.empty-key", "a key is missing before ':'", at: place(written),
        fixIt: "write the key, or put the text in quotes if ':' is a part of it")
      return .refused
    }
    if scalar.style == .plain, scalar.text == "<<" {
      diagnostics.error(
        "yaml.merge-key", "the merge key '<<' is not supported", at: place(written),
        fixIt: "write the keys out here, or let an alias stand for the whole value")
      return .refused
    }
    if let first = keys[scalar.text] {
      diagnostics.error(
        "yaml.duplicate-key", "the key '\(scalar.text)' stands here a second time",
        at: place(written), notes: [Diagnostic.Note("the first one is here", at: first)],
        fixIt: "keep one of them")
      return .refused
    }
    keys[scalar.text] = place(written)
    return .good(node, scalar.text)
  }

  private mutating func reportCollectionAsKey(_ node: YAMLNode, at place: SourceRange) {
    let opening = byte(at: place.utf8.lowerBound)
    let isBracketed = opening == UInt8(ascii: "{") || opening == UInt8(ascii: "[")
    let kind = if case .mapping = node.content { "a mapping" } else { "a list" }
    diagnostics.error(
      "yaml.key", "\(kind) cannot be a key", at: place,
      fixIt: isBracketed
        ? "put the text in quotes if it only starts with a bracket, as '{name}' does"
        : "use a text as the key")
  }

  // MARK: - Aliases

  private mutating func addAlias(_ name: String, _ utf8: Range<Int>) throws(ReadingStopped) {
    let place = place(utf8)
    if let anchored = anchors[name] {
      try checkDepth(open.count + anchored.height, at: place)
      try count(anchored.nodeCount, at: utf8)
      return try add(anchored.node, height: anchored.height, writtenAt: utf8)
    }
    if open.contains(where: { $0.anchor == name }) {
      diagnostics.error(
        "yaml.recursive-alias", "'*\(name)' stands inside the value '&\(name)' itself", at: place,
        fixIt: "write the value out")
      throw ReadingStopped()
    }
    let scan = LineScan(text)
    if let whole = scan.textAfterAlias(utf8) {
      diagnostics.error(
        "yaml.unquoted", "text that starts with '*' must be in quotes", at: place,
        fixIt: LineScan.quoteAdvice(whole))
    } else {
      let near = nearestName(to: name, among: anchors.keys)
      diagnostics.error(
        "yaml.undefined-alias", "'*\(name)' refers to no anchor '&\(name)' above", at: place,
        notes: near.flatMap { anchors[$0]?.node.place }.map {
          [Diagnostic.Note("the nearest name belongs to this value", at: $0)]
        } ?? [],
        fixIt: near.map { "did you mean '*\($0)'?" } ?? LineScan.quoteAdvice("*\(name)"))
    }
    // Most likely it was meant as text.
    let meant = YAMLScalar(text: "*\(name)", style: .plain)
    try count(1, at: utf8)
    try add(YAMLNode(content: .scalar(meant), place: place), height: 0)
  }

  // MARK: - What stops the reading

  /// Reports what libyaml could not read, unless the same line has been explained already.
  mutating func report(_ problem: SyntaxProblem) {
    let line = text.line(at: problem.offset)
    let isExplained = diagnostics.all.contains { diagnostic in
      diagnostic.place.map { line.contains($0.utf8.lowerBound) } ?? false
    }
    if !isExplained { diagnostics.append(SyntaxAdvice(problem, in: text).diagnostic) }
  }

  mutating func reportSecondDocument(at offset: Int) {
    diagnostics.error(
      "yaml.several-documents", "a second document starts here, but a file holds one",
      at: LineScan(text).word(at: offset),
      fixIt: "delete the line '---', or move what follows to a file of its own")
  }

  private mutating func count(_ nodes: Int, at utf8: Range<Int>) throws(ReadingStopped) {
    nodeCount += nodes
    guard nodeCount > limits.nodes else { return }
    diagnostics.error(
      "yaml.too-many-nodes",
      "the file has more than \(limits.nodes) values, aliases written out", at: place(utf8),
      fixIt: "split the file, or use fewer aliases")
    throw ReadingStopped()
  }

  private mutating func checkDepth(_ depth: Int, at place: SourceRange) throws(ReadingStopped) {
    guard depth > limits.depth else { return }
    diagnostics.error(
      "yaml.too-deep", "values stand more than \(limits.depth) deep in each other", at: place)
    throw ReadingStopped()
  }

  // MARK: - Places

  private func place(_ utf8: Range<Int>) -> SourceRange { SourceRange(text: text, utf8: utf8) }

  private func byte(at offset: Int) -> UInt8? {
    text.bytes.indices.contains(offset) ? text.bytes[offset] : nil
  }

  /// Where the value itself starts, behind anchor and tag; reports a tag.
  private mutating func startOfContent(of event: YAMLEvent) -> Int {
    guard event.anchor != nil || event.hasTag else { return event.utf8.lowerBound }
    let properties = LineScan(text).properties(from: event.utf8.lowerBound)
    if let tag = properties.tag {
      let place = place(tag)
      diagnostics.error(
        "yaml.tag", "the tag '\(place.string)' is not needed: the key decides what a value is",
        at: place, fixIt: "delete it, or put the text in quotes if '!' is a part of it")
    }
    return properties.end
  }

  /// A block ends with its last visible character, not with the lines left empty after it.
  private func endOfScalar(_ scalar: YAMLScalar, in utf8: Range<Int>) -> Int {
    guard scalar.style == .literal || scalar.style == .folded else { return utf8.upperBound }
    var end = utf8.upperBound
    while end > utf8.lowerBound, let last = byte(at: end - 1), LineScan.isWhite(last) { end -= 1 }
    return end
  }
}
