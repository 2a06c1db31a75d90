import Diagnostics
import Planning
import Reports
import Testing

/// One plan in every format, worked out by hand.
///
/// Ten messages of five minutes wait for the morning and are due a quarter of an hour after it
/// began: four people. The telephone has nine calls an hour of four minutes, 0.6 erlangs: two people
/// answer 87.7% of them within 20 s (the textbook sum in exact rationals), one 42.0%.
struct PlanReportTests {
  static let csv = """
    start,channel,contacts
    2026-03-02 20:00,email,10
    2026-03-02 21:00,phone,9
    2026-03-03 08:00,email,0
    2026-03-03 09:00,email,0
    """

  func plan(shrinkage: String? = "30%") throws -> StaffingPlan {
    let away = shrinkage.map { "shrinkage: {parts: {away: \($0)}}" } ?? ""
    var diagnostics = Diagnostics()
    let workload = WorkloadReader.read(
      SourceText(
        path: "w.yaml",
        """
        workload: {\(away)}
        channels: {email: {handling-time: 5 min}, phone: {handling-time: 4 min}}
        """), knownChannels: ["email", "phone"], into: &diagnostics)
    return try PlanningTests.plan(
      Self.csv, workload: try #require(workload), interval: 3600)
  }

  @Test func `the table for spreadsheets has a line for each row of the demand, in its order`()
    throws
  {
    #expect(
      PlanCSV.render(try plan(), rostered: false) == """
        start,channel,contacts,handling_s,load_erlang,counted,formula,service_level,occupancy
        2026-03-02 20:00,email,10,300,0.8333333333333334,1,0,1,
        2026-03-02 21:00,phone,9,240,0.6,1,2,0.8767856009401198,0.3
        2026-03-03 08:00,email,0,300,0,0,4,,0.20833333333333334
        2026-03-03 09:00,email,0,300,0,0,0,,

        """)
  }

  @Test func `rostered people come in whole numbers for each interval`() throws {
    let lines = PlanCSV.render(try plan(), rostered: true).split(separator: "\n").map {
      $0.split(separator: ",", omittingEmptySubsequences: false)[5...6].joined(separator: "/")
    }
    // 4 / 0.7 = 5.7, 2 / 0.7 = 2.9, 1 / 0.7 = 1.4.
    #expect(lines == ["counted/formula", "2/0", "2/3", "0/6", "0/0"])
  }

  @Test func `intervals that the demand leaves out stand behind, if anybody is needed`() throws {
    let plan = try PlanningTests.plan(
      "start,channel,contacts,aht_s\n2026-03-02 20:00,email,10,300\n2026-03-03 10:00,email,0,\n",
      workload: .none, interval: 3600)
    let lines = PlanCSV.render(plan, rostered: false).split(separator: "\n").dropFirst()
    #expect(
      lines.map { $0.split(separator: ",")[0] } == [
        "2026-03-02 20:00", "2026-03-03 10:00", "2026-03-03T08:00:00+01:00",
      ])
  }

  @Test func `the text sums up days and all channels`() throws {
    #expect(
      PlanText.render(try plan()) == """
        email: 95% within 15 min, in the hours of 'desk' ('mail')
          day             contacts  work h  counted h  formula h  rostered h  peak  at
          Mon 2026-03-02        10     0.8        1.0        0.0         0.0     0
          Tue 2026-03-03         0     0.0        0.0        4.0         5.7     4  08:00
          all                   10     0.8        1.0        4.0         5.7     4
          10.0 contacts come while the desk is closed and wait for the opening
          11 intervals without a row: no contacts

        phone: 80% within 20 s, day and night ('calls')
          day             contacts  work h  counted h  formula h  rostered h  peak  at
          Mon 2026-03-02         9     0.6        1.0        2.0         2.9     2  21:00
          all                    9     0.6        1.0        2.0         2.9     2

        all channels, each with its own people
          day             formula h  rostered h  peak  at
          Mon 2026-03-02        2.0         2.9     2  21:00
          Tue 2026-03-03        4.0         5.7     4  08:00
          all                   6.0         8.6     4

        work h: contacts x handling time; counted h: that in whole people for each 1 h,
        as a spreadsheet has it; formula h: people on duty who keep the promise on paper, by
        Erlang C on live channels, by every deadline on the calendar on the others; peak: the most
        of them at once. No case comes back and nobody is interrupted.
        rostered h: formula h with the 30.0% of paid time that people are away (product of the parts).

        """)
  }

  @Test func `without shrinkage the text has no column for it`() throws {
    let text = PlanText.render(try plan(shrinkage: nil))
    #expect(!text.contains("rostered"))
    #expect(
      text.contains("  Tue 2026-03-03         0     0.0        0.0        4.0     4  08:00\n"))
  }

  @Test func `people of all channels at the same time are added up`() throws {
    let csv = """
      start,channel,contacts
      2026-03-02T08:00,phone,9
      2026-03-02T09:00,phone,9
      2026-03-02T09:00,daytime,200
      2026-03-02T10:00,phone,12
      """
    let text = PlanText.render(
      try PlanningTests.plan(csv, workload: try workload(handling: "3 min"), interval: 3600))
    // 14 people for 10 erlangs (published), and 2 beside them.
    #expect(text.contains("all channels, each with its own people\n"))
    #expect(text.contains("\n  all                  20.0    16\n"))
  }

  @Test func `the text tells what no table shows`() throws {
    let csv = "start,channel,contacts\n2026-03-06 19:00,email,12\n2026-03-06 18:00,daytime,2.5\n"
    let text = PlanText.render(
      try PlanningTests.plan(csv, workload: try workload(), interval: 3600))
    #expect(
      text.contains(
        "\n  3.0 contacts are due after the last interval, and none are left from before the first "
          + "(--repeats carries them over)\n"))
    #expect(
      text.contains(
        "\n  2.5 contacts come while the line is closed: nobody is planned for them\n"))
  }

  @Test func `days follow the clocks of the place, not the writing of the demand`() throws {
    let csv = "start,channel,contacts\n2026-10-24T22:30Z,phone,5\n25.10.2026 23:30,phone,5\n"
    let text = PlanText.render(
      try PlanningTests.plan(csv, workload: try workload(), interval: 1800))
    // 00:30 to 24:00 on a day of 25 hours: 49 half hours.
    #expect(text.contains("\n  Sun 2026-10-25  "))
    #expect(text.contains("\n  47 intervals without a row"))
    #expect(!text.contains("2026-10-24"))
  }

  @Test func `JSON has exact numbers under stable keys`() throws {
    var json = JSONWriter()
    PlanJSON.write(try plan(), to: &json)
    let text = String(decoding: json.bytes, as: UTF8.self)
    #expect(
      text.replacing("},{", with: "},\n{").replacing(":[", with: ":[\n") == """
        {"interval_s":3600,"shrinkage":0.3,"channels":[
        {"channel":"email","standard":"mail","within_s":900,"share":0.95,"hours":"desk",\
        "contacts":10,"contacts_while_closed":10,"contacts_due_later":0},
        {"channel":"phone","standard":"calls","within_s":20,"share":0.8,"hours":"always",\
        "contacts":9,"contacts_while_closed":0,"contacts_due_later":0}],"rows":[
        {"start":"2026-03-02 20:00","channel":"email","contacts":10,"handling_s":300,\
        "load_erlang":0.8333333333333334,"counted":1,"formula":0,"service_level":1,\
        "occupancy":null,"rostered":{"counted":2,"formula":0}},
        {"start":"2026-03-02 21:00","channel":"phone","contacts":9,"handling_s":240,\
        "load_erlang":0.6,"counted":1,"formula":2,"service_level":0.8767856009401198,\
        "occupancy":0.3,"rostered":{"counted":2,"formula":3}},
        {"start":"2026-03-03 08:00","channel":"email","contacts":0,"handling_s":300,\
        "load_erlang":0,"counted":0,"formula":4,"service_level":null,\
        "occupancy":0.20833333333333334,"rostered":{"counted":0,"formula":6}},
        {"start":"2026-03-03 09:00","channel":"email","contacts":0,"handling_s":300,\
        "load_erlang":0,"counted":0,"formula":0,"service_level":null,"occupancy":null,\
        "rostered":{"counted":0,"formula":0}}]}
        """)
  }
}
