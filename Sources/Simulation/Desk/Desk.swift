/// A desk: what comes to it, who is there, and by which rules they work.
///
/// ```swift
/// let calls = ContactType(
///   "calls", arrivals: ArrivalPlan(perSecond: 0.75, until: 36_000),
///   handling: try .lognormal(mean: 240, percentile90: 480))
/// let desk = try Desk(
///   types: [calls], people: (0..<200).map { _ in Person(skills: [0]) }, end: 36_000)
/// let tally = desk.run(RandomStreams(seed: 1, replication: 0))
/// ```
///
/// Times are in seconds since the run began. <doc:TheEngine> says how it is simulated.
package struct Desk: Hashable, Sendable {
  /// Who gets a contact when several are free.
  package enum Routing: Hashable, Sendable {
    /// Who has been free for longest.
    case longestIdle
    /// Who has the fewest other skills; among those, who has been free for longest.
    case mostSpecialised
  }

  /// What happens to work in hand at the end of a shift.
  package enum EndOfShift: Hashable, Sendable {
    /// It is finished, in overtime that is counted.
    case finish
    /// It goes back to the head of the queue, and somebody else reads it again.
    case handOver
  }

  /// Nobody of a backlog has waited for longer (unit: s).
  package static let longestAge = 366.0 * 86_400

  package let types: [ContactType]
  package let people: [Person]
  /// When the run ends; what is not done by then is still open (unit: s; at most 3·10⁹).
  package let end: Double
  /// Contacts of each type that wait when the run begins.
  package let backlog: [Int]
  /// What contacts and people do is noted for each interval (unit: s).
  package let interval: Double
  /// Contacts that come before are simulated, but neither they nor the time until then are counted
  /// (unit: s).
  package let warmUp: Double
  /// Nor are those that come so shortly before the end, who might not be answered any more (unit: s).
  package let coolDown: Double
  /// How long each type's backlog has waited when the run begins (unit: s); nil, or left out, for not
  /// at all. Queues, waits and promises go by when they came; their measurements belong to the first
  /// interval.
  package var backlogAges: [Distribution?] = []
  package var routing = Routing.longestIdle
  package var endOfShift = EndOfShift.finish
  /// Whether live contacts go before deferred ones, whatever the priority.
  package var liveFirst = true
  /// What it takes to read what somebody else began (unit: s).
  package var rereading: Distribution?
  /// Of contacts handed over at the end of a shift, how many wait for the same person's return
  /// instead: the lost cases (0...1).
  package var lostAtHandover = 0.0
  /// So much longer a wait makes up for one step of priority, among live contacts or among deferred
  /// ones (unit: s); nil where a less urgent contact is never taken while a more urgent one waits.
  package var ageing: Double?

  /// Creates a desk.
  ///
  /// - Parameters:
  ///   - backlog: As many as there are types, or none.
  ///   - interval: A day of 86,400 s must be a whole number of them (unit: s; 1...86,400), and the run
  ///     at most 200,000.
  ///   - warmUp: Not counted at the beginning (unit: s; ≥ 0).
  ///   - coolDown: Not counted at the end (unit: s; ≥ 0); with the warm-up less than all.
  /// - Throws: ``DeskError`` for the first value out of range.
  package init(
    types: [ContactType], people: [Person], end: Double, backlog: [Int] = [],
    interval: Double = 86_400, warmUp: Double = 0, coolDown: Double = 0
  ) throws(DeskError) {
    guard (1...1000).contains(types.count) else { throw .count("contact types", types.count, 1000) }
    guard (1...100_000).contains(people.count) else {
      throw .count("people", people.count, 100_000)
    }
    // A century: every day has a place in the tally.
    guard end > 0, end <= 3e9 else { throw .outOfRange("end of the run", end, 0...3e9) }
    try Self.within("interval", interval, max(1, end / 200_000)...86_400)
    let perDay = 86_400 / interval
    guard perDay == perDay.rounded() else { throw .interval(interval) }
    guard warmUp >= 0, warmUp < end else { throw .outOfRange("warm-up", warmUp, 0...end) }
    guard coolDown >= 0, coolDown < end - warmUp else {
      throw .outOfRange("end that is not counted", coolDown, 0...(end - warmUp))
    }
    for type in types { try Self.check(type, among: types.count) }
    try Self.checkFamilies(of: types)
    for person in people { try Self.check(person, among: types.count) }
    guard backlog.isEmpty || backlog.count == types.count else {
      throw .count("types with a backlog", backlog.count, types.count)
    }
    for count in backlog where !(0...1_000_000).contains(count) {
      throw .count("contacts in the backlog", count, 1_000_000)
    }
    self.types = types
    self.people = people
    self.end = end
    (self.interval, self.warmUp, self.coolDown) = (interval, warmUp, coolDown)
    self.backlog = backlog.isEmpty ? types.map { _ in 0 } : backlog
  }

  private static func check(_ type: ContactType, among count: Int) throws(DeskError) {
    let arrivals = type.arrivals
    guard arrivals.interval > 0, arrivals.interval.isFinite else {
      throw .outOfRange("interval of arrivals", arrivals.interval, 0...1e10)
    }
    for rate in arrivals.rates { try within("contacts in an interval", rate, 0...1e9) }
    for (before, after) in zip(arrivals.dayStarts, arrivals.dayStarts.dropFirst())
    where !(before < after) {
      throw .outOfRange("begin of a day", after, before...1e10)
    }
    for moments in [arrivals.recorded, arrivals.untold?.moments ?? []] {
      for (before, after) in zip(moments, moments.dropFirst()) where !(before <= after) {
        throw .outOfRange("recorded arrival", after, before...1e10)
      }
      if let first = moments.first { try within("recorded arrival", first, 0...1e10) }
      if let last = moments.last { try within("recorded arrival", last, 0...1e10) }
    }
    for variation in [arrivals.dayVariation, arrivals.sharedDayVariation] where variation != 0 {
      try within("variation of days", variation, Distribution.variations)
    }
    for incidents in arrivals.incidents {
      try within("incidents in a day", incidents.perDay, 0...1000)
      try within("decay of an incident", incidents.decay, 1e-3...1e9)
      try within("share kept away by a status page", incidents.deflected, 0...1)
      try within("share of an incident's contacts", incidents.share, 0...1)
      try within("delay of a status page", incidents.announcedAfter, 0...1e9)
    }
    for factor in type.handlingFactors { try within("factor of handling", factor, 1e-9...1e9) }
    try within("priority", Double(type.priority), -1e6...1e6)
    try within("head start", type.headStart, -1e9...1e9)
    try within("time between polls", type.polledEvery, 0...1e9)
    try within("target", type.target, 0...1e9)
    guard (1...16).contains(type.paces.count) else {
      throw .count("paces of several at once", type.paces.count, 16)
    }
    for pace in type.paces { try within("pace of one of several at once", pace, 0.001...1000) }
    let asked = type.asksBack?.share ?? 0
    let (escalated, transferred) = (type.escalates?.share ?? 0, type.transfers?.share ?? 0)
    for share in [asked, escalated, transferred] { try within("share after a touch", share, 0...1) }
    // Every contact ends some day.
    let unending = asked * (1 - (type.asksBack?.never ?? 0)) + escalated + transferred
    try within("share of touches that do not solve", unending, 0...0.99)
    try within("share of touches that do not solve", asked + escalated + transferred, 0...1)
    try within("share that is reopened", type.reopens?.share ?? 0, 0...0.99)
    for clock in type.clocks { try check(clock) }
    guard type.clocks.count <= 16 else { throw .count("clocks", type.clocks.count, 16) }
    try within("share that calls back", type.callback?.share ?? 0, 0...0.99)
    try within("share that never answers", type.asksBack?.never ?? 0, 0...1)
    try within("time until a contact is closed", type.asksBack?.closedAfter ?? 0, 0...1e10)
    if let next = type.transfers?.type, !(0..<count).contains(next) {
      throw .noSuchType(next, count: count)
    }
  }

  private static func checkFamilies(of types: [ContactType]) throws(DeskError) {
    var first: [Int: ContactType] = [:]
    for type in types {
      guard let family = type.family else { continue }
      let relative = first[family] ?? type
      first[family] = relative
      guard type.paces == relative.paces, type.kind == relative.kind else {
        throw .family(type.name, relative.name)
      }
    }
  }

  private static func check(_ clock: ServiceClock) throws(DeskError) {
    try within("target of a clock", clock.target, 0...1e9)
    try within("share of a promise", clock.share, 0...1)
    if let longest = clock.longest { try within("longest time of a clock", longest, 0...1e9) }
  }

  private static func check(_ person: Person, among count: Int) throws(DeskError) {
    for skill in person.skills where !(0..<count).contains(skill) {
      throw .noSuchType(skill, count: count)
    }
    try within("pace of a person", person.pace, 0.01...100)
    try within("most contacts of a person at once", Double(person.atOnce ?? 1), 1...16)
    if let interruptions = person.interruptions {
      try within("interruptions in an hour", interruptions.perHour, 0...1000)
    }
    if let most = person.mostCases, !(1...1_000_000).contains(most) {
      throw .count("cases of a person", most, 1_000_000)
    }
    if let slowdown = person.slowdown {
      try within("share of time from which work slows down", slowdown.above, 0...0.99)
      try within("pace of somebody always busy", slowdown.atFull, 0.1...10)
      try within("memory of being busy", slowdown.memory, 1...1e6)
    }
    var last = -1e10
    for shift in person.shifts ?? [] {
      guard shift.begin >= last, shift.end > shift.begin, shift.end <= 1e10 else {
        throw .shifts(begin: shift.begin, end: shift.end, after: last)
      }
      last = shift.end
      try within("share of absence", shift.absence, 0...1)
      for rest in shift.breaks {
        try within("begin of a break", rest.begin, shift.begin...shift.end)
        try within("length of a break", rest.length, 0...(shift.end - shift.begin))
      }
    }
  }

  private static func within(
    _ name: String, _ value: Double, _ range: ClosedRange<Double>
  ) throws(DeskError) {
    guard range.contains(value) else { throw .outOfRange(name, value, range) }
  }
}

/// A desk that cannot be.
package enum DeskError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The named quantity must lie within the range.
  case outOfRange(String, Double, ClosedRange<Double>)
  /// There are so many of the named things; 1 to so many can be simulated.
  case count(String, Int, Int)
  /// A day is not a whole number of intervals of that length (unit: s).
  case interval(Double)
  /// A skill or transfer names a type that is not there.
  case noSuchType(Int, count: Int)
  /// Two types of one family whose kinds or paces differ.
  case family(String, String)
  /// A shift that ends before it begins, or begins before the last one has ended.
  case shifts(begin: Double, end: Double, after: Double)

  package var description: String {
    switch self {
    case .outOfRange(let name, let value, let range):
      "\(name) must lie between \(range.lowerBound) and \(range.upperBound), not at \(value)"
    case .count(let name, let count, let most): "\(count) \(name); 1 to \(most) can be simulated"
    case .interval(let length): "a day must be a whole number of intervals, not of \(length) s each"
    case .noSuchType(let place, let count):
      "there is no contact type \(place); the last of \(count) is \(count - 1)"
    case .family(let one, let other):
      "'\(one)' and '\(other)' are of one family, and must have the same kind and paces"
    case .shifts(let begin, let end, let after):
      "a shift from \(begin) to \(end) s must end after it begins, and begin after \(after) s"
    }
  }
}
