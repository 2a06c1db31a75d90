import Diagnostics

/// All nodes of one text, side by side in memory.
///
/// A catalogue has some hundred thousand of them: to make and to free each one by itself costs more
/// than to read it. A text is made from its bytes when somebody asks for it.
final class YAMLTree: Sendable {
  /// One node. Its numbers are small, because a text is; see ``largestText``.
  struct Node {
    enum Kind {
      case scalar(YAMLScalar.Style)
      case sequence, mapping
    }

    let kind: Kind
    /// Whether the text of a scalar stands in the file just so, without escapes and folded lines.
    var isVerbatim = false
    /// Where it is written (unit: bytes of the file).
    let start, end: Int32
    /// Of a scalar, where its bytes are; of a list or mapping, where its children are.
    let first: Int32
    /// How many bytes or children there are; those of a mapping are keys and values by turns.
    let count: Int32
    /// Of a key, the mark of its text; see ``KeyMark``.
    var mark: UInt32 = 0

    var children: Range<Int> { Int(first)..<Int(first) + Int(count) }
  }

  /// The longest text whose nodes can be told (unit: bytes).
  static let largestText = Int(Int32.max) / 2

  /// The text that was read.
  let text: SourceText
  let nodes: [Node]
  /// The indices of the children of every list and mapping.
  let children: [Int32]
  /// The texts that do not stand in the file just so.
  private let unfolded: [UInt8]

  init(text: SourceText, nodes: [Node], children: [Int32], unfolded: [UInt8]) {
    self.text = text
    self.nodes = nodes
    self.children = children
    self.unfolded = unfolded
  }

  subscript(index: Int32) -> Node { nodes[Int(index)] }

  /// Where a node is written.
  func place(of index: Int32) -> SourceRange {
    let node = self[index]
    return SourceRange(text: text, utf8: Int(node.start)..<Int(node.end))
  }

  /// The text of a scalar.
  func string(of node: Node) -> String {
    withBytes(of: node) { String(decoding: $0, as: UTF8.self) }
  }

  /// Whether the text of a scalar is this one.
  func text(of node: Node, is other: String) -> Bool {
    guard other.utf8.count == node.count else { return false }
    let isSame = withBytes(of: node) { bytes in
      other.utf8.withContiguousStorageIfAvailable { $0.isSame(as: bytes) }
    }
    return isSame ?? (string(of: node) == other)
  }

  /// Where among some children, keys and values by turns, the key of a text stands; nil where none
  /// does.
  ///
  /// - Parameter mark: That of the text.
  func position(ofKey text: String, marked mark: UInt32, in children: Range<Int>) -> Int? {
    nodes.withUnsafeBufferPointer { nodes in
      self.children.withUnsafeBufferPointer { all in
        var place = children.lowerBound
        while place < children.upperBound {
          let key = Int(all[place])
          if nodes[key].mark == mark, self.text(of: nodes[key], is: text) {
            return (place - children.lowerBound) / 2
          }
          place += 2
        }
        return nil
      }
    }
  }

  /// Lends the bytes of a scalar's text.
  func withBytes<Result>(
    of node: Node, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    (node.isVerbatim ? text.bytes : unfolded).withUnsafeBufferPointer {
      body(UnsafeBufferPointer(rebasing: $0[node.children]))
    }
  }
}

extension YAMLTree {
  /// Which of these a key is; nil for none.
  func place(of key: Node, among names: [KeyDescription]) -> Int? {
    // An iterator would copy every description that it passes.
    names.withUnsafeBufferPointer { names in
      var place = 0
      while place < names.count {
        if names[place].mark == key.mark, text(of: key, is: names[place].name) { return place }
        place += 1
      }
      return nil
    }
  }
}

/// A number by which most texts differ, so that few of them have to be compared.
///
/// Source: G. Fowler, L. C. Noll, K.-P. Vo, D. Eastlake, *The FNV Non-Cryptographic Hash Algorithm*,
/// IETF draft (FNV-1a of 32 bits).
struct KeyMark {
  private(set) var value: UInt32 = 2_166_136_261
  /// Whether the text is ASCII, so that no other is the same text in other bytes.
  private(set) var isASCII = true

  init(_ text: String) {
    for byte in text.utf8 { add(byte) }
  }

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    for byte in bytes { add(byte) }
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt32(byte)) &* 16_777_619
    if byte >= 0x80 { isASCII = false }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether these are the same bytes.
  func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    var index = 0
    let (left, right) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
    while index + 8 <= count {
      let one = left.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      guard one == right.loadUnaligned(fromByteOffset: index, as: UInt64.self) else { return false }
      index += 8
    }
    while index < count {
      guard self[index] == other[index] else { return false }
      index += 1
    }
    return true
  }
}
