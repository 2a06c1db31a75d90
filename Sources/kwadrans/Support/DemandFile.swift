import ArgumentParser
import Diagnostics
import Planning
import ServiceTime
import Tickets

/// The demand that a command is given: a table of expected contacts, or the tickets of a log.
enum DemandFile {
  /// What its name ends with when it holds tickets.
  private static let ofTickets = [".jsonl", ".jsonl.gz", ".ndjson", ".ndjson.gz"]

  /// Reads a demand.
  ///
  /// - Parameters:
  ///   - path: A file; `-` is a table on standard input.
  ///   - interval: The length of an interval (unit: s); where nil worked out from a table's rows, an
  ///     hour for tickets.
  ///   - channels: The channels of the catalogue.
  static func read(
    _ path: String, zone: ZoneTable, interval: Int?, channels: [String],
    into diagnostics: inout Diagnostics
  ) throws -> Demand? {
    guard ofTickets.contains(where: { path.lowercased().hasSuffix($0) }) else {
      return DemandReader.read(
        try SourceText.named(path), zone: zone, interval: interval, channels: channels,
        into: &diagnostics)
    }
    var contacts: [RecordedContact] = []
    let tickets = try TicketOptions.parse([path])
    let bad = try tickets.forEach { read in
      if let contact = RecordedContact(read.ticket) { contacts.append(contact) }
    }
    if bad > 0 {
      StandardError.print("contacts of lines that could not be read are missing from the demand")
    }
    return Demand.recorded(
      contacts, interval: interval ?? Demand.recordedInterval, zone: zone, path: path,
      into: &diagnostics)
  }
}

extension RecordedContact {
  /// The first time that a customer wrote or called; nil for a ticket in which none did, or that was
  /// spam or is told twice.
  fileprivate init?(_ ticket: Ticket) {
    var first: TicketEvent?
    for event in ticket.events {
      switch event.kind {
      case .message(let message) where message.from == .customer && !message.isAutomatic:
        if first.map({ event.at.instant < $0.at.instant }) ?? true { first = event }
      case .status(.spam), .status(.duplicate): return nil
      default: break
      }
    }
    guard let first else { return nil }
    self.init(at: first.at.instant, channel: ticket.channel, topic: ticket.topic)
  }
}
