import Diagnostics
import Foundation
import Testing
import Tickets

/// The labelled tickets that lie beside the project on our machines.
private let labelled: String? = {
  let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let shared =
    ProcessInfo.processInfo.environment["KWADRANS_SHARED"].map { URL(filePath: $0) }
    ?? root.deletingLastPathComponent().appending(path: "shared")
  let path = shared.appending(path: "labels/tickets.jsonl").path
  return FileManager.default.fileExists(atPath: path) ? path : nil
}()

@Suite(.enabled(if: labelled != nil, "../shared/labels/tickets.jsonl is not there"))
struct SharedTicketsTests {
  /// Counts: Python's json module.
  @Test func `all tickets are read and counted`() throws {
    let path = try #require(labelled)
    var reader = try TicketReader(paths: [path])
    var counts: [String: Int] = [:]
    while let line = try reader.next() {
      let ticket = try #require(line.ticket, "\(line)")
      counts["tickets", default: 0] += 1
      #expect(ticket.isChronological && ticket.fields.isEmpty && ticket.customer.fields.isEmpty)
      for event in ticket.events {
        #expect(event.fields.isEmpty)
        counts[Self.name(event.kind), default: 0] += 1
      }
    }
    #expect(
      counts == [
        "tickets": 200, "message from agent": 234, "message from customer": 228,
        "message from system": 5, "status": 31, "rating": 21, "assign": 6, "note": 5,
      ])
    #expect(reader.unknownEventTypes.isEmpty)
  }

  @Test func `all tickets are the same after writing and reading`() throws {
    let path = try #require(labelled)
    var reader = try TicketReader(paths: [path])
    var tickets: [Ticket] = []
    var json = JSONWriter()
    while let ticket = try reader.next()?.ticket {
      tickets.append(ticket)
      ticket.write(to: &json)
      json.newline()
    }
    #expect(try readAll(json.bytes).map(\.ticket) == tickets)
  }

  private static func name(_ kind: TicketEvent.Kind) -> String {
    switch kind {
    case .message(let message): "message from \(message.from.rawValue)"
    case .note: "note"
    case .status: "status"
    case .assign: "assign"
    case .rating: "rating"
    default: "other"
    }
  }
}
