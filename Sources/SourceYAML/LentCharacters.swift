import CLibYAML

/// A whole text as what libyaml keeps in its working buffer.
///
/// Left to itself, libyaml decodes, checks and writes anew every character before it looks at it,
/// which takes a fifth of its time. Here all that was done when the text was checked. So its buffer is
/// filled by us, as it would be at the end of a short text: all characters, and a zero behind them.
struct LentCharacters {
  /// Whether this version of libyaml keeps its buffer in this way. Those of 0.2 do, of which the last
  /// is of 2020; any other gets the text in the ordinary way.
  static let areAccepted: Bool = {
    var (major, minor, patch): (Int32, Int32, Int32) = (0, 0, 0)
    yaml_get_version(&major, &minor, &patch)
    return major == 0 && minor == 2 && MemoryLayout<yaml_char_t>.size == 1
  }()

  private let characters: UnsafeMutablePointer<UInt8>
  /// The buffer that libyaml made for itself, and frees.
  private let own: UnsafeMutablePointer<yaml_char_t>?

  /// libyaml looks a few bytes ahead without asking whether they are there.
  private static let padding = 16

  /// - Parameters:
  ///   - bytes: Valid UTF-8 without a byte order mark and control characters.
  ///   - parser: One that has read nothing yet.
  init(_ bytes: UnsafeBufferPointer<UInt8>, to parser: UnsafeMutablePointer<yaml_parser_t>) {
    let capacity = bytes.count + Self.padding
    characters = .allocate(capacity: capacity)
    let end = UnsafeMutableBufferPointer(start: characters, count: capacity)
      .update(fromContentsOf: bytes)
    (characters + end).initialize(repeating: 0, count: Self.padding)
    own = parser.pointee.buffer.start
    // There must be some input, of which nothing is left to be read.
    yaml_parser_set_input_string(parser, characters + end, 0)
    parser.pointee.eof = 1
    parser.pointee.buffer.start = characters
    parser.pointee.buffer.pointer = characters
    // The zero counts as the last character.
    parser.pointee.buffer.last = characters + end + 1
    parser.pointee.buffer.end = characters + capacity
    parser.pointee.unread = CodePointOffsets.count(in: bytes) + 1
  }

  /// Gives libyaml its own buffer back, to be freed with the parser.
  func takeBack(from parser: UnsafeMutablePointer<yaml_parser_t>) {
    parser.pointee.buffer.start = own
    characters.deallocate()
  }
}
