import Diagnostics
import SourceYAML
import TextMatching

/// Leaves only some of a catalogue's languages in its YAML, and everything else as it was written,
/// comments too.
///
/// It drops the other languages' titles, reasons and phrases, and the examples that are replies in
/// them. It is meant for sound catalogues such as our templates.
struct LanguageSelection {
  private let all: [String]
  private let chosen: [String]
  private var edits: [(utf8: Range<Int>, text: [UInt8])] = []

  /// - Parameters:
  ///   - chosen: The languages to keep.
  ///   - all: The languages of the catalogue.
  init(_ chosen: [String], of all: [String]) {
    self.all = all
    self.chosen = all.filter { chosen.contains($0) }
  }

  /// The text with the chosen languages only.
  ///
  /// - Complexity: O(bytes).
  func applied(to text: SourceText) -> SourceText {
    var diagnostics = Diagnostics()
    guard let root = YAMLReader.read(text, into: &diagnostics) else { return text }
    var selection = self
    selection.visit(root, under: "")
    var bytes: [UInt8] = []
    var end = 0
    for edit in selection.edits.sorted(by: { $0.utf8.lowerBound < $1.utf8.lowerBound })
    where edit.utf8.lowerBound >= end {
      bytes += text.bytes[end..<edit.utf8.lowerBound] + edit.text
      end = edit.utf8.upperBound
    }
    bytes += text.bytes[end...]
    return SourceText(path: text.path, bytes: bytes)
  }

  private mutating func visit(_ node: YAMLNode, under key: String) {
    switch node.content {
    case .scalar: break
    case .sequence(let nodes): for node in nodes { visit(node, under: key) }
    case .mapping(let entries):
      if entries.allSatisfy({ all.contains($0.keyText) }) { return select(entries, in: node) }
      for entry in entries {
        switch (key, entry.keyText) {
        case ("catalogue", "languages"): replace(entry.value, by: "[", chosen, "]")
        case ("examples", _): select(examples: entry.value)
        default: visit(entry.value, under: entry.keyText)
        }
      }
    }
  }

  /// Keeps the entries of a mapping from languages that are chosen.
  private mutating func select(_ entries: YAMLEntries, in node: YAMLNode) {
    let kept = entries.filter { chosen.contains($0.keyText) }
    let bytes = node.place.text.bytes
    if node.place.utf8.first.map({ bytes[$0] }) == UInt8(ascii: "{") {
      let texts = kept.map { entry in
        let utf8 = entry.key.place.utf8.lowerBound..<entry.value.place.utf8.upperBound
        return String(decoding: bytes[utf8], as: UTF8.self)
      }
      return replace(node, by: "{", texts, "}")
    }
    for entry in entries where !chosen.contains(entry.keyText) {
      deleteLines(
        entry.key.place.utf8.lowerBound..<entry.value.place.utf8.upperBound, of: node.place.text)
    }
  }

  /// Keeps the replies and logs that are written in a chosen language. A reply that could be in any
  /// is taken to be in that of the one before it; such a log stays.
  private mutating func select(examples node: YAMLNode) {
    guard case .sequence(let nodes) = node.content else { return }
    let known = all.compactMap { Language(rawValue: $0) }
    let told = nodes.map { node in
      Self.words(of: node).flatMap { text in
        Language.of(FoldedText(MarkedText(text).text), among: known)?.rawValue
      }
    }
    var language = zip(nodes, told).lazy.compactMap { $0.scalarText == nil ? nil : $1 }.first
    for (node, told) in zip(nodes, told) {
      if node.scalarText != nil { language = told ?? language }
      guard let written = node.scalarText == nil ? told : language, !chosen.contains(written)
      else { continue }
      deleteLines(node.place.utf8, of: node.place.text)
    }
  }

  /// What people write in an example: a reply, or the messages of a log; nil for a wait.
  private static func words(of node: YAMLNode) -> String? {
    // What is quoted may be in another language, and the reply be wrong for that.
    if let reply = node.scalarText { return QuotedOpening(of: reply).own }
    guard case .sequence(let events) = node.entry("log")?.value.content else { return nil }
    return events.compactMap { event in
      (event.entry("customer") ?? event.entry("agent"))?.value.scalarText
    }.joined(separator: "\n")
  }

  private mutating func replace(
    _ node: YAMLNode, by opening: String, _ parts: [String], _ closing: String
  ) {
    edits.append((node.place.utf8, Array((opening + parts.joined(separator: ", ") + closing).utf8)))
  }

  /// Deletes the lines of a block, and the comment that stands right above it.
  private mutating func deleteLines(_ utf8: Range<Int>, of text: SourceText) {
    let newline = UInt8(ascii: "\n")
    let bytes = text.bytes
    func start(ofLineAt index: Int) -> Int {
      (bytes[..<index].lastIndex(of: newline) ?? -1) + 1
    }
    func indent(ofLineAt start: Int) -> Int {
      bytes[start...].prefix { $0 == UInt8(ascii: " ") }.count
    }
    var first = start(ofLineAt: utf8.lowerBound)
    let depth = indent(ofLineAt: first)
    while first > 0 {
      let above = start(ofLineAt: first - 1)
      guard indent(ofLineAt: above) == depth,
        bytes[(above + depth)...].first == UInt8(ascii: "#")
      else { break }
      first = above
    }
    let last = max(utf8.upperBound - 1, utf8.lowerBound)
    let end = bytes[last...].firstIndex(of: newline).map { $0 + 1 } ?? bytes.count
    edits.append((first..<end, []))
  }
}
