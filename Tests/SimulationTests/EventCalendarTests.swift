import Testing

@testable import Simulation

/// The calendar and its tournament against a list that is searched anew each time.
struct EventCalendarTests {
  /// What is entered: when, in which order, and whose finish or what event it is.
  private struct Entry {
    let time: Double
    let order: Int
    let person: Int?
    let subject: Int
  }

  /// Few moments, so that most entries share one with others.
  @Test(arguments: [1, 2, 3, 4, 5, 16, 17, 50])
  func `entries leave by time, and in the order in which they came where times are equal`(
    people: Int
  ) {
    var calendar = EventCalendar(reserving: 1, people: people)
    var luck = SplitMix64(seed: UInt64(people))
    var (waiting, now) = ([Entry](), 0.0)
    for order in 0..<4000 {
      let time = now + Double(luck.next() % 5)
      let person = Int(luck.next() % UInt64(people))
      switch luck.next() % 8 {
      case 0...2:
        waiting.removeAll { $0.person == person }
        waiting.append(Entry(time: time, order: order, person: person, subject: person))
        calendar.setFinish(of: person, at: time)
      case 3:
        waiting.removeAll { $0.person == person }
        calendar.clearFinish(of: person)
      case 4:
        waiting.append(Entry(time: time, order: order, person: nil, subject: order))
        _ = calendar.add(1, order, at: time)
      default:
        guard let next = waiting.min(by: { ($0.time, $0.order) < ($1.time, $1.order) }) else {
          #expect(calendar.nextTime() == .infinity)
          continue
        }
        #expect(calendar.nextTime() == next.time)
        #expect(calendar.nextIsFinish == (next.person != nil))
        now = next.time
        waiting.removeAll { $0.order == next.order }
        if next.person != nil {
          #expect(calendar.nextToFinish == next.subject)
          calendar.clearFinish(of: next.subject)
        } else {
          #expect(calendar.next().subject == next.subject)
        }
      }
      #expect(calendar.hasFinish(of: person) == waiting.contains { $0.person == person })
    }
  }
}
