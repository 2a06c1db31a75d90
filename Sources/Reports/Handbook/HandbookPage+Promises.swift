import Standards

/// What we promise: each standard with its reason and its numbers.
extension HandbookPage {
  func writePromises(to html: inout HTMLWriter) {
    for group in StandardGroup.allCases {
      let standards = group.standards(of: catalogue)
      if standards.isEmpty { continue }
      html.element("h3", ["class": "group"], text: words[group.title])
      html.element("p", ["class": "lead"], text: words.typeset(words[group.lead]))
      for standard in standards { write(standard, to: &html) }
    }
  }

  private func write(_ standard: Standard, to html: inout HTMLWriter) {
    html.element(
      "article", ["class": StandardGroup(standard) == .times ? "promise timed" : "promise"]
    ) { html in
      if let numbers = PromiseNumbers(standard) {
        html.element("p", ["class": "figure", "aria-hidden": "true"]) { html in
          html.element("strong", text: words.short(numbers.time.within, inHours: numbers.isInHours))
          if numbers.time.share < .all {
            html.element("span", text: words.share(numbers.time.share))
          }
        }
      }
      html.element("div", ["class": "say"]) { html in
        html.element("p", ["class": "kicker"]) { html in
          html.text(words.kind(standard.requirement.key))
          if standard.severity == .critical {
            html.element("b", ["class": "tag"], text: words.value(standard.severity.rawValue))
          }
        }
        write(standard.title, as: "h4", to: &html)
        if let why = standard.why { write(why, as: "p", to: &html) }
        if let pledge = facts.pledge(of: standard) {
          html.element("p", ["class": "pledge"], text: words.typeset("\(pledge)."))
        }
        html.element("dl", ["class": "facts"]) { html in
          for fact in facts.facts(of: standard) where isShown(fact, of: standard) {
            write(fact.label, fact.value, to: &html)
          }
          write(words[.appliesTo], facts.appliesTo(standard.scope), to: &html)
          if let inForce = facts.inForce(standard.inForce) {
            write(words[.inForce], inForce, to: &html)
          }
        }
        html.element("p", ["class": "id"]) { html in
          html.element("code", text: standard.id)
          let rest = [
            words.value(standard.owner.rawValue), "\(words[.weight]) \(standard.weight)",
            standard.source,
          ]
          for part in rest.compactMap({ $0 }) { html.text(" · \(part)") }
        }
      }
    }
  }

  /// Whether a fact is worth a line: not the names of word lists, nor what the pledge says already,
  /// nor that a clock runs on where nobody would expect anything else.
  private func isShown(_ fact: Fact, of standard: Standard) -> Bool {
    let isPledged = ["within", "share", "longest"].contains(fact.key)
    let isUsual = fact.key == "on-change" && standard.requirement.promise?.onChange == .carry
    return !isUsual && !NameWords.lists.contains(fact.key)
      && !(isPledged && standard.requirement.promise != nil)
  }

  private func write(_ label: String, _ value: String, to html: inout HTMLWriter) {
    html.element("div") { html in
      html.element("dt", text: label)
      html.element("dd", text: words.typeset(value))
    }
  }
}

extension StandardGroup {
  fileprivate var title: Term {
    switch self {
    case .times: .promisesOfTime
    case .tickets: .promisesOfTickets
    case .words: .promisesOfWords
    case .review: .promisesOfReview
    }
  }

  fileprivate var lead: Term {
    switch self {
    case .times: .promisesOfTimeLead
    case .tickets: .promisesOfTicketsLead
    case .words: .promisesOfWordsLead
    case .review: .promisesOfReviewLead
    }
  }
}
