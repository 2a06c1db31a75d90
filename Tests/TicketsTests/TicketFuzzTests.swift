import Testing
import Tickets

/// Lines that nobody would write, in numbers.
struct TicketFuzzTests {
  private static let seed = #"""
    {"id":"T-1","channel":"email","topic":null,"customer":{"id":7,"name":"Anna Żółw"},"events":[{"at":"2026-03-02T08:01:00+01:00","type":"message","from":"agent","agent":"ola","text":"a\n\"b\" \ud83d\udc4b \u0142 👋"},{"at":"2026-03-02T08:02Z","type":"work","seconds":0.5e+1},{"at":"2026-03-02T08:02Z","type":"rating","scale":"nps","score":9},{"at":"2026-03-02T08:02Z","type":"status","value":"solved"}],"big":[18446744073709551615,1e308,true,false,{"x":[]}]}
    """#

  /// Pieces that mean something to a parser, so that mutations get further than noise.
  private static let pieces: [[UInt8]] =
    [
      "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "\\udc00", "0", "-", "e", ".",
      "1e999",
      "123456789012345678901234", "null", "true", "tru", " ", "\t", "\r", "\0", "\u{FEFF}", "ł",
      "👋",
      "\"id\":", "\"at\":", "\"events\":", "[[[[[[[[", "]]]]]]]]", "{\"a\":{\"a\":", "NaN", "'",
      "/**/",
    ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF0, 0x9F]]

  @Test func `20,000 broken lines neither crash nor spoil the next`() throws {
    var random = SplitMix64(state: 1)
    var bytes: [UInt8] = []
    let count = 20_000
    for number in 0..<count {
      var line = Array(Self.seed.utf8)
      for _ in 0..<Int.random(in: 1...4, using: &random) { Self.mutate(&line, using: &random) }
      // A line that starts like an array in the first place would end the file.
      if number == 0 { line = [UInt8(ascii: "{")] + line }
      bytes += line.map { $0 == 0x0A ? 0x20 : $0 } + [0x0A]
      bytes += Array(#"{"id":"next \#(number)","channel":"chat","events":[]}"#.utf8) + [0x0A]
    }
    let file = try TemporaryFile(bytes)
    var reader = try TicketReader(paths: [file.path])
    var next = 0
    var ids: [String: Int] = [:]
    var disagreements: [LineProblem] = []
    while let line = try reader.next() {
      switch line {
      case .ticket(let ticket) where ticket.id == "next \(next)":
        guard ticket.source.line == 2 * next + 2 else { break }
        next += 1
      case .ticket(let ticket):
        #expect(ticket.source.line == 2 * next + 1)
      case .problem(let problem):
        #expect(problem.line == 2 * next + 1)
        ids[problem.id, default: 0] += 1
        // simdjson refused what our scanner finds good, or the place got lost.
        if problem.column == nil || problem.message.contains("the parser says") {
          disagreements.append(problem)
        }
      }
    }
    #expect(next == count)
    #expect(reader.ticketCount > count + 500, "some mutations leave a ticket")
    #expect(disagreements.isEmpty, "\(disagreements.prefix(3))")
    // The mutations reach every kind of problem that a line can have.
    let reached = Set(ids.keys)
    for id in [
      "ticket.not-json", "ticket.not-utf8", "ticket.missing", "ticket.wrong-type",
      "ticket.bad-time",
      "ticket.unknown-value", "ticket.duplicate-key", "ticket.half-character", "ticket.order",
    ] {
      #expect(reached.contains(id), "\(ids.sorted { $0.key < $1.key })")
    }
  }

  @Test func `a line cut anywhere is one problem or one ticket`() throws {
    let line = Array(Self.seed.utf8)
    for cut in 1..<line.count {
      let lines = try readAll([0x20, 0x0A] + line[..<cut])
      #expect(lines.count == 1)
      #expect(lines.first?.ticket == nil)
    }
    #expect(try readAll(line).map { $0.ticket?.id } == ["T-1"])
  }

  @Test func `bytes at random are problems`() throws {
    var random = SplitMix64(state: 2)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0..<400, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let lines = try readAll(bytes)
      #expect(lines.allSatisfy { $0.problem != nil })
      // gzip's two first bytes and nothing good behind them.
      #expect(try readAll([0x1F, 0x8B] + bytes).allSatisfy { $0.problem != nil })
    }
  }

  private static func mutate(
    _ line: inout [UInt8], using random: inout some RandomNumberGenerator
  ) {
    guard !line.isEmpty else { return }
    let place = Int.random(in: 0..<line.count, using: &random)
    switch Int.random(in: 0..<6, using: &random) {
    case 0: line[place] = UInt8.random(in: 0...255, using: &random)
    case 1: line[place] ^= 1 << UInt8.random(in: 0..<8, using: &random)
    case 2: line.remove(at: place)
    case 3:
      let piece = pieces.randomElement(using: &random) ?? []
      line.insert(contentsOf: piece, at: place)
    case 4:
      let end = min(line.count, place + Int.random(in: 1...30, using: &random))
      line.removeSubrange(place..<end)
    default:
      let end = min(line.count, place + Int.random(in: 1...60, using: &random))
      line.insert(
        contentsOf: Array(line[place..<end]), at: Int.random(in: 0...line.count, using: &random))
    }
  }
}

/// Random numbers that are the same in every run.
///
/// Source: G. Steele et al., "Fast splittable pseudorandom number generators", OOPSLA 2014.
private struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
