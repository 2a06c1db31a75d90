import ServiceTime
import Standards

/// An example's log as lines that can be read.
struct LogLines: Hashable, Sendable {
  /// A line.
  struct Line: Hashable, Sendable {
    /// When, as the author wrote it or as a page says it.
    let when: String
    /// Who or what: "customer", "Ola", "status".
    let who: String
    /// What was written or is so from now on; empty where `who` says it all.
    let text: String
  }

  /// What the ticket carries, where its author says: "topic: outage; domain: lampa.example".
  let ticket: String?
  /// What happened.
  let lines: [Line]
  /// The time that decides, as the author says.
  let takes: TimeSpan?
  /// What becomes of it.
  let outcome: Examples.Outcome
  /// The moment up to which the log is known, where the author says so.
  let asOf: String?

  /// Puts a log into words.
  ///
  /// - Parameter asWritten: Whether dates stay as their author wrote them, rather than with their day
  ///   of the week.
  init(_ log: Examples.Log, _ words: Words, asWritten: Bool = false) {
    func when(_ moment: Examples.Placed<WrittenMoment>) -> String {
      asWritten ? moment.value.text : words.moment(moment.value.text)
    }
    ticket = words.ticket(of: log)
    lines = log.events.map { event in
      let (who, text) = words.line(of: event)
      return Line(when: when(event.at), who: who, text: text)
    }
    takes = log.takes?.value
    outcome = log.outcome
    asOf = log.asOf.map { when($0) }
  }

  /// The lines as plain text, what counts last.
  var plain: [String] {
    let width = lines.map(\.when.count).max() ?? 0
    var plain = ticket.map { [$0] } ?? []
    plain += lines.map { line in
      let gap = String(repeating: " ", count: width - line.when.count + 2)
      let text = line.text.replacing("\u{A0}", with: " ").split(whereSeparator: \.isNewline)
        .joined(separator: " ")
      return line.when + gap + line.who + (text.isEmpty ? "" : ": \(text)")
    }
    if let asOf { plain.append("known up to \(asOf)") }
    let verdict: String? =
      switch outcome {
      case .met, .missed: nil
      case .undecided: "only a person can tell"
      case .notApplicable: "the standard asks nothing of it"
      }
    let end = [takes.map { "counts \($0.inHours)" }, verdict].compactMap { $0 }
    if !end.isEmpty { plain.append(end.joined(separator: "; ")) }
    return plain
  }
}

extension Words {
  /// What a log's author says of the ticket; nil where that is nothing.
  fileprivate func ticket(of log: Examples.Log) -> String? {
    let facts: [(String, String?)] =
      [
        (self[.logNumber], log.id), (self[.channel].lowercased(), log.channel.map(channel)),
        (self[.logTopic], log.topic.map(value)), (self[.logSegment], log.segment.map(value)),
      ] + log.fields.map { ($0.name, $0.text.isEmpty ? "–" : $0.text) }
    // The words for common priorities say "priority" themselves.
    let priority = log.priority.map { name in
      value(name) == name ? "\(self[.logPriority]): \(name)" : value(name)
    }
    var parts = facts.compactMap { name, text in text.map { "\(name): \($0)" } }
    if let priority { parts.append(priority) }
    return parts.isEmpty ? nil : parts.joined(separator: "; ")
  }

  /// Who did something, and what.
  fileprivate func line(of event: Examples.Event) -> (who: String, text: String) {
    let by = event.by.map { " (\($0))" } ?? ""
    switch event.kind {
    case .message(.customer, let text, let isAutomatic):
      return (self[.logCustomer] + machine(isAutomatic), text)
    case .message(.agent, let text, let isAutomatic):
      return ((event.by ?? self[.logAgent]) + machine(isAutomatic), text)
    case .message(.system, let text, _): return (self[.logSystem], text)
    case .note(let text): return (self[.logNote] + by, text)
    case .status(let status): return (self[.logStatus] + by, self.status(status))
    case .assign(let agent, let group):
      return (self[.logAssign] + by, [agent, group].compactMap { $0 }.joined(separator: ", "))
    case .priority(let priority):
      // The words for common ones say "priority" themselves.
      let known = value(priority)
      return known == priority ? (self[.logPriority] + by, priority) : (known + by, "")
    case .channel(let channel): return (self[.logChannel] + by, self.channel(channel))
    case .answered: return (self[.logAnswered] + by, "")
    case .abandoned: return (self[.logAbandoned], "")
    case .work(let seconds):
      return (self[.logWork] + by, short(TimeSpan(seconds: seconds), inHours: true))
    case .rating(let scale, let score):
      let whole = Int(exactly: score)
      return (
        "\(self[.logRating]) (\(scale.rawValue.uppercased()))",
        whole.map { "\($0)" } ?? "\(score)"
      )
    case .survey(let scale): return (self[.logSurvey], scale.rawValue.uppercased())
    case .merge(let winner): return (self[.logMerge] + by, winner)
    }
  }

  /// A ticket's state; in English as catalogues write it.
  private func status(_ status: Examples.Event.Status) -> String {
    switch status {
    case .new: self[Term(pl: "nowe", cs: "nový", en: "new")]
    case .open: self[Term(pl: "otwarte", cs: "otevřený", en: "open")]
    case .pending:
      self[Term(pl: "czeka na klienta", cs: "čeká na zákazníka", en: "pending")]
    case .hold: self[Term(pl: "wstrzymane", cs: "pozastavený", en: "hold")]
    case .solved: self[Term(pl: "rozwiązane", cs: "vyřešený", en: "solved")]
    case .closed: self[Term(pl: "zamknięte", cs: "uzavřený", en: "closed")]
    case .spam: "spam"
    case .duplicate: self[Term(pl: "powtórzone", cs: "duplicitní", en: "duplicate")]
    }
  }

  private func machine(_ isAutomatic: Bool) -> String {
    isAutomatic ? " (\(self[.logSystem]))" : ""
  }
}

extension Term {
  fileprivate static let logNumber = Term(pl: "numer", cs: "číslo", en: "number")
  fileprivate static let logTopic = Term(pl: "temat", cs: "téma", en: "topic")
  fileprivate static let logSegment = Term(
    pl: "grupa klientów", cs: "skupina zákazníků", en: "segment")
  fileprivate static let logCustomer = Term(pl: "klient", cs: "zákazník", en: "customer")
  fileprivate static let logAgent = Term(pl: "my", cs: "my", en: "we")
  fileprivate static let logSystem = Term(pl: "automat", cs: "automat", en: "machine")
  fileprivate static let logNote = Term(pl: "notatka", cs: "poznámka", en: "note")
  fileprivate static let logStatus = Term(pl: "stan", cs: "stav", en: "status")
  fileprivate static let logAssign = Term(
    pl: "przejmuje", cs: "přebírá", en: "taken over by")
  fileprivate static let logPriority = Term(pl: "priorytet", cs: "priorita", en: "priority")
  fileprivate static let logChannel = Term(pl: "kanał", cs: "kanál", en: "channel")
  fileprivate static let logAnswered = Term(pl: "odebrane", cs: "přijato", en: "picked up")
  fileprivate static let logAbandoned = Term(
    pl: "klient rezygnuje z czekania", cs: "zákazník přestal čekat",
    en: "the customer gives up waiting")
  fileprivate static let logWork = Term(pl: "praca", cs: "práce", en: "work")
  fileprivate static let logRating = Term(pl: "ocena", cs: "hodnocení", en: "rating")
  fileprivate static let logSurvey = Term(
    pl: "pytanie o ocenę", cs: "dotaz na spokojenost", en: "asked for a rating")
  fileprivate static let logMerge = Term(
    pl: "ciąg dalszy w zgłoszeniu", cs: "pokračuje v požadavku", en: "goes on in ticket")
}
