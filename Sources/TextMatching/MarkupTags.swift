/// What the tags of HTML mean for the text between them.
enum MarkupTags {
  /// What a tag does to the flow of text.
  enum Flow: Sendable {
    /// Nothing, as `<b>`.
    case none
    /// A line of its own, as `<div>`.
    case line
    /// A paragraph of its own, as `<p>`.
    case paragraph
    /// The item of a list.
    case item
    /// A cell of a table.
    case cell
    /// `<br>`.
    case lineBreak
    /// Nothing up to its end is text, as in `<style>`.
    case hidden
  }

  /// A tag that is known.
  struct Tag: Sendable {
    /// Its place in the list below.
    let index: Int
    let flow: Flow
    /// Whether its attributes may say that what is inside is no text of the author, or hidden.
    let isRegion: Bool
    /// Whether it shows that a message is HTML.
    let isStructure: Bool
  }

  private static let flows: [(Flow, String)] = [
    (.lineBreak, "br"),
    (.line, "div section article header footer aside nav address center form fieldset figure main"),
    (.line, "body html tbody thead tfoot tr dt dd caption figcaption"),
    (.item, "li"),
    (.cell, "td th"),
    (.paragraph, "p h1 h2 h3 h4 h5 h6 ul ol dl blockquote table pre hr"),
    (.hidden, "style script title head template noscript svg xml"),
    (.none, "b i u s a em strong span font small big sub sup tt code img meta link base o:p"),
    (.none, "abbr cite q del ins mark strike label input button wbr"),
  ]

  private static let regions: Set<String> = [
    "div", "blockquote", "span", "p", "pre", "table", "td", "section", "hr",
  ]

  private static let structure: Set<String> = ["br", "div", "p", "tr", "li", "blockquote", "table"]

  private static let tags: [UInt64: Tag] = {
    var tags: [UInt64: Tag] = [:]
    for (flow, names) in flows {
      for name in names.split(separator: " ").map(String.init) {
        tags[WordSet.key(name.utf8)] = Tag(
          index: tags.count, flow: flow, isRegion: regions.contains(name),
          isStructure: structure.contains(name))
      }
    }
    return tags
  }()

  /// How many tags are known.
  static let count = tags.count

  /// The tag of a name in small letters; longer names are known by their first eight letters.
  static func tag(_ name: some Sequence<UInt8>) -> Tag? { tags[WordSet.key(name)] }

  static let blockquote = tag("blockquote".utf8)?.index ?? 0
  static let preformatted = tag("pre".utf8)?.index ?? 0
  static let paragraph = tag("p".utf8)?.index ?? 0
}

/// What attributes say of the text inside of a tag.
struct MarkupEffect {
  /// Why it is not the author's.
  var reason: AuthoredText.Reason?
  /// Whether quotations inside show that what stands between them is the author's after all.
  var isSoft = false
  /// Whether nothing after the tag is the author's.
  var isRest = false
  /// Whether the text is not shown.
  var isHidden = false
  /// Whether white space counts.
  var isPreformatted = false
  /// Whether a paragraph stands without a blank line.
  var isTight = false

  /// What a program writes, and what it means.
  private struct Row: Sendable {
    let name: [UInt8]
    let reason: AuthoredText.Reason
    /// Of classes, whether the reason is soft; of identifiers, whether it holds for the rest.
    let isMore: Bool

    init(_ name: String, _ reason: AuthoredText.Reason, _ isMore: Bool = false) {
      self.name = Array(name.utf8)
      self.reason = reason
      self.isMore = isMore
    }
  }

  /// Names of classes by which programs mark parts of a mail, in small letters.
  private static let classes: [Row] = [
    Row("gmail_attr", .attribution), Row("moz-cite-prefix", .attribution),
    Row("gmail_quote", .quote, true), Row("protonmail_quote", .quote, true),
    Row("freshdesk_quote", .quote, true), Row("tutanota_quote", .quote, true),
    Row("zmail_extra", .quote, true), Row("yahoo_quoted", .quote),
    Row("moz-forward-container", .forwarded),
    Row("gmail_signature", .signature), Row("moz-signature", .signature),
    Row("protonmail_signature_block", .signature), Row("freshdesk_signature", .signature),
  ]

  /// The same of identifiers.
  private static let identifiers: [Row] = [
    Row("divrplyfwdmsg", .forwarded, true),
    Row("mail-editor-reference-message-container", .forwarded, true),
    Row("stopspelling", .forwarded, true), Row("zwchr", .forwarded, true),
    Row("signature", .signature), Row("ms-outlook-mobile-signature", .signature),
    Row("applemailsignature", .signature), Row("ymail_android_signature", .deviceNote),
    Row("yahoo_quoted", .quote),
  ]

  /// The colours of the line that Outlook draws above the header of an earlier mail.
  private static let outlookLines = ["border-top:solid#e1e1e1", "border-top:solid#b5c4df"]
    .map { Array($0.utf8) }

  /// Reads the attributes of a tag, as bytes between its name and its `>`.
  mutating func read(_ tag: MarkupTags.Tag, _ attributes: LineBytes) {
    let isQuote = tag.index == MarkupTags.blockquote
    if tag.index == MarkupTags.preformatted { isPreformatted = true }
    if isQuote { reason = .quote }
    MarkupAttributes.forEach(attributes) { name, value in
      switch name.count {
      case 5 where MarkupAttributes.equal(name, "class"): readClass(value)
      case 2 where MarkupAttributes.equal(name, "id"): readIdentifier(value)
      case 5 where MarkupAttributes.equal(name, "style"): readStyle(value, isQuote: isQuote)
      default: break
      }
    }
  }

  var isNothing: Bool {
    reason == nil && !isRest && !isHidden && !isPreformatted
  }

  private mutating func readClass(_ value: LineBytes) {
    let value = MarkupAttributes.plain(value, keepsSpaces: true)
    value.withUnsafeBufferPointer { value in
      if let row = Self.classes.first(where: { value.contains($0.name) }) {
        isSoft = row.isMore && reason == nil
        reason = reason ?? row.reason
      }
      if value.hasPrefix([0x6D, 0x73, 0x6F]) { isTight = true }
    }
  }

  private mutating func readIdentifier(_ value: LineBytes) {
    let value = MarkupAttributes.plain(value, keepsSpaces: false)
    guard let row = Self.identifiers.first(where: { $0.name == value }) else { return }
    reason = reason ?? row.reason
    isRest = row.isMore
  }

  private mutating func readStyle(_ value: LineBytes, isQuote: Bool) {
    let value = MarkupAttributes.plain(value, keepsSpaces: false)
    value.withUnsafeBufferPointer { value in
      if value.contains(Array("display:none".utf8)) { isHidden = true }
      if value.contains(Array("white-space:pre".utf8)) { isPreformatted = true }
      // Gmail indents the author's text by a blockquote without a border.
      if isQuote, reason == .quote, !isSoft, value.contains(Array("border:none".utf8)),
        value.contains(Array("margin:00040px".utf8))
      {
        reason = nil
      }
      if Self.outlookLines.contains(where: { value.contains($0) }) {
        reason = reason ?? .forwarded
        isRest = true
      }
    }
  }
}

/// Reads the attributes of tags.
enum MarkupAttributes {
  /// The longest value that is read (unit: bytes).
  private static let longest = 2000

  /// Calls `body` with the name and the value of each attribute.
  ///
  /// - Complexity: O(length).
  static func forEach(_ bytes: LineBytes, _ body: (LineBytes, LineBytes) -> Void) {
    var position = 0
    func skip(while condition: (UInt8) -> Bool) {
      while position < bytes.count, condition(bytes[position]) { position += 1 }
    }
    while position < bytes.count {
      skip { isSpace($0) || $0 == UInt8(ascii: "/") }
      let nameStart = position
      skip { !isSpace($0) && $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: "/") }
      let name = LineBytes(rebasing: bytes[nameStart..<position])
      skip(while: isSpace)
      guard position < bytes.count, bytes[position] == UInt8(ascii: "=") else {
        if name.isEmpty { position += 1 }
        continue
      }
      position += 1
      skip(while: isSpace)
      guard position < bytes.count else { return }
      let quote = bytes[position]
      let valueStart: Int
      let valueEnd: Int
      if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
        position += 1
        valueStart = position
        skip { $0 != quote }
        valueEnd = position
        position += 1
      } else {
        valueStart = position
        skip { !isSpace($0) }
        valueEnd = position
      }
      if valueEnd - valueStart <= longest {
        body(name, LineBytes(rebasing: bytes[valueStart..<valueEnd]))
      }
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x0C
  }

  /// Whether a name is the given one in small letters, whatever its case.
  static func equal(_ name: LineBytes, _ other: StaticString) -> Bool {
    guard name.count == other.utf8CodeUnitCount else { return false }
    return name.indices.allSatisfy { name[$0] | 0x20 == other.utf8Start[$0] }
  }

  /// A value in small letters.
  static func plain(_ value: LineBytes, keepsSpaces: Bool) -> [UInt8] {
    var plain: [UInt8] = []
    plain.reserveCapacity(value.count)
    for byte in value where keepsSpaces || !isSpace(byte) {
      plain.append(byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte)
    }
    return plain
  }
}
