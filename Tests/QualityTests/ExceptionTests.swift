import Clocks
import Conformance
import Diagnostics
import Quality
import ServiceTime
import Standards
import Testing
import Tickets

struct ExceptionTests {
  private static let day = CivilDate(daysSince1970: 20_000)

  private static func review(
    _ standard: String, _ outcome: Verdict.Outcome, event: Int?, ratings: [QuestionRating] = []
  ) -> Review {
    Review(
      key: VerdictKey(ticket: "T-1", event: event, standard: standard),
      decision: .verdict(outcome), reviewer: "kasia",
      time: OffsetInstant(instant: Instant(seconds: 0), utcOffset: 0), reason: "I looked",
      ratings: ratings, line: 7)
  }

  private static func waivers(_ text: String) throws -> [Waiver] {
    var diagnostics = Diagnostics()
    let waivers = WaiverReader.read(
      SourceText(path: "waivers.yaml", "waivers:\n" + text), catalogue: try Desk.catalogue(),
      into: &diagnostics)
    try #require(!diagnostics.hasErrors, "\(diagnostics.all.map(\.message))")
    return waivers
  }

  @Test func `a decision stands instead of the verdict, and keeps what the auditor said`() throws {
    let catalogue = try Desk.catalogue()
    var audit = try Desk.audit(Desk.ticket("T-1"), catalogue)
    let before = try audit.verdict("greet")
    #expect(before.outcome == .missed)
    let exceptions = Exceptions(
      reviews: ReviewBook([Self.review("greet", .met, event: 1)]), day: try #require(Self.day))
    exceptions.apply(to: &audit)
    let after = try audit.verdict("greet")
    #expect(after.outcome == .met)
    #expect(after.message == "kasia decided: I looked")
    #expect(after.remark?.decision?.automatic == .missed)
    #expect(after.remark?.decision?.automaticMessage == before.message)
    #expect(try audit.verdict("mail").remark == nil)
    var tally = AuditTally(catalogue)
    tally.add(audit)
    #expect(tally.decided == 1)
    #expect(tally.overturned == 1)
    #expect(tally.lines.first { $0.standard.id == "greet" }?.count(.met) == 1)
  }

  @Test func `a checklist that a person answered is decided`() throws {
    let catalogue = try Desk.catalogue()
    var audit = try Desk.audit(Desk.ticket("T-1"), catalogue)
    let open = try audit.verdict("heard")
    #expect(open.outcome == .undecided)
    let exceptions = Exceptions(
      reviews: ReviewBook([
        Self.review(
          "heard", .met, event: open.event,
          ratings: [
            QuestionRating(question: "heard", value: 1),
            QuestionRating(question: "more", value: nil),
          ])
      ]),
      day: try #require(Self.day))
    exceptions.apply(to: &audit)
    #expect(try audit.verdict("heard").outcome == .met)
    #expect(try audit.verdict("heard").message == "kasia decided: I looked (heard 1, more n/a)")
  }

  @Test func `a waived miss is shown and does not count`() throws {
    let catalogue = try Desk.catalogue()
    var audit = try Desk.audit(Desk.ticket("T-1", minutes: 60), catalogue)
    let exceptions = Exceptions(
      waivers: try Self.waivers(
        """
          - {ticket: T-1, standard: greet, event: 1, who: Ola, why: asked for}
          - {ticket: T-1, standard: mail, who: Ola, why: power cut, until: 2999-01-01}
        """), day: try #require(Self.day))
    exceptions.apply(to: &audit)
    let verdict = try audit.verdict("greet")
    #expect(verdict.outcome == .missed)
    #expect(!verdict.counts)
    #expect(verdict.remark?.waiver?.why == "asked for")
    var tally = AuditTally(catalogue)
    tally.add(audit)
    #expect(tally.waived == 2)
    #expect(tally.count(.missed) == audit.verdicts.count { $0.counts })
    var census = PromiseCensus(catalogue)
    census.add(audit)
    let counts = try #require(census.results(seed: 1).first).counts
    #expect(counts.missed == 0)
    #expect(counts.met == 0)
  }

  @Test func `a miss that counts is counted by tally and census`() throws {
    let catalogue = try Desk.catalogue()
    let audit = try Desk.audit(Desk.ticket("T-1", minutes: 60), catalogue)
    var tally = AuditTally(catalogue)
    tally.add(audit)
    #expect(tally.waived == 0)
    var census = PromiseCensus(catalogue)
    census.add(audit)
    #expect(census.results(seed: 1).first?.counts.missed == 1)
  }

  @Test func `waivers that nobody needs or that are over are found`() throws {
    let catalogue = try Desk.catalogue()
    var audit = try Desk.audit(Desk.ticket("T-1", greets: true), catalogue)
    let exceptions = Exceptions(
      waivers: try Self.waivers(
        """
          - {ticket: T-1, standard: greet, who: Ola, why: asked for}
          - {ticket: T-1, standard: mail, who: Ola, why: power cut, until: 2024-01-01}
          - {ticket: T-9, standard: greet, who: Ola, why: not read today}
          - {ticket: T-8, standard: greet, who: Ola, why: over and not read, until: 2024-01-01}
        """), day: try #require(Self.day))
    exceptions.apply(to: &audit)
    var use = ExceptionUse(exceptions)
    use.note(audit)
    #expect(use.waivers.all.map(\.id) == ["waiver.unneeded", "waiver.expired"])
    #expect(use.waivers.all.allSatisfy { $0.place != nil && $0.fixIt != nil })
  }

  @Test func `a waiver of one event lets no other pass, and goes before one of the ticket`() throws
  {
    let waivers = try Self.waivers(
      """
        - {ticket: T-1, standard: greet, who: Ola, why: all of it}
        - {ticket: T-1, standard: greet, event: 1, who: Jan, why: this one}
        - {ticket: T-2, standard: greet, event: 3, who: Jan, why: another one}
      """)
    let exceptions = Exceptions(waivers: waivers, day: try #require(Self.day))
    var audit = try Desk.audit(Desk.ticket("T-1"), Desk.catalogue())
    exceptions.apply(to: &audit)
    #expect(try audit.verdict("greet").remark?.waiver?.why == "this one")
    var other = try Desk.audit(Desk.ticket("T-2"), Desk.catalogue())
    exceptions.apply(to: &other)
    #expect(try other.verdict("greet").counts)
    var use = ExceptionUse(exceptions)
    use.note(other)
    #expect(use.waivers.all.map(\.id) == ["waiver.unneeded"])
  }

  @Test func `a waiver beside another of the same miss is in vain, and one that is over says so`()
    throws
  {
    let waivers = try Self.waivers(
      """
        - {ticket: T-1, standard: greet, who: Ola, why: all of it}
        - {ticket: T-1, standard: greet, event: 1, who: Jan, why: this one}
        - {ticket: T-2, standard: greet, who: Ola, why: all of it, until: 2024-01-01}
        - {ticket: T-2, standard: greet, event: 1, who: Jan, why: this one}
        - {ticket: T-3, standard: greet, who: Ola, why: all of it, until: 2024-01-01}
        - {ticket: T-4, standard: greet, who: Ola, why: all of it}
      """)
    let exceptions = Exceptions(waivers: waivers, day: try #require(Self.day))
    var use = ExceptionUse(exceptions)
    for id in ["T-1", "T-2", "T-3", "T-4"] {
      var audit = try Desk.audit(Desk.ticket(id), Desk.catalogue())
      exceptions.apply(to: &audit)
      use.note(audit)
    }
    #expect(
      use.waivers.all.map(\.message) == [
        "nobody needs this waiver: every miss of 'greet' in T-1 has one of its own",
        "this waiver of Ola's held until 2024-01-01", "this waiver of Ola's held until 2024-01-01",
      ])
    // The miss of T-2 still has a waiver; that of T-3 has none and counts again.
    #expect(
      use.waivers.all.map { $0.fixIt?.hasPrefix("the miss counts again") } == [false, false, true])
  }

  @Test func `a waiver that is over lets nothing pass`() throws {
    let catalogue = try Desk.catalogue()
    var audit = try Desk.audit(Desk.ticket("T-1"), catalogue)
    let until = try #require(CivilDate(daysSince1970: 20_000))
    let text = "  - {ticket: T-1, standard: greet, who: Ola, why: asked, until: \(until)}"
    let today = Exceptions(waivers: try Self.waivers(text), day: until)
    today.apply(to: &audit)
    #expect(try audit.verdict("greet").remark?.waiver != nil)
    var next = try Desk.audit(Desk.ticket("T-1"), catalogue)
    Exceptions(
      waivers: try Self.waivers(text), day: try #require(CivilDate(daysSince1970: 20_001))
    ).apply(to: &next)
    #expect(try next.verdict("greet").counts)
  }

  @Test func `misses of the baseline are known, others count, and what is gone is told`() throws {
    let catalogue = try Desk.catalogue()
    let lines = """
      {"ticket":"T-1","event":1,"standard":"greet","verdict":"missed","kind":"greeting"}
      {"ticket":"T-2","event":1,"standard":"greet","verdict":"missed"}
      {"ticket":"T-2","event":null,"standard":"mail","verdict":"met"}
      {"ticket":"T-3","event":1,"standard":"greet","verdict":"missed","waiver":{"by":"x"}}
      {"ticket":"T-9","event":1,"standard":"greet","verdict":"missed"}
      {"ticket":"T-2","finding":"holding-reply"}
      """
    let baseline = try withFile(lines) { try Baseline(path: $0) }
    #expect(baseline.problems.isEmpty)
    #expect(baseline.misses.count == 3)
    let exceptions = Exceptions(baseline: baseline, day: try #require(Self.day))
    var use = ExceptionUse(exceptions)
    for (id, greets) in [("T-1", false), ("T-2", true), ("T-3", false)] {
      var audit = try Desk.audit(Desk.ticket(id, greets: greets), catalogue)
      exceptions.apply(to: &audit)
      use.note(audit)
      let verdict = try audit.verdict("greet")
      #expect(verdict.counts == (id == "T-3"))
      #expect((verdict.remark?.isKnown ?? false) == (id == "T-1"))
    }
    let gone = try #require(use.gone)
    #expect(gone.gone == 1)
    #expect(gone.of == 2)
    #expect(use.knownOfOthers.map(\.ticket) == ["T-9"])
  }

  @Test func `a baseline may be a report in JSON, and must be verdicts`() throws {
    let whole =
      #"{"verdicts":[{"ticket":"T-1","event":1,"standard":"greet","verdict":"missed"}],"findings":[]}"#
    #expect(try withFile(whole) { try Baseline(path: $0) }.misses.count == 1)
    let bad = try withFile("{\"ticket\":1}\n[]\n{\n") { try Baseline(path: $0) }
    #expect(bad.problems.map(\.line) == [1, 2, 3])
  }

  @Test func `decisions that meet nothing are said`() throws {
    let catalogue = try Desk.catalogue()
    var audit = try Desk.audit(Desk.ticket("T-1"), catalogue)
    let other = Review(
      key: VerdictKey(ticket: "T-9", event: 1, standard: "greet"), decision: .verdict(.met),
      reviewer: "kasia", time: OffsetInstant(instant: Instant(seconds: 0), utcOffset: 0), line: 9)
    let exceptions = Exceptions(
      reviews: ReviewBook([
        Self.review("greet", .met, event: 1), Self.review("greet", .met, event: 5),
        Self.review("gret", .met, event: 1), Self.review("gret", .met, event: 5), other,
      ]), day: try #require(Self.day))
    exceptions.apply(to: &audit)
    var use = ExceptionUse(exceptions)
    use.note(audit)
    let stale = use.staleReviews(path: "r.jsonl", catalogue)
    #expect(
      Set(stale.map(\.message)) == [
        "'greet' gives no verdict on T-1, event 5", "there is no standard 'gret'",
      ])
    #expect(stale.contains { $0.fixIt == "did you mean 'greet'?" })
    #expect(stale.count == 2, "an unknown standard is said once")
    #expect(use.reviewsOfOthers == 1)
  }

  @Test func `what people said, and what the log shows, is masked as well`() throws {
    let catalogue = try Desk.catalogue()
    var ticket = Desk.ticket("T-1")
    // Solved without an answer, which is a finding.
    ticket.events.remove(at: 1)
    var audit = try Desk.audit(ticket, catalogue)
    for index in audit.verdicts.indices {
      audit.verdicts[index].remark = Remark(
        decision: Remark.Decision(
          reviewer: "szefowa", at: Instant(seconds: 0), reason: "Tom Brown is right",
          automatic: .met, automaticMessage: "Tom Brown is greeted"),
        waiver: Remark.Waiver(by: "dyrektor", why: "Tom Brown asked", until: nil))
    }
    audit.findings = audit.findings.map { $0.saying("Tom Brown waits") }
    try #require(!audit.findings.isEmpty)
    let redactor = Redactor()
    redactor.redact(&audit)
    for verdict in audit.verdicts {
      let said = "\(String(describing: verdict.remark))"
      for name in ["Tom", "Brown", "szefowa", "dyrektor"] {
        #expect(!said.contains(name), "\(name)")
      }
      #expect(verdict.remark?.waiver?.by == redactor.reviewer("dyrektor"))
      #expect(verdict.remark?.decision?.automaticMessage == "*** ***** is greeted")
    }
    #expect(audit.findings.allSatisfy { $0.message == "*** ***** waits" })
  }

  @Test func `a redacted audit names nobody, and its offsets stay`() throws {
    let catalogue = try Desk.catalogue()
    var audit = try Desk.audit(Desk.ticket("T-1", greets: true), catalogue)
    let before = audit
    Exceptions(
      reviews: ReviewBook([
        Review(
          key: VerdictKey(ticket: "T-1", event: 1, standard: "greet"), decision: .verdict(.missed),
          reviewer: "kasia", time: OffsetInstant(instant: Instant(seconds: 0), utcOffset: 0),
          reason: "Tom Brown called Ann, Kasia's head of service Ola said", isAppeal: true)
      ]), day: try #require(Self.day)
    ).apply(to: &audit)
    let redactor = Redactor(key: "k", people: ["kasia", "Ola Zych, head of service"])
    redactor.redact(&audit)
    let verdict = try audit.verdict("greet")
    #expect(
      verdict.remark?.decision?.reason == "*** ***** called ***, *****'s head of service *** said")
    let reviewer = redactor.reviewer("kasia")
    #expect(verdict.remark?.decision?.reviewer == reviewer)
    #expect(
      verdict.message
        == "\(reviewer) decided on appeal: *** ***** called ***, *****'s head of service *** said")
    for (old, new) in zip(before.verdicts, audit.verdicts) {
      for (one, other) in zip(old.evidence, new.evidence) {
        guard case .words(let words) = one, case .words(let masked) = other else { continue }
        #expect(words.range == masked.range)
        #expect(words.text.unicodeScalars.count == masked.text.unicodeScalars.count)
        #expect(!masked.text.contains("Ann") && !masked.text.contains("Tom"))
      }
    }
  }
}
