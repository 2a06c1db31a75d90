/// What libyaml saw next.
struct YAMLEvent {
  enum Kind {
    case documentStart
    case alias
    case scalar(YAMLScalar.Style)
    case sequenceStart
    case sequenceEnd
    case mappingStart
    case mappingEnd
    case streamEnd
    /// The end of a document and the start of the stream, which tell nothing.
    case other
  }

  let kind: Kind
  /// Where it stands (unit: bytes from the start of the text). Starts at the anchor or tag, if any;
  /// the end of a block collection lies at the next token.
  let utf8: Range<Int>
  /// The text of a scalar; libyaml's, and only lent until the next event.
  var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  /// The name after `&` or, of an alias, after `*`, if any; lent as the text is.
  var name: UnsafePointer<UInt8>?
  /// Whether a tag (`!name`) stands before it.
  var hasTag = false

  /// The name after `&` or, of an alias, after `*`, if any.
  var anchor: String? { name.map { String(cString: $0) } }

  /// Whether nothing was written where a value could stand; `""` is something.
  var isNothing: Bool {
    if case .scalar(.plain) = kind { text.isEmpty } else { false }
  }
}

/// What libyaml could not read, in its words.
struct SyntaxProblem: Error {
  /// For example "did not find expected key".
  let problem: String
  /// Where (unit: bytes from the start of the text).
  let offset: Int
  /// For example "while parsing a block mapping"; empty if libyaml gave none.
  let context: String
  /// Where that started; of no meaning if there is no context.
  let contextOffset: Int
  /// Whether it happened between `[` and `]` or `{` and `}`.
  let inBrackets: Bool
}
