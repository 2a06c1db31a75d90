import Diagnostics
import Planning
import ServiceTime
import Testing

struct DemandReaderTests {
  /// Contacts by channel and start, as the reader understood them.
  func contacts(_ demand: Demand) -> [String] {
    demand.channels.flatMap { channel in
      channel.intervals.map { interval in
        let offset = demand.zone.offset(at: interval.start)
        let start = OffsetInstant(instant: interval.start, utcOffset: offset)
        return "\(channel.channel) \(start) \(interval.contacts)"
      }
    }
  }

  /// The same two hours in every form that is understood.
  @Test(arguments: [
    "start,channel,contacts\n2026-03-02T08:00,email,5.5\n2026-03-02T09:00,email,1200\n",
    "start;channel;contacts\r\n02.03.2026 08:00;email;5,5\r\n02.03.2026 09:00;email;1200\r\n",
    "start;channel;contacts\n2. 3. 2026 8:00;email;5,5\n2.3.2026 9:00:00;email;1200",
    "start\tchannel\tcontacts\n2026-03-02 08:00\temail\t5.5\n2026-03-02 09:00\temail\t1.2e3\n",
    "\u{FEFF}start,channel,contacts\n2026-03-02T08:00,email,5.5\n2026-03-02T09:00,email,1200\n",
    "sep=;\nstart;channel;contacts\n02.03.2026 08:00;email;5,5\n02.03.2026 09:00;email;1200\n",
    "\n\nSTART , Channel,contacts\n\n 2026-03-02T08:00 , email , 5.5 \n,,\n2026-03-02T09:00,email,1200",
    "\"start\",\"channel\",\"contacts\"\n\"2026-03-02T08:00\",\" email \",\"5.5\"\n2026-03-02T09:00,email,1200",
    "contacts,start,channel\r5.5,2026-03-02T08:00+01:00,email\r1200,2026-03-02T08:00Z,email\r",
    "start,channel,contacts\n2026-03-02 02:00:00-05:00,email,5.5\n2026-03-02T09:00+0100,email,1200",
    "start,channel,contacts\n2026-03-02T09:00,email,1200\n2026-03-02T08:00,email,5.5\n",
    "start;channel;contacts;;\n02.03.2026 08:00;email;5,5;;\n02.03.2026 09:00;email;1200\n;;;;\n",
    "start;channel;contacts;\"a, b, c, d, e\"\n02.03.2026 08:00;email;5,5;\n02.03.2026 09:00;email;1200",
    "start,channel,topic,contacts\n2026-03-02T08:00,email,a,5\n2026-03-02T08:00,email,\"b\nc\",.5\n"
      + "2026-03-02T09:00,email,,1200\n",
  ])
  func `spreadsheets and programs may write it as they do`(csv: String) throws {
    let read = try demand(csv)
    #expect(read.intervalSeconds == 3600)
    #expect(
      contacts(read) == [
        "email 2026-03-02T08:00:00+01:00 5.5", "email 2026-03-02T09:00:00+01:00 1200.0",
      ])
  }

  @Test func `an interval without a row has no contacts`() throws {
    let read = try demand(
      "start,channel,contacts\n2026-03-02T08:00,email,1\n2026-03-02T08:30,email,2\n"
        + "2026-03-02T10:00,email,3\n")
    #expect(read.intervalSeconds == 1800)
    let channel = try #require(read.channels.first)
    #expect(channel.intervals.map(\.contacts) == [1, 2, 0, 0, 3])
    #expect(channel.intervals.map(\.row) == [0, 1, nil, nil, 2])
    #expect(channel.intervals[2].written == "2026-03-02T09:00:00+01:00")
    #expect(channel.intervals[1].written == "2026-03-02T08:30")
  }

  @Test func `each channel has its own span`() throws {
    let read = try demand(
      "start,channel,contacts\n2026-03-02T10:00,phone,1\n2026-03-02T08:00,email,2\n"
        + "2026-03-02T11:00,phone,3\n2026-03-02T09:00,email,4\n")
    #expect(read.channels.map(\.channel) == ["phone", "email"])
    #expect(read.channels.map { $0.intervals.map(\.contacts) } == [[1, 3], [2, 4]])
  }

  @Test func `topics keep their own handling times`() throws {
    let read = try demand(
      "start,channel,topic,contacts,aht_s\n2026-03-02T08:00,phone,outage,1,100\n"
        + "2026-03-02T08:00,phone,invoice,3,\n2026-03-02T09:00,phone,outage,0,0\n")
    let parts = try #require(read.channels.first?.intervals.first?.parts)
    #expect(parts.map(\.topic) == ["outage", "invoice"])
    #expect(parts.map(\.handlingSeconds) == [100, nil])
    #expect(read.channels.first?.intervals.last?.parts.first?.handlingSeconds == nil)
  }

  @Test func `a length that is given counts, whatever the rows look like`() throws {
    let sparse = "start,channel,contacts\n2026-03-02T08:00,email,1\n2026-03-02T11:00,email,3\n"
    #expect(try demand(sparse).intervalSeconds == 10_800)
    let read = try demand(sparse, interval: 3600)
    #expect(read.channels.first?.intervals.map(\.contacts) == [1, 0, 0, 3])
    let single = try demand("start,channel,contacts\n2026-03-02T08:00,email,1\n", interval: 900)
    #expect(single.channels.first?.intervals.count == 1)
  }

  @Test func `mistakes elsewhere do not hide those of the table`() throws {
    var diagnostics = Diagnostics()
    diagnostics.error("other", "something else", at: nil)
    _ = try demand("start,channel,contacts\n2026-03-02T08:00,email,x\n", into: &diagnostics)
    #expect(diagnostics.all.map(\.id) == ["other", "demand.number"])
    let sound = try demand(
      "start,channel,contacts\n2026-03-02T08:00,email,1\n", interval: 900, into: &diagnostics)
    #expect(sound != nil)
  }
}

/// Nights in which clocks change.
struct DemandClockTests {
  func instants(_ demand: Demand, _ channel: String) -> [Int: Double] {
    let intervals = demand.channels.first { $0.channel == channel }?.intervals ?? []
    return Dictionary(
      uniqueKeysWithValues: intervals.map { ($0.start.seconds / 1800, $0.contacts) })
  }

  // 2026-10-25 00:00 in Warsaw, in half hours since 1970.
  let october = 1_792_879_200 / 1800

  /// Both channels have each half hour from one to four o'clock, which are eight of them.
  @Test(arguments: ["by channel", "by time", "times in pairs"])
  func `an hour shown twice is read in order, whatever the table is sorted by`(order: String) throws
  {
    let walls = ["01:00", "01:30", "02:00", "02:30", "02:00", "02:30", "03:00", "03:30"]
    let rows = walls.enumerated().flatMap { index, wall in
      ["email", "phone"].map { (index: index, wall: wall, channel: $0) }
    }
    let sorted =
      switch order {
      case "by channel": rows.sorted { ($0.channel, $0.index) < ($1.channel, $1.index) }
      case "by time": rows
      default: rows.sorted { ($0.wall, $0.index, $0.channel) < ($1.wall, $1.index, $1.channel) }
      }
    let lines = sorted.map { "2026-10-25T\($0.wall),\($0.channel),\($0.index)" }
    var diagnostics = Diagnostics()
    let read = try demand(
      (["start,channel,contacts"] + lines).joined(separator: "\n"), into: &diagnostics)
    #expect(diagnostics.isEmpty)
    for channel in ["email", "phone"] {
      let found = instants(try #require(read), channel)
      #expect(
        found == Dictionary(uniqueKeysWithValues: (0..<8).map { (october + 2 + $0, Double($0)) }))
    }
  }

  @Test func `an hour shown twice with one row has its contacts the first time, with a warning`()
    throws
  {
    var diagnostics = Diagnostics()
    let read = try demand(
      "start,channel,contacts\n2026-10-25T01:00,email,1\n2026-10-25T01:30,email,2\n"
        + "2026-10-25T02:00,email,3\n2026-10-25T02:30,email,4\n2026-10-25T03:00,email,5\n",
      into: &diagnostics)
    #expect(
      summary(diagnostics)
        == "4:1 warning: the clocks of Europe/Warsaw show '2026-10-25T02:00' twice and there is one "
        + "row (so with 1 more) [demand.clock-change] -> write two rows, or times with offsets")
    let found = instants(try #require(read), "email")
    #expect((2..<9).map { found[october + $0] } == [1, 2, 3, 4, 0, 0, 5])
  }

  @Test func `an hour that clocks skip is no gap`() throws {
    let read = try demand(
      "start,channel,contacts\n2026-03-29T01:00,email,1\n2026-03-29T01:30,email,2\n"
        + "2026-03-29T03:00,email,3\n")
    #expect(read.channels.first?.intervals.map(\.contacts) == [1, 2, 3])
  }

  @Test func `times with offsets need no clocks`() throws {
    let read = try demand(
      "start,channel,contacts\n2026-10-25T02:00+02:00,email,1\n2026-10-25T02:00+01:00,email,2\n")
    #expect(read.channels.first?.intervals.map(\.contacts) == [1, 2])
  }

  @Test func `a skipped hour without contacts is left out, one with contacts refused`() throws {
    var diagnostics = Diagnostics()
    let read = try demand(
      "start,channel,contacts\n2026-03-29T01:00,email,1\n2026-03-29T02:00,email,0\n"
        + "2026-03-29T03:00,email,3\n", into: &diagnostics)
    #expect(read?.channels.first?.intervals.map(\.contacts) == [1, 3])
    #expect(
      summary(diagnostics)
        == "3:1 warning: the clocks of Europe/Warsaw skip '2026-03-29T02:00'; the row is left out "
        + "[demand.clock-change] -> leave it out of the table")
  }
}
