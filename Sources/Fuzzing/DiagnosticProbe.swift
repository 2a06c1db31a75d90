import Diagnostics
import Reports

/// What holds of everything that is said about some texts.
struct DiagnosticProbe {
  private let texts: [SourceText]

  init(_ texts: [SourceText]) {
    self.texts = texts
  }

  /// What is wrong with diagnostics, one by one and rendered; nil when nothing is.
  func fault(of diagnostics: Diagnostics) -> String? {
    for diagnostic in diagnostics.all {
      if let fault = fault(of: diagnostic) { return "[\(diagnostic.id)] \(fault)" }
    }
    let all = diagnostics.all
    guard diagnostics.errorCount == all.count(where: { $0.severity == .error }),
      diagnostics.warningCount == all.count(where: { $0.severity == .warning }),
      diagnostics.sorted.count == all.count
    else { return "the diagnostics are miscounted" }
    let plain = DiagnosticRenderer(color: false).render(diagnostics)
    if let fault = OutputProbe.fault(ofText: plain) { return "rendered: \(fault)" }
    if DiagnosticRenderer(color: true).render(diagnostics).utf8.count < plain.utf8.count {
      return "colour makes the text shorter"
    }
    var json = JSONWriter()
    CheckJSON.write(diagnostics, to: &json)
    return OutputProbe.fault(ofJSON: json.bytes)
  }

  private func fault(of diagnostic: Diagnostic) -> String? {
    let isNamed = diagnostic.id.utf8.allSatisfy { byte in
      UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte || byte == UInt8(ascii: "-")
        || byte == UInt8(ascii: ".")
    }
    guard isNamed, !diagnostic.id.isEmpty else { return "the id is not one" }
    if diagnostic.message.isEmpty { return "the message is empty" }
    if diagnostic.message.hasSuffix(".") { return "the message ends with a full stop" }
    if diagnostic.fixIt?.isEmpty == true { return "the advice is empty" }
    guard let place = diagnostic.place else { return "it has no place" }
    for place in [place] + diagnostic.notes.compactMap(\.place) {
      if let fault = fault(of: place) { return fault }
    }
    return nil
  }

  /// A place lies in one of the texts, and does not cut a character in two.
  private func fault(of place: SourceRange) -> String? {
    guard texts.contains(where: { $0 === place.text }) else {
      return "the place lies in another text"
    }
    let bytes = place.text.bytes
    guard place.utf8.lowerBound >= 0, place.utf8.upperBound <= bytes.count else {
      return "the place \(place.utf8) lies outside of \(bytes.count) bytes"
    }
    let (start, end) = (place.start, place.end)
    guard (1, 1) <= start, start <= end else { return "the place ends before it begins" }
    for bound in [place.utf8.lowerBound, place.utf8.upperBound]
    where bound < bytes.count && bytes[bound] & 0xC0 == 0x80 && isUTF8(place.text) {
      return "the place \(place.utf8) cuts a character"
    }
    return nil
  }

  private func isUTF8(_ text: SourceText) -> Bool {
    String(validating: text.bytes, as: UTF8.self) != nil
  }
}
