/// Walks a JSON text byte by byte, to say where it goes wrong.
///
/// simdjson is fast and says only that a text is bad; this is for the few lines that are. It accepts
/// exactly what RFC 8259 allows, nested ``JSONParser/maximumDepth`` deep at most, and notes what could
/// be mended.
///
/// - Complexity: O(bytes); the stack is as deep as the text is nested.
struct JSONScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  /// What a line is meant to hold.
  let thing: String
  var position = 0
  /// What stood in the way and can be mended, in the text's order.
  var repairs: [JSONRepair] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, of thing: String = "ticket") {
    self.bytes = bytes
    self.thing = thing
  }

  /// Checks that the text is one JSON value and nothing else.
  mutating func scanText() throws(JSONFault) {
    if let offset = Self.firstBadUTF8(in: bytes) {
      let byte = String(bytes[offset], radix: 16, uppercase: true)
      throw JSONFault(
        offset: offset,
        message: "byte \(byte.count < 2 ? "0" : "")\(byte) is not UTF-8 here",
        fixIt: "save the file as UTF-8, for instance with: iconv -f CP1250 -t UTF-8",
        id: "ticket.not-utf8")
    }
    skipSpace()
    try scanValue(depth: 0)
    skipSpace()
    guard position == bytes.count else {
      throw fault("something follows the end of the \(thing)", "write one \(thing) a line")
    }
  }

  /// The byte where a part of a good text starts.
  ///
  /// - Parameters:
  ///   - steps: Which value to enter at each level (0-based), in an object counting its members;
  ///     empty for the whole.
  ///   - bytes: The whole text.
  /// - Returns: Where the value starts, or nil when there is no such value.
  static func offset(of steps: [Int], in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var scanner = JSONScanner(bytes)
    do throws(JSONFault) {
      scanner.skipSpace()
      for step in steps { try scanner.enter(step) }
      return scanner.position < bytes.count ? scanner.position : nil
    } catch {
      return nil
    }
  }

  /// The offset of the first byte that is not UTF-8.
  static func firstBadUTF8(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar): offset += scalar.count
      case .error: return offset
      case .emptyInput: return nil
      }
    }
  }
}

// MARK: - Values

extension JSONScanner {
  private mutating func scanValue(depth: Int) throws(JSONFault) {
    guard let byte = next else { throw endFault("before a value") }
    switch byte {
    case UInt8(ascii: "{"): try scanObject(depth: depth + 1)
    case UInt8(ascii: "["): try scanArray(depth: depth + 1)
    case UInt8(ascii: "\""): try scanString()
    case UInt8(ascii: "t"): try scanWord("true")
    case UInt8(ascii: "f"): try scanWord("false")
    case UInt8(ascii: "n"): try scanWord("null")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber()
    case UInt8(ascii: "'"): throw fault("texts do not start with '", #"use double quotes: "…""#)
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"):
      throw fault("a value is missing here", "write the value, or remove a comma too many")
    default:
      throw fault(
        "no value starts like this",
        #"write a "text", a number, true, false, null, {…} or […]"#)
    }
  }

  private mutating func scanObject(depth: Int) throws(JSONFault) {
    try checkDepth(depth)
    position += 1
    skipSpace()
    if skip(UInt8(ascii: "}")) { return }
    while true {
      try scanName()
      try scanValue(depth: depth)
      skipSpace()
      if skip(UInt8(ascii: "}")) { return }
      try scanComma(closing: "}", "inside an object {…}")
    }
  }

  /// A member's name with the colon and the space before the value.
  private mutating func scanName() throws(JSONFault) {
    guard let byte = next else { throw endFault("inside an object {…}") }
    guard byte == UInt8(ascii: "\"") else {
      throw fault(
        "a name in double quotes is missing here", #"write "name": value, without a comma before }"#
      )
    }
    try scanString()
    skipSpace()
    guard next != nil else { throw endFault("behind a name") }
    guard skip(UInt8(ascii: ":")) else {
      throw fault("a colon is missing behind the name", #"write "name": value"#)
    }
    skipSpace()
  }

  private mutating func scanArray(depth: Int) throws(JSONFault) {
    try checkDepth(depth)
    position += 1
    skipSpace()
    if skip(UInt8(ascii: "]")) { return }
    while true {
      try scanValue(depth: depth)
      skipSpace()
      if skip(UInt8(ascii: "]")) { return }
      try scanComma(closing: "]", "inside an array […]")
    }
  }

  private mutating func scanComma(closing: String, _ place: String) throws(JSONFault) {
    guard next != nil else { throw endFault(place) }
    guard skip(UInt8(ascii: ",")) else {
      throw fault("a comma or \(closing) is missing here", "separate values by commas")
    }
    skipSpace()
  }

  private mutating func scanWord(_ word: String) throws(JSONFault) {
    for byte in word.utf8 {
      guard skip(byte) else { throw fault("no value is written like this", "write \(word)") }
    }
    if let byte = next, Self.continuesWord(byte) {
      throw fault("no value is written like this", "write \(word)")
    }
  }

  private mutating func scanNumber() throws(JSONFault) {
    let start = position
    _ = skip(UInt8(ascii: "-"))
    let digits = position
    let startsWithZero = next == UInt8(ascii: "0")
    try scanDigits()
    if startsWithZero, position - digits > 1 {
      position = digits
      throw fault("a number does not start with 0", "remove the zeros, or write it as a text")
    }
    var isWhole = true
    if skip(UInt8(ascii: ".")) {
      isWhole = false
      try scanDigits()
    }
    if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
      isWhole = false
      _ = skip(UInt8(ascii: "+")) || skip(UInt8(ascii: "-"))
      try scanDigits()
    }
    if let byte = next, Self.continuesWord(byte) {
      throw fault("a number ends in something else", "write it as a text, in double quotes")
    }
    try checkRange(of: start..<position, isWhole: isWhole)
  }

  private mutating func checkRange(of range: Range<Int>, isWhole: Bool) throws(JSONFault) {
    let text = String(decoding: bytes[range], as: UTF8.self)
    if isWhole, Int(text) != nil || UInt(text) != nil { return }
    guard let value = Double(text), value.isFinite else {
      position = range.lowerBound
      throw fault("a number is beyond ±1.8e308", "write it as a text, in double quotes")
    }
    if isWhole {
      repairs.append(JSONRepair(kind: .longInteger, range: range.upperBound - 2..<range.upperBound))
    }
  }

  private mutating func scanDigits() throws(JSONFault) {
    guard let byte = next, Self.isDigit(byte) else {
      throw fault("a digit is missing in a number", "write it like -12.5e3")
    }
    while let byte = next, Self.isDigit(byte) { position += 1 }
  }
}

// MARK: - Steps

extension JSONScanner {
  /// Moves from the start of an array or object to the start of one of its values.
  private mutating func enter(_ step: Int) throws(JSONFault) {
    let isObject = next == UInt8(ascii: "{")
    guard isObject || next == UInt8(ascii: "[") else { throw fault("", "") }
    position += 1
    skipSpace()
    for number in 0...max(0, step) {
      if isObject { try scanName() }
      if number == step { return }
      try scanValue(depth: 0)
      skipSpace()
      guard skip(UInt8(ascii: ",")) else { throw fault("", "") }
      skipSpace()
    }
  }

  var next: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func skipSpace() {
    while let byte = next, byte == 0x20 || byte == 0x09 || byte == 0x0D || byte == 0x0A {
      position += 1
    }
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  /// Whether a byte behind a word or number belongs to it, so that the whole is wrong.
  private static func continuesWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"): false
    default: true
    }
  }

  private func checkDepth(_ depth: Int) throws(JSONFault) {
    guard depth > JSONParser.maximumDepth else { return }
    throw JSONFault(
      offset: position,
      message: "values are nested deeper than \(JSONParser.maximumDepth) levels",
      fixIt: "keep what is nested so deep out of the \(thing), or write it as a text",
      id: "ticket.too-deep")
  }

  func fault(_ message: String, _ fixIt: String) -> JSONFault {
    JSONFault(offset: position, message: message, fixIt: fixIt)
  }

  private func endFault(_ place: String) -> JSONFault {
    fault("the line ends \(place)", "write the whole \(thing) on one line")
  }
}
