import Testing

@testable import Simulation

/// The calendar, its tournament and its heap of those who wait, against a list that is searched anew
/// each time.
struct EventCalendarTests {
  /// What is entered: when, in which order, and whose finish, whose patience or what event it is.
  private struct Entry {
    let time: Double
    let order: Int
    let kind: EventCalendar.Next
    let subject: Int

    func isOf(_ kind: EventCalendar.Next, _ subject: Int) -> Bool {
      self.kind == kind && self.subject == subject
    }
  }

  /// Few moments, so that most entries share one with others.
  @Test(arguments: [1, 2, 3, 4, 5, 16, 17, 50])
  func `entries leave by time, and in the order in which they came where times are equal`(
    people: Int
  ) {
    var calendar = EventCalendar(reserving: 1, people: people)
    var luck = SplitMix64(seed: UInt64(people))
    var (waiting, now) = ([Entry](), 0.0)
    for order in 0..<6000 {
      let time = now + Double(luck.next() % 5)
      let person = Int(luck.next() % UInt64(people))
      // As many who wait as there are people, and some whose numbers are far from theirs.
      let contact = luck.next() % 50 == 0 ? 1000 + order : person
      switch luck.next() % 12 {
      case 0...2:
        waiting.removeAll { $0.isOf(.finish, person) }
        waiting.append(Entry(time: time, order: order, kind: .finish, subject: person))
        calendar.setFinish(of: person, at: time)
      case 3:
        waiting.removeAll { $0.isOf(.finish, person) }
        calendar.clearFinish(of: person)
      case 4:
        waiting.append(Entry(time: time, order: order, kind: .other, subject: order))
        _ = calendar.add(1, order, at: time)
      case 5...8:
        if waiting.contains(where: { $0.isOf(.givingUp, contact) }) {
          waiting.removeAll { $0.isOf(.givingUp, contact) }
          calendar.removeGivingUp(of: contact)
        } else {
          waiting.append(Entry(time: time, order: order, kind: .givingUp, subject: contact))
          _ = calendar.addGivingUp(of: contact, at: time)
        }
      default:
        guard let next = waiting.min(by: { ($0.time, $0.order) < ($1.time, $1.order) }) else {
          #expect(calendar.nextTime() == .infinity)
          continue
        }
        #expect(calendar.nextTime() == next.time)
        #expect(calendar.next() == next.kind)
        now = next.time
        waiting.removeAll { $0.order == next.order }
        switch next.kind {
        case .finish:
          #expect(calendar.nextToFinish == next.subject)
          calendar.clearFinish(of: next.subject)
        case .givingUp:
          #expect(calendar.nextToGiveUp == next.subject)
          calendar.removeGivingUp(of: next.subject)
        case .other: #expect(calendar.takeNext().subject == next.subject)
        }
      }
      #expect(calendar.hasFinish(of: person) == waiting.contains { $0.isOf(.finish, person) })
    }
  }

  @Test func `whoever is taken early leaves the order of the others as it was`() {
    for size in [1, 2, 7, 200] {
      var calendar = EventCalendar(reserving: 1, people: 1)
      var luck = SplitMix64(seed: 9)
      let moments = (0..<size).map { _ in luck.unit() }
      for (contact, moment) in moments.enumerated() {
        _ = calendar.addGivingUp(of: contact, at: moment)
      }
      let taken = Set((0..<size / 2).map { _ in Int(luck.next() % UInt64(size)) })
      for contact in taken { calendar.removeGivingUp(of: contact) }
      let left = moments.indices.filter { !taken.contains($0) }.sorted { moments[$0] < moments[$1] }
      for contact in left {
        #expect(calendar.nextTime() == moments[contact])
        #expect(calendar.next() == .givingUp && calendar.nextToGiveUp == contact)
        calendar.removeGivingUp(of: contact)
      }
      #expect(calendar.nextTime() == .infinity)
    }
  }
}
