package import Diagnostics
package import ServiceTime
import SourceYAML

/// What keeps a standard and what breaks it.
package struct Examples: Sendable {
  /// Which side of the line an example stands on.
  package enum Side: String, CaseIterable, Sendable {
    /// It keeps the standard.
    case pass
    /// It breaks it.
    case fail
  }

  /// A reply, the two moments of a wait, or what happened to a ticket.
  package enum Example: Hashable, Sendable {
    /// A reply; `==…==` marks what must be found in it.
    case reply(String)
    /// A wait and how long it counts.
    case wait(Wait)
    /// A ticket in a few lines.
    case log(Log)
  }

  /// A customer's question and its answer.
  package struct Wait: Hashable, Sendable {
    /// When the customer asked; not relative.
    package let asked: Placed<WrittenMoment>
    /// When somebody answered; not relative.
    package let answered: Placed<WrittenMoment>
    /// How long that counts in opening time.
    package let takes: TimeSpan
  }

  /// An example with its side and its place.
  package struct Entry: Sendable {
    /// Which side it stands on.
    package let side: Side
    /// The example.
    package let example: Example
    /// Where it stands.
    package var place: SourceRange { node.place }
    /// The first line of it.
    package var firstLine: SourceRange { node.firstLine }

    private let node: YAMLNode

    init(_ side: Side, _ example: Example, _ node: YAMLNode) {
      self.side = side
      self.example = example
      self.node = node
    }

    /// Where a part of the reply stands in the file.
    ///
    /// - Parameter range: The part (UTF-8 offsets of the reply as written, with its marks).
    /// - Complexity: O(length of the reply).
    package func place(ofUTF8 range: Range<Int>) -> SourceRange { node.place(ofUTF8: range) }
  }

  /// All examples, those that pass first, in the order of the file.
  package let entries: [Entry]
  /// Whether there are some with moments, thus not only replies.
  let haveMoments: Bool

  /// Examples that keep the standard.
  package var pass: [Example] { entries.filter { $0.side == .pass }.map(\.example) }

  /// Examples that break it.
  package var fail: [Example] { entries.filter { $0.side == .fail }.map(\.example) }

  /// Creates examples.
  package init(_ entries: [Entry] = []) {
    self.entries = entries
    haveMoments = entries.contains { entry in
      if case .reply = entry.example { false } else { true }
    }
  }
}
