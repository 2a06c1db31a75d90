/// What the author of a message wrote, apart from what the mail carries along.
///
/// Cut are quoted lines and the header above them, earlier and forwarded mails, notes of the device
/// and what stands below the line `-- `. Replies between quoted lines are kept. A header such as
/// "On 3 June 2024 Anna wrote:" counts only where quoted lines follow, or where it carries an
/// e-mail address; in the middle of prose it is prose.
package struct AuthoredText: Sendable {
  /// Why a part does not count as written by the author.
  package enum Reason: String, Sendable, CaseIterable {
    /// Lines marked with `>`.
    case quote
    /// "On … wrote:" above a quotation.
    case attribution
    /// An earlier or forwarded mail without marks, from its header to the end of the message.
    case forwarded
    /// "Sent from my iPhone".
    case deviceNote = "device-note"
    /// The line `-- ` and what stands below it.
    case signature
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
  /// The text below the line `-- `, as UTF-8 offsets: it may hold the author's name.
  package let signature: Range<Int>?
  /// What the author wrote, folded, with a blank line for each cut.
  package let folded: FoldedText

  /// Finds what the author wrote.
  ///
  /// - Complexity: O(length).
  package init(_ message: String) {
    let whole = FoldedText(message)
    let lines = MailLines(whole)
    var reasons = lines.reasons()
    guard reasons.contains(where: { $0 != nil }) else {
      kept = message.isEmpty ? [] : [0..<message.utf8.count]
      cut = []
      signature = nil
      folded = whole
      return
    }
    lines.giveBlankLines(to: &reasons)

    var kept: [Range<Int>] = []
    var cut: [Cut] = []
    var signature: Range<Int>?
    var first = 0
    while first < reasons.count {
      var next = first + 1
      while next < reasons.count, reasons[next] == reasons[first] { next += 1 }
      let range = lines.original(first..<next)
      switch reasons[first] {
      case nil: kept.append(range)
      case let reason?:
        cut.append(Cut(range: range, reason: reason))
        if reason == .signature, signature == nil, next > first + 1 {
          signature = lines.original(first + 1..<next)
        }
      }
      first = next
    }
    self.kept = kept
    self.cut = cut
    self.signature = signature
    folded = FoldedText(message, keeping: kept)
  }
}
