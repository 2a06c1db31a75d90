/// A number, a word or a sign of a written time, with its place (UTF-8 offsets).
struct SpanToken {
  enum Kind {
    case number(Number)
    /// Folded: lower case, without diacritics.
    case word(String)
    case symbol
  }

  let kind: Kind
  let text: String
  let utf8: Range<Int>

  var isNumber: Bool {
    if case .number = kind { true } else { false }
  }

  /// A hyphen, a minus sign or one of the longer dashes.
  var isDash: Bool { ["-", "\u{2010}", "\u{2011}", "–", "—", "\u{2212}"].contains(text) }

  func isSymbol(_ symbol: String) -> Bool {
    if case .symbol = kind { text == symbol } else { false }
  }

  func isWord(startingWith prefix: String) -> Bool {
    if case .word(let word) = kind { word.hasPrefix(prefix) } else { false }
  }
}

extension SpanToken {
  /// A number as written: digits, and digits after a decimal point or comma.
  struct Number {
    let digits: String
    let decimals: String

    /// "1.500" may be one and a half or, in half of Europe, one thousand five hundred.
    var looksLikeThousands: Bool { decimals.count == 3 && digits != "0" }

    /// The whole part, or nil when it is far too large for a time.
    var whole: Int? {
      let significant = digits.drop { $0 == "0" }
      guard significant.count <= 12 else { return nil }
      return significant.isEmpty ? 0 : Int(significant)
    }

    /// The part after the point of a unit of `seconds`, or nil when it is no whole number of them.
    func fraction(of seconds: Int) -> Int? {
      var significant = decimals[...]
      while significant.hasSuffix("0") { significant.removeLast() }
      guard !significant.isEmpty else { return 0 }
      guard significant.count <= 9, let value = Int(significant) else { return nil }
      let scale = (0..<significant.count).reduce(1) { power, _ in power * 10 }
      let (quotient, remainder) = (value * seconds).quotientAndRemainder(dividingBy: scale)
      return remainder == 0 ? quotient : nil
    }
  }

  /// Cuts a text into numbers, words (with the dot of an abbreviation) and signs; space is dropped.
  static func tokens(of text: String) -> [SpanToken] {
    let scalars = Array(text.unicodeScalars)
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    var tokens: [SpanToken] = []
    var index = 0

    /// The scalars from `index` that satisfy `condition`; moves `index` behind them.
    func take(while condition: (Unicode.Scalar) -> Bool) -> String {
      var taken = String.UnicodeScalarView()
      while index < scalars.count, condition(scalars[index]) {
        taken.append(scalars[index])
        index += 1
      }
      return String(taken)
    }

    while index < scalars.count {
      let start = index
      let scalar = scalars[index]
      let kind: Kind
      if scalar == " " || scalar.properties.isWhitespace {
        index += 1
        continue
      } else if scalar.isDigit {
        let digits = take { $0.isDigit }
        var decimals = ""
        if index + 1 < scalars.count, scalars[index] == "." || scalars[index] == ",",
          scalars[index + 1].isDigit
        {
          index += 1
          decimals = take { $0.isDigit }
        }
        kind = .number(Number(digits: digits, decimals: decimals))
      } else if scalar.isLetter {
        let word = take { $0.isLetter }
        if index < scalars.count, scalars[index] == "." { index += 1 }
        kind = .word(foldedForUnits(word))
      } else {
        index += 1
        kind = .symbol
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[start..<index])
      tokens.append(
        SpanToken(kind: kind, text: String(view), utf8: offsets[start]..<offsets[index]))
    }
    return tokens
  }
}

extension Unicode.Scalar {
  fileprivate var isDigit: Bool { ("0"..."9").contains(self) }

  fileprivate var isLetter: Bool {
    properties.isAlphabetic || ("\u{300}"..."\u{36F}").contains(self)
  }
}

/// Lower case, and the letters of Polish and Czech without their marks.
///
/// Enough for the few words that name a time; text under audit is folded elsewhere.
func foldedForUnits(_ text: String) -> String {
  var folded = String.UnicodeScalarView()
  for scalar in text.lowercased().unicodeScalars where !("\u{300}"..."\u{36F}").contains(scalar) {
    folded.append(plainLetters[scalar] ?? scalar)
  }
  return String(folded)
}

private let plainLetters: [Unicode.Scalar: Unicode.Scalar] = [
  "ą": "a", "ć": "c", "ę": "e", "ł": "l", "ń": "n", "ó": "o", "ś": "s", "ź": "z", "ż": "z",
  "á": "a", "č": "c", "ď": "d", "é": "e", "ě": "e", "í": "i", "ň": "n", "ř": "r", "š": "s",
  "ť": "t", "ú": "u", "ů": "u", "ý": "y", "ž": "z",
]
