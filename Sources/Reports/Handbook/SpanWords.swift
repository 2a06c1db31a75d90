import ServiceTime
import Standards

/// A unit of time in the forms that our languages ask for.
private struct UnitForms {
  /// After "within": pl "w ciągu minuty / minut", cs "do minuty / minut".
  let within: (one: String, many: String)
  /// After "longer than": pl "minutę / minuty / minut", cs "minutu / minuty / minut".
  let than: (one: String, few: String, many: String)
}

extension Words.Spoken {
  /// Days, hours, minutes, seconds.
  fileprivate var units: [UnitForms] {
    switch self {
    case .pl:
      [
        UnitForms(within: ("dnia", "dni"), than: ("dzień", "dni", "dni")),
        UnitForms(within: ("godziny", "godzin"), than: ("godzinę", "godziny", "godzin")),
        UnitForms(within: ("minuty", "minut"), than: ("minutę", "minuty", "minut")),
        UnitForms(within: ("sekundy", "sekund"), than: ("sekundę", "sekundy", "sekund")),
      ]
    case .cs:
      [
        UnitForms(within: ("dne", "dnů"), than: ("den", "dny", "dnů")),
        UnitForms(within: ("hodiny", "hodin"), than: ("hodinu", "hodiny", "hodin")),
        UnitForms(within: ("minuty", "minut"), than: ("minutu", "minuty", "minut")),
        UnitForms(within: ("sekundy", "sekund"), than: ("sekundu", "sekundy", "sekund")),
      ]
    case .en:
      ["day", "hour", "minute", "second"].map { unit in
        UnitForms(within: (unit, unit + "s"), than: (unit, unit + "s", unit + "s"))
      }
    }
  }

  /// Whether a number takes the form of two, three and four.
  func isFew(_ number: Int) -> Bool {
    switch self {
    case .pl: (2...4).contains(number % 10) && !(12...14).contains(number % 100)
    case .cs: (2...4).contains(number)
    case .en: false
    }
  }
}

extension Words {
  /// Parts of a span that are not zero, with the index of their unit; whole days only where days
  /// may be counted.
  private func parts(_ span: TimeSpan, inHours: Bool) -> [(number: Int, unit: Int)] {
    let seconds = Int(span.seconds.magnitude)
    if !inHours, seconds > 0, seconds % 86_400 == 0 { return [(seconds / 86_400, 0)] }
    let all = [(seconds / 3600, 1), (seconds / 60 % 60, 2), (seconds % 60, 3)]
    return all.filter { $0.0 > 0 }
  }

  /// "within 15 minutes", "w ciągu 1 godziny 30 minut", "do 15 minut".
  ///
  /// - Parameter inHours: Whether a day is no unit, because only opening hours count.
  func within(_ span: TimeSpan, inHours: Bool) -> String {
    let units = spoken.units
    let words = parts(span, inHours: inHours).map { part in
      let forms = units[part.unit].within
      return "\(part.number)\u{A0}\(part.number == 1 ? forms.one : forms.many)"
    }.joined(separator: " ")
    return switch spoken {
    case .pl: "w\u{A0}ciągu \(words)"
    case .cs: "do\u{A0}\(words)"
    case .en: "within \(words)"
    }
  }

  /// "4 hours" as it stands after "longer than".
  func span(_ span: TimeSpan, inHours: Bool) -> String {
    let units = spoken.units
    return parts(span, inHours: inHours).map { part in
      let forms = units[part.unit].than
      let form =
        part.number == 1 ? forms.one : spoken.isFew(part.number) ? forms.few : forms.many
      return "\(part.number)\u{A0}\(form)"
    }.joined(separator: " ")
  }

  /// "15 min", for tables and large type; the signs of units are the same everywhere.
  func short(_ span: TimeSpan, inHours: Bool) -> String {
    guard !inHours, span.seconds > 0, span.seconds % 86_400 == 0 else {
      return span.inHours.replacing(" ", with: "\u{A0}")
    }
    return self.span(span, inHours: false)
  }

  /// "95%", and as Czech type has it "95 %", with the decimal comma where there is one.
  func share(_ share: Share) -> String {
    let number = share.description.dropLast()
    return switch spoken {
    case .pl: number.replacing(".", with: ",") + "%"
    case .cs: number.replacing(".", with: ",") + "\u{A0}%"
    case .en: number + "%"
    }
  }

  /// "in at least 95% of cases, every week"; "in every case" for 100%.
  func share(_ share: Share, over period: PromisePeriod) -> String {
    guard share < .all else {
      return self[
        Term(pl: "w\u{A0}każdym przypadku", cs: "v\u{A0}každém případě", en: "in every case")]
    }
    let number = self.share(share)
    let part = self[
      Term(
        pl: "w\u{A0}co najmniej \(number) przypadków", cs: "nejméně v\u{A0}\(number) případů",
        en: "in at least \(number) of cases")]
    return "\(part), \(self.period(period))"
  }

  /// "12 standards".
  func standards(_ count: Int) -> String {
    let noun =
      switch spoken {
      case .pl: count == 1 ? "standard" : spoken.isFew(count) ? "standardy" : "standardów"
      case .cs: count == 1 ? "standard" : spoken.isFew(count) ? "standardy" : "standardů"
      case .en: count == 1 ? "standard" : "standards"
      }
    return "\(count) \(noun)"
  }

  /// "every week".
  func period(_ period: PromisePeriod) -> String {
    switch period {
    case .day: self[Term(pl: "każdego dnia", cs: "každý den", en: "every day")]
    case .week: self[Term(pl: "w\u{A0}każdym tygodniu", cs: "každý týden", en: "every week")]
    case .month: self[Term(pl: "w\u{A0}każdym miesiącu", cs: "každý měsíc", en: "every month")]
    }
  }
}
