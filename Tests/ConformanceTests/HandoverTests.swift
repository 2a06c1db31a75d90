import Clocks
import Conformance
import ServiceTime
import Standards
import Testing
import Tickets

/// Cases that change hands.
struct HandoverTests {
  private static let counts = [
    Expected(
      "no assignment", ["09:00 customer Help", "09:10 agent:ola Done."], .met, "never changed hands"
    ),
    Expected(
      "one person", ["09:00 customer Help", "09:01 assign ola", "09:02 assign ola"], .met, "never"),
    Expected(
      "once", ["09:00 customer Help", "09:01 assign ola", "09:02 assign jan"], .met,
      "changed hands once", proof: [2]),
    Expected(
      "twice", ["09:00 customer Help", "09:01 assign ola", "09:02 assign jan", "09:03 assign ola"],
      .missed, "changed hands 2 times, at most 1 allowed", proof: [2, 3]),
    Expected(
      "through a group and nobody",
      [
        "09:00 customer Help", "09:01 assign ola @first", "09:02 assign @second", "09:03 assign",
        "09:04 assign jan @second",
      ], .met, "changed hands once", proof: [4]),
    Expected(
      "back from a group",
      ["09:00 customer Help", "09:01 assign ola", "09:02 assign @second", "09:04 assign ola"], .met,
      "never"),
    Expected(
      "one who lends a hand may have taken it over",
      ["09:00 customer Help", "09:01 assign ola", "09:02 agent:jan Hi", "09:03 agent:ola Hi"], .met,
      "never"),
    Expected(
      "two who lend a hand are more than one",
      [
        "09:00 customer Help", "09:01 assign ola", "09:02 agent:jan Hi", "09:03 agent:ola Hi",
        "09:04 agent:eva Hi",
      ], .undecided, "it may have changed hands 2 times, at most 1 allowed", proof: [2, 4]),
    Expected(
      "somebody wrote before it was assigned to another",
      [
        "09:00 customer Help", "09:02 agent:jan Hi", "09:03 assign ola", "09:04 agent:ola Hi",
        "09:05 assign eva",
      ], .missed, "2 times", proof: [2, 4]),
    Expected(
      "the one who wrote gets it",
      ["09:00 customer Help", "09:02 agent:jan Hi", "09:03 assign jan", "09:04 agent:jan Hi"], .met,
      "never"),
    Expected(
      "assigned to the one who wrote in it",
      ["09:00 customer Help", "09:01 assign ola", "09:02 agent:jan Hi", "09:03 assign jan"], .met,
      "changed hands once", proof: [3]),
    Expected(
      "who had it before says a last word",
      [
        "09:00 customer Help", "09:01 assign ola", "09:02 assign jan", "09:03 agent:ola Hi",
        "09:04 agent:jan Hi",
      ], .met, "changed hands once"),
    Expected(
      "nobody knows who wrote before it was assigned",
      ["09:00 customer Help", "09:02 agent Hi", "09:03 assign jan"], .undecided,
      "does not name the 'agent'"),
    Expected(
      "an answer of nobody in an assigned case is the holder's",
      ["09:00 customer Help", "09:02 assign jan", "09:03 agent Hi"], .met, "never"),
    Expected(
      "authors where nobody was assigned",
      [
        "09:00 customer Help", "09:01 assign @first", "09:02 agent:jan Hi", "09:03 agent:ola Hi",
        "09:04 agent:jan Hi",
      ], .missed, "2 times", proof: [3, 4]),
    Expected(
      "a machine in an agent's name is nobody",
      ["09:00 customer Help", "09:02 auto:bot Hi", "09:03 agent:ola Hi", "09:04 agent:jan Hi"],
      .met, "once"),
    Expected(
      "a call picked up by one and answered by another",
      ["09:00 customer Help", "09:02 answered:ola", "09:03 agent:jan Hi", "09:04 agent:ola Hi"],
      .missed, "2 times"),
    Expected(
      "nobody is named", ["09:00 customer Help", "09:02 agent Hi", "09:03 agent Hi"], .undecided,
      "does not name the 'agent'"),
    Expected(
      "some are named, too often already",
      [
        "09:00 customer Help", "09:02 agent Hi", "09:03 agent:ola Hi", "09:04 agent:jan Hi",
        "09:05 agent:ola Hi",
      ], .missed, "2 times"),
    Expected("one answer of nobody", ["09:00 customer Help", "09:02 agent Hi"], .met, "never"),
    Expected("nothing happens", [], .met, "never"),
  ]

  @Test(arguments: counts)
  func `a case goes from one to another so often`(expected: Expected) throws {
    expected.check(try KindLog.judge(KindLog.ticket(expected.events), by: "handover: {at-most: 1}"))
  }

  private static let notes = [
    Expected(
      "no handover", ["09:00 customer Help", "09:10 agent:ola Done."], .notApplicable, "never"),
    Expected(
      "a note before",
      [
        "09:00 customer Help", "09:01 assign ola", "09:02 note:ola Disk full", "09:03 assign jan",
        "09:04 agent:jan Hi", "09:05 status solved",
      ], .met, "with a note"),
    Expected(
      "a note before the last message of the one who leaves",
      [
        "09:00 customer Help", "09:01 assign ola", "09:02 note:ola Disk full", "09:03 agent:ola Hi",
        "09:04 assign jan", "09:05 agent:jan Hi",
      ], .met, "with a note"),
    Expected(
      "a note right after",
      [
        "09:00 customer Help", "09:01 assign ola", "09:03 assign jan", "09:03 note:ola Disk full",
        "09:04 agent:jan Hi",
      ], .met, "with a note"),
    Expected(
      "a last word of the one who leaves, then the note",
      [
        "09:00 customer Help", "09:01 assign ola", "09:03 assign jan",
        "09:03 agent:ola Jan does it",
        "09:04 note:ola Disk full", "09:05 agent:jan Hi",
      ], .met, "with a note"),
    Expected(
      "a note of nobody",
      [
        "09:00 customer Help", "09:01 assign ola", "09:03 assign jan", "09:03 note Disk full",
        "09:04 agent:jan Hi",
      ], .met),
    Expected(
      "none",
      [
        "09:00 customer Help", "09:01 assign ola", "09:02 agent:ola Hi", "09:03 assign jan",
        "09:04 agent:jan Hi",
      ], .missed, "no note told the next one", proof: [3]),
    Expected(
      "an empty one",
      [
        "09:00 customer Help", "09:01 assign ola", "09:02 note:ola  ", "09:03 assign jan",
        "09:04 agent:jan Hi",
      ],
      .missed, "no note"),
    Expected(
      "too late",
      [
        "09:00 customer Help", "09:01 assign ola", "09:03 assign jan", "09:04 agent:jan Hi",
        "09:05 note:ola Disk full",
      ], .missed, "no note"),
    Expected(
      "only of the one who took over",
      [
        "09:00 customer Help", "09:01 assign ola", "09:03 assign jan", "09:03 note:jan Reading",
        "09:04 agent:jan Hi",
      ], .undecided, "the only note is of the one who took over"),
    Expected(
      "may still come", ["09:00 customer Help", "09:01 assign ola", "09:03 assign jan"], .undecided,
      "so far"),
    Expected(
      "closed without another answer",
      ["09:00 customer Help", "09:01 assign ola", "09:03 assign jan", "09:09 status closed"],
      .missed, "no note"),
    Expected(
      "the first handover noted, the second not",
      [
        "09:00 customer Help", "09:01 assign ola", "09:02 note:ola Disk full", "09:03 assign jan",
        "09:04 agent:jan Hi", "09:05 assign eva", "09:06 agent:eva Hi",
      ], .missed, "no note told the next one what is known at 1 of 2", proof: [3, 5]),
    Expected(
      "one who only passes it on needs no note of their own",
      [
        "09:00 customer Help", "09:01 assign ola", "09:02 note:ola Disk full", "09:03 assign jan",
        "09:04 assign eva", "09:06 agent:eva Hi",
      ], .met, "2 times; with a note"),
    Expected(
      "a note of the second holder counts for the third, not the first",
      [
        "09:00 customer Help", "09:01 assign ola", "09:02 agent:ola Hi", "09:03 assign jan",
        "09:04 agent:jan Hi", "09:05 note:jan Disk full", "09:06 assign eva", "09:07 agent:eva Hi",
      ], .missed, "at 1 of 2"),
    Expected(
      "a colleague writes in the case without a note",
      [
        "09:00 customer Help", "09:01 assign ola", "09:02 agent:ola Hi", "10:00 customer And?",
        "10:10 agent:jan Hi", "10:11 status solved",
      ], .undecided, "'jan' wrote in the case of 'ola', and no note", proof: [4]),
    Expected(
      "a colleague writes in the case after a note",
      [
        "09:00 customer Help", "09:01 assign ola", "09:02 agent:ola Hi", "09:03 note:ola Disk full",
        "10:00 customer And?", "10:10 agent:jan Hi",
      ], .met, "never"),
    Expected(
      "one wrote, and it was assigned to another without a note",
      [
        "09:00 customer Help", "09:10 agent:jan Hi", "09:20 customer What?", "09:21 assign ola",
        "09:30 agent:ola Sorry", "09:31 status solved",
      ], .missed, "no note told the next one", proof: [3]),
    Expected(
      "by authors, a note between",
      ["09:00 customer Help", "09:01 agent:ola Hi", "09:02 note:ola Disk", "09:03 agent:jan Hi"],
      .met, "with a note"),
    Expected(
      "by authors, no note",
      ["09:00 customer Help", "09:01 agent:ola Hi", "09:03 agent:jan Hi", "09:04 note:ola Disk"],
      .missed, "no note"),
  ]

  @Test(arguments: notes)
  func `a note goes with the case`(expected: Expected) throws {
    expected.check(
      try KindLog.judge(KindLog.ticket(expected.events), by: "handover: {note-required: true}"))
  }

  private static let waits = [
    Expected(
      "answered soon after",
      ["09:00 customer Help", "09:01 assign ola", "09:50 assign jan", "10:40 agent:jan Hi"], .met,
      "the customer waited 50 min of 'desk' after it"),
    Expected(
      "answered late after",
      ["09:00 customer Help", "09:01 assign ola", "09:50 assign jan", "10:51 agent:jan Hi"],
      .missed, "the customer waited 1 h 1 min of 'desk' after it changed hands", proof: [2]),
    Expected(
      "over night",
      [
        "19:00 customer Help", "19:01 assign ola", "19:50 assign jan",
        "2026-03-03T08:40 agent:jan Hi",
      ],
      .met, "50 min"),
    Expected(
      "nobody waited",
      [
        "09:00 customer Help", "09:01 assign ola", "09:02 agent:ola Hi", "09:50 assign jan",
        "12:00 agent:jan Hi",
      ], .met, "changed hands once"),
    Expected(
      "handed on as it is answered",
      ["09:00 customer Help", "09:01 assign ola", "12:00 agent:ola Hi", "12:00 assign jan"], .met,
      "changed hands once"),
    Expected(
      "still waiting, in time",
      ["09:00 customer Help", "09:01 assign ola", "09:50 assign jan", "10:30 note:jan x"],
      .undecided, "has waited 40 min"),
    Expected(
      "still waiting, too long",
      ["09:00 customer Help", "09:01 assign ola", "09:50 assign jan", "11:30 note:jan x"],
      .missed, "waited 1 h 40 min"),
    Expected(
      "a machine ends no wait",
      [
        "09:00 customer Help", "09:01 assign ola", "09:50 assign jan", "09:51 system Soon",
        "11:30 agent:jan Hi",
      ], .missed, "1 h 40 min"),
    Expected(
      "closed without an answer",
      ["09:00 customer Help", "09:01 assign ola", "09:50 assign jan", "11:30 status closed"],
      .missed, "1 h 40 min"),
    Expected(
      "the longest of two",
      [
        "09:00 customer Help", "09:01 assign ola", "09:10 assign jan", "09:20 agent:jan Hi",
        "10:00 customer Still?", "10:10 assign eva", "11:20 agent:eva Hi",
      ], .missed, "waited 1 h 10 min", proof: [2, 5]),
    Expected(
      "the longest of two, which is the first",
      [
        "09:00 customer Help", "09:01 assign ola", "09:10 assign jan", "10:20 agent:jan Hi",
        "11:00 customer Still?", "11:10 assign eva", "11:20 agent:eva Hi",
      ], .missed, "waited 1 h 10 min"),
    Expected(
      "a colleague answers late, and nothing says since when it was theirs",
      [
        "09:00 customer Help", "09:01 assign ola", "09:10 agent:ola Hi", "09:20 customer And?",
        "12:00 agent:jan Hi",
      ], .undecided, "no 'assign' event with the agent who answered"),
    Expected(
      "a colleague answers soon",
      ["09:00 customer Help", "09:01 assign ola", "10:00 agent:jan Hi"], .met, "never"),
    Expected(
      "by authors, the whole wait is short",
      ["09:00 customer Help", "09:10 agent:ola Hi", "09:20 customer And?", "10:00 agent:jan Hi"],
      .met, "once"),
    Expected(
      "by authors, nobody knows",
      ["09:00 customer Help", "09:10 agent:ola Hi", "09:20 customer And?", "12:00 agent:jan Hi"],
      .undecided, "no 'assign' event with the agent"),
  ]

  @Test(arguments: waits)
  func `nobody waits long because of it`(expected: Expected) throws {
    expected.check(
      try KindLog.judge(
        KindLog.ticket(expected.events),
        by: "handover: {nobody-waits-longer-than: 1 h, hours: desk}"))
  }

  @Test func `who hands on as they answer lets nobody wait`() throws {
    let ticket = try KindLog.ticket([
      "09:00 customer Help", "09:01 assign ola", "12:00 agent:ola Hi", "12:00 assign jan",
    ])
    let verdict = try KindLog.judge(
      ticket, by: "handover: {nobody-waits-longer-than: 1 h, hours: desk}")
    #expect(verdict.message == "changed hands once")
    #expect(verdict.waits.isEmpty)
  }

  @Test func `all faults are told at once, with the longest wait`() throws {
    let ticket = try KindLog.ticket([
      "09:00 customer Help", "09:01 assign ola", "09:10 assign jan", "09:20 agent:jan Hi",
      "10:00 customer Still?", "10:10 assign eva", "11:20 agent:eva Hi",
    ])
    let verdict = try KindLog.judge(
      ticket,
      by: "handover: {at-most: 1, note-required: true, nobody-waits-longer-than: 1 h, hours: desk}")
    #expect(verdict.outcome == .missed)
    #expect(
      verdict.message
        == "changed hands 2 times, at most 1 allowed; no note told the next one what is known at 2 "
        + "of 2; the customer waited 1 h 10 min of 'desk' after it changed hands, at most 1 h allowed"
    )
    let wait = try #require(verdict.waits.first)
    #expect(wait.fromEvent == 5)
    #expect(wait.toEvent == 6)
    #expect(wait.elapsedSeconds == 4200)
    #expect(wait.targetSeconds == 3600)
    #expect(try wait.due == KindLog.instant("11:10"))
    #expect(wait.stretches.map(\.seconds) == [4200])
  }
}
