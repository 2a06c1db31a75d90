/// A phrase as it was read: what it stands for is written out when it is needed.
enum ReadPhrase: Sendable {
  case plain([PhraseStep])
  /// Has groups, and stands for plain phrases with so many steps together.
  case alternatives([PhraseNode], steps: Int)

  /// How many steps the plain phrases have together.
  var steps: Int {
    switch self {
    case .plain(let steps): steps.count
    case .alternatives(_, let steps): steps
    }
  }

  /// The plain phrases that any of is enough.
  var plain: [[PhraseStep]] {
    switch self {
    case .plain(let steps): [steps]
    case .alternatives(let nodes, _): PhraseExpansion.phrases(of: nodes)
    }
  }

  /// Those plain phrases that may stand in a text with these letters.
  func plain(among letters: LetterTriples) -> [[PhraseStep]] {
    switch self {
    case .plain(let steps):
      return letters.mayHold(steps) ? [steps] : []
    case .alternatives(let nodes, _):
      guard letters.mayHold(nodes) else { return [] }
      return PhraseExpansion.phrases(of: nodes, among: letters).filter(letters.mayHold)
    }
  }
}
