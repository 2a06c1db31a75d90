package import Diagnostics

/// A value in a YAML text that knows where it stands.
///
/// An alias gives the node of its anchor, so its place is where the value was written.
package struct YAMLNode: Sendable {
  /// What the value is.
  package enum Content: Sendable {
    /// A text, a number, a yes or no; which one, the schema decides.
    case scalar(YAMLScalar)
    /// A list.
    case sequence(YAMLNodes)
    /// Keys and values, in the order written; no key twice.
    case mapping(YAMLEntries)
  }

  let tree: YAMLTree
  let index: Int32

  init(_ index: Int32, in tree: YAMLTree) {
    self.tree = tree
    self.index = index
  }

  /// What the value is.
  package var content: Content {
    let node = tree[index]
    return switch node.kind {
    case .scalar: .scalar(YAMLScalar(node, in: tree))
    case .sequence: .sequence(YAMLNodes(node.children, in: tree))
    case .mapping: .mapping(YAMLEntries(node.children, in: tree))
    }
  }

  /// Where it is written: without anchor, with quotes or brackets, from a block's first character
  /// to its last.
  package var place: SourceRange { tree.place(of: index) }
}

/// A scalar and how it was written.
package struct YAMLScalar: Sendable {
  /// How a scalar is written.
  package enum Style: Sendable {
    /// Without quotes; also a value left empty.
    case plain
    /// In `'…'`.
    case singleQuoted
    /// In `"…"`.
    case doubleQuoted
    /// After `|`.
    case literal
    /// After `>`.
    case folded
  }

  private let tree: YAMLTree
  private let node: YAMLTree.Node
  /// How it was written.
  package let style: Style

  fileprivate init(_ node: YAMLTree.Node, in tree: YAMLTree) {
    self.tree = tree
    self.node = node
    if case .scalar(let style) = node.kind { self.style = style } else { style = .plain }
  }

  /// The text, without quotes and escapes; made anew each time.
  package var text: String { tree.string(of: node) }

  /// How long the text is (unit: bytes).
  package var count: Int { Int(node.count) }
}

/// The elements of a list.
package struct YAMLNodes: RandomAccessCollection, Sendable {
  private let tree: YAMLTree
  /// Where they stand among the children of all nodes.
  private let children: Range<Int>

  fileprivate init(_ children: Range<Int>, in tree: YAMLTree) {
    self.tree = tree
    self.children = children
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { children.count }
  package subscript(position: Int) -> YAMLNode {
    YAMLNode(tree.children[children.lowerBound + position], in: tree)
  }
}

/// The keys of a mapping with their values.
package struct YAMLEntries: RandomAccessCollection, Sendable {
  private let tree: YAMLTree
  /// Where they stand among the children of all nodes, keys and values by turns.
  private let children: Range<Int>

  fileprivate init(_ children: Range<Int>, in tree: YAMLTree) {
    self.tree = tree
    self.children = children
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { children.count / 2 }
  package subscript(position: Int) -> YAMLEntry {
    let place = children.lowerBound + 2 * position
    return YAMLEntry(tree.children[place], tree.children[place + 1], in: tree)
  }

  /// Where the entry of a key stands.
  ///
  /// - Complexity: O(entries).
  package func firstIndex(ofKey name: String) -> Int? {
    tree.position(ofKey: name, marked: KeyMark(name).value, in: children)
  }

  /// The entry of a key.
  package func entry(_ name: String) -> YAMLEntry? { firstIndex(ofKey: name).map { self[$0] } }

  /// Where the entry of a key stands whose name is known in advance.
  func firstIndex(of key: KeyDescription) -> Int? {
    tree.position(ofKey: key.name, marked: key.mark, in: children)
  }

  /// The value of an entry.
  func value(at position: Int) -> YAMLNode {
    YAMLNode(tree.children[children.lowerBound + 2 * position + 1], in: tree)
  }

  /// The entries whose keys are not among these.
  func entries(besides keys: [KeyDescription]) -> [YAMLEntry] {
    var unknown: [YAMLEntry] = []
    for position in stride(from: children.lowerBound, to: children.upperBound, by: 2)
    where tree.place(of: tree[tree.children[position]], among: keys) == nil {
      unknown.append(self[(position - children.lowerBound) / 2])
    }
    return unknown
  }
}

/// A key with its value.
package struct YAMLEntry: Sendable {
  private let tree: YAMLTree
  private let keyIndex: Int32
  private let valueIndex: Int32

  fileprivate init(_ key: Int32, _ value: Int32, in tree: YAMLTree) {
    self.tree = tree
    keyIndex = key
    valueIndex = value
  }

  /// The key, always a scalar.
  package var key: YAMLNode { YAMLNode(keyIndex, in: tree) }
  /// The value; an empty plain scalar just after the key if nothing was written.
  package var value: YAMLNode { YAMLNode(valueIndex, in: tree) }
  /// The key's text; made anew each time.
  package var keyText: String { tree.string(of: tree[keyIndex]) }

  /// Which of these the key is, which costs less than to make its text; nil for none.
  package func place(among keys: [KeyDescription]) -> Int? {
    tree.place(of: tree[keyIndex], among: keys)
  }
}
