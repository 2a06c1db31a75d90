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

  init(_ catalogue: Catalogue, _ words: Words) {
    self.words = words
    calendarCount = catalogue.calendars.count
  }

  /// What a standard asks, in the order of its parameters.
  func facts(of standard: Standard) -> [Fact] {
    let parameters = standard.requirement.kind.parameters
    let period = parameters.first { $0.key == "over" }?.value
    let isInHours = PromiseNumbers(standard)?.isInHours ?? false
    return parameters.compactMap { parameter in
      fact(parameter, period: period, isInHours: isInHours)
    }
  }

  private func fact(_ parameter: Parameter, period: String?, isInHours: Bool) -> Fact? {
    let label = NameWords.parameters[parameter.key].map { words[$0] } ?? parameter.key
    func fact(_ value: String, phrase: String? = nil) -> Fact {
      Fact(
        key: parameter.key, label: label, value: value,
        phrase: phrase ?? "\(label.lowercased()): \(value)")
    }
    switch parameter.key {
    case "within":
      guard let span = try? TimeSpan(written: parameter.value) else { break }
      let value = words.within(span, inHours: isInHours)
      return fact(value, phrase: value)
    case "share":
      guard let share = Share(written: parameter.value) else { break }
      let value = words.share(share, over: period)
      return fact(value, phrase: value)
    case "over":
      // Said together with the share.
      return nil
    case "never-longer-than":
      guard let span = try? TimeSpan(written: parameter.value) else { break }
      let value = words.span(span, inHours: isInHours)
      return fact(value, phrase: "\(label.lowercased()) \(value)")
    case "hours":
      let value = hours(parameter.value)
      return fact(value, phrase: value)
    case "never-when":
      let topics = parameter.value.hasPrefix("topic ") ? parameter.value.dropFirst(6) : ""
      if !topics.isEmpty {
        let value = list(String(topics))
        return fact(value, phrase: "\(label.lowercased()): \(value)")
      }
    default: break
    }
    return fact(list(parameter.value))
  }

  /// The hours of a promise: "day and night", "during opening hours (desk)".
  func hours(_ written: String) -> String {
    if written == "always" { return words[.dayAndNight] }
    return calendarCount == 1 ? words[.openingHours] : "\(words[.openingHours]) (\(written))"
  }

  /// Names joined by commas, each in words.
  private func list(_ written: String) -> String {
    let whole = words.value(written)
    guard whole == written else { return whole }
    return written.split(separator: ", ").map { words.value(String($0)) }.joined(separator: ", ")
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
