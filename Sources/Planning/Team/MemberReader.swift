import Diagnostics
import ServiceTime
import Simulation
import SourceYAML
import Standards

/// Reads one entry of `people`, and what the team's people have in common.
enum MemberReader {
  private static let skillsKey = Key<YAMLNode>(
    "skills", "what they take: channels and other skills of the workload, or all",
    shape: .list(of: .name(of: "skill"), distinct: true), required: true
  ) { node, _ in node }.such(as: "[email, chat]")
  private static let worksKey = Key<YAMLNode>(
    "works", "the shifts that they work, or always", shape: .list(of: .name(of: "shift")),
    required: true
  ) { node, _ in node }.such(as: "[early, saturday]")
  private static let countKey = Key<Int>.wholeNumber(
    "count", "how many people this is", in: 1...10_000
  ).otherwise("1").such(as: "3")
  private static let paceKey = Key<Double>.number(
    "pace", "how fast they work", "a share of the usual pace", example: "110%", in: 0.1...10
  ).otherwise("100%").such(as: "110%")
  private static let atOnceKey = Key<Int>.wholeNumber(
    "at-once", "how many conversations they lead at once at most", in: 1...16
  ).otherwise("as many as the channel's at-once").such(as: "2")
  private static let awayKey = Key<YAMLNode>(
    "away", "days on which they do not come", shape: .list(of: .date)
  ) { node, _ in node }.otherwise("none").such(as: "[2026-11-03]")

  static let absenceKey = Key<Share>.share(
    "absence", "how likely somebody is absent from a shift, drawn anew for each"
  ).otherwise("0%").such(as: "4%")
  static let latenessKey = Key<VaryingTime>.varyingTime(
    "lateness", "how late they come"
  ).otherwise("nobody is late").such(as: "{mean: 4 min, none: 70%}")
  static let interruptionsKey = Key<Team.Interruptions>(
    "interruptions", "colleagues, questions, the door: work in hand waits meanwhile",
    shape: .record(interruptionKeys), read: interruptions
  ).otherwise("none").such(as: "{per-hour: 2, take: {mean: 2 min}}")

  private static let perHourKey = Key<Double>.number(
    "per-hour", "how often in an hour on duty", "a number", example: "2", in: 0.001...100,
    required: true
  ).such(as: "2")
  private static let takeKey = Key<VaryingTime>.varyingTime(
    "take", "how long one is", required: true
  ).such(as: "{mean: 2 min, p90: 5 min, shape: gamma}")
  private static let interruptionKeys = [perHourKey.description, takeKey.description]

  static let keys = [
    skillsKey.description, worksKey.description, countKey.description, paceKey.description,
    atOnceKey.description, awayKey.description, absenceKey.description, latenessKey.description,
    interruptionsKey.description,
  ]

  @Sendable private static func interruptions(
    _ node: YAMLNode, _ diagnostics: inout Diagnostics
  ) -> Team.Interruptions? {
    guard
      let record = Record(
        node, subject: "'interruptions'", keys: interruptionKeys, into: &diagnostics)
    else { return nil }
    let perHour = record.required(perHourKey, &diagnostics)
    let take = record.required(takeKey, &diagnostics)
    guard let perHour, let take else { return nil }
    if perHour * take.distribution.mean >= 3600 {
      diagnostics.error(
        "team.interruptions", "these interruptions take all of every hour: nobody ever works",
        at: take.place, fixIt: "write how often and how long so that time is left")
      return nil
    }
    return Team.Interruptions(perHour: perHour, length: take.distribution)
  }

  /// What holds for people who do not say else.
  struct Common {
    var absence = 0.0
    var lateness: Distribution?
    var interruptions: Team.Interruptions?
  }

  static func read(
    _ entry: YAMLEntry, shifts: [Team.Shift], skills known: [String]?, _ common: Common,
    _ diagnostics: inout Diagnostics
  ) -> Team.Member? {
    let subject = "'\(entry.keyText.shortened)'"
    guard let record = Record(entry.value, subject: subject, keys: keys, into: &diagnostics) else {
      return nil
    }
    let skills = record.required(skillsKey, &diagnostics).map {
      names(
        $0, reserved: "all", "skill", known,
        "a channel, or a 'skill' or 'transfer' of the "
          + "workload", &diagnostics)
    }
    let works = record.required(worksKey, &diagnostics).map {
      names(
        $0, reserved: "always", "shift", shifts.map(\.name), "a shift under 'shifts'",
        &diagnostics)
    }
    if let names = works ?? nil, let place = record.entry(worksKey.name)?.value.firstLine {
      checkOverlaps(of: names, shifts, subject, at: place, &diagnostics)
    }
    let count = record.optional(countKey, &diagnostics) ?? 1
    let pace = record.optional(paceKey, &diagnostics) ?? 1
    let atOnce = record.optional(atOnceKey, &diagnostics)
    var away: [CivilDate] = []
    for node in record.optional(awayKey, &diagnostics)?.elements(of: "away", &diagnostics) ?? [] {
      guard let text = node.text(of: "a day", &diagnostics) else { continue }
      do throws(DateError) {
        away.append(try CivilDate(written: text))
      } catch {
        diagnostics.error("team.date", error.message, at: node.place, fixIt: error.suggestion)
      }
    }
    let absence = record.optional(absenceKey, &diagnostics)
    let lateness = record.optional(latenessKey, &diagnostics)
    let interruptions = record.optional(interruptionsKey, &diagnostics)
    guard let skills, let works else { return nil }
    return Team.Member(
      name: entry.keyText, count: count, skills: skills, shifts: works, pace: pace, atOnce: atOnce,
      away: away, absence: absence?.fraction ?? common.absence,
      lateness: lateness?.distribution ?? common.lateness,
      interruptions: interruptions ?? common.interruptions, place: entry.key.place)
  }

  /// Names from a list; nil where it is the word that stands for all of them.
  private static func names(
    _ node: YAMLNode, reserved: String, _ what: String, _ known: [String]?, _ source: String,
    _ diagnostics: inout Diagnostics
  ) -> [String]? {
    if node.scalarText == reserved { return nil }
    var names: [String] = []
    for node in node.elements(of: what, &diagnostics) {
      guard let name = node.text(of: "a \(what)", &diagnostics) else { continue }
      if names.contains(name) {
        diagnostics.error(
          "list.duplicate", "'\(name.shortened)' stands here twice", at: node.place,
          fixIt: "delete one of them")
      }
      names.append(name)
      guard let known, !known.contains(name) else { continue }
      let near = nearestName(to: name, among: known + [reserved])
      diagnostics.error(
        "name.unknown", "there is no \(what) '\(name.shortened)'", at: node.place,
        fixIt: near.map { "did you mean '\($0)'?" }
          ?? (known.isEmpty
            ? "write \(source)" : "known: \(known.joined(separator: ", ")), or \(reserved)"))
    }
    return names
  }

  /// Reports shifts that one person cannot both work.
  private static func checkOverlaps(
    of names: [String], _ shifts: [Team.Shift], _ subject: String, at place: SourceRange,
    _ diagnostics: inout Diagnostics
  ) {
    let own = names.compactMap { name in shifts.first { $0.name == name } }
    for (number, shift) in own.enumerated() {
      for other in own[..<number] {
        guard let day = shift.overlap(with: other) else { continue }
        diagnostics.error(
          "team.overlap",
          "\(subject) cannot work '\(other.name)' and '\(shift.name)': they overlap on \(day.name)",
          at: place, fixIt: "leave one of them to somebody else")
      }
    }
  }
}

extension Team.Shift {
  /// The first day on which two shifts overlap; nights into the next week too.
  fileprivate func overlap(with other: Team.Shift) -> Weekday? {
    let week = 7 * 86_400
    for one in self.week {
      let begin = (one.day.rawValue - 1) * 86_400 + one.range.opens
      for two in other.week {
        let start = (two.day.rawValue - 1) * 86_400 + two.range.opens
        let meets = [-week, 0, week].contains {
          begin + $0 < start + two.range.length && start < begin + $0 + one.range.length
        }
        if meets { return one.day }
      }
    }
    return nil
  }
}
