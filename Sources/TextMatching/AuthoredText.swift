/// What the author of a message wrote, apart from what the mail carries along.
package struct AuthoredText: Sendable {
  /// Why a part does not count as written by the author.
  package enum Reason: String, Sendable, CaseIterable {
    /// Lines marked with `>`.
    case quote
    /// "On … wrote:" above a quotation.
    case attribution
    /// An earlier or forwarded mail without marks, from its header to the end.
    case forwarded
    /// "Sent from my iPhone".
    case deviceNote = "device-note"
    /// What stands below the line "-- ".
    case signature
  }

  /// A part that was cut.
  package struct Cut: Hashable, Sendable {
    /// The part, as UTF-8 offsets of the message.
    package let range: Range<Int>
    /// Why it was cut.
    package let reason: Reason
  }

  /// What the author wrote, as UTF-8 offsets of the message.
  package let kept: [Range<Int>]
  /// What was cut; together with `kept` it covers the whole message.
  package let cut: [Cut]
  /// The text below the line "-- ", which may hold the author's name.
  package let signature: Range<Int>?
  /// What the author wrote, folded.
  package let folded: FoldedText

  /// Finds what the author wrote.
  package init(_ message: String) {
    kept = message.isEmpty ? [] : [0..<message.utf8.count]
    cut = []
    signature = nil
    folded = FoldedText(message)
  }
}
