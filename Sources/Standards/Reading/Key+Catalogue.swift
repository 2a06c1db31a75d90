package import Diagnostics
package import ServiceTime
package import SourceYAML

extension Key where Value == TimeSpan {
  /// A time with its unit.
  static func timeSpan(
    _ name: String, _ summary: String, required: Bool = false
  ) -> Key<TimeSpan> {
    Key(name, summary, shape: .timeSpan, required: required) { node, diagnostics in
      node.timeSpan(of: "'\(name)'", &diagnostics)
    }
  }
}

extension Key where Value == Share {
  /// A share in percent.
  package static func share(_ name: String, _ summary: String) -> Key<Share> {
    Key(name, summary, shape: .share) { node, diagnostics in
      node.share(of: "'\(name)'", &diagnostics)
    }
  }
}

extension Key where Value == String {
  /// The name of a phrase list.
  static func phraseList(
    _ name: String, _ summary: String, required: Bool = false
  ) -> Key<String> {
    Key(name, summary, shape: .name(of: "phrase list"), required: required) { node, diagnostics in
      node.text(of: "'\(name)'", &diagnostics)
    }
  }
}

extension Key where Value == String {
  /// A name of small letters, digits and hyphens.
  static func id(_ name: String, _ summary: String, example: String) -> Key<String> {
    let shape = Shape.written(
      "a name", example: example, pattern: "^[a-z0-9-]{1,80}$", orNumber: true)
    return Key(name, summary, shape: shape, required: true) { node, diagnostics in
      guard let id = node.text(of: "'\(name)'", &diagnostics) else { return nil }
      if id.isIdentifier { return id }
      diagnostics.error(
        "id.unreadable", "'\(id.shortened)' cannot be an id", at: node.place,
        fixIt: "write small letters, digits and hyphens, such as \(example)")
      return nil
    }
  }
}

extension YAMLNode {
  /// Reads a time with its unit, or reports why it is none.
  package func timeSpan(
    of subject: @autoclosure () -> String, _ diagnostics: inout Diagnostics
  ) -> TimeSpan? {
    guard let text = text(of: subject(), &diagnostics) else { return nil }
    do {
      return try TimeSpan(written: text)
    } catch {
      diagnostics.error(
        error.namesNoNumber ? "time.no-number" : "time.unreadable",
        "\(subject()): \(error.message)",
        at: error.utf8.map { place(ofUTF8: $0) } ?? place, fixIt: error.suggestion)
      return nil
    }
  }

  /// Reads a share in percent, or reports why it is none.
  package func share(
    of subject: @autoclosure () -> String, _ diagnostics: inout Diagnostics
  ) -> Share? {
    guard let text = text(of: subject(), &diagnostics) else { return nil }
    if let share = Share(written: text) { return share }
    var advice = "write a percentage from 0% to 100%, such as 95%"
    if let number = Double(text), (0...100).contains(number) {
      let percent = number > 1 ? text : "\(Share(fraction: number)?.description ?? "95%")"
      advice = number > 1 ? "write \(text)%" : "write \(percent)"
    }
    diagnostics.error(
      "share.unreadable", "\(subject()) is a share, and '\(text.shortened)' is none", at: place,
      fixIt: advice)
    return nil
  }

  /// Reads a text given once, or once per language.
  func localizedText(
    of subject: @autoclosure () -> String, _ diagnostics: inout Diagnostics
  ) -> LocalizedText? {
    guard case .mapping(let entries) = content else {
      return text(of: subject(), &diagnostics).map {
        LocalizedText([.init(language: nil, text: $0)])
      }
    }
    if entries.isEmpty {
      diagnostics.error(
        "value.empty", "\(subject()) has no text in any language", at: place,
        fixIt: "write one text, or a text per language, such as {en: …}")
    }
    var texts: [LocalizedText.Entry] = []
    for entry in entries {
      guard entry.keyText.isLanguageCode else {
        diagnostics.error(
          "language.unknown", "'\(entry.keyText.shortened)' is no language code",
          at: entry.key.place, fixIt: "write a code of two letters, such as pl, cs or en")
        continue
      }
      if let text = entry.value.text(of: "\(subject()) in '\(entry.keyText)'", &diagnostics) {
        texts.append(.init(language: entry.keyText, text: text))
      }
    }
    return texts.isEmpty ? nil : LocalizedText(texts)
  }
}

extension Key where Value == LocalizedText {
  /// A text given once, or once per language.
  static func localized(
    _ name: String, _ summary: String, required: Bool = false
  ) -> Key<LocalizedText> {
    Key(name, summary, shape: .localized(.text), required: required) { node, diagnostics in
      node.localizedText(of: "'\(name)'", &diagnostics)
    }
  }
}

extension String {
  /// Whether this looks like a language code of ISO 639-1: two lower-case letters.
  var isLanguageCode: Bool {
    utf8.count == 2 && utf8.allSatisfy { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }
}

extension String {
  /// Whether this is at most eighty small letters, digits and hyphens.
  fileprivate var isIdentifier: Bool {
    let allowed = utf8.allSatisfy {
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "-")
    }
    return allowed && utf8.count <= 80
  }
}

extension TimeSpanError {
  /// Whether words stand where a number should, as in "as soon as possible".
  fileprivate var namesNoNumber: Bool {
    switch self {
    case .vague, .noNumber: true
    default: false
    }
  }
}
