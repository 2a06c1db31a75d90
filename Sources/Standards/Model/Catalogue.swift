package import Diagnostics
package import ServiceTime
package import TextMatching

/// Everything a team promises, as its YAML files say.
package struct Catalogue: Sendable {
  /// The catalogue's name.
  package var name: String
  /// Its version, as its owner writes it.
  package var version: String?
  /// The codes of the languages that replies are written in, such as `pl`.
  package var languages: [String]
  /// Who answers for it.
  package var owner: String?
  /// Opening hours by name, in the order of the files.
  package var calendars: [ServiceCalendar]
  /// The ways customers write or call, in the order of the files.
  package var channels: [ContactChannel]
  /// What tickets can be about, in the order of the files; empty when nothing says.
  package var topics: [String]
  /// For topics with words of their own, these words; the list's name is the topic.
  package var topicWords: [PhraseList]
  /// Word lists by name, in the order of the files.
  package var phraseLists: [PhraseList]
  /// The standards, in the order of the files; where two of a kind apply, the first counts.
  package var standards: [Standard]

  /// The calendar of a name.
  package func calendar(named name: String) -> ServiceCalendar? {
    calendars.first { $0.name == name }
  }

  /// The channel of a name.
  package func channel(named name: String) -> ContactChannel? {
    channels.first { $0.name == name }
  }

  /// The word list of a name.
  package func phraseList(named name: String) -> PhraseList? {
    phraseLists.first { $0.name == name }
  }
}

/// Opening hours under a name.
package struct ServiceCalendar: Sendable {
  /// The name that standards use.
  package let name: String
  /// When somebody is there.
  package let hours: OpeningHours
  /// When one shift takes over from another.
  package let shiftChanges: ShiftChanges
}

/// The hours that a promise runs on.
package enum PromiseHours: Hashable, Sendable {
  /// Day and night.
  case always
  /// The hours of the calendar of this name.
  case calendar(String)

  /// The hours as the catalogue writes them.
  package var written: String {
    switch self {
    case .always: "always"
    case .calendar(let name): name
    }
  }
}

extension Catalogue {
  /// Whose clocks dates follow that are not tied to hours: those of the first calendar.
  package var zone: ZoneTable { calendars.first?.hours.zone ?? .utc }

  /// The opening hours that a promise names.
  package func openingHours(of hours: PromiseHours) -> OpeningHours? {
    switch hours {
    case .always: .always
    case .calendar(let name): calendar(named: name)?.hours
    }
  }
}

/// A way in which customers get in touch.
package struct ContactChannel: Hashable, Sendable {
  /// Whether somebody waits at the other end.
  package enum Kind: String, CaseIterable, Sendable {
    /// The customer waits on the line: phone, chat.
    case live
    /// The answer may come later: e-mail, forms.
    case deferred
  }

  /// The name that tickets and standards use.
  package let name: String
  /// Whether somebody waits at the other end.
  package let kind: Kind
  /// How long a message may take until the desk can see it, for a mailbox that is polled.
  package let intakeDelay: TimeSpan?
  /// How many conversations one person leads at the same time (≥ 1).
  package let atOnce: Int
  /// The longest message that the channel carries, as written, such as `280 characters`.
  package let longest: String?
  /// Where it stands.
  package let place: SourceRange
}

/// A named list of phrases.
package struct PhraseList: Sendable {
  /// The name that standards use.
  package let name: String
  /// The phrases in the order of the file.
  package let phrases: [Phrase]

  /// One phrase or expression.
  package struct Phrase: Sendable {
    /// The language it belongs to; nil for all.
    package let language: String?
    /// The phrase as its author wrote it.
    package let written: String
    /// The phrase, ready to be matched.
    package let pattern: Pattern
    /// Where it stands.
    package let place: SourceRange
  }
}
