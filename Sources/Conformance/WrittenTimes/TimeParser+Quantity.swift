import TextMatching

extension TimeParser {
  /// How many of a unit; of a range the more.
  struct Quantity {
    /// In hundredths.
    var hundredths: Int
    var isVague = false
    /// The languages of its words; empty for digits.
    var languages: TimeWord.Languages = []
    var next: Int
  }

  /// A number or what stands for one before a unit: "2", "2-3", "półtorej", "half an", "a couple of".
  func quantity(at start: Int) -> Quantity? {
    guard let first = oneQuantity(at: start) else { return nil }
    guard !first.isVague else { return first }
    var next = first.next
    // "two and a half", "dwie i pół"
    if roles(next).contains(.and) {
      let half = roles(next + 1).contains(.article) ? next + 2 : next + 1
      if roles(half).contains(.half), word(half + 1).unit != nil {
        return Quantity(
          hundredths: first.hundredths + 50, languages: first.languages, next: half + 1)
      }
    }
    let isJoined =
      isMark(next, "-") || (roles(next).contains(.joiner) && !roles(next).contains(.and))
    if isJoined {
      next += 1
      if word(next).preposition == .until, word(next + 1).unit == nil { next += 1 }
      if let last = oneQuantity(at: next), !last.isVague, last.hundredths > first.hundredths {
        let languages = first.languages.isEmpty ? last.languages : first.languages
        return Quantity(hundredths: last.hundredths, languages: languages, next: last.next)
      }
    }
    return first
  }

  private func oneQuantity(at start: Int) -> Quantity? {
    switch figure(start) {
    case .plain(let value, let digits)?:
      // Memory holds that the digits of longer numbers do not matter.
      guard digits < LongNumbers.fewestDigits, !hasDot(start) else { return nil }
      return Quantity(hundredths: value * 100, next: start + 1)
    case .decimal(let hundredths)?:
      return Quantity(hundredths: hundredths, next: start + 1)
    case .dotted(let whole, let part, let digits)?:
      // "17.00 hod." is a clock time.
      guard !hasDot(start), digits == 1 else { return nil }
      return Quantity(hundredths: whole * 100 + part * 10, next: start + 1)
    case .fraction(1, 2)?: return Quantity(hundredths: 50, next: start + 1)
    case .some: return nil
    case nil: return wordQuantity(at: start)
    }
  }

  private func wordQuantity(at start: Int) -> Quantity? {
    var index = start
    var isArticle = false
    if roles(index).contains(.article), word(index).number > 0 {
      isArticle = true
      index += 1
    }
    let word = word(index)
    let roles = word.roles
    let second = self.word(index + 1)
    if roles.contains(.vague) {
      let next = isSpelt(index + 1, "of") ? index + 2 : index + 1
      return Quantity(hundredths: 0, isVague: true, languages: word.languages, next: next)
    }
    // "einer halben Stunde"
    if word.number == 1, !roles.contains(.article), second.roles.contains(.half),
      self.word(index + 2).unit != nil
    {
      return Quantity(hundredths: 50, languages: second.languages, next: index + 2)
    }
    if roles.contains(.half) {
      let hasArticle = second.roles.contains(.article)
      return Quantity(
        hundredths: 50, languages: word.languages, next: hasArticle ? index + 2 : index + 1)
    }
    if roles.contains(.oneAndHalf) {
      return Quantity(hundredths: 150, languages: word.languages, next: index + 1)
    }
    if roles.contains(.quarter), let next = quarterUnit(at: index + 1) {
      return Quantity(hundredths: 25, languages: word.languages, next: next)
    }
    // "tři čtvrtě hodiny", "three quarters of an hour"
    if word.number == 3, second.roles.contains(.quarter) || second.hour == 4,
      let next = quarterUnit(at: index + 2)
    {
      return Quantity(hundredths: 75, languages: word.languages, next: next)
    }
    if isArticle {
      // English only: Czech "a hodinu" is "and an hour".
      return Quantity(hundredths: 100, languages: .english, next: index)
    }
    guard let number = numberWord(at: index) else { return nil }
    return Quantity(
      hundredths: number.value * 100, languages: word.languages, next: number.next)
  }

  /// Where the hour stands of which a quarter is meant.
  private func quarterUnit(at start: Int) -> Int? {
    var index = start
    if isSpelt(index, "of") { index += 1 }
    if roles(index).contains(.article) { index += 1 }
    return word(index).unit == .hour ? index : nil
  }

  /// A number in words: "dwudziestu czterech", "twenty-four", "sto dwadzieścia".
  func numberWord(at start: Int) -> (value: Int, next: Int)? {
    let first = word(start)
    guard first.number > 0, !first.roles.contains(.article) else { return nil }
    var value = Int(first.number)
    var index = start + 1
    if value == 100, (1...90).contains(word(index).number) {
      value += Int(word(index).number)
      index += 1
    }
    if value % 10 == 0, value % 100 >= 20 {
      let hyphen = isMark(index, "-") && isGlued(index) ? index + 1 : index
      let ones = word(hyphen)
      if (1...9).contains(ones.number), !ones.roles.contains(.article),
        !ones.languages.isDisjoint(with: first.languages)
      {
        value += Int(ones.number)
        index = hyphen + 1
      }
    }
    return (value, index)
  }
}
