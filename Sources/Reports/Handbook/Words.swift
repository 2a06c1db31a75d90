/// A word or sentence of ours in the languages that we speak.
struct Term: Hashable, Sendable {
  let pl: String
  let cs: String
  let en: String

  init(pl: String, cs: String, en: String) {
    self.pl = pl
    self.cs = cs
    self.en = en
  }
}

/// The language that a page is written in: the catalogue's texts in one, our own words beside them.
package struct Words: Hashable, Sendable {
  /// A language that our own words exist in.
  enum Spoken: String, CaseIterable, Sendable {
    case pl, cs, en
  }

  /// The code of the language that the catalogue's texts are wanted in.
  package let language: String
  /// The language of our own words: the same one, or English where we do not speak it.
  let spoken: Spoken

  /// Chooses the words for a language, by its code.
  package init(_ language: String) {
    self.language = language
    spoken = Spoken(rawValue: language) ?? .en
  }

  /// A term in the page's language.
  subscript(_ term: Term) -> String {
    switch spoken {
    case .pl: term.pl
    case .cs: term.cs
    case .en: term.en
    }
  }

  /// A text in quotation marks as the language writes them.
  func quoted(_ text: String) -> String {
    switch spoken {
    case .pl: "„\(text)”"
    case .cs: "„\(text)“"
    case .en: "“\(text)”"
    }
  }

  /// A text in which short words stay with the word after them, as Polish and Czech type asks.
  ///
  /// - Complexity: O(length).
  func typeset(_ text: String) -> String {
    let clinging: Set<Character> =
      switch spoken {
      case .pl: Set("aiouwzAIOUWZ")
      case .cs: Set("aikosuvzAIKOSUVZ")
      case .en: []
      }
    guard !clinging.isEmpty else { return text }
    var result = ""
    // Whether the last character is a word of its own that clings, and what stood before it.
    var clings = false
    var isWordStart = true
    for character in text {
      if character == " ", clings {
        result.append("\u{A0}")
        clings = false
      } else {
        result.append(character)
        clings = isWordStart && clinging.contains(character)
      }
      isWordStart = character == " " || character == "(" || character == "„"
    }
    return result
  }
}
