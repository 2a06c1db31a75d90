package import Diagnostics

extension YAMLNode {
  /// The place in the file of a part of a scalar's text.
  ///
  /// Exact for every scalar but one in double quotes with escapes other than `\"`, `\\` and `\/`;
  /// for that, and for lists and mappings, the whole place.
  ///
  /// - Parameter range: The part (unit: UTF-8 bytes of the text); one outside it counts as the
  ///   nearest end.
  /// - Returns: The place, never outside that of the scalar.
  /// - Complexity: O(length of the scalar).
  package func place(ofUTF8 range: Range<Int>) -> SourceRange {
    guard case .scalar(let scalar) = content else { return place }
    let part = range.clamped(to: 0..<scalar.count)
    guard let utf8 = scalar.source(of: part, in: place) else { return place }
    return SourceRange(text: place.text, utf8: utf8)
  }
}

extension YAMLScalar {
  /// Where a part of the text was written, or nothing if that cannot be told.
  ///
  /// YAML folds lines and strips indentation, so white space differs between text and file. The
  /// other bytes are the same in the same order, but for doubled quotes and escapes.
  fileprivate func source(of part: Range<Int>, in place: SourceRange) -> Range<Int>? {
    let file = place.text.bytes[place.utf8]
    var index = startOfText(in: place)
    guard place.utf8.contains(index) || index == place.utf8.upperBound else { return nil }
    var start: Int?

    for (position, byte) in text.utf8.enumerated() {
      if position == part.upperBound { break }
      let isWhite = LineScan.isWhite(byte)
      if !isWhite { index = file[index...].firstIndex { !LineScan.isWhite($0) } ?? file.endIndex }
      if position == part.lowerBound { start = index }
      let length = lengthWritten(of: byte, in: file[index...])
      if let length { index += length } else if !isWhite { return nil }
    }
    return (start ?? index)..<index
  }

  /// The first byte of the text itself, behind the quote or the line with `|` or `>`.
  private func startOfText(in place: SourceRange) -> Int {
    switch style {
    case .plain: place.utf8.lowerBound
    case .singleQuoted, .doubleQuoted: place.utf8.lowerBound + 1
    case .literal, .folded: place.text.line(at: place.utf8.lowerBound).upperBound
    }
  }

  /// How many bytes at the start of `rest` stand for `byte`; nothing if they stand for another.
  private func lengthWritten(of byte: UInt8, in rest: ArraySlice<UInt8>) -> Int? {
    let isEscaped =
      switch style {
      case .singleQuoted: byte == UInt8(ascii: "'")
      case .doubleQuoted: rest.first == UInt8(ascii: "\\")
      case .plain, .literal, .folded: false
      }
    guard isEscaped else { return rest.first == byte ? 1 : nil }
    // `\n` and its like do not stand for the letter after the backslash.
    guard style == .singleQuoted || "\"\\/".utf8.contains(byte) else { return nil }
    return rest.dropFirst().first == byte ? 2 : nil
  }
}
