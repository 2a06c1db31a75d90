/// What the author of a message wrote, apart from what the mail carries along.
///
/// Cut are quoted lines and the header above them, earlier and forwarded mails, notes of the device,
/// what stands below the line `-- `, and at the end of what the author wrote legal boilerplate and
/// contact lines: telephone, web, street, register. Of a signature without `-- ` the closing formula,
/// the name and what stands between stay, for they are written to the customer; jobs and companies
/// below the name go only where a contact line stands below them. Replies between quoted lines are
/// kept.
///
/// A header such as "On 3 June 2024 Anna wrote:" counts only where quoted lines follow, where it
/// carries an e-mail address, or where only a program writes so; in the middle of prose it is prose.
/// Contact lines count only below a closing formula or below a name at the end: "proszę dzwonić 22
/// 123 45 67" and numbers that the author gives are kept. So are sentences below a name.
///
/// HTML is read as text (``MarkupText``): tags and what they hide are cut, quotations and signatures
/// count also where only tags say so.
package struct AuthoredText: Sendable {
  /// Why a part does not count as written by the author.
  package enum Reason: String, Sendable, CaseIterable {
    /// Lines marked with `>`, or what HTML marks as quoted.
    case quote
    /// "On … wrote:" above a quotation.
    case attribution
    /// An earlier or forwarded mail without marks, from its header to the end of the message.
    case forwarded
    /// "Sent from my iPhone".
    case deviceNote = "device-note"
    /// The line `-- ` and what stands below it, or what HTML marks as a signature.
    case signature
    /// Telephone, web, street and the like below the author's name.
    case contact
    /// "This e-mail is confidential", "Registered in England", "Delivered by Zendesk".
    case boilerplate
    /// Tags of HTML, and what they do not show.
    case markup
  }

  /// A part that was cut.
  package struct Cut: Hashable, Sendable {
    /// The part, as UTF-8 offsets of the message.
    package let range: Range<Int>
    /// Why it was cut.
    package let reason: Reason
  }

  /// What the author wrote, as UTF-8 offsets of the message; ascending, not touching.
  package let kept: [Range<Int>]
  /// What was cut, ascending; with `kept` it covers every byte of the message once.
  package let cut: [Cut]
  /// Where the author signs off, as UTF-8 offsets of the message: from the closing formula, or else
  /// from the name, to the last line of contact, and the text below the line `-- `. Parts of it may
  /// be kept. Nil where no person is named and no contact line is cut.
  package let signature: Range<Int>?
  /// The personal name there, as UTF-8 offsets of the message: "Ola", "Jan Kowalski". Nil where only
  /// a team signs. A single word at the end may be a company's name: nothing tells "Hostino" from
  /// "Lucie".
  package let signer: Range<Int>?
  /// What the author wrote, folded, with a blank line for each cut but those of markup.
  package let folded: FoldedText

  /// Finds what the author wrote.
  ///
  /// - Complexity: O(length).
  package init(_ message: String) {
    let markup = MarkupText(message)
    let whole = markup?.folded ?? FoldedText(message)
    var message = whole.original
    let lines = message.withUTF8 { source in
      whole.bytes.withUnsafeBufferPointer { folded in
        MailLines(whole, folded, source, marks: markup?.marks ?? [])
      }
    }
    signature = lines.signature.map { whole.originalUTF8($0) }
    signer = lines.signer.map { whole.originalUTF8($0) }
    guard markup != nil || lines.hasCuts else {
      kept = message.isEmpty ? [] : [0..<message.utf8.count]
      cut = []
      folded = whole
      return
    }

    var parts: [Range<Int>] = []
    var pieces = Pieces(markup == nil ? nil : whole.pieces)
    var first = 0
    let reasons = lines.lines
    while first < reasons.count {
      var next = first + 1
      while next < reasons.count, reasons[next].reason == reasons[first].reason { next += 1 }
      let range = lines.original(first..<next)
      if let reason = reasons[first].reason {
        pieces.cut(range, reason)
      } else {
        pieces.keep(range)
        parts.append(lines.whole(first..<next))
      }
      first = next
    }
    // A message of nothing but tags has no lines.
    if reasons.isEmpty { pieces.keep(0..<message.utf8.count) }
    kept = pieces.kept
    cut = pieces.cut
    let isWhole = reasons.isEmpty || parts == [0..<whole.bytes.count]
    folded = isWhole ? whole : whole.keeping(parts)
  }
}

/// Gathers what is kept and what is cut, from the beginning of a message to its end.
private struct Pieces {
  private(set) var kept: [Range<Int>] = []
  private(set) var cut: [AuthoredText.Cut] = []
  /// What is text between tags; nil where all is.
  private let text: [Range<Int32>]?
  /// The first piece of text that ends behind what was gathered.
  private var next = 0

  init(_ text: [Range<Int32>]?) {
    self.text = text
  }

  mutating func cut(_ range: Range<Int>, _ reason: AuthoredText.Reason) {
    guard !range.isEmpty else { return }
    if let last = cut.last, last.reason == reason, last.range.upperBound == range.lowerBound {
      cut[cut.count - 1] = AuthoredText.Cut(
        range: last.range.lowerBound..<range.upperBound, reason: reason)
    } else {
      cut.append(AuthoredText.Cut(range: range, reason: reason))
    }
  }

  /// Keeps the text of a range; the tags between are cut.
  mutating func keep(_ range: Range<Int>) {
    guard let text else {
      if !range.isEmpty { kept.append(range) }
      return
    }
    var start = range.lowerBound
    while next < text.count, Int(text[next].lowerBound) < range.upperBound {
      let piece = (Int(text[next].lowerBound)..<Int(text[next].upperBound)).clamped(to: range)
      if !piece.isEmpty {
        cut(start..<piece.lowerBound, .markup)
        kept.append(piece)
        start = piece.upperBound
      }
      guard Int(text[next].upperBound) <= range.upperBound else { break }
      next += 1
    }
    cut(start..<range.upperBound, .markup)
  }
}
