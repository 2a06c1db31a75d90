import ServiceTime
import Standards

/// One thing that a standard says, in words.
struct Fact: Hashable {
  /// The parameter's key in the catalogue.
  let key: String
  /// What it is about: "How soon".
  let label: String
  /// What it says: "within 15 minutes".
  let value: String
  /// Both in one, as a part of a sentence.
  let phrase: String
}

/// Says a catalogue's standards in words.
struct StandardFacts {
  let words: Words
  /// How many calendars there are: one needs no name.
  let calendarCount: Int
  private let lists: [PhraseList]

  init(_ catalogue: Catalogue, _ words: Words) {
    self.words = words
    lists = catalogue.phraseLists
    calendarCount = catalogue.calendars.count
  }

  /// What a standard asks, in the order of its parameters.
  func facts(of standard: Standard) -> [Fact] {
    switch standard.requirement {
    // Kinds that hold texts in several languages say them in ours.
    case .checklist(let checklist): questions(of: checklist)
    case .wording(let wording): self.wording(wording)
    default: parameters(of: standard)
    }
  }

  private func parameters(of standard: Standard) -> [Fact] {
    let parameters = standard.requirement.kind.parameters
    let period = parameters.first { $0.key == "over" }.flatMap { PromisePeriod(rawValue: $0.value) }
    let hours = parameters.first { $0.key == "hours" }?.value ?? "always"
    return parameters.compactMap { parameter in
      fact(parameter, period: period, isInHours: hours != "always")
    }
  }

  private func fact(_ parameter: Parameter, period: PromisePeriod?, isInHours: Bool) -> Fact? {
    switch parameter.key {
    case "over":
      // Said together with the share.
      return nil
    case "within":
      guard let span = try? TimeSpan(written: parameter.value) else { break }
      let value = words.within(span, inHours: isInHours)
      return fact(parameter.key, value, phrase: value)
    case "share":
      guard let share = Share(written: parameter.value) else { break }
      let value = words.share(share, over: period ?? .week)
      return fact(parameter.key, value, phrase: value)
    case "longest", "never-longer-than", "nobody-waits-longer-than", "no-contact-for":
      guard let span = try? TimeSpan(written: parameter.value) else { break }
      let value = words.span(span, inHours: isInHours && parameter.key != "no-contact-for")
      return fact(parameter.key, value, phrase: "\(label(parameter.key).lowercased()) \(value)")
    case "hours":
      let value = hours(parameter.value)
      return fact(parameter.key, value, phrase: value)
    case "at-least", "at-most":
      guard let amount = words.amount(parameter.value) else { break }
      return fact(parameter.key, amount)
    default: break
    }
    return fact(parameter.key, list(parameter.value))
  }

  private func label(_ key: String) -> String {
    NameWords.parameters[key].map { words[$0] } ?? key
  }

  private func fact(_ key: String, _ value: String, phrase: String? = nil) -> Fact {
    let label = label(key)
    return Fact(
      key: key, label: label, value: value, phrase: phrase ?? "\(label.lowercased()): \(value)")
  }

  private func questions(of checklist: Checklist) -> [Fact] {
    checklist.questions.map { question in
      let scale = words.value(question.scale.rawValue)
      let answered = question.isCritical == true ? "\(scale), \(words.value("critical"))" : scale
      let value = "\(question.ask.entry(in: words).text) (\(answered))"
      return Fact(key: "questions", label: question.id, value: value, phrase: value)
    }
  }

  private func wording(_ wording: Wording) -> [Fact] {
    let avoided = wording.avoid.compactMap { one -> Fact? in
      guard let written = self.written(one.words) else { return nil }
      let instead = one.instead.map { " → \(words.quoted($0.entry(in: words).text))" } ?? ""
      return fact("avoid", written + instead)
    }
    let required = wording.require.compactMap { one -> Fact? in
      guard let written = self.written(one.words) else { return nil }
      let topics =
        one.topics.isEmpty ? "" : " (\(one.topics.map(words.value).joined(separator: ", ")))"
      return fact("require", written + topics)
    }
    return avoided + required
  }

  /// So many words of a list give an idea of it.
  private static let mostOfList = 4

  /// Sought words of our language in quotation marks, of a list the first few, or its name when they
  /// are not plain words; nil when all of them are of other languages.
  private func written(_ sought: SoughtWords) -> String? {
    switch sought {
    case .list(let name):
      let plain = (lists.first { $0.name == name }?.phrases ?? []).filter { phrase in
        phrase.language == nil || phrase.language == words.language
      }.map(\.written).filter { $0.allSatisfy { $0.isLetter || $0 == " " || $0 == "," } }
      if plain.isEmpty { return name }
      return plain.prefix(Self.mostOfList).map { words.quoted($0) }.joined(separator: ", ") + ", …"
    case .phrases(let phrases):
      let ours = phrases.filter { $0.language == nil || $0.language == words.language }
      return ours.isEmpty ? nil : ours.map { words.quoted($0.written) }.joined(separator: ", ")
    }
  }

  /// When a standard holds, where that has a beginning or an end.
  func inForce(_ stretch: InForce) -> String? {
    func bound(_ bound: InForce.Bound) -> String {
      switch bound {
      case .date(let date): words.date(date)
      case .moment: bound.description
      }
    }
    let from = stretch.from.map { date in
      words[Term(pl: "od \(bound(date))", cs: "od \(bound(date))", en: "from \(bound(date))")]
    }
    let until = stretch.until.map { date in
      words[Term(pl: "do \(bound(date))", cs: "do \(bound(date))", en: "until \(bound(date))")]
    }
    let parts = [from, until].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  /// The promise of a time in one sentence without its end: "Within 15 minutes, in at least 95% of
  /// cases, every week"; nil for other kinds.
  func pledge(of standard: Standard) -> String? {
    guard let numbers = PromiseNumbers(standard) else { return nil }
    let limit = words.within(numbers.time.within, inHours: numbers.isInHours)
    let share = words.share(numbers.time.share, over: numbers.time.period)
    return limit.prefix(1).uppercased() + limit.dropFirst() + ", \(share)"
  }

  /// The hours of a promise: "day and night", "during opening hours (desk)".
  func hours(_ written: String) -> String {
    if written == "always" { return words[.dayAndNight] }
    return calendarCount == 1 ? words[.openingHours] : "\(words[.openingHours]) (\(written))"
  }

  /// Names joined by commas, each in words; circumstances lose the name of what they tell.
  private func list(_ written: String) -> String {
    let whole = words.value(written)
    guard whole == written else { return whole }
    return written.split(separator: "; ").map { part in
      let names = ["topic ", "priority "].first { part.hasPrefix($0) }
      return part.dropFirst(names?.count ?? 0).split(separator: ", ")
        .map { words.value(String($0)) }.joined(separator: ", ")
    }.joined(separator: "; ")
  }

  /// What a standard asks, in one line: its kind and what it says of it.
  func asks(_ standard: Standard) -> String {
    let kind = words.kind(standard.requirement.key)
    let facts = facts(of: standard)
    return facts.isEmpty ? kind : "\(kind): " + facts.map(\.phrase).joined(separator: "; ")
  }

  /// The tickets and replies that a standard is about, in one line.
  func appliesTo(_ scope: Scope) -> String {
    var parts: [String] = []
    if let channels = scope.channels {
      parts.append(channels.map { words.channel($0) }.joined(separator: ", "))
    }
    parts += qualifiers(of: scope)
    if let stage = scope.stage { parts.append(words.value(stage.rawValue)) }
    return parts.isEmpty ? words[.everywhere] : parts.joined(separator: " · ")
  }

  /// What narrows a scope besides channel and stage.
  func qualifiers(of scope: Scope) -> [String] {
    [scope.priorities, scope.topics, scope.segments, scope.languages]
      .compactMap { $0?.map { words.value($0) }.joined(separator: ", ") }
  }
}

extension LocalizedText {
  /// The text in a language, and the language it is in where that is another one (nil: as wanted,
  /// or written for all).
  func entry(in words: Words) -> (text: String, language: String?) {
    let entry =
      texts.first { $0.language == words.language || $0.language == nil }
      ?? texts.first { $0.language == "en" } ?? texts.first
    return (entry?.text ?? "", entry?.language)
  }
}

extension Words {
  /// An amount that a reply may have, such as `160 characters`, in words; nil for anything else.
  fileprivate func amount(_ written: String) -> String? {
    let parts = written.split(separator: " ")
    guard parts.count == 2, let number = Int(parts[0]) else { return nil }
    let forms: (one: Term, few: Term, many: Term)
    switch parts[1] {
    case "words":
      forms = (
        Term(pl: "słowo", cs: "slovo", en: "word"), Term(pl: "słowa", cs: "slova", en: "words"),
        Term(pl: "słów", cs: "slov", en: "words")
      )
    case "characters":
      forms = (
        Term(pl: "znak", cs: "znak", en: "character"),
        Term(pl: "znaki", cs: "znaky", en: "characters"),
        Term(pl: "znaków", cs: "znaků", en: "characters")
      )
    case "sentences":
      forms = (
        Term(pl: "zdanie", cs: "věta", en: "sentence"),
        Term(pl: "zdania", cs: "věty", en: "sentences"),
        Term(pl: "zdań", cs: "vět", en: "sentences")
      )
    default: return nil
    }
    let form = number == 1 ? forms.one : spoken.isFew(number) ? forms.few : forms.many
    return "\(number)\u{A0}\(self[form])"
  }
}
