import CLibYAML

/// libyaml's parser: one event after the other, each with its place in bytes.
///
/// libyaml keeps pointers to its parser and to the bytes, so the parser stays where it was
/// allocated, and the bytes must outlive it.
struct EventParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// The event given last; it owns the text that was lent with it.
  private let event: UnsafeMutablePointer<yaml_event_t>
  /// False only when the system is out of memory.
  private let isReady: Bool
  private var offsets: CodePointOffsets
  /// Where the bytes start in the text (unit: bytes).
  private let base: Int
  /// The characters, where libyaml does not have to decode them itself.
  private let lent: LentCharacters?

  /// - Parameters:
  ///   - bytes: Valid UTF-8 without a byte order mark and control characters; outlives the parser.
  ///   - base: Where the bytes start in the text.
  ///   - lends: Whether the characters are handed to libyaml at once, if its version allows it.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at base: Int, lending lends: Bool = true) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    event = .allocate(capacity: 1)
    event.initialize(to: yaml_event_t())
    isReady = yaml_parser_initialize(parser) == 1
    offsets = CodePointOffsets(bytes)
    self.base = base
    guard isReady else {
      lent = nil
      return
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    if lends, LentCharacters.areAccepted {
      lent = LentCharacters(bytes, to: parser)
    } else {
      lent = nil
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }
  }

  deinit {
    yaml_event_delete(event)
    event.deallocate()
    lent?.takeBack(from: parser)
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event; after the end of the stream, the end of the stream again. The text of the event
  /// before is no longer lent.
  mutating func next() throws(SyntaxProblem) -> YAMLEvent {
    guard isReady else {
      throw SyntaxProblem(
        problem: "out of memory", offset: base, context: "", contextOffset: base,
        inBrackets: false)
    }
    yaml_event_delete(event)
    // On failure libyaml leaves the event empty, with nothing to free.
    guard yaml_parser_parse(parser, event) == 1 else { throw problem() }
    return converted()
  }

  /// The place of a mark (unit: bytes from the start of the text).
  private mutating func offset(_ mark: yaml_mark_t) -> Int {
    base + offsets.offset(ofCodePoint: Int(clamping: mark.index))
  }

  private mutating func problem() -> SyntaxProblem {
    let state = parser.pointee
    let offset: Int
    switch state.error {
    case YAML_READER_ERROR: offset = base + Int(clamping: state.problem_offset)
    case YAML_MEMORY_ERROR: offset = base
    default: offset = self.offset(state.problem_mark)
    }
    return SyntaxProblem(
      problem: state.problem.map { String(cString: $0) } ?? "out of memory",
      offset: offset,
      context: state.context.map { String(cString: $0) } ?? "",
      contextOffset: self.offset(state.context_mark),
      inBrackets: state.flow_level > 0)
  }

  private mutating func converted() -> YAMLEvent {
    let start = offset(event.pointee.start_mark)
    let utf8 = start..<max(start, offset(event.pointee.end_mark))
    switch event.pointee.type {
    case YAML_SCALAR_EVENT:
      let data = event.pointee.data.scalar
      return YAMLEvent(
        kind: .scalar(style(data.style)), utf8: utf8,
        text: UnsafeBufferPointer(start: data.value, count: data.length),
        name: UnsafePointer(data.anchor), hasTag: data.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.pointee.data.sequence_start
      return YAMLEvent(
        kind: .sequenceStart, utf8: utf8, name: UnsafePointer(data.anchor), hasTag: data.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let data = event.pointee.data.mapping_start
      return YAMLEvent(
        kind: .mappingStart, utf8: utf8, name: UnsafePointer(data.anchor), hasTag: data.tag != nil)
    case YAML_ALIAS_EVENT:
      return YAMLEvent(
        kind: .alias, utf8: utf8, name: UnsafePointer(event.pointee.data.alias.anchor))
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .sequenceEnd, utf8: utf8)
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, utf8: utf8)
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, utf8: utf8)
    // Asked again after the end, libyaml gives an event without a type.
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return YAMLEvent(kind: .streamEnd, utf8: utf8)
    default: return YAMLEvent(kind: .other, utf8: utf8)
    }
  }

  private func style(_ style: yaml_scalar_style_t) -> YAMLScalar.Style {
    switch style {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
    case YAML_LITERAL_SCALAR_STYLE: .literal
    case YAML_FOLDED_SCALAR_STYLE: .folded
    default: .plain
    }
  }
}
