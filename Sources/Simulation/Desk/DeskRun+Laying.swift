// Laying a desk out for the loop.
extension DeskRun {
  init(_ desk: Desk, _ streams: RandomStreams) {
    var distributions: [Distribution] = []
    func number(_ distribution: Distribution?) -> Int {
      guard let distribution else { return -1 }
      distributions.append(distribution)
      return distributions.count - 1
    }
    let numbers = desk.types.map { type in
      [
        type.handling, type.wrapUp, type.patience, type.callback?.delay, type.escalates?.delay,
        type.asksBack?.thinking, type.reopens?.delay,
      ].map(number)
    }
    let interruptions = desk.people.map { number($0.interruptions?.length) }
    let reread = number(desk.rereading)
    let bank = SamplerBank(distributions)
    let samplers = Self.kept(bank.samplers)
    let first = UnsafePointer(samplers.baseAddress)
    func sampler(_ number: Int) -> UnsafePointer<Sampler>? {
      number < 0 ? nil : first.map { $0 + number }
    }
    (self.bank, self.samplers) = (bank, samplers)
    rereading = sampler(reread)

    let groups = Groups(desk)
    groupsOfType = Self.kept(groups.ofType.flatMap(\.self))
    breadthOfGroup = Self.kept(groups.breadths.map { Int32(clamping: $0) })
    typesOfGroup = Self.kept(groups.skills.flatMap(\.self))
    firstTypeOfGroup = Self.kept(
      groups.skills.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) })

    var rows: [TypeRow] = []
    var paces: [Double] = []
    var factors: [Double] = []
    var hours: [OpenSpans] = []
    var clocks: [ClockRow] = []
    var spans: [OpenSpans.Span] = []
    var firstGroup = 0
    var families: [Int: (type: Int, list: Int32, pace: Int)] = [:]
    // Lists 0 and 1 are the idle and the interruptible.
    var firstList: Int32 = 1
    for (place, type) in desk.types.enumerated() {
      let number = numbers[place]
      guard let handling = sampler(number[0]) else { continue }
      // A live type goes first by a rank that no priority reaches.
      let isLive = type.kind == .live
      let rank = type.priority + (desk.liveFirst && !isLive ? 10_000_000 : 0)
      let mayGoOn =
        type.transfers != nil || type.escalates != nil || type.asksBack != nil
        || type.reopens != nil
      if let spans = type.hours { hours.append(spans) }
      let relatives = type.family.flatMap { families[$0] }
      let family = relatives ?? (place, firstList, paces.count)
      let firstClock = clocks.count
      for clock in type.clocks {
        clocks.append(
          ClockRow(
            kind: clock.kind, target: clock.target, longest: clock.longest ?? .infinity,
            inForce: clock.inForce, firstSpan: spans.count,
            spanCount: clock.hours?.spans.count ?? -1,
            nextSpan: spans.count, needsSubstance: clock.needsSubstance,
            stopsAtSecondLine: clock.stopsAtSecondLine, stopsForCustomer: clock.stopsForCustomer))
        spans += clock.hours?.spans ?? []
      }
      rows.append(
        TypeRow(
          isLive: isLive, isDeferredClass: desk.liveFirst && !isLive, rank: rank,
          headStart: type.headStart, polledEvery: type.polledEvery,
          handling: handling, firstFactor: factors.count, factorCount: type.handlingFactors.count,
          factorLength: type.arrivals.interval, wrapUp: sampler(number[1]),
          mayGoOn: mayGoOn, patience: sampler(number[2]),
          callbackShare: type.callback?.share ?? 0,
          callbackDelay: sampler(number[3]), transferShare: type.transfers?.share ?? 0,
          transferType: Int32(truncatingIfNeeded: type.transfers?.type ?? place),
          escalateShare: type.escalates?.share ?? 0, escalateDelay: sampler(number[4]),
          askShare: type.asksBack?.share ?? 0, thinking: sampler(number[5]),
          neverShare: type.asksBack?.never ?? 0, closedAfter: type.asksBack?.closedAfter ?? 0,
          reopenShare: type.reopens?.share ?? 0, reopenDelay: sampler(number[6]),
          staysWithPerson: type.staysWithPerson, isInterruptible: type.isInterruptible,
          atOnce: Int32(truncatingIfNeeded: type.paces.count),
          family: Int32(truncatingIfNeeded: family.type), firstPace: family.pace,
          firstGroup: firstGroup, groupCount: groups.ofType[place].count, firstList: family.list,
          target: type.target,
          needsSubstance: type.clocks.first.map { $0.kind.isResponse && $0.needsSubstance }
            ?? false,
          hours: type.hours == nil ? -1 : hours.count - 1,
          firstClock: firstClock, clockCount: type.clocks.count,
          clocksAtBegin: type.clocks.contains {
            $0.kind == .answer || isLive && $0.kind.isResponse
          },
          clocksAtAnswer: type.clocks.contains(where: \.kind.isResponse),
          clocksAtEnd: type.clocks.contains { $0.kind == .resolution }))
      factors += type.handlingFactors
      firstGroup += groups.ofType[place].count
      guard relatives == nil else { continue }
      if let name = type.family { families[name] = family }
      paces += type.paces
      firstList += Int32(truncatingIfNeeded: type.paces.count - 1)
    }
    keepsHands = rows.contains { several in
      several.atOnce > 1
        && rows.contains { $0.rank < several.rank && $0.family != several.family }
    }
    types = Self.kept(rows)
    self.paces = Self.kept(paces)
    handlingFactors = Self.kept(factors)
    contacts = .allocate(capacity: 1024)
    contacts.initialize(repeating: ContactRow())
    self.clocks = Self.kept(clocks)
    self.spans = Self.kept(spans)
    mostClocks = desk.types.map(\.clocks.count).max() ?? 0
    watches = .allocate(capacity: 1024 * mostClocks)
    watches.initialize(repeating: Stopwatch())
    self.hours = hours
    listsOfGroup = Int(firstList) + 1
    mostInHand = desk.types.map(\.paces.count).max() ?? 1
    lists = Self.kept(
      [Chain](repeating: Chain(), count: groups.skills.count * listsOfGroup))
    queues = Self.kept(
      [Chain](repeating: Chain(), count: desk.types.count + desk.people.count))
    inHand = Self.kept(
      [Int32](repeating: -1, count: desk.people.count * mostInHand))

    var changes: [DutyChange] = []
    var people: [PersonRow] = []
    for (place, person) in desk.people.enumerated() {
      var row = PersonRow()
      row.group = Int32(truncatingIfNeeded: groups.ofPerson[place])
      row.pace = person.pace
      row.atOnce = Int32(truncatingIfNeeded: person.atOnce ?? Int(Int32.max))
      row.nextChange = Int32(truncatingIfNeeded: changes.count)
      changes += Self.changes(of: person, place, streams)
      row.lastChange = Int32(truncatingIfNeeded: changes.count)
      if let interruptions = person.interruptions, interruptions.perHour > 0 {
        row.interruptedEvery = 3600 / interruptions.perHour
      }
      row.interruptionLength = sampler(interruptions[place])
      if let slowdown = person.slowdown {
        (row.tiresAbove, row.pacedAtFull) = (slowdown.above, slowdown.atFull)
        row.memory = slowdown.memory
      }
      row.mostCases = person.mostCases.map { Int32(truncatingIfNeeded: $0) } ?? .max
      row.luck = streams.stream(.interruptions, of: person.subject ?? place)
      people.append(row)
    }
    self.people = Self.kept(people)
    self.changes = Self.kept(changes)

    let subjects = desk.types.enumerated().map { $1.subject ?? $0 }
    sources = Self.kept(
      zip(desk.types, subjects).map { ArrivalSource($0.arrivals, of: $1, streams) })
    sourceKeys = Self.kept(desk.types.map { _ in 0 })
    comingTimes = Self.kept(desk.types.map { _ in Double.infinity })
    bursts = Self.kept(
      desk.types.enumerated().flatMap {
        IncidentBurst.all(of: $1.arrivals, type: $0, subjects[$0], until: desk.end, streams)
      })
    burstKeys = Self.kept(bursts.map { _ in 0 })
    lostAtHandover = desk.lostAtHandover
    routing = desk.routing
    endOfShift = desk.endOfShift
    end = desk.end
    backlog = desk.backlog
    backlogAges = desk.backlog.enumerated().map { type, count in
      guard count > 0, desk.backlogAges.indices.contains(type), let age = desk.backlogAges[type]
      else { return [] }
      var luck = streams.stream(.backlog, of: subjects[type])
      return age.draws(count, using: &luck).map { min($0, Desk.longestAge) }.sorted(by: >)
    }
    backlogKeys = Self.kept(
      subjects.map { streams.stream(.contactKeys, of: $0 ^ 1 << 33) })
    ageing = desk.ageing ?? 0
    limitsCases = desk.people.contains { $0.mostCases != nil }
    warmUp = desk.warmUp
    coolDown = desk.coolDown > 0 ? desk.end - desk.coolDown : .infinity
    firstCounted = desk.warmUp > 0 ? desk.types.count : 0
    intervalLength = desk.interval
    intervalsPerDay = Int((86_400 / desk.interval).rounded())
    intervalCount = Int(desk.end / desk.interval) + 1
    intervalEnd = desk.interval
    nextNote = min(desk.warmUp > 0 ? desk.warmUp : .infinity, coolDown, desk.interval)
    typeIntervals = Self.kept(
      [DeskTally.OfInterval](
        repeating: DeskTally.OfInterval(), count: desk.types.count * intervalCount))
    clockIntervals = Self.kept(
      [DeskTally.OfClock.Interval](
        repeating: DeskTally.OfClock.Interval(), count: clocks.count * intervalCount))
    let perDay = intervalsPerDay
    clockCounts = Self.kept(
      desk.types.flatMap { $0.clocks.map { DeskTally.OfClock($0, perDay: perDay) } })
    // Those of the warm-up and the end are counted apart.
    let countsOf = desk.warmUp > 0 || desk.coolDown > 0 ? 2 : 1
    counts = Self.kept(
      [DeskTally.OfType](repeating: DeskTally.OfType(), count: desk.types.count * countsOf))
    waitBins = Self.kept(counts.map { _ in TimeHistogram.Bins() })
    clockBins = Self.kept(clocks.map { _ in TimeHistogram.Bins() })
    resting = Self.kept(desk.types.map { _ in 0 })
    calendar = EventCalendar(reserving: 1024, people: desk.people.count)
    tally = DeskTally(length: desk.end - desk.coolDown - desk.warmUp)
    // Nothing grows in the loop.
    tally.timesByInterval.reserveCapacity(intervalCount)
    tally.waitingAtDayEnd.reserveCapacity(intervalCount / intervalsPerDay)
  }

  /// When somebody comes, rests and goes, with this run's absence and lateness.
  private static func changes(
    of person: Person, _ place: Int, _ streams: RandomStreams
  ) -> [DutyChange] {
    guard let shifts = person.shifts else {
      return [DutyChange(time: 0, kind: .come, value: .infinity)]
    }
    var changes: [DutyChange] = []
    for (number, shift) in shifts.enumerated() {
      // A stream for each shift, so that those of others change nobody's luck.
      var luck = streams.stream(
        .attendance, of: (person.subject ?? place) << 20 ^ (shift.subject ?? number))
      let isAbsent = luck.happens(shift.absence)
      let late = shift.lateness?.draws(1, using: &luck)[0] ?? 0
      guard !isAbsent, shift.end > max(0, shift.begin + late) else { continue }
      // Who came before the run began is there from its beginning.
      let come = max(0, shift.begin + late)
      changes.append(DutyChange(time: come, kind: .come, value: shift.end))
      var pauses: [DutyChange] = []
      for rest in shift.breaks where rest.length > 0 {
        let end = min(rest.begin + rest.length, shift.end)
        guard end > 0 else { continue }
        if rest.isMeeting, end > come {
          pauses.append(DutyChange(time: max(come, rest.begin), kind: .meet, value: end))
        } else if !rest.isMeeting, rest.begin >= come {
          pauses.append(DutyChange(time: rest.begin, kind: .rest, value: rest.length))
        }
      }
      changes += pauses.sorted { $0.time < $1.time }
      changes.append(DutyChange(time: shift.end, kind: .go, value: 0))
    }
    return changes
  }
}

/// People of one skill set each.
private struct Groups {
  /// Types of each group, ascending.
  private(set) var skills: [[Int32]] = []
  /// How many skills those of each group have.
  private(set) var breadths: [Int] = []
  /// Each person's group.
  private(set) var ofPerson: [Int] = []
  /// The groups that can take each type, those with the fewest skills first.
  let ofType: [[Int32]]

  init(_ desk: Desk) {
    var numbers: [Kind: Int] = [:]
    for person in desk.people {
      let own = Set(person.skills.map { Int32(truncatingIfNeeded: $0) }).sorted()
      let kind = Kind(skills: own, breadth: person.breadth ?? own.count)
      let number = numbers[kind] ?? skills.count
      if number == skills.count {
        skills.append(own)
        breadths.append(kind.breadth)
        numbers[kind] = number
      }
      ofPerson.append(number)
    }
    let (skills, breadths) = (skills, breadths)
    let bySkills = skills.indices.sorted { (breadths[$0], $0) < (breadths[$1], $1) }
    ofType = desk.types.indices.map { type in
      bySkills.filter { skills[$0].contains(Int32(truncatingIfNeeded: type)) }
        .map { Int32(truncatingIfNeeded: $0) }
    }
  }

  private struct Kind: Hashable {
    let skills: [Int32]
    let breadth: Int
  }
}
