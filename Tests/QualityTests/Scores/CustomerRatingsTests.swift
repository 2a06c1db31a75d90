import Conformance
import Quality
import ServiceTime
import Statistics
import Testing
import Tickets

struct CustomerRatingsTests {
  private static func ratings(_ tickets: [[(Rating.Scale, Double)]]) throws -> CustomerRatings {
    let catalogue = try Desk.catalogue()
    var ratings = CustomerRatings()
    for (number, marks) in tickets.enumerated() {
      var ticket = Desk.ticket("T-\(number)")
      for (minute, mark) in marks.enumerated() {
        ticket.events.append(
          TicketEvent(
            at: OffsetInstant(
              instant: Instant(seconds: 1_790_010_000 + 60 * minute), utcOffset: 0),
            kind: .rating(Rating(scale: mark.0, score: mark.1))))
      }
      ratings.add(try Desk.audit(ticket, catalogue))
    }
    return ratings
  }

  @Test func `satisfied are four and five of five, and the last answer counts`() throws {
    let ratings = try Self.ratings([
      [(.csat, 5)], [(.csat, 4)], [(.csat, 3)], [(.csat, 1), (.csat, 4)], [(.nps, 5)], [],
    ])
    #expect(ratings.tickets == 6)
    let share = try #require(try ratings.satisfaction?.topBox())
    #expect(share.kept == 3 && share.all == 4)
  }

  @Test func `promoters give nine and ten, detractors six and less`() throws {
    let marks: [Double] = [0, 6, 7, 8, 9, 10, 10]
    let ratings = try Self.ratings(marks.map { [(.nps, $0)] })
    let score = try #require(ratings.promoters)
    #expect(score.promoters == 3 && score.passives == 2 && score.detractors == 2)
    #expect(ratings.satisfaction == nil && ratings.effort == nil)
  }

  @Test func `effort is of seven steps`() throws {
    let ratings = try Self.ratings([[(.ces, 7)], [(.ces, 1)], [(.ces, 7)]])
    #expect(try #require(ratings.effort).counts == [1, 0, 0, 0, 0, 0, 2])
    #expect(try #require(ratings.effort).mean == 5)
  }

  @Test(arguments: [0, 6, 4.5, -1, 100, 1e30])
  func `a mark off the scale shows another scale, of which nothing is said`(mark: Double) throws {
    let ratings = try Self.ratings([[(.csat, 5)], [(.csat, mark)], [(.ces, 5)]])
    #expect(ratings.satisfaction == nil && ratings.outside(.csat) == 1)
    #expect(ratings.effort != nil && ratings.outside(.ces) == 0)
  }

  @Test func `what is not judged is not asked about`() throws {
    var ratings = CustomerRatings()
    var ticket = Desk.ticket("T-1")
    let at = OffsetInstant(instant: Instant(seconds: 1_790_010_000), utcOffset: 0)
    ticket.events.append(TicketEvent(at: at, kind: .rating(Rating(scale: .csat, score: 1))))
    ticket.events.append(TicketEvent(at: at, kind: .status(.spam)))
    ratings.add(try Desk.audit(ticket, Desk.catalogue()))
    #expect(ratings.tickets == 0 && ratings.satisfaction == nil)
  }
}
