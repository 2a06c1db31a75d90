import CJSON

/// A parser for one JSON text after another, over simdjson.
///
/// One thread at a time: the parser's memory is used again for each text.
final class JSONParser {
  /// Arrays and objects may be nested so deep; a ticket needs four.
  static let maximumDepth = 100

  private let handle: OpaquePointer

  init() throws(TicketReaderError) {
    // simdjson counts the values inside the innermost array as a level.
    guard let handle = cjson_parser_create(Self.maximumDepth + 1) else { throw .outOfMemory }
    self.handle = handle
  }

  deinit {
    cjson_parser_destroy(handle)
  }

  /// Parses a text; the result is valid until the next call.
  ///
  /// - Parameter text: The text, followed in memory by at least `CJSON_PADDING` readable bytes.
  /// - Returns: The value, or nil when simdjson refuses the text; see ``JSONScanner`` for the place.
  /// - Throws: ``TicketReaderError/outOfMemory``.
  func parse(_ text: UnsafeBufferPointer<UInt8>) throws(TicketReaderError) -> JSONTapeValue? {
    guard let base = text.baseAddress else { return nil }
    switch cjson_parse(handle, base, text.count) {
    case Int32(CJSON_OK.rawValue):
      guard let tape = cjson_tape(handle), let strings = cjson_strings(handle) else { return nil }
      // The first word of the tape frames the value.
      return JSONTapeValue(tape: tape, strings: strings, index: 1)
    case Int32(CJSON_OUT_OF_MEMORY.rawValue):
      throw .outOfMemory
    default:
      return nil
    }
  }

  /// simdjson's own words for why the last text was refused.
  var lastError: String {
    String(cString: cjson_last_error(handle))
  }
}
