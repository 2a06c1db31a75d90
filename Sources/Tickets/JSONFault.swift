/// Why a text is no JSON value, and where.
struct JSONFault: Error, Hashable {
  /// The byte at which it goes wrong (0-based; at most the text's length).
  let offset: Int
  /// What is wrong: lower case, no full stop, without quoting the text.
  let message: String
  /// What would be right.
  let fixIt: String
  /// Names the kind of fault for machines.
  var id = "ticket.not-json"
}

/// Something that simdjson refuses and that can be mended without changing the length of a text.
struct JSONRepair: Hashable {
  enum Kind: Hashable {
    /// `\ud83d` without its other half: six bytes that become `\ufffd`, the replacement character.
    case halfCharacter
    /// A whole number beyond 64 bits: its last two digits become `e2`, which makes it a Double.
    case longInteger
  }

  let kind: Kind
  /// The bytes to be overwritten.
  let range: Range<Int>

  /// What to write there; as long as ``range``.
  var replacement: StaticString {
    switch kind {
    case .halfCharacter: "\\ufffd"
    case .longInteger: "e2"
    }
  }
}
