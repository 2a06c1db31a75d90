import Diagnostics

/// Reading stopped, and why has been reported.
struct ReadingStopped: Error {}

/// Builds the tree of nodes from events, without recursion.
struct TreeBuilder {
  private let text: SourceText
  /// The text's bytes; lent for as long as the builder works.
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limits: YAMLLimits
  private(set) var diagnostics = Diagnostics()
  /// The collection being read, at first the list of documents. It stands apart from those around
  /// it, since it changes with every value.
  private var inner = OpenCollection(isMapping: false, start: 0, anchor: nil, nodesBefore: 0)
  /// The collections around it, outermost first.
  private var outer: [OpenCollection] = []
  private var anchors: [String: Anchored] = [:]
  /// How many nodes the document has, aliases written out.
  private var nodeCount = 0
  /// More than this many problems help nobody, and each costs time to print.
  private static let mostProblems = 200

  /// The document, once complete.
  var root: YAMLNode? { outer.isEmpty ? inner.items.first : nil }

  /// - Parameter bytes: All bytes of the text.
  init(text: SourceText, bytes: UnsafeBufferPointer<UInt8>, limits: YAMLLimits) {
    self.text = text
    self.bytes = bytes
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
    /// What a refused merge key would have brought, so that nothing is missed because of it.
    var merged: [YAMLEntry] = []
    /// Where keys were written that are not among the first few, or are aliases.
    private var keys: [String: SourceRange] = [:]
    var key: PendingKey?
    /// Collections inside each other, below this one.
    var height = 0
    /// The end of what was read so far.
    var end: Int

    /// So many keys are sooner looked through than hashed.
    private static let few = 12

    init(isMapping: Bool, start: Int, anchor: String?, nodesBefore: Int) {
      self.isMapping = isMapping
      self.start = start
      self.anchor = anchor
      self.nodesBefore = nodesBefore
      end = start
    }

    /// Where a key was first written.
    func place(ofKey text: String) -> SourceRange? {
      if !keys.isEmpty, let place = keys[text] { return place }
      for index in 0..<min(entries.count, Self.few) where entries[index].keyText == text {
        return entries[index].key.place
      }
      return nil
    }

    /// Whether a new key is not among the first few.
    var hasManyKeys: Bool { entries.count >= Self.few }

    /// Notes where a new key is written that is not among the first few, or is an alias.
    mutating func note(key text: String, at place: SourceRange) {
      keys[text] = place
    }
  }

  /// A key whose value comes next.
  private enum PendingKey {
    case good(YAMLNode, String)
    /// Reported; its value is read and dropped.
    case refused
    /// `<<`; reported, too.
    case merge
  }

  /// Takes the next event of a document.
  mutating func take(_ event: YAMLEvent) throws(ReadingStopped) {
    switch event.kind {
    case .scalar(let scalar):
      try addScalar(scalar, event)
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
      diagnostics.append(.tooManyProblems(Self.mostProblems, at: place(event.utf8)))
      throw ReadingStopped()
    }
  }

  private mutating func addScalar(
    _ scalar: YAMLScalar, _ event: YAMLEvent
  ) throws(ReadingStopped) {
    try count(1, at: event.utf8)
    // An anchor may have nothing behind it.
    let start = min(startOfContent(of: event), event.utf8.upperBound)
    let end = endOfScalar(scalar, in: start..<event.utf8.upperBound)
    let node = YAMLNode(content: .scalar(scalar), place: place(start..<end))
    if scalar.style == .plain, byte(at: start) == 0xC2, byte(at: start + 1) == 0xA0 {
      diagnostics.append(.noBreakSpace(at: place(start..<start + 2)))
    }
    if let anchor = event.anchor {
      anchors[anchor] = Anchored(node: node, nodeCount: 1, height: 0)
    }
    try add(node, height: 0)
  }

  // MARK: - Collections

  private mutating func openCollection(_ event: YAMLEvent) throws(ReadingStopped) {
    let start = startOfContent(of: event)
    try checkDepth(outer.count + 1, at: place(start..<start + 1))
    let nodesBefore = nodeCount
    try count(1, at: event.utf8)
    if let anchor = event.anchor { anchors[anchor] = nil }
    var isMapping = false
    if case .mappingStart = event.kind { isMapping = true }
    var around = OpenCollection(
      isMapping: isMapping, start: start, anchor: event.anchor, nodesBefore: nodesBefore)
    swap(&around, &inner)
    // A copy would count every reference in it.
    outer.append(consume around)
  }

  private mutating func closeCollection(_ event: YAMLEvent) throws(ReadingStopped) {
    guard var last = outer.popLast() else { return }
    swap(&last, &inner)
    // Keys written out come before merged ones.
    for entry in last.merged where last.place(ofKey: entry.keyText) == nil {
      last.note(key: entry.keyText, at: entry.key.place)
      last.entries.append(entry)
    }
    // The end of a block is only known to lie before the next token; its last value ends it.
    // Brackets end where they end.
    let isBracketed = isOpeningBracket(byte(at: last.start))
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
    _ node: consuming YAMLNode, height: Int, writtenAt written: Range<Int>? = nil
  ) throws(ReadingStopped) {
    // A document of nothing is no document.
    if outer.isEmpty, case .scalar(let scalar) = node.content, scalar.isNothing { return }
    let written = written ?? node.place.utf8
    inner.height = max(inner.height, height)
    inner.end = written.upperBound
    guard inner.isMapping else {
      inner.items.append(node)
      return
    }
    switch inner.key.take() {
    case nil:
      inner.key = checkedKey(node, writtenAt: written)
    case .refused?:
      break
    case .merge?:
      inner.merged += node.mergedEntries
    case .good(let keyNode, let text)?:
      // Most mappings have several keys, and growing by one costs more than some room left over.
      if inner.entries.isEmpty { inner.entries.reserveCapacity(4) }
      inner.entries.append(YAMLEntry(key: keyNode, keyText: text, value: node))
    }
  }

  private mutating func checkedKey(
    _ node: consuming YAMLNode, writtenAt written: Range<Int>
  ) -> PendingKey {
    guard case .scalar(let scalar) = node.content else {
      let place = place(written)
      var isMapping = false
      if case .mapping = node.content { isMapping = true }
      let isBracketed = isOpeningBracket(byte(at: written.lowerBound))
      diagnostics.append(
        .collectionAsKey(isMapping: isMapping, isBracketed: isBracketed, at: place))
      return .refused
    }
    if scalar.isNothing {
      diagnostics.append(.emptyKey(at: place(written)))
    } else if scalar.style == .plain, scalar.text == "<<" {
      diagnostics.append(.mergeKey(at: place(written)))
      return .merge
    } else if let first = inner.place(ofKey: scalar.text) {
      diagnostics.append(.duplicateKey(scalar.text, at: place(written), first: first))
    } else {
      if inner.hasManyKeys || node.place.utf8 != written {
        inner.note(key: scalar.text, at: place(written))
      }
      return .good(node, scalar.text)
    }
    return .refused
  }

  // MARK: - Aliases

  private mutating func addAlias(_ name: String, _ utf8: Range<Int>) throws(ReadingStopped) {
    let place = place(utf8)
    if let anchored = anchors[name] {
      try checkDepth(outer.count + anchored.height, at: place)
      try count(anchored.nodeCount, at: utf8)
      return try add(anchored.node, height: anchored.height, writtenAt: utf8)
    }
    if inner.anchor == name || outer.contains(where: { $0.anchor == name }) {
      diagnostics.append(.recursiveAlias(name, at: place))
      throw ReadingStopped()
    }
    let inBrackets = (outer.dropFirst() + [inner]).contains {
      isOpeningBracket(byte(at: $0.start))
    }
    if let whole = LineScan(text).textAfterAlias(utf8, inBrackets: inBrackets) {
      diagnostics.append(.textLikeAlias(whole, at: place))
    } else {
      let near = nearestName(to: name, among: anchors.keys)
      diagnostics.append(
        .undefinedAlias(name, near: near, near.flatMap { anchors[$0]?.node.place }, at: place))
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
      guard diagnostic.severity == .error, let place = diagnostic.place else { return false }
      return line.contains(place.utf8.lowerBound)
    }
    if !isExplained { diagnostics.append(SyntaxAdvice(problem, in: text).diagnostic) }
  }

  mutating func reportSecondDocument(at offset: Int) {
    diagnostics.append(.secondDocument(at: LineScan(text).word(at: offset)))
  }

  private mutating func count(_ nodes: Int, at utf8: Range<Int>) throws(ReadingStopped) {
    nodeCount += nodes
    guard nodeCount > limits.nodes else { return }
    diagnostics.append(.tooManyNodes(limits.nodes, at: place(utf8)))
    throw ReadingStopped()
  }

  private mutating func checkDepth(_ depth: Int, at place: SourceRange) throws(ReadingStopped) {
    guard depth > limits.depth else { return }
    diagnostics.append(.tooDeep(limits.depth, at: place))
    throw ReadingStopped()
  }

  // MARK: - Places

  private func place(_ utf8: Range<Int>) -> SourceRange { SourceRange(text: text, utf8: utf8) }

  private func byte(at offset: Int) -> UInt8? {
    offset >= 0 && offset < bytes.count ? bytes[offset] : nil
  }

  private func isOpeningBracket(_ byte: UInt8?) -> Bool {
    byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
  }

  /// Where the value itself starts, behind anchor and tag; reports a tag.
  private mutating func startOfContent(of event: YAMLEvent) -> Int {
    guard event.anchor != nil || event.hasTag else { return event.utf8.lowerBound }
    let properties = LineScan(text).properties(from: event.utf8.lowerBound)
    if let tag = properties.tag {
      diagnostics.append(.tag(at: place(tag)))
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

extension YAMLNode {
  /// The entries of a mapping, or of each mapping in a list, as a merge key takes them.
  fileprivate var mergedEntries: [YAMLEntry] {
    switch content {
    case .mapping(let entries): entries
    case .sequence(let nodes): nodes.flatMap { $0.mapping ?? [] }
    case .scalar: []
    }
  }

  private var mapping: [YAMLEntry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }
}
