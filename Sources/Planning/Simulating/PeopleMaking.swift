import ServiceTime
import Simulation
import Standards

/// Makes the desk's people of a team.
struct PeopleMaking {
  private let span: DemandSpan
  private let catalogue: Catalogue
  private let kinds: [DeskModel.Kind]

  init(_ span: DemandSpan, _ catalogue: Catalogue, _ kinds: [DeskModel.Kind]) {
    (self.span, self.catalogue, self.kinds) = (span, catalogue, kinds)
  }

  /// Each person, in the order of the file.
  func people(of team: Team) -> [Person] {
    /// How many people of a shift came before, whose breaks lie before.
    var before: [String: Int] = [:]
    var namesakes: [String: Int] = [:]
    return team.members.flatMap { member in
      (0..<member.count).map { _ in
        var shifts: [Person.Shift] = []
        for name in member.shifts ?? [] {
          guard let shift = team.shift(named: name) else { continue }
          shifts += self.shifts(of: shift, member, after: before[name, default: 0])
          before[name, default: 0] += 1
        }
        var one = person(member, team, shifts)
        one.subject = RandomStreams.subject(
          "person", member.name, "\(namesakes[member.name, default: 0])")
        namesakes[member.name, default: 0] += 1
        return one
      }
    }
  }

  private func person(
    _ member: Team.Member, _ team: Team, _ shifts: [Person.Shift]
  ) -> Person {
    let skills = kinds.indices.filter { member.skills?.contains(kinds[$0].skill) ?? true }
    var person = Person(
      skills: skills, pace: member.pace,
      shifts: member.shifts == nil ? nil : inOrder(shifts))
    // What a channel is about makes types of it, and nobody a generalist.
    person.breadth = Set(skills.map { kinds[$0].skill }).count
    person.atOnce = member.atOnce
    person.interruptions = member.interruptions.map {
      .init(perHour: $0.perHour, length: $0.length)
    }
    person.slowdown = team.rules.tiring.map {
      .init(above: $0.above, atFull: $0.paceAtFull, memory: $0.memory)
    }
    return person
  }

  /// Shifts by time; where two meet after all (clocks were put back), the second begins later.
  private func inOrder(_ shifts: [Person.Shift]) -> [Person.Shift] {
    var all: [Person.Shift] = []
    for var shift in shifts.sorted(by: { $0.begin < $1.begin }) {
      shift.begin = max(shift.begin, all.last?.end ?? shift.begin)
      guard shift.end > shift.begin else { continue }
      shift.breaks = shift.breaks.filter {
        $0.begin >= shift.begin && $0.begin <= shift.end && $0.length <= shift.end - shift.begin
      }
      all.append(shift)
    }
    return all
  }

  /// The shifts that somebody works, with breaks so many places behind those of the first.
  private func shifts(
    of shift: Team.Shift, _ member: Team.Member, after others: Int
  ) -> [Person.Shift] {
    let calendar = shift.closedWith.flatMap { catalogue.calendar(named: $0)?.hours }
    var all: [Person.Shift] = []
    for date in span.dates {
      guard !member.away.contains(date), calendar.map({ !$0.ranges(on: date).isEmpty }) ?? true
      else { continue }
      for entry in shift.week where entry.day == date.dayOfWeek {
        guard let begin = moment(date, entry.range.opens),
          let end = moment(date, entry.range.closes), end > max(begin, 0), begin < span.end
        else { continue }
        var one = Person.Shift(from: begin, to: end)
        one.subject = date.daysSince1970 * 1440 + entry.range.opens / 60
        one.absence = member.absence
        one.lateness = member.lateness
        let breaks = shift.breaks.compactMap { rest -> Person.Break? in
          moment(date, entry.range.begin(of: rest) + shift.apart * others).map {
            .init(at: $0, length: Double(rest.length))
          }
        }
        let meetings = shift.meetings.filter { $0.day == entry.day }.compactMap { meeting in
          moment(date, entry.range.begin(of: meeting.range)).map {
            Person.Break.meeting(at: $0, length: Double(meeting.range.length))
          }
        }
        one.breaks = breaks + meetings
        all.append(one)
      }
    }
    return all
  }

  /// When the clocks show a time (unit: s since the origin).
  private func moment(_ date: CivilDate, _ secondOfDay: Int) -> Double? {
    span.zone.instant(of: date, secondOfDay: secondOfDay).map { Double(span.seconds($0)) }
  }
}
