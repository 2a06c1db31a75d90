extension MarkupText {
  /// Whether a message is an HTML document or a part of one, and no text that speaks of tags.
  ///
  /// A document begins with `<!DOCTYPE`, `<html>` or the like. A part begins with a tag and has
  /// several more that shape lines, or has `<br>`s at the ends of its lines. Tags in a message whose
  /// lines are broken otherwise ("wklej ten kod:") are text.
  ///
  /// - Complexity: O(length).
  static func isMarkup(_ bytes: LineBytes) -> Bool {
    guard let first = bytes.firstIndex(of: UInt8(ascii: "<")) else { return false }
    var start = 0
    while start < first, bytes[start] <= 0x20 || isByteOrderMark(bytes, start) { start += 1 }
    let begins = start == first ? beginsDocument(bytes, at: first) : nil
    if begins == true { return true }

    var breaks = 0
    var ends = 0
    var others = 0
    var lines = 1
    var isBlank = true
    var position = 0
    while position < bytes.count {
      switch bytes[position] {
      case 0x0A, 0x0D:
        if !isBlank { lines += 1 }
        isBlank = true
      case UInt8(ascii: "<"):
        isBlank = false
        if let (tag, isEnd, end) = structure(bytes, at: position) {
          guard !isMention(bytes, position, end) else { break }
          if tag.flow == .lineBreak {
            breaks += 1
          } else if isEnd {
            ends += 1
          } else {
            others += 1
          }
        }
      case 0x20, 0x09: break
      default: isBlank = false
      }
      position += 1
    }
    if isBlank { lines -= 1 }
    let all = breaks + ends + others
    // What begins with a tag that shapes lines needs only one more.
    if begins != nil, all >= 2, structure(bytes, at: first) != nil { return true }
    guard all >= 2, all >= lines - 1 else { return false }
    return begins != nil || breaks >= 2 || (breaks >= 1 && ends >= 2)
  }

  private static func isByteOrderMark(_ bytes: LineBytes, _ position: Int) -> Bool {
    [0xEF, 0xBB, 0xBF].contains(bytes[position])
  }

  /// Whether a document begins at `<`; false for a part of one, nil for anything else.
  private static func beginsDocument(_ bytes: LineBytes, at start: Int) -> Bool? {
    let head = MarkupAttributes.plain(
      LineBytes(rebasing: bytes[start..<min(start + 12, bytes.count)]), keepsSpaces: true)
    for opening in ["<!doctype ht", "<html", "<head>", "<body", "<?xml"] {
      if head.starts(with: opening.utf8) { return true }
    }
    if head.starts(with: "<!--".utf8) { return false }
    guard let (name, _) = name(bytes, at: start) else { return nil }
    return MarkupTags.tag(MarkupAttributes.plain(name, keepsSpaces: true)) == nil ? nil : false
  }

  /// The tag at `<` if it shapes lines, whether it is an end tag, and the offset behind its name.
  private static func structure(
    _ bytes: LineBytes, at start: Int
  ) -> (MarkupTags.Tag, isEnd: Bool, end: Int)? {
    guard let (name, isEnd) = name(bytes, at: start), name.count <= 10,
      let tag = MarkupTags.tag(MarkupAttributes.plain(name, keepsSpaces: true)), tag.isStructure
    else { return nil }
    return (tag, isEnd, start + (isEnd ? 2 : 1) + name.count)
  }

  /// Whether a tag is spoken of: it stands between a space or a quotation mark and one of those.
  private static func isMention(_ bytes: LineBytes, _ start: Int, _ nameEnd: Int) -> Bool {
    var end = nameEnd
    let limit = min(bytes.count, nameEnd + 40)
    while end < limit, bytes[end] != UInt8(ascii: ">") { end += 1 }
    guard start > 0, end + 1 < bytes.count else { return false }
    let before = bytes[start - 1]
    let after = bytes[end + 1]
    return " \"'`(/".utf8.contains(before) && " ,.;:!?)\"'`/".utf8.contains(after)
      || before == 0x9E || before == 0x9C && after >= 0x80
  }

  /// The name of the tag at `<`; nil when none begins there.
  static func name(_ bytes: LineBytes, at start: Int) -> (name: LineBytes, isEnd: Bool)? {
    var position = start + 1
    guard position < bytes.count else { return nil }
    let isEnd = bytes[position] == UInt8(ascii: "/")
    if isEnd { position += 1 }
    let first = position
    let limit = min(bytes.count, first + 40)
    while position < limit, isNameByte(bytes[position], isFirst: position == first) {
      position += 1
    }
    guard position > first, position < bytes.count, position < first + 40 else { return nil }
    let after = bytes[position]
    guard
      after == UInt8(ascii: ">") || after == UInt8(ascii: "/") || MarkupAttributes.isSpace(after)
    else { return nil }
    return (LineBytes(rebasing: bytes[first..<position]), isEnd)
  }

  private static func isNameByte(_ byte: UInt8, isFirst: Bool) -> Bool {
    if (byte | 0x20) &- UInt8(ascii: "a") < 26 { return true }
    return !isFirst && (byte.isDigit || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "-"))
  }
}
