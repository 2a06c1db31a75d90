/// A phrase or a regular expression as the author of a catalogue wrote it, ready to match.
///
/// **A phrase** matches whole words without regard to case, diacritics and kind of white space:
///
/// | written | matches |
/// |---|---|
/// | `dobry dzien` | "Dobrý  dzień", also across one line break, but not across a blank line |
/// | `szanown* pan*` | each word with any ending of letters, also none |
/// | `dear *,` | one word of any kind, across inner hyphens and apostrophes |
/// | `(co\|jak) nejdříve`, `(ještě \|)dnes` | alternatives, which may be empty and nest |
/// | `\*`, `\(`, `\)`, `\|`, `\/`, `\\` | the character itself |
///
/// Where a phrase begins or ends with a letter or digit of any script, no other may stand next to
/// it in the text; where it begins or ends with anything else (`?`, `...`, `:-\)`, 🙂) nothing is
/// asked of what is next to it. Marks in the middle are matched as they are: "no nic" does not
/// match "no, nic". A phrase found at one place with several lengths counts once, the longest.
///
/// **An expression** is written between slashes, `/zwrot (w|do) \d+ dni/`, in RE2's syntax, and is
/// searched in the folded text, thus against lower-case letters without diacritics; its own letters
/// are folded too. `\b`, `\w` and `\d` know ASCII only, which is what folded Latin letters are.
/// White space is not joined: write `\s+`.
package struct Pattern: Sendable {
  /// What the author wrote.
  package let written: String
  let kind: Kind

  enum Kind: Sendable {
    case phrase(ReadPhrase)
    case expression(Expression)
  }

  /// The longest pattern (unit: UTF-8 bytes); longer ones are texts pasted by mistake.
  package static let longest = 2_000

  /// Compiles a pattern.
  ///
  /// - Parameter isProven: Whether it was seen to be right, so that an expression need not be compiled
  ///   before it is first searched for.
  /// - Throws: ``PatternError`` with the faulty part of `written`. Patterns that can match nothing,
  ///   or any text, are errors too.
  package init(_ written: String, isProven: Bool = false) throws(PatternError) {
    let whole = 0..<written.utf8.count
    guard whole.count <= Self.longest else {
      throw PatternError(
        "the pattern is \(whole.count) bytes long, more than \(Self.longest)", at: whole,
        suggestion: "split it")
    }
    let (body, start) = Self.trimmed(written)
    guard !body.isEmpty else {
      throw PatternError(
        "the phrase is empty", at: whole, suggestion: "write the words to be found")
    }
    self.written = written
    do throws(PatternError) {
      guard body.utf8.first != UInt8(ascii: "/") else {
        guard body.utf8.count > 1, body.utf8.last == UInt8(ascii: "/") else {
          throw PatternError(
            "'/' opens an expression that never ends", at: 0..<1,
            suggestion: #"end it by '/', or write \/ for the character itself"#)
        }
        do throws(PatternError) {
          kind = .expression(
            try Expression(body.dropFirst().dropLast(), isProven: isProven))
        } catch {
          throw error.moved(by: 1)
        }
        return
      }
      guard
        Self.isVisible(body.utf8.first)
          || body.unicodeScalars.contains(where: { !FoldTable.shared.fold($0).isEmpty })
      else {
        throw PatternError(
          "the phrase has only invisible characters", at: 0..<body.utf8.count,
          suggestion: "write the words to be found")
      }
      kind = .phrase(try PhraseParser.phrase(in: body))
    } catch {
      throw error.moved(by: start)
    }
  }

  /// Whether it is a regular expression, not a phrase.
  package var isExpression: Bool {
    if case .expression = kind { true } else { false }
  }

  /// What is left without white space around, and its UTF-8 offset.
  private static func trimmed(_ text: String) -> (Substring, Int) {
    if isVisible(text.utf8.first), isVisible(text.utf8.last) { return (text[...], 0) }
    func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
    let scalars = text.unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return ("", 0) }
    let offset = text.utf8.distance(from: text.startIndex, to: first)
    return (text[first...last], offset)
  }

  /// Whether a byte is a visible character of ASCII, as most patterns begin and end with.
  private static func isVisible(_ byte: UInt8?) -> Bool {
    guard let byte else { return false }
    return 0x21..<0x7F ~= byte
  }
}
