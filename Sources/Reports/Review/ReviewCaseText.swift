import Conformance
import Quality
import ServiceTime
import Standards
import Tickets

/// A case as a reviewer reads it in a terminal.
struct ReviewCaseText {
  let isColoured: Bool
  let zone: ZoneTable
  /// What other reviewers are called instead of their names.
  let pseudonym: ((String) -> String)?
  /// Whether what the auditor and other reviewers say is kept from the reviewer.
  var isBlind = false

  private static let width = 96
  /// Messages are shown so short (unit: characters), of conversations so many.
  private static let longestMessage = 200
  private static let mostMessages = 6

  /// What is judged, and what the auditor says of it.
  func render(_ one: ReviewCase, number: Int, of count: Int, decidedByOthers: [Review]) -> String {
    let ticket = one.ticket
    var head = "\(number) of \(count) · \(plain(ticket.id)) · \(plain(ticket.channel))"
    if let topic = ticket.topic { head += " · \(plain(topic))" }
    if let event = one.verdict.event { head += " · event \(event)" }
    var lines = ["", bold(head), ""]
    lines += conversation(one, isWhole: false)
    lines.append("")
    lines.append(bold("\(one.standard.id): \(plain(one.standard.title.text()))"))
    if !isBlind {
      lines += TerminalText.wrapped(
        "\(one.verdict.outcome.rawValue): \(one.verdict.message)", to: Self.width)
    }
    if case .checklist(let list) = one.standard.requirement {
      for (index, question) in list.questions.enumerated() {
        lines += TerminalText.wrapped(
          "\(index + 1). \(question.ask.text()) (\(question.scale.rawValue)"
            + "\(question.isCritical == true ? ", critical" : ""))", to: Self.width)
      }
    }
    for review in isBlind ? [] : decidedByOthers {
      var line = pseudonym?(review.reviewer) ?? review.reviewer
      line += " decided\(review.isAppeal ? " on appeal" : ""): \(review.decision.word)"
      if pseudonym == nil, let reason = review.reason { line += ", \(reason)" }
      lines += TerminalText.wrapped(line, to: Self.width)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every message of the ticket in full.
  func whole(_ one: ReviewCase) -> String {
    conversation(one, isWhole: true).joined(separator: "\n") + "\n"
  }

  /// Why there is such a standard, and its examples.
  func explanation(_ standard: Standard) -> String {
    var lines: [String] = []
    if let why = standard.why {
      lines += TerminalText.wrapped("why: \(why.text())", to: Self.width)
    }
    for parameter in standard.requirement.kind.parameters {
      lines += TerminalText.wrapped("\(parameter.key): \(parameter.value)", to: Self.width)
    }
    for (word, examples) in [
      ("met", standard.examples.pass), ("missed", standard.examples.fail),
    ] {
      for case .reply(let text) in examples.prefix(3) {
        lines += TerminalText.wrapped("\(word), for example: \(text)", to: Self.width)
      }
    }
    return (lines.isEmpty ? ["the catalogue says no more"] : lines).joined(separator: "\n") + "\n"
  }

  private func conversation(_ one: ReviewCase, isWhole: Bool) -> [String] {
    let ticket = one.ticket
    let messages = ticket.chronologicalIndices.compactMap { index -> (Int, Message)? in
      guard case .message(let message) = ticket.events[index].kind else { return nil }
      return (index, message)
    }
    let judged = one.verdict.event
    // Questions about a whole ticket are answered from what was said, not from how it began.
    var isAskedOfTicket = false
    if case .checklist = one.standard.requirement { isAskedOfTicket = judged == nil }
    let position = messages.firstIndex { $0.0 == judged } ?? min(1, messages.count)
    var lines: [String] = []
    var hasGap = false
    for (place, (index, message)) in messages.enumerated() {
      let isNear = place < 2 || abs(place - position) <= Self.mostMessages / 2
      guard isWhole || isNear else {
        if !hasGap { lines.append("  …") }
        hasGap = true
        continue
      }
      hasGap = false
      let isJudged = index == judged
      lines.append(heading(message, ticket.events[index].at, isJudged: isJudged))
      let text =
        isWhole || isJudged || isAskedOfTicket
        ? marked(message.text, one.verdict, index) : start(of: message.text)
      for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
        lines += wrapped(String(line)).map { (isJudged ? "> " : "  ") + $0 }
      }
    }
    return lines
  }

  private func heading(_ message: Message, _ at: OffsetInstant, isJudged: Bool) -> String {
    let who =
      switch message.from {
      case .customer: "customer"
      case .system: "machine"
      case .agent: message.agent.map { "agent \(plain($0))" } ?? "agent"
      }
    let what = message.isAutomatic && message.from != .system ? " (automatic)" : ""
    var time = at.description
    if let local = zone.local(at: at.instant) {
      let minute = local.secondOfDay / 60
      time = "\(local.date) \(two(minute / 60)):\(two(minute % 60))"
    }
    return (isJudged ? bold("> \(who)\(what), \(time)") : dim("  \(who)\(what), \(time)"))
  }

  private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func start(of text: String) -> String {
    let line = plain(text.split(whereSeparator: \.isNewline).joined(separator: " "))
    return line.count <= Self.longestMessage
      ? line : String(line.prefix(Self.longestMessage - 1)) + "…"
  }

  /// A text in which the words that a verdict rests on stand between marks, or shine.
  private func marked(_ text: String, _ verdict: Verdict, _ event: Int) -> String {
    var opens: [Int: Int] = [:]
    var closes: [Int: Int] = [:]
    for case .words(let words) in isBlind ? [] : verdict.evidence where words.event == event {
      guard !words.range.isEmpty else { continue }
      opens[words.range.lowerBound, default: 0] += 1
      closes[words.range.upperBound, default: 0] += 1
    }
    var marked = ""
    var depth = 0
    var position = 0
    for scalar in text.unicodeScalars {
      if let count = closes[position] {
        depth -= count
        if depth == 0 { marked += Self.mark }
      }
      if let count = opens[position] {
        if depth == 0 { marked += Self.mark }
        depth += count
      }
      // Words of several lines are marked on each of them.
      if scalar == "\n", depth > 0 {
        marked += Self.mark + "\n" + Self.mark
      } else {
        marked.unicodeScalars.append(Self.isLineEnd(scalar) ? "\n" : scalar)
      }
      position += 1
    }
    return depth > 0 ? marked + Self.mark : marked
  }

  private static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\r" || scalar == "\u{85}" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  /// Stands around marked words, as in the catalogue's examples.
  private static let mark = "=="

  private func wrapped(_ line: String) -> [String] {
    let lines = TerminalText.wrapped(line, to: Self.width - 2)
    return isColoured ? coloured(lines) : lines
  }

  /// Replaces the marks by colours, also where words go over a line's end.
  private func coloured(_ lines: [String]) -> [String] {
    var isOpen = false
    return lines.map { line in
      let pieces = line.split(separator: Self.mark, omittingEmptySubsequences: false)
      var text = isOpen ? Self.shine : ""
      for (index, piece) in pieces.enumerated() {
        if index > 0 {
          isOpen.toggle()
          text += isOpen ? Self.shine : Self.plainAgain
        }
        text += piece
      }
      return isOpen ? text + Self.plainAgain : text
    }
  }

  private static let shine = "\u{1B}[7m"
  private static let plainAgain = "\u{1B}[0m"

  private func plain(_ text: String) -> String { TerminalText.plain(text) }
  func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }
  private func dim(_ text: String) -> String { isColoured ? "\u{1B}[2m\(text)\u{1B}[0m" : text }
}
