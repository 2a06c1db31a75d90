/// Walks through the source of an HTML message.
struct MarkupReader {
  /// What holds for the text at a place.
  private struct State {
    var reason: AuthoredText.Reason?
    var isSoft = false
    var isHidden = false
    var isPreformatted = false
  }

  /// An open tag that changed the state.
  private struct Region {
    let tag: Int
    /// How many tags of the kind are open, this one among them.
    let depth: Int
    /// What held before.
    let state: State
    /// The region of the same kind before.
    let previous: Int
    /// Where its marks begin, if it is soft.
    let softMarks: Int?
  }

  private let source: LineBytes
  private(set) var folder: Folder
  private(set) var marks: [MarkupText.Mark] = []
  /// The parts of the source that are text, ascending and not touching.
  private(set) var pieces: [Range<Int32>] = []

  private var position = 0
  private var state = State()
  private var regions: [Region] = []
  /// For each tag how many are open, and the innermost region of it; -1 for none.
  private var open = [Int](repeating: 0, count: MarkupTags.count)
  private var innermost = [Int](repeating: -1, count: MarkupTags.count)
  /// Whether a quotation was marked inside of the soft region.
  private var hasQuotation = false
  /// Whether the rest is cut.
  private var isRest = false
  /// Whether the line has text, and whether the line before is blank.
  private var hasText = false
  private var isBelowBlank = true
  /// Ends that were looked for in vain: there is no need to look again.
  private var missing: Set<String> = []
  /// Whether attributes had a quotation mark too few.
  private var hasOddQuotes = false
  /// Whether an item of a list has begun, but not its text.
  private var isAtItem = false
  /// Whether the paragraph stands without a blank line.
  private var isTight = false

  init(_ source: LineBytes, _ folder: Folder) {
    self.source = source
    self.folder = folder
  }

  mutating func read() {
    let limit = min(source.count, Int(Int32.max) - 4)
    var start = 0
    while position < limit {
      let byte = source[position]
      if byte == UInt8(ascii: "<"), let end = endOfMarkup() {
        text(start..<position)
        markup(end)
        start = position
      } else if byte == UInt8(ascii: "&"),
        let (scalar, count) = MarkupEntities.decode(source, at: position)
      {
        text(start..<position)
        entity(scalar, position..<position + count)
        position += count
        start = position
      } else {
        position += 1
      }
    }
    text(start..<limit)
    while let last = regions.indices.last { close(last) }
    folder.finish(at: source.count)
  }

  // MARK: Text

  private mutating func text(_ range: Range<Int>) {
    guard !state.isHidden else { return }
    var start = range.lowerBound
    if !hasText, !state.isPreformatted {
      while start < range.upperBound, MarkupAttributes.isSpace(source[start]) { start += 1 }
    }
    guard start < range.upperBound else { return }
    beginItem(at: start)
    folder.fold(start..<range.upperBound, breaksLines: state.isPreformatted)
    hasText = folder.last != UInt8(ascii: "\n")
    isBelowBlank = isBelowBlank && !hasText
    keep(start..<range.upperBound)
  }

  private mutating func entity(_ scalar: Unicode.Scalar, _ range: Range<Int>) {
    guard !state.isHidden else { return }
    beginItem(at: range.lowerBound)
    folder.fold(scalar, from: range.lowerBound)
    hasText = true
    keep(range)
  }

  private mutating func keep(_ range: Range<Int>) {
    let piece = Int32(range.lowerBound)..<Int32(range.upperBound)
    if let last = pieces.last, last.upperBound == piece.lowerBound {
      pieces[pieces.count - 1] = last.lowerBound..<piece.upperBound
    } else {
      pieces.append(piece)
    }
  }

  /// Writes `- ` before the text of an item.
  private mutating func beginItem(at start: Int) {
    guard isAtItem else { return }
    isAtItem = false
    folder.write(UInt8(ascii: "-"), from: start)
    folder.write(UInt8(ascii: " "), from: start)
  }

  /// Begins a line, unless one has just begun.
  private mutating func breakLine() {
    guard hasText, !state.isHidden else { return }
    folder.write(UInt8(ascii: "\n"), from: position)
    hasText = false
    isBelowBlank = false
  }

  /// Begins a paragraph, unless one has just begun.
  private mutating func breakParagraph() {
    breakLine()
    guard !isBelowBlank, !state.isHidden else { return }
    folder.write(UInt8(ascii: "\n"), from: position)
    isBelowBlank = true
  }

  // MARK: Tags

  /// The end of the tag, comment or declaration at `<`; nil when it is text.
  private mutating func endOfMarkup() -> Int? {
    guard position + 1 < source.count else { return nil }
    let next = source[position + 1]
    if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
      if source[position...].starts(with: "<!--".utf8) {
        // "<!-->" is a whole comment.
        if let end = find("-->", from: position + 2) { return end + 3 }
      }
      return find(">", from: position + 2).map { $0 + 1 }
    }
    guard let (name, isEnd) = MarkupText.name(source, at: position) else { return nil }
    let start = position + (isEnd ? 2 : 1) + name.count
    if !hasOddQuotes {
      if let end = endOfTag(from: start) { return end }
      hasOddQuotes = true
    }
    return find(">", from: start).map { $0 + 1 }
  }

  /// Behind the `>` that no attribute's value holds; nil when there is none.
  private func endOfTag(from start: Int) -> Int? {
    var position = start
    var quote: UInt8?
    while position < source.count {
      let byte = source[position]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: ">") {
        return position + 1
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'"),
        source[position - 1] == UInt8(ascii: "=") || MarkupAttributes.isSpace(source[position - 1])
      {
        quote = byte
      }
      position += 1
    }
    return nil
  }

  /// Where some bytes in small letters stand next, whatever their case.
  private mutating func find(_ part: String, from start: Int) -> Int? {
    guard !missing.contains(part) else { return nil }
    let bytes = Array(part.utf8)
    guard let first = bytes.first else { return nil }
    var position = start
    while position + bytes.count <= source.count {
      if source[position] == first,
        bytes.indices.allSatisfy({ lowered(source[position + $0]) == bytes[$0] })
      {
        return position
      }
      position += 1
    }
    missing.insert(part)
    return nil
  }

  private func lowered(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }

  /// Reads the markup at the position, which ends at an offset, and steps behind it.
  private mutating func markup(_ end: Int) {
    defer { position = max(position, end) }
    guard let (name, isEnd) = MarkupText.name(source, at: position) else { return }
    let lowered = MarkupAttributes.plain(name, keepsSpaces: true)
    guard let tag = MarkupTags.tag(lowered) else { return }
    if isEnd {
      breakFlow(tag)
      close(tag)
      return
    }
    if tag.flow == .hidden {
      // Where its end is missing, what it holds is rather text than lost.
      let name = String(decoding: lowered, as: UTF8.self)
      let close = find("</\(name)", from: end) ?? (name == "head" ? find("<body", from: end) : nil)
      if let close { position = close }
      return
    }
    var effect = MarkupEffect()
    if tag.isRegion {
      let attributes = position + 1 + name.count..<max(position + 1 + name.count, end - 1)
      effect.read(tag, LineBytes(rebasing: source[attributes]))
    }
    isTight = effect.isTight
    breakFlow(tag)
    if tag.flow == .item { isAtItem = !state.isHidden }
    open[tag.index] += 1
    apply(effect, of: tag)
  }

  private mutating func breakFlow(_ tag: MarkupTags.Tag) {
    switch tag.flow {
    case .none, .hidden: break
    case .line, .item: breakLine()
    case .paragraph: if isTight { breakLine() } else { breakParagraph() }
    case .lineBreak:
      guard !state.isHidden else { return }
      folder.write(UInt8(ascii: "\n"), from: position)
      isBelowBlank = !hasText
      hasText = false
    case .cell:
      if hasText, !state.isHidden { folder.write(UInt8(ascii: " "), from: position) }
    }
  }

  // MARK: Regions

  private mutating func apply(_ effect: MarkupEffect, of tag: MarkupTags.Tag) {
    if effect.isRest, !isRest {
      isRest = true
      mark()
    }
    // The end of a paragraph is often left out.
    guard !effect.isNothing, tag.index != MarkupTags.paragraph else { return }
    let isFree = state.reason == nil
    regions.append(
      Region(
        tag: tag.index, depth: open[tag.index], state: state, previous: innermost[tag.index],
        softMarks: isFree && effect.isSoft ? marks.count : nil))
    innermost[tag.index] = regions.count - 1
    state.isHidden = state.isHidden || effect.isHidden
    state.isPreformatted = state.isPreformatted || effect.isPreformatted
    guard let reason = effect.reason, isFree || (state.isSoft && !effect.isSoft) else { return }
    if state.isSoft, reason == .quote { hasQuotation = true }
    state.reason = reason
    state.isSoft = effect.isSoft
    mark()
  }

  private mutating func mark() {
    marks.append(
      MarkupText.Mark(
        offset: folder.count, reason: isRest ? .forwarded : state.reason,
        isSoft: state.isSoft && !isRest))
  }

  private mutating func close(_ tag: MarkupTags.Tag) {
    guard open[tag.index] > 0 else { return }
    let region = innermost[tag.index]
    if region >= 0, regions[region].depth == open[tag.index] { close(region) }
    open[tag.index] -= 1
  }

  /// Closes a region, and those that were opened inside of it and not closed.
  private mutating func close(_ region: Int) {
    while regions.count > region, let last = regions.popLast() {
      if let first = last.softMarks {
        for index in first..<max(first, marks.count) where hasQuotation && marks[index].isSoft {
          marks[index].reason = nil
        }
        hasQuotation = false
      }
      innermost[last.tag] = last.previous
      let isChanged = state.reason != last.state.reason || state.isSoft != last.state.isSoft
      state = last.state
      if isChanged { mark() }
    }
  }
}
