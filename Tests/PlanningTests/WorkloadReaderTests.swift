import Diagnostics
import Planning
import ServiceTime
import Standards
import Testing

struct WorkloadReaderTests {
  func read(_ yaml: String) -> (workload: Workload?, diagnostics: Diagnostics) {
    var diagnostics = Diagnostics()
    let workload = WorkloadReader.read(
      SourceText(path: "workload.yaml", yaml), knownChannels: ["email", "phone", "chat"],
      into: &diagnostics)
    return (workload, diagnostics)
  }

  @Test func `everything that is written is read`() throws {
    let (workload, diagnostics) = read(
      """
      workload:
        name: Spring 2026
        occupancy-at-most: 85%
        shrinkage: {combine: sum, parts: {holiday: 12%, breaks: 8.5%, other: "4,5%"}}
      channels:
        email: {handling-time: 6 min}
        phone: {handling-time: 1 min 30 s, occupancy-at-most: 80%}
        chat: {}
      """)
    #expect(diagnostics.isEmpty)
    let read = try #require(workload)
    #expect(read.name == "Spring 2026")
    #expect(abs(read.shrinkage - 0.25) < 1e-12)
    #expect(read.combination == .sum)
    #expect(read.channels.map(\.name) == ["email", "phone", "chat"])
    #expect(read.channels.map { $0.handlingTime?.seconds } == [360, 90, nil])
    #expect(read.occupancyAtMost(on: "email") == Share(fraction: 0.85))
    #expect(read.occupancyAtMost(on: "phone") == Share(fraction: 0.8))
    #expect(read.occupancyAtMost(on: "nowhere") == Share(fraction: 0.85))
  }

  @Test func `what is left out has no effect`() throws {
    let read = try #require(read("workload: {}\n").workload)
    #expect(read.shrinkage == 0)
    #expect(read.occupancyAtMost == nil && read.channels.isEmpty && read.name == nil)
    #expect(Workload.none.rostered(onDuty: 7) == 7)
  }

  /// 1 − 0.9 · 0.8 = 0.28, and not 0.3.
  @Test func `parts take from what the others leave, unless they are to be added`() throws {
    let product = read("workload: {shrinkage: {parts: {a: 10%, b: 20%}}}\n").workload
    let sum = read("workload: {shrinkage: {combine: sum, parts: {a: 10%, b: 20%}}}\n").workload
    #expect(abs(try #require(product).shrinkage - 0.28) < 1e-12)
    #expect(abs(try #require(sum).shrinkage - 0.3) < 1e-12)
  }

  @Test(arguments: [
    (0, 0, "30%"), (1, 2, "30%"), (7, 10, "30%"), (8, 12, "30%"), (10, 10, "0%"), (3, 4, "25%"),
    (90, 100, "10%"), (1, 10, "90%"), (10_000_000, 100_000_000, "90%"),
  ])
  func `rostered people are on duty for what is left of their time`(
    onDuty: Int, rostered: Int, away: String
  ) throws {
    #expect(try workload(shrinkage: away).rostered(onDuty: onDuty) == rostered)
  }

  /// Enough people, and none too many.
  @Test(arguments: [0.01, 0.1, 0.245, 1.0 / 3, 0.5, 0.75, 0.9])
  func `rostering is the least that suffices`(away: Double) throws {
    let share = try #require(Share(fraction: away))
    let percent = "\(share.fraction * 100)%"
    let work = try workload(shrinkage: percent)
    for people in 1...300 {
      let rostered = Double(work.rostered(onDuty: people))
      #expect(rostered * (1 - work.shrinkage) >= Double(people) - 1e-6)
      #expect((rostered - 1) * (1 - work.shrinkage) < Double(people))
    }
  }
}

/// What a channel may say.
private let channelKeys =
  "handling-time, occupancy-at-most, wrap-up, patience, callback, clarification, second-line, supplier, "
  + "transfer, reopen, chat-pace, skill, priority, interruptible, same-person, day-variation, "
  + "waiting-at-start, waiting-age, topics"

/// Workloads with faults, and all that is said of them.
struct BrokenWorkloadTests {
  static let faults: [(yaml: String, report: String)] = [
    (
      "",
      """
      1:1 error: the file is empty [workload.empty] -> begin it with workload: and channels:
      """
    ),
    (
      "channels: {email: {handling-time: 5 min}}",
      """
      1:1 error: a workload needs 'workload': the desk as a whole [key.missing] -> add \
      'workload:' with {name: …, occupancy-at-most: …, shrinkage: …}
      """
    ),
    (
      "worklaod: {name: x}",
      """
      1:1 error: a workload has no key 'worklaod' [key.unknown] -> did you mean 'workload'?
      """
    ),
    (
      "workload: {ocupancy-at-most: 85%}",
      """
      1:12 error: 'workload' has no key 'ocupancy-at-most' [key.unknown] -> did you mean \
      'occupancy-at-most'?
      """
    ),
    (
      "workload: {occupancy-at-most: 0.85}",
      """
      1:31 error: 'occupancy-at-most' is a share, and '0.85' is none [share.unreadable] -> \
      write 85%
      """
    ),
    (
      "workload: {occupancy-at-most: 0%}",
      """
      1:31 error: people who may never work need no plan [workload.occupancy] -> write a \
      share such as 85%
      """
    ),
    (
      "workload: {occupancy-at-most: 120%}",
      """
      1:31 error: 'occupancy-at-most' is a share, and '120%' is none [share.unreadable] -> \
      write a percentage from 0% to 100%, such as 95%
      """
    ),
    (
      "workload: {}\nchannels: {email: {handling-time: quick}}",
      """
      2:35 error: 'handling-time': 'quick' has no number [time.no-number] -> write a number \
      and a unit, such as 15 min or 4 h
      """
    ),
    (
      "workload: {}\nchannels: {email: {handling-time: 5}}",
      """
      2:35 error: 'handling-time': 5 of what? [time.unreadable] -> write 5 min, or another \
      unit: s, min, h, days, weeks
      """
    ),
    (
      "workload: {}\nchannels: {email: {handling-time: jak najszybciej}}",
      """
      2:35 error: 'handling-time': 'jak najszybciej' means when we feel like it \
      [time.no-number] -> name a time, such as 15 min or 4 h
      """
    ),
    (
      "workload: {}\nchannels: {email: {handling-time: -5 min}, emial: {handling-time: 0 min}}",
      """
      2:35 error: 'handling-time': '-5 min' is a time that has passed [time.unreadable] -> \
      write 1 s or more
      2:44 error: the catalogue has no channel 'emial' [name.unknown] -> did you mean \
      'email'?
      2:67 error: 'handling-time': '0 min' is a promise of no time [time.unreadable] -> write \
      1 s or more
      """
    ),
    (
      "workload: {shrinkage: {parts: {holiday: 60%, breaks: 50%}, combine: sum}}",
      """
      1:31 error: the parts come to 110% of paid time: nobody is left [workload.shrinkage] -> \
      write shares of paid time that come to at most 90%
      """
    ),
    (
      "workload: {shrinkage: {parts: {holiday: 99.999%, breaks: 99.999%, ill: 99.999%}}}",
      """
      1:31 error: the parts come to 100% of paid time [workload.shrinkage] -> write shares of \
      paid time that come to at most 90%
      """
    ),
    (
      "workload: {shrinkage: {parts: {holiday: 10%}, combine: add}}",
      """
      1:56 error: 'combine' cannot be 'add' [value.choice] -> write product or sum
      """
    ),
    (
      "workload: {shrinkage: {combine: sum}}",
      """
      1:23 error: 'shrinkage' needs 'parts': the parts by name [key.missing] -> add 'parts:' \
      with {name: 95%}
      """
    ),
    (
      "workload: {shrinkage: 25%}",
      """
      1:23 error: 'shrinkage' must be a mapping, not the text '25%' [value.type] -> write \
      key: value lines; known keys: combine, parts
      """
    ),
    (
      "workload: {shrinkage: {parts: [10%, 12%]}}",
      """
      1:31 error: 'parts' must be a mapping from names, not a list [value.type] -> write a name, a colon and a value on each line
      """
    ),
    (
      "workload: {shrinkage: {parts: {holiday: 10%, holiday: 12%}}}",
      """
      1:46 error: the key 'holiday' stands here a second time [yaml.duplicate-key] -> keep \
      one of them
      """
    ),
    (
      "workload: {}\nchannels: {fax: {handling-time: 5 min}}",
      """
      2:12 error: the catalogue has no channel 'fax' [name.unknown] -> known: email, phone, \
      chat
      """
    ),
    (
      "workload: {}\nchannels: {email: 5 min}",
      """
      2:19 error: channel 'email' must be a mapping, not the text '5 min' [value.type] -> \
      write key: value lines; known keys: \(channelKeys)
      """
    ),
    (
      "workload: {}\nchannels: {email: {aht: 5 min}}",
      """
      2:20 error: channel 'email' has no key 'aht' [key.unknown] -> known keys: \
      \(channelKeys)
      """
    ),
    (
      "workload: {}\nchannels: [email]",
      """
      2:11 error: 'channels' must be a mapping from names, not a list [value.type] -> write a name, a colon and a value on each line
      """
    ),
    (
      "workload: {name: [x",
      """
      1:18 error: '[' is never closed by ']' [yaml.unclosed] -> write ']' at the end, or put \
      the text in quotes
      """
    ),
    (
      "workload:",
      """
      1:1 error: 'workload' has no value [value.missing] -> write {name: …, \
      occupancy-at-most: …, shrinkage: …} or leave the key out
      """
    ),
    (
      "- workload",
      """
      1:1 error: a workload must be a mapping, not a list [value.type] -> write key: value \
      lines; known keys: workload, channels, incidents
      """
    ),
  ]

  @Test(arguments: faults)
  func `what is wrong is said at its place, with what would be right`(
    yaml: String, report: String
  ) {
    var diagnostics = Diagnostics()
    _ = WorkloadReader.read(
      SourceText(path: "workload.yaml", yaml), knownChannels: ["email", "phone", "chat"],
      into: &diagnostics)
    #expect(summary(diagnostics) == report)
    #expect(diagnostics.hasErrors)
  }
}
