import Foundation
import Testing

/// An underscore in a command line stands for a blank within an argument.
struct QueueCommandTests {
  @Test func `a promise is answered with a table that fits in one look`() throws {
    let run = try Tool.run(
      line:
        "queue erlang-c --arrivals 90/h --handling 4min --target 80%/20s")
    #expect(
      run.output == """
        9 agents for 6 erlangs answer at least 80% within 20 s

        agents  within 20 s  have to wait  mean wait  occupancy  waiting
             8        69.8%         35.7%     42.8 s      75.0%     1.07
           > 9        84.7%         19.6%     15.7 s      66.7%     0.39
            10        92.7%         10.1%      6.1 s      60.0%     0.15

        """)
    #expect(run.errors == "" && run.status == 0)
  }

  @Test func `where one fewer never catches up, the table says so`() throws {
    let run = try Tool.run(line: "queue erlang-c --load 0.9 --handling 4min --target 40%/4h")
    #expect(
      run.output == """
        1 agent for 0.9 erlangs answers at least 40% within 4 h

        agents  within 4 h  have to wait  mean wait  occupancy    waiting
             0       never           all    endless       100%  ever more
           > 1       99.8%         90.0%     36 min      90.0%        8.1
             2        100%         27.9%     60.9 s      45.0%       0.23

        """)
    let slow = try Tool.run(line: "queue erlang-c --load 0.9 --handling 1h_30min --target 80%/12h")
    #expect(
      slow.output.contains("    1        59.6%         90.0%  13 h 30 min      90.0%      8.1"))
  }

  @Test func `agents are answered with what they do`() throws {
    let run = try Tool.run(
      line:
        "queue erlang-c --arrivals 1.5/min --handling 240s --agents 8 --target 99.95%/2min")
    #expect(
      run.output == """
        8 agents for 6 erlangs: 86.9% answered within 2 min; the promise is 99.95%
        35.7% of tickets have to wait
        mean wait 42.8 s
        occupancy 75.0%
        waiting on average 1.07
        they miss the target on the service level
        at best they answer 99.95% within 13 min 8 s
        they keep what was promised up to 2.7 erlangs, which is 40.48 an hour

        """)
  }

  @Test func `a share that may be lost is answered with a table`() throws {
    let run = try Tool.run(line: "queue erlang-b --arrivals 90/h --handling 4min --blocking 1%")
    #expect(
      run.output == """
        13 agents for 6 erlangs lose at most 1% of tickets

        agents  lost  occupancy
            12  1.1%      49.4%
          > 13  0.5%      45.9%
            14  0.2%      42.8%

        """)
    let team = try Tool.run(line: "queue erlang-b --load 6 --agents 8")
    #expect(
      team.output == """
        8 agents for 6 erlangs: 12.2% of tickets find everybody busy and are lost
        occupancy 65.9%

        """)
  }

  /// The numbers of a JSON object, without what else is in it.
  struct Numbers: Decodable {
    var values: [String: Double] = [:]

    struct Key: CodingKey {
      var stringValue: String
      var intValue: Int? { nil }
      init(stringValue: String) { self.stringValue = stringValue }
      init?(intValue: Int) { nil }
    }

    init(from decoder: any Decoder) throws {
      let object = try decoder.container(keyedBy: Key.self)
      for key in object.allKeys {
        values[key.stringValue] = try? object.decode(Double.self, forKey: key)
      }
    }
  }

  @Test func `a range of teams is a table, also where some never catch up`() throws {
    let run = try Tool.run(
      line: "queue erlang-c --arrivals 90/h --handling 4min --target 80%/20s --sweep agents=6...8")
    #expect(
      run.output == """
        6 erlangs

        agents  within 20 s  have to wait   mean wait  occupancy    waiting
             6        never           all     endless       100%  ever more
             7        43.5%         61.4%  2 min 27 s      85.7%       3.68
             8        69.8%         35.7%      42.8 s      75.0%       1.07

        """)
    let none = try Tool.run(line: "queue erlang-c --load 6 --sweep agents=2...6")
    #expect(none.status == 65)
    #expect(none.errors.hasPrefix("Error: 6 agents never catch up with 6.0 erlangs"))
  }

  @Test func `several targets are kept at once, and JSON shows the neighbours`() throws {
    let line =
      "queue erlang-c --arrivals 90/h --handling 4min --mean-wait-at-most 10s"
      + " --occupancy-at-most 55%"
    let run = try Tool.run(line: line)
    #expect(
      run.output.hasPrefix(
        "11 agents for 6 erlangs keep the mean wait at 10 s or less, "
          + "are busy at most 55% of the time\n\n"))
    struct Answer: Decodable {
      struct Team: Decodable { var agents: Int, mean_wait_s: Double }
      var fewer: Team, more: Team, agents: Int, limit: String, mean_wait_at_most_s: Double
    }
    let json = try Tool.run(line: line + " --format json")
    let answer = try JSONDecoder().decode(Answer.self, from: Data(json.output.utf8))
    #expect(answer.fewer.agents == 10 && answer.agents == 11 && answer.more.agents == 12)
    #expect(answer.limit == "occupancy" && answer.mean_wait_at_most_s == 10)
  }

  @Test func `JSON has the exact numbers and only what is known`() throws {
    func json(_ line: String) throws -> [String: Double] {
      let run = try Tool.run(line: "queue \(line) --format json")
      #expect(run.status == 0 && run.errors == "")
      return try JSONDecoder().decode(Numbers.self, from: Data(run.output.utf8)).values
    }
    #expect(
      try json("erlang-b --load 6 --agents 8")
        == [
          "agents": 8, "load_erlang": 6, "blocking": 0.12187578366630444,
          "occupancy": 0.6585931622502718,
        ])
    #expect(
      try json("erlang-c --load 6 --agents 8")
        == [
          "agents": 8, "load_erlang": 6, "wait_probability": 0.35698108587868027,
          "occupancy": 0.75, "queue_length": 1.0709432576360407,
        ])
    let sized = try json(
      "erlang-c --arrivals 90/h --handling 4min --target 80%/20s --occupancy-at-most 60%")
    #expect(
      sized.keys.sorted() == [
        "agents", "load_erlang", "mean_wait_s", "occupancy", "occupancy_at_most", "queue_length",
        "service_level", "target_s", "target_share", "wait_probability",
      ])
    #expect(sized["agents"] == 10 && sized["occupancy"] == 0.6 && sized["target_s"] == 20)
    // exp differs by a bit between systems.
    #expect(abs((sized["service_level"] ?? 0) / 0.9274159208770523 - 1) < 1e-14)
    #expect(try json("erlang-b --load 6 --blocking 0.01")["blocking_at_most"] == 0.01)
    #expect(try json("erlang-b --load 6 --blocking 99.9%")["blocking_at_most"] == 0.999)
  }

  @Test(arguments: [
    (
      "erlang-c --arrivals 90/h --handling 4min --agents 6",
      "6 agents never catch up with 6.0 erlangs; use more agents than erlangs"
    ),
    (
      "erlang-c --load 20000000 --handling 4min --target 80%/20s",
      "20000000.0 erlangs need more than the ten million agents this formula is meant for"
    ),
    (
      "erlang-b --load 6 --agents 10000001",
      "10000001 agents is more than the ten million this formula is meant for"
    ),
  ])
  func `no answer ends with 65 and says what to try`(line: String, message: String) throws {
    let run = try Tool.run(line: "queue \(line)")
    #expect(run == Tool.Result(status: 65, output: "", errors: "Error: \(message)\n"))
  }

  static let noNumbers = [
    "nan", "inf", "1e30", "-1", "12345678901234567890", "0x10", "1,5", "1.", "", "1_000", "٣",
  ]

  @Test(arguments: noNumbers)
  func `what is no number of its kind ends with 64`(value: String) throws {
    let wrong = [
      "erlang-b --agents 8 --load=\(value)",
      "erlang-b --agents 8 --handling 4min --arrivals=\(value)/h",
      "erlang-b --agents 8 --arrivals 90/h --handling=\(value)min",
      "erlang-b --load 6 --agents=\(value)",
      "erlang-b --load 6 --blocking=\(value)%",
      "erlang-c --load 6 --handling 4min --target=\(value)%/20s",
      "erlang-c --load 6 --handling 4min --target=80%/\(value)s",
      "erlang-c --load 6 --handling 4min --target=80%/20s --occupancy-at-most=\(value)%",
    ]
    for line in wrong {
      let run = try Tool.run(line: "queue \(line)")
      #expect(run.status == 64, "\(line)")
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("Error: "))
    }
  }

  @Test(arguments: [
    ("erlang-c --load 6", "Give --agents, or a promise such as --target 80%/20s."),
    (
      "erlang-c --load 6 --target 80%/20s",
      "With --target, say with --handling how long one ticket takes."
    ),
    (
      "erlang-c --arrivals 90/h --agents 8",
      "Say with --handling how long one ticket takes, such as 4min."
    ),
    (
      "erlang-c --arrivals 90/h --handling 4min --load 6 --agents 8",
      "Give --arrivals with --handling, or --load, not both."
    ),
    (
      "erlang-b --agents 8",
      "Say how much work there is: --arrivals with --handling, or --load."
    ),
    (
      "erlang-b --load 6",
      "Give --agents, --sweep or --blocking; --agents also with --blocking."
    ),
    ("erlang-c --load 6 --agents 8 --sweep agents=4...8", "Give either --agents or --sweep."),
    (
      "erlang-c --load 6 --sweep agents=8...4",
      "The value 'agents=8...4' is invalid for '--sweep <agents=from...to>': "
        + "write a range of agents, such as agents=4...12"
    ),
    (
      "erlang-c --load 6 --sweep agents=1...1001",
      "The value 'agents=1...1001' is invalid for '--sweep <agents=from...to>': "
        + "a table has at most 1000 rows"
    ),
    (
      "erlang-c --load 6 --mean-wait-at-most 10s",
      "With --mean-wait-at-most, say with --handling how long one ticket takes."
    ),
    (
      "erlang-c --load 6 --handling 4min --sweep agents=7...9 --mean-wait-at-most 10s",
      "A table shows every team; only --target goes with --sweep."
    ),
    (
      "erlang-a --load 6 --patience 2min --agents 6",
      "Say with --handling how long one ticket takes, such as 4min."
    ),
    (
      "erlang-c --load 6 --agents 8 --percentile 95%",
      "With --percentile, say with --handling how long one ticket takes."
    ),
    (
      "compare --load 6 --agents 8", "Say with --handling how long one ticket takes, such as 4min."
    ),
    (
      "compare --load 6 --handling 4min --agents 8 --retry 50%",
      "With --retry, say with --patience how long customers wait."
    ),
    (
      "priorities --arrivals 9/h --handling 4min --target 80%/20s --for-classes 2",
      "--for-classes must be 1 to 1, as many as there are --arrivals, not 2."
    ),
    (
      "day --contacts 1,2 --agents 1 --interval 1h --handling 4min --target 80%/20s",
      "--contacts has 2 intervals and --agents 1; give as many."
    ),
    (
      "case-managers --step 20min --finishing 35% --reply 1h",
      "Give either --cases or --reply-wait-at-most."
    ),
    (
      "shrinkage --part breaks --combined sum --on-duty 20",
      "The value 'breaks' is invalid for '--part <name=share>': "
        + "write a name and a share, such as breaks=10%"
    ),
    (
      "offered-load --contacts 10,,5 --interval 30min --handling 20min",
      "The value '10,,5' is invalid for '--contacts <list>': "
        + "write a plain number, such as 6 or 22.5"
    ),
    (
      "erlang-a --load 6 --handling 4min --patience 2min --target 80%/20s --abandoned ignored",
      "The value 'ignored' is invalid for '--abandoned <how>': "
        + "write missed, left-out, or left-out/5s"
    ),
    (
      "retrial --retry 50% --load 6 --agents 8 --target 80%/20s --handling 4min",
      "Where nobody can wait there is no target on waits; give --patience or --hang-up-after."
    ),
    ("erlang-b --load 6 --agents=-1", "--agents must be zero or more, not -1."),
    (
      "erlang-b --load 1,5 --agents 8",
      "The value '1,5' is invalid for '--load <erlangs>': write decimals with a point"
    ),
    (
      "erlang-b --load 2000000000 --agents 8",
      "The value '2000000000' is invalid for '--load <erlangs>': that is more than any desk has"
    ),
    (
      "erlang-b --arrivals 90 --handling 4min --agents 8",
      "The value '90' is invalid for '--arrivals <rate>': "
        + "write a number and /s, /min, /h or /day, such as 90/h"
    ),
    (
      "erlang-b --arrivals 90/h --handling 0min --agents 8",
      "The value '0min' is invalid for '--handling <time>': write a time of more than nothing"
    ),
    (
      "erlang-b --arrivals 90/h --handling 4 --agents 8",
      "The value '4' is invalid for '--handling <time>': "
        + "write a number and s, min or h, such as 4min"
    ),
    (
      "erlang-b --arrivals 90/h --handling 9000h --agents 8",
      "The value '9000h' is invalid for '--handling <time>': that is over a year"
    ),
    (
      "erlang-b --load 6 --blocking 100%",
      "The value '100%' is invalid for '--blocking <share>': "
        + "no number of agents makes it certain; write less than 100%"
    ),
    (
      "erlang-c --load 6 --handling 4min --target 80/20s",
      "The value '80/20s' is invalid for '--target <share/time>': "
        + "write a share between 0% and 100%, such as 80% or 0.8"
    ),
    (
      "erlang-c --load 6 --handling 4min --target 80%",
      "The value '80%' is invalid for '--target <share/time>': "
        + "write a share and a time, such as 80%/20s"
    ),
  ])
  func `wrong usage ends with 64 and says what is right`(line: String, message: String) throws {
    let run = try Tool.run(line: "queue \(line)")
    #expect(run.status == 64)
    #expect(run.errors.split(separator: "\n").first.map(String.init) == "Error: \(message)")
  }

  @Test func `Erlang A in JSON has what a planner compares`() throws {
    let run = try Tool.run(
      line: "queue erlang-a --arrivals 48/min --handling 1min --patience 2min --agents 50"
        + " --target 80%/20s --format json")
    let numbers = try JSONDecoder().decode(Numbers.self, from: Data(run.output.utf8)).values
    // Known from fifty digits; exp and log differ by bits between systems.
    let expected: [String: Double] = [
      "agents": 50, "load_erlang": 48, "wait_probability": 0.46777406855379,
      "abandonment": 0.0309122491621932, "mean_wait_s": 3.70946989946318,
      "service_level": 0.943018954746981, "occupancy": 0.930324240804295,
      "queue_length": 2.96757591957055, "target_s": 20, "target_share": 0.8, "patience_s": 120,
    ]
    let limits = ["best_target_s", "largest_arrivals_per_hour", "largest_load_erlang"]
    #expect(numbers.keys.sorted() == (Array(expected.keys) + limits).sorted())
    for (key, value) in expected {
      #expect(abs((numbers[key] ?? 0) / value - 1) < 1e-13, "\(key)")
    }
    #expect(run.output.contains("\"abandoned\":\"missed\""))
    #expect(run.output.contains("\"missed\":\"nothing\""))
    // What is the most is just kept: with a little more it is missed, and with a shorter time too.
    let most = try #require(numbers["largest_load_erlang"])
    let best = try #require(numbers["best_target_s"])
    #expect((48..<60).contains(most) && (0..<20).contains(best))
    for (load, time, missed) in [
      (most * 0.999, 20, "nothing"), (most * 1.001, 20, "service-level"),
      (48, best * 1.001, "nothing"), (48, best * 0.999, "service-level"),
    ] {
      let other = try Tool.run(
        line: "queue erlang-a --load \(load) --handling 1min --patience 2min --agents 50"
          + " --target 80%/\(time)s --format json")
      #expect(other.output.contains("\"missed\":\"\(missed)\""))
    }
  }

  @Test(arguments: [
    "erlang-b", "erlang-c", "erlang-a", "engset", "finite", "retrial", "square-root", "mmn-g",
    "md-c", "mg-1", "mg-c", "priorities", "erlang-r", "offered-load", "case-managers", "chat",
    "deferred", "day", "shrinkage", "compare",
  ])
  func `the example in the help works`(command: String) throws {
    let help = try Tool.run(line: "queue \(command) --help")
    #expect(help.status == 0)
    let lines = help.output.split(separator: "\n", omittingEmptySubsequences: false)
    let first = try #require(lines.firstIndex { $0.hasPrefix("  kwadrans queue \(command) ") })
    // A long one goes on in the next line.
    let example = lines[first...].prefix { !$0.isEmpty }
      .map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: " ")
    let line = String(example.dropFirst("kwadrans ".count))
    #expect(try Tool.run(line: line).status == 0)
    let json = try Tool.run(line: line + " --format json")
    #expect(json.status == 0)
    #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: Data(json.output.utf8)) }
  }
}
