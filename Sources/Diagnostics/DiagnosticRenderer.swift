/// Prints diagnostics for people: place, message, the line of the text and a caret under the spot.
package struct DiagnosticRenderer: Sendable {
  private let color: Bool
  /// The widest source line shown whole (unit: terminal cells); longer ones show a window.
  private let widestLine = 160
  /// How much of a long line is shown before the caret, and from the caret on (unit: cells).
  private let window = (before: 50, after: 90)

  /// Creates a renderer; with `color` it adds ANSI escapes, which only terminals understand.
  package init(color: Bool) {
    self.color = color
  }

  /// One diagnostic with its notes and fix-it, as lines that each end with a line break.
  ///
  /// - Complexity: O(length of the message and of the lines shown).
  package func render(_ diagnostic: Diagnostic) -> String {
    var output = ""
    header(
      diagnostic.severity, diagnostic.message, id: diagnostic.id, at: diagnostic.place,
      into: &output)
    if let fixIt = diagnostic.fixIt {
      output += paint("fix-it:", .green) + " \(DisplayWidth.oneLine(fixIt))\n"
    }
    for note in diagnostic.notes {
      header(.note, note.message, id: nil, at: note.place, into: &output)
    }
    return output
  }

  /// All diagnostics in the order of ``Diagnostics/sorted``, without a summary.
  package func render(_ diagnostics: Diagnostics) -> String {
    diagnostics.sorted.map { render($0) }.joined()
  }

  private func header(
    _ severity: Diagnostic.Severity, _ message: String, id: String?, at place: SourceRange?,
    into output: inout String
  ) {
    if let place {
      output += paint("\(DisplayWidth.oneLine(place.description)):", .bold) + " "
    }
    output += paint("\(severity.rawValue):", ANSI(severity)) + " "
    output += paint(DisplayWidth.oneLine(message), .bold)
    if let id { output += " [\(id)]" }
    output += "\n"
    if let place { snippet(of: place, into: &output) }
  }

  /// The line of the place, and the line with the caret.
  private func snippet(of place: SourceRange, into output: inout String) {
    let text = place.text
    guard !text.bytes.isEmpty else { return }
    let whole = text.line(at: place.utf8.lowerBound)
    let content = nearby(place.utf8.lowerBound, in: whole, of: text.bytes)
    let line = SourceLine(of: text.bytes, in: content).characters
    let caret = line.firstIndex { $0.utf8.upperBound > place.utf8.lowerBound } ?? line.endIndex
    let end =
      line[caret...].firstIndex { $0.utf8.lowerBound >= place.utf8.upperBound } ?? line.endIndex

    let shown = visiblePart(of: line, around: caret)
    let cutBefore = shown.lowerBound > 0 || content.lowerBound > whole.lowerBound
    let cutAfter = shown.upperBound < line.count || content.upperBound < whole.upperBound

    var source = cutBefore ? "…" : ""
    var marks = cutBefore ? " " : ""
    for index in shown {
      let character = line[index].character
      source.append(character == "\t" ? character : DisplayWidth.printable(character))
      if index < caret { marks += blank(under: character) }
    }
    if cutAfter { source += "…" }

    let underlined = line[caret..<min(max(end, caret), shown.upperBound)]
    let cells = underlined.reduce(0) { $0 + DisplayWidth.cells(of: $1.character) }
    output += source + "\n"
    output += marks + paint("^" + String(repeating: "~", count: max(cells - 1, 0)), .green) + "\n"
  }

  private func blank(under character: Character) -> String {
    character == "\t" ? "\t" : String(repeating: " ", count: DisplayWidth.cells(of: character))
  }

  /// The part of a very long line that is looked at at all, cut between characters.
  private func nearby(_ offset: Int, in line: Range<Int>, of bytes: [UInt8]) -> Range<Int> {
    let reach = 4_000
    guard line.count > 2 * reach else { return line }
    var start = max(line.lowerBound, offset - reach)
    var end = min(line.upperBound, offset + reach)
    while start > line.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    while end < line.upperBound, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return start..<end
  }

  /// The characters to show: all of a line of ordinary width, else those around the caret.
  private func visiblePart(of line: [SourceLine.Element], around caret: Int) -> Range<Int> {
    var cells = 0
    for element in line {
      cells += DisplayWidth.cells(of: element.character)
      if cells > widestLine { break }
    }
    guard cells > widestLine else { return line.indices }

    var (start, room) = (caret, window.before)
    while start > 0, room > 0 {
      start -= 1
      room -= DisplayWidth.cells(of: line[start].character)
    }
    var end = caret
    room += window.after
    while end < line.count, room > 0 {
      room -= DisplayWidth.cells(of: line[end].character)
      end += 1
    }
    return start..<end
  }

  private enum ANSI: String {
    case bold = "1"
    case red = "1;31"
    case magenta = "1;35"
    case cyan = "1;36"
    case green = "1;32"

    init(_ severity: Diagnostic.Severity) {
      self =
        switch severity {
        case .error: .red
        case .warning: .magenta
        case .note: .cyan
        }
    }
  }

  private func paint(_ text: String, _ ansi: ANSI) -> String {
    color ? "\u{1B}[\(ansi.rawValue)m\(text)\u{1B}[0m" : text
  }
}
