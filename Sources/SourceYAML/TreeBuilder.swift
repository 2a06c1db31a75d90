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
  private var inner = OpenCollection(
    isMapping: false, start: 0, anchor: nil, nodesBefore: 0, firstChild: 0)
  /// The collections around it, outermost first.
  private var outer: [OpenCollection] = []
  /// The children so far of all open collections, one behind the other.
  private var pending: [Int32] = []
  /// What the tree will be made of.
  private var nodes: [YAMLTree.Node] = []
  private var children: [Int32] = []
  private var unfolded: [UInt8] = []
  private var anchors: [String: Anchored] = [:]
  /// How many nodes the document has, aliases written out.
  private var nodeCount = 0
  /// More than this many problems help nobody, and each costs time to print.
  private static let mostProblems = 200

  /// Whether there is a complete document.
  var hasRoot: Bool { outer.isEmpty && !pending.isEmpty }

  /// - Parameter bytes: All bytes of the text.
  init(text: SourceText, bytes: UnsafeBufferPointer<UInt8>, limits: YAMLLimits) {
    self.text = text
    self.bytes = bytes
    self.limits = limits
    // About as many as catalogues have; growing would copy them several times over.
    nodes.reserveCapacity(min(bytes.count / 20, limits.nodes) + 8)
    children.reserveCapacity(min(bytes.count / 20, limits.nodes) + 8)
  }

  /// The document, once complete.
  func root() -> YAMLNode? {
    guard outer.isEmpty, let root = pending.first else { return nil }
    return YAMLNode(
      root, in: YAMLTree(text: text, nodes: nodes, children: children, unfolded: unfolded))
  }

  /// A complete value that an alias may stand for.
  private struct Anchored {
    let node: Int32
    let nodeCount: Int
    let height: Int
  }

  private struct OpenCollection {
    let isMapping: Bool
    let start: Int
    let anchor: String?
    let nodesBefore: Int
    /// Where its children begin among the pending ones.
    let firstChild: Int
    /// What a refused merge key would have brought, so that nothing is missed because of it.
    var merged: [Int32] = []
    /// Where keys were written that are not among the first few, not ASCII, or aliases.
    var keys: [String: SourceRange] = [:]
    var key: PendingKey?
    /// Collections inside each other, below this one.
    var height = 0
    /// The end of what was read so far.
    var end: Int

    init(isMapping: Bool, start: Int, anchor: String?, nodesBefore: Int, firstChild: Int) {
      self.isMapping = isMapping
      self.start = start
      self.anchor = anchor
      self.nodesBefore = nodesBefore
      self.firstChild = firstChild
      end = start
    }
  }

  /// A key whose value comes next.
  private enum PendingKey {
    case good(Int32)
    /// Reported; its value is read and dropped.
    case refused
    /// `<<`; reported, too.
    case merge
  }

  /// Takes the next event of a document.
  mutating func take(_ event: YAMLEvent) throws(ReadingStopped) {
    switch event.kind {
    case .scalar(let style):
      try addScalar(style, event)
    case .sequenceStart, .mappingStart:
      try openCollection(event)
    case .sequenceEnd, .mappingEnd:
      try closeCollection(event)
    case .alias:
      try addAlias(event.anchor ?? "", event.utf8)
    case .documentStart, .streamEnd, .other:
      break
    }
    if diagnostics.all.count >= Self.mostProblems {
      diagnostics.append(.tooManyProblems(Self.mostProblems, at: place(event.utf8)))
      throw ReadingStopped()
    }
  }

  private mutating func addScalar(
    _ style: YAMLScalar.Style, _ event: YAMLEvent
  ) throws(ReadingStopped) {
    try count(1, at: event.utf8)
    // An anchor may have nothing behind it.
    let start = min(startOfContent(of: event), event.utf8.upperBound)
    let end = endOfScalar(style, in: start..<event.utf8.upperBound)
    let node = appendScalar(event.text, style, start..<end)
    if style == .plain, byte(at: start) == 0xC2, byte(at: start + 1) == 0xA0 {
      diagnostics.append(.noBreakSpace(at: place(start..<start + 2)))
    }
    if let anchor = event.anchor {
      anchors[anchor] = Anchored(node: node, nodeCount: 1, height: 0)
    }
    try add(node, height: 0, writtenAt: start..<end)
  }

  /// Makes a node of a scalar; its text is copied only if it does not stand in the file just so.
  private mutating func appendScalar(
    _ text: UnsafeBufferPointer<UInt8>, _ style: YAMLScalar.Style, _ utf8: Range<Int>
  ) -> Int32 {
    let quote = style == .singleQuoted || style == .doubleQuoted ? 1 : 0
    let first = utf8.lowerBound + quote
    let isVerbatim =
      text.count == utf8.count - 2 * quote
      && text.isSame(as: UnsafeBufferPointer(rebasing: bytes[first..<first + text.count]))
    if !isVerbatim { unfolded += text }
    return append(
      YAMLTree.Node(
        kind: .scalar(style), isVerbatim: isVerbatim, start: Int32(clamping: utf8.lowerBound),
        end: Int32(clamping: utf8.upperBound),
        first: Int32(clamping: isVerbatim ? first : unfolded.count - text.count),
        count: Int32(clamping: text.count)))
  }

  private mutating func append(_ node: YAMLTree.Node) -> Int32 {
    nodes.append(node)
    return Int32(clamping: nodes.count - 1)
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
      isMapping: isMapping, start: start, anchor: event.anchor, nodesBefore: nodesBefore,
      firstChild: pending.count)
    swap(&around, &inner)
    // A copy would count every reference in it.
    outer.append(consume around)
  }

  private mutating func closeCollection(_ event: YAMLEvent) throws(ReadingStopped) {
    guard var last = outer.popLast() else { return }
    takeMerged()
    swap(&last, &inner)
    // The end of a block is only known to lie before the next token; its last value ends it.
    // Brackets end where they end.
    let isBracketed = isOpeningBracket(byte(at: last.start))
    let closing = byte(at: event.utf8.upperBound - 1)
    let isClosed = closing == UInt8(ascii: "]") || closing == UInt8(ascii: "}")
    let end = isBracketed && isClosed ? event.utf8.upperBound : last.end
    let node = append(
      YAMLTree.Node(
        kind: last.isMapping ? .mapping : .sequence, start: Int32(clamping: last.start),
        end: Int32(clamping: max(last.start, end)), first: Int32(clamping: children.count),
        count: Int32(clamping: pending.count - last.firstChild)))
    children += pending[last.firstChild...]
    pending.removeSubrange(last.firstChild...)
    let height = last.height + 1
    if let anchor = last.anchor {
      anchors[anchor] = Anchored(
        node: node, nodeCount: nodeCount - last.nodesBefore, height: height)
    }
    try add(node, height: height, writtenAt: last.start..<max(last.start, end))
  }

  /// Adds what a refused merge key would have brought; keys written out come before.
  private mutating func takeMerged() {
    for place in stride(from: 0, to: inner.merged.count - 1, by: 2) {
      let key = inner.merged[place]
      let mark = mark(of: nodes[Int(key)])
      guard self.place(ofKey: key, marked: mark) == nil else { continue }
      inner.keys[string(of: key)] = self.place(of: key)
      pending += [key, inner.merged[place + 1]]
    }
  }

  /// Gives a complete node to the collection it stands in.
  ///
  /// - Parameter written: Where it, or its alias, stands.
  private mutating func add(
    _ node: Int32, height: Int, writtenAt written: Range<Int>
  ) throws(ReadingStopped) {
    // A document of nothing is no document.
    if outer.isEmpty, isNothing(node) { return }
    inner.height = max(inner.height, height)
    inner.end = written.upperBound
    guard inner.isMapping else {
      pending.append(node)
      return
    }
    switch inner.key.take() {
    case nil:
      inner.key = checkedKey(node, writtenAt: written)
    case .refused?:
      break
    case .merge?:
      inner.merged += mergedEntries(of: node)
    case .good(let key)?:
      pending.append(key)
      pending.append(node)
    }
  }

  private mutating func checkedKey(
    _ node: Int32, writtenAt written: Range<Int>
  ) -> PendingKey {
    let key = nodes[Int(node)]
    guard case .scalar(let style) = key.kind else {
      let place = place(written)
      var isMapping = false
      if case .mapping = key.kind { isMapping = true }
      let isBracketed = isOpeningBracket(byte(at: written.lowerBound))
      diagnostics.append(
        .collectionAsKey(isMapping: isMapping, isBracketed: isBracketed, at: place))
      return .refused
    }
    if style == .plain, key.count == 0 {
      diagnostics.append(.emptyKey(at: place(written)))
      return .refused
    }
    if style == .plain, key.count == 2, string(of: node) == "<<" {
      diagnostics.append(.mergeKey(at: place(written)))
      return .merge
    }
    let mark = mark(of: key)
    guard let first = place(ofKey: node, marked: mark) else {
      let hasManyKeys = pending.count - inner.firstChild >= 2 * Self.few
      let isElsewhere = Int(key.start) != written.lowerBound || Int(key.end) != written.upperBound
      if hasManyKeys || isElsewhere || !mark.isASCII {
        inner.keys[string(of: node)] = place(written)
      }
      nodes[Int(node)].mark = mark.value
      return .good(node)
    }
    diagnostics.append(.duplicateKey(string(of: node), at: place(written), first: first))
    return .refused
  }

  /// So many keys are sooner looked through than hashed.
  private static let few = 12

  /// Where a key was first written in the collection being read. Keys are the same when their characters are, which
  /// may be composed or not.
  private func place(ofKey key: Int32, marked mark: KeyMark) -> SourceRange? {
    if !inner.keys.isEmpty, let place = inner.keys[string(of: key)] { return place }
    let end = min(pending.count, inner.firstChild + 2 * Self.few)
    for place in stride(from: inner.firstChild, to: end, by: 2)
    where
      mark.isASCII
      ? nodes[Int(pending[place])].mark == mark.value && isSameText(pending[place], key)
      : string(of: pending[place]) == string(of: key)
    {
      return self.place(of: pending[place])
    }
    return nil
  }

  // MARK: - Nodes so far

  private func bytes(of node: YAMLTree.Node) -> ArraySlice<UInt8> {
    node.isVerbatim ? text.bytes[node.children] : unfolded[node.children]
  }

  private func mark(of key: YAMLTree.Node) -> KeyMark {
    let start = Int(key.first)
    if key.isVerbatim {
      return KeyMark(UnsafeBufferPointer(rebasing: bytes[start..<start + Int(key.count)]))
    }
    return unfolded.withUnsafeBufferPointer {
      KeyMark(UnsafeBufferPointer(rebasing: $0[start..<start + Int(key.count)]))
    }
  }

  private func isSameText(_ one: Int32, _ other: Int32) -> Bool {
    let (one, other) = (nodes[Int(one)], nodes[Int(other)])
    return one.count == other.count && bytes(of: one) == bytes(of: other)
  }

  private func string(of node: Int32) -> String {
    String(decoding: bytes(of: nodes[Int(node)]), as: UTF8.self)
  }

  private func place(of node: Int32) -> SourceRange {
    let node = nodes[Int(node)]
    return place(Int(node.start)..<Int(node.end))
  }

  private func isNothing(_ node: Int32) -> Bool {
    let node = nodes[Int(node)]
    guard case .scalar(.plain) = node.kind else { return false }
    return node.count == 0
  }

  /// The keys and values of a mapping by turns, or of each mapping in a list, as a merge key takes
  /// them.
  private func mergedEntries(of node: Int32) -> [Int32] {
    let node = nodes[Int(node)]
    switch node.kind {
    case .mapping: return Array(children[node.children])
    case .sequence:
      return children[node.children].flatMap { child in
        let child = nodes[Int(child)]
        guard case .mapping = child.kind else { return [Int32]() }
        return Array(children[child.children])
      }
    case .scalar: return []
    }
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
        .undefinedAlias(
          name, near: near, near.flatMap { anchors[$0] }.map { self.place(of: $0.node) }, at: place)
      )
    }
    // Most likely it was meant as text.
    try count(1, at: utf8)
    var meant = "*\(name)"
    let node = meant.withUTF8 { appendScalar($0, .plain, place.utf8) }
    try add(node, height: 0, writtenAt: utf8)
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
    guard event.name != nil || event.hasTag else { return event.utf8.lowerBound }
    let properties = LineScan(text).properties(from: event.utf8.lowerBound)
    if let tag = properties.tag {
      diagnostics.append(.tag(at: place(tag)))
    }
    return properties.end
  }

  /// A block ends with its last visible character, not with the lines left empty after it.
  private func endOfScalar(_ style: YAMLScalar.Style, in utf8: Range<Int>) -> Int {
    guard style == .literal || style == .folded else { return utf8.upperBound }
    var end = utf8.upperBound
    while end > utf8.lowerBound, let last = byte(at: end - 1), LineScan.isWhite(last) { end -= 1 }
    return end
  }
}
