import Clocks
import Conformance
import ServiceTime
import Standards

/// Questions about tickets from beginning to end.
extension QuizMaker {
  /// A question for each log that comes out as its author says.
  ///
  /// Where a time decides, the choices are times that somebody would count who looks at the wrong clock
  /// or at the wrong line.
  func logs(
    of standard: Standard, using generator: inout some RandomNumberGenerator
  ) -> [Quiz.Question] {
    guard let runner else { return [] }
    let logs = LanguageLogs(standard, in: words.language, of: catalogue)
    var questions: [Quiz.Question] = []
    for (log, isKept) in logs.pass.map({ ($0, true) }) + logs.fail.map({ ($0, false) }) {
      guard let judged = runner.judged(log, of: standard) else { continue }
      var choices = [words[.yesKept], words[.noBroken]]
      var answer = isKept ? 0 : 1
      if let wait = judged.wait {
        let right = choice(isKept, wait.elapsedSeconds)
        choices = wrong(judged, wait, isKept: isKept, of: standard, using: &generator)
        answer = generator.index(below: choices.count + 1)
        choices.insert(right, at: answer)
      }
      questions.append(
        Quiz.Question(
          ask: judged.wait == nil ? .isTicketKept : .howLong, standard: standard.id,
          title: standard.title.entry(in: words).text, why: standard.why?.entry(in: words).text,
          about: [promise(of: standard, for: log)].compactMap { $0 }, log: LogLines(log, words),
          choices: choices, answer: answer, example: nil,
          counts: judged.wait.flatMap(sum)))
    }
    return questions
  }

  /// What the standard asks, in one line, as far as it matters to a log; nil where its title says it
  /// all.
  private func promise(of standard: Standard, for log: Examples.Log) -> String? {
    var unsaid = NameWords.lists.union(["share", "over"])
    let changes = log.events.contains { event in
      switch event.kind {
      case .priority, .channel: true
      default: false
      }
    }
    if !changes { unsaid.insert("on-change") }
    let said = facts.facts(of: standard)
      .filter { !unsaid.contains($0.key) && $0.value != words.value("false") }
      .map { "\($0.label): \($0.value)." }
    return said.isEmpty ? nil : said.joined(separator: " ")
  }

  private func choice(_ isKept: Bool, _ seconds: Int) -> String {
    let time = words.short(TimeSpan(seconds: seconds), inHours: true)
    return "\(words[isKept ? .yesKept : .noBroken]): \(time)"
  }

  /// The parts of a wait that the desk's closing or a pause cuts: "8 min + 6 min"; nil for one.
  private func sum(_ wait: Evidence.Wait) -> String? {
    let parts = wait.stretches.filter { $0.kind == .counted && $0.seconds > 0 }
    guard parts.count > 1 else { return nil }
    return parts.map { words.short(TimeSpan(seconds: $0.seconds), inHours: true) }
      .joined(separator: " + ")
  }

  /// Answers that are wrong: at least one.
  private func wrong(
    _ judged: JudgedLog, _ wait: Evidence.Wait, isKept: Bool, of standard: Standard,
    using generator: inout some RandomNumberGenerator
  ) -> [String] {
    var times = [wait.to.seconds - wait.from.seconds]
    let hours = catalogue.openingHours(of: standard.requirement.hours) ?? .always
    for moment in judged.moments {
      if moment > wait.from {
        times.append(hours.elapsed(from: wait.from, to: moment))
        times.append(moment.seconds - wait.from.seconds)
      } else if moment < wait.from {
        times.append(hours.elapsed(from: moment, to: wait.to))
      }
    }
    var seen = judged.counted
    let others = generator.shuffled(times.filter { $0 > 0 && seen.insert($0).inserted })
      .map { choice($0 <= wait.targetSeconds, $0) }
    // The right time with the wrong verdict: where it is what the time alone would say, or there is
    // nothing else.
    let isPlain = isKept == (wait.elapsedSeconds <= wait.targetSeconds)
    let opposite = isPlain && !others.isEmpty ? [] : [choice(!isKept, wait.elapsedSeconds)]
    return opposite + others.prefix(Self.mostChoices - 1 - opposite.count)
  }
}
