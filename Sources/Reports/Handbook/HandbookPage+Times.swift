import ServiceTime
import Standards

/// Response times by channel, opening hours, and how the clock counts.
extension HandbookPage {
  /// A line of the table.
  private struct Row {
    let channel: String
    let note: String
    let cells: [(head: Term, text: String)]
  }

  func writeTimes(to html: inout HTMLWriter) {
    let rows = self.rows
    if rows.isEmpty {
      html.element("p", ["class": "lead"], text: words[.noTimes])
    } else {
      write(rows, to: &html)
    }
    writeCalendars(to: &html)
    writeSums(to: &html)
  }

  private var rows: [Row] {
    let promises = catalogue.standards.compactMap { standard in
      PromiseNumbers(standard).map { (standard, $0) }
    }
    guard !promises.isEmpty else { return [] }
    // What holds everywhere is said once. Nobody picks up a letter: without channels such a promise is
    // for the live ones.
    let isCommon = promises.map { standard, _ in
      standard.scope.channels == nil && standard.requirement.key != "pick-up"
    }
    let common = zip(promises, isCommon).filter(\.1).map(\.0)
    let others = zip(promises, isCommon).filter { !$1 }.map(\.0)
    return catalogue.channels.flatMap { channel in
      let own = others.filter { standard, _ in
        standard.scope.channels?.contains(channel.name) ?? (channel.kind == .live)
      }
      let name = words.channel(channel.name)
      if own.isEmpty, common.isEmpty {
        return [Row(channel: name, note: words[.noPromise], cells: [])]
      }
      return own.map { row(name, $0, $1) }
    } + common.map { row(words[.everyChannel], $0, $1) }
  }

  private func row(_ channel: String, _ standard: Standard, _ numbers: PromiseNumbers) -> Row {
    Row(
      channel: channel,
      note: ([words.kind(standard.requirement.key)] + facts.qualifiers(of: standard.scope)
        + [facts.inForce(standard.inForce)].compactMap { $0 })
        .joined(separator: " · "),
      cells: [
        (.howSoon, words.short(numbers.time.within, inHours: numbers.isInHours)),
        (.forHowMany, share(of: numbers)),
        (
          .neverLongerThan,
          numbers.neverLongerThan.map { words.short($0, inHours: numbers.isInHours) } ?? "–"
        ),
        (.whichHours, facts.hours(numbers.time.hours.written)),
      ])
  }

  private func share(of numbers: PromiseNumbers) -> String {
    let time = numbers.time
    guard time.share < .all else { return words.share(.all, over: .week) }
    return "\(words.share(time.share)), \(words.period(time.period))"
  }

  private func write(_ rows: [Row], to html: inout HTMLWriter) {
    html.element("table", ["class": "times"]) { html in
      html.element("thead") { html in
        html.element("tr") { html in
          for head in [Term.channel, .howSoon, .forHowMany, .neverLongerThan, .whichHours] {
            html.element("th", ["scope": "col"], text: words[head])
          }
        }
      }
      html.element("tbody") { html in
        for row in rows {
          html.element("tr") { html in
            html.element("th", ["scope": "row"]) { html in
              html.text(row.channel)
              html.element("span", text: row.note)
            }
            for (index, cell) in row.cells.enumerated() {
              html.element(
                "td", ["data-label": words[cell.head], "class": index == 0 ? "soon" : nil],
                text: words.typeset(cell.text))
            }
            if row.cells.isEmpty {
              for _ in 0..<4 { html.element("td", ["class": "none"], text: "–") }
            }
          }
        }
      }
    }
  }

  private func writeCalendars(to html: inout HTMLWriter) {
    guard !catalogue.calendars.isEmpty else { return }
    html.element("h3", ["class": "group"], text: words[.openingHoursTitle])
    for calendar in catalogue.calendars {
      html.element("div", ["class": "calendar"]) { html in
        if catalogue.calendars.count > 1 { html.element("h4", text: calendar.name) }
        html.element("dl", ["class": "facts"]) { html in
          for (label, value) in lines(of: calendar.hours) {
            html.element("div") { html in
              html.element("dt", text: label)
              html.element("dd", text: words.typeset(value))
            }
          }
        }
      }
    }
  }

  private func lines(of hours: OpeningHours) -> [(String, String)] {
    var lines: [(String, String)] = words.week(hours.week).map { ($0.days, $0.hours) }
    let holidays = hours.holidays.map { holiday in
      switch holiday {
      case .poland: words[.holidaysPL]
      case .czechia: words[.holidaysCZ]
      }
    }
    let closed = hours.closed.sorted { $0.key < $1.key }.map { date, reason in
      // The catalogue's reader writes this where the author gave no reason.
      reason == "closed" ? words.date(date) : "\(words.date(date)) (\(reason))"
    }
    if !(holidays + closed).isEmpty {
      lines.append((words[.closedOn], (holidays + closed).joined(separator: "; ")))
    }
    let open = hours.alsoOpen.sorted { $0.key < $1.key }.map { date, ranges in
      "\(words.date(date)) \(ranges.map(words.range).joined(separator: ", "))"
    }
    if !open.isEmpty { lines.append((words[.alsoOpenOn], open.joined(separator: "; "))) }
    lines.append((words[.clocksOf], hours.zone.identifier))
    return lines
  }

  /// More sums than this are read by nobody.
  private static let mostSums = 8

  /// Waits in which the clock stood still for a while: those teach something.
  private func writeSums(to html: inout HTMLWriter) {
    let sums = catalogue.standards.flatMap {
      standard -> [(wait: Examples.Wait, limit: String, isKept: Bool)] in
      guard let numbers = PromiseNumbers(standard), numbers.time.hours != .always else { return [] }
      let limit = words.short(numbers.time.within, inHours: true)
      let sides = [(standard.examples.pass, true), (standard.examples.fail, false)]
      return sides.flatMap { examples, isKept in
        examples.lazy.compactMap { example -> (wait: Examples.Wait, limit: String, isKept: Bool)? in
          guard case .wait(let wait) = example, wait.hasPause else { return nil }
          return (wait, limit, isKept)
        }.prefix(2)
      }
    }
    guard !sums.isEmpty else { return }
    html.element("h3", ["class": "group"], text: words[.clockStands])
    html.element("p", ["class": "lead"], text: words.typeset(words[.clockStandsLead]))
    html.element("table", ["class": "sums"]) { html in
      html.element("thead") { html in
        html.element("tr") { html in
          for head in [Term.asked, .answered, .counts, .outcome] {
            html.element("th", ["scope": "col"], text: words[head])
          }
        }
      }
      html.element("tbody") { html in
        for (wait, limit, isKept) in sums.prefix(Self.mostSums) {
          html.element("tr") { html in
            for (head, moment) in [(Term.asked, wait.asked), (.answered, wait.answered)] {
              html.element(
                "td", ["data-label": words[head]], text: words.moment(moment.value.text))
            }
            html.element(
              "td", ["data-label": words[.counts]], text: words.short(wait.takes, inHours: true))
            html.element(
              "td", ["data-label": words[.outcome], "class": isKept ? "kept" : "broken"],
              text: "\(isKept ? "✓ \(words[.kept])" : "✗ \(words[.broken])") (\(limit))")
          }
        }
      }
    }
  }

  func writeSignature(to html: inout HTMLWriter) {
    let edition = catalogue.version.map { " (\(words[.edition].lowercased()) \($0))" } ?? ""
    let book = words.quoted(catalogue.name) + edition
    let sentence = Term(
      pl: "Potwierdzam, że standardy obsługi klienta \(book) są mi znane i zrozumiałe. "
        + "Wiem, do kogo się zwrócić, gdy coś jest niejasne.",
      cs: "Potvrzuji, že standardy péče o zákazníky \(book) znám a rozumím jim. "
        + "Vím, na koho se obrátit, když něco není jasné.",
      en: "I have read and understood the customer service standards \(book). "
        + "I know whom to turn to when something is unclear.")
    html.element("p", ["class": "oath"], text: words.typeset(words[sentence]))
    html.element("div", ["class": "lines"]) { html in
      for label in [Term.signName, .signDate, .signature, .handedOutBy] {
        html.element("p", text: words[label])
      }
    }
    html.element("p", ["class": "small"], text: words.typeset(words[.oneCopy]))
  }
}

extension Examples.Wait {
  /// Whether it counts less than the clock on the wall says; false where that cannot be told.
  fileprivate var hasPause: Bool {
    switch (asked.value.form, answered.value.form) {
    case (.local(let first, let from), .local(let last, let to)):
      (last.daysSince1970 - first.daysSince1970) * 86_400 + to - from != takes.seconds
    case (.exact(let from), .exact(let to)):
      to.instant.seconds - from.instant.seconds != takes.seconds
    default: false
    }
  }
}
