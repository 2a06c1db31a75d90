import CLibYAML

/// libyaml's parser: one event after the other, each with its place in bytes.
///
/// libyaml keeps pointers to its parser and to the bytes, so the parser stays where it was
/// allocated, and the bytes must outlive it.
struct EventParser: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  /// False only when the system is out of memory.
  private let isReady: Bool
  private var offsets: CodePointOffsets
  /// Where the bytes start in the text (unit: bytes).
  private let base: Int

  /// - Parameters:
  ///   - bytes: Valid UTF-8 without a byte order mark; outlives the parser.
  ///   - base: Where the bytes start in the text.
  init(_ bytes: UnsafeBufferPointer<UInt8>, at base: Int) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    isReady = yaml_parser_initialize(parser) == 1
    offsets = CodePointOffsets(bytes)
    self.base = base
    if isReady {
      yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  /// The next event; after the end of the stream, the end of the stream again.
  mutating func next() throws(SyntaxProblem) -> YAMLEvent {
    guard isReady else {
      throw SyntaxProblem(
        problem: "out of memory", offset: base, context: "", contextOffset: base,
        inBrackets: false)
    }
    var event = yaml_event_t()
    // On failure libyaml leaves the event empty, with nothing to free.
    guard yaml_parser_parse(parser, &event) == 1 else { throw problem() }
    defer { yaml_event_delete(&event) }
    return convert(event)
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

  private mutating func convert(_ event: yaml_event_t) -> YAMLEvent {
    let start = offset(event.start_mark)
    let utf8 = start..<max(start, offset(event.end_mark))
    switch event.type {
    case YAML_SCALAR_EVENT:
      let data = event.data.scalar
      let bytes = UnsafeBufferPointer(start: data.value, count: data.length)
      let scalar = YAMLScalar(
        text: String(decoding: bytes, as: UTF8.self), style: style(data.style))
      return YAMLEvent(
        kind: .scalar(scalar), utf8: utf8, anchor: string(data.anchor), hasTag: data.tag != nil)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      return YAMLEvent(
        kind: .sequenceStart, utf8: utf8, anchor: string(data.anchor), hasTag: data.tag != nil)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      return YAMLEvent(
        kind: .mappingStart, utf8: utf8, anchor: string(data.anchor), hasTag: data.tag != nil)
    case YAML_ALIAS_EVENT:
      return YAMLEvent(kind: .alias(string(event.data.alias.anchor) ?? ""), utf8: utf8)
    case YAML_SEQUENCE_END_EVENT: return YAMLEvent(kind: .sequenceEnd, utf8: utf8)
    case YAML_MAPPING_END_EVENT: return YAMLEvent(kind: .mappingEnd, utf8: utf8)
    case YAML_DOCUMENT_START_EVENT: return YAMLEvent(kind: .documentStart, utf8: utf8)
    // Asked again after the end, libyaml gives an event without a type.
    case YAML_STREAM_END_EVENT, YAML_NO_EVENT: return YAMLEvent(kind: .streamEnd, utf8: utf8)
    default: return YAMLEvent(kind: .other, utf8: utf8)
    }
  }

  private func string(_ bytes: UnsafeMutablePointer<yaml_char_t>?) -> String? {
    bytes.map { String(cString: $0) }
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
