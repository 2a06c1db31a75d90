import ArgumentParser
import CHeap
import Conformance
import Diagnostics
import FoundationEssentials
import Reports
import ServiceTime
import Standards
import Tickets

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// `kwadrans reply check`: a draft, judged as the reply it would be.
struct ReplyCheck: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Judge a draft on standard input, before it is sent.",
    discussion: """
      The verdicts are those of the audit. What only the ticket tells (topic, customer, which reply it
      is) is undecided unless you say it, or name the ticket. Ends with 1 when a standard is missed.

      EXAMPLE: kwadrans reply check --channel email --topic outage --customer 'Anna Nowak' < draft.txt
      EXAMPLE: kwadrans reply check --tickets samples/tickets.jsonl --ticket ML-2606 < draft.txt
      EXAMPLE: kwadrans reply check --watch draft.txt
      """
  )

  @OptionGroup var catalogue: CatalogueOptions

  @Option(help: "The channel; the catalogue's first if left out.")
  var channel: String?

  @Option(help: "What the ticket is about.")
  var topic: String?

  @Option(help: "How urgent it is.")
  var priority: String?

  @Option(help: "The customer's name, as the reply should call them.")
  var customer: String?

  @Option(help: "The customer's language, such as pl.")
  var language: String?

  @Option(help: "The customer's segment.")
  var segment: String?

  @Option(help: "Which reply of the ticket it is.")
  var stage: Draft.Stage?

  @Option(help: "Tickets as JSON Lines, of which --ticket names the one that is answered.")
  var tickets: String?

  @Option(help: "The id of the ticket that is answered.")
  var ticket: String?

  @Option(help: "A file with the draft, checked again whenever it is saved; end with ctrl-c.")
  var watch: String?

  @Option(help: "How to print it.")
  var format = Format.text

  func validate() throws {
    guard (tickets == nil) == (ticket == nil) else {
      throw ValidationError("--tickets and --ticket go together: a file, and an id in it")
    }
  }

  func run() throws {
    if watch == nil { kwadrans_heap_make_room(16 << 20) }
    // Examples say nothing about a draft, and take a while.
    let catalogue = try catalogue.load(examples: false)
    let auditor = try Auditor.prepared(catalogue, isForMany: watch != nil)
    let ticket =
      try answeredTicket()
      ?? Ticket(
        id: "draft", channel: channel ?? catalogue.channels.first?.name ?? "email", topic: topic,
        priority: priority,
        customer: Customer(name: customer, segment: segment, language: language))
    if let watch {
      try watchFile(watch) { text in _ = try check(text, ticket, auditor, name: watch) }
      return
    }
    let draft = try Self.standardInput()
    let hasMissed = try check(draft, ticket, auditor, name: "draft")
    // Ends here, so that what was read is left to the system: to free it takes longer.
    withExtendedLifetime((catalogue, auditor)) {
      Self.exit(withError: hasMissed ? ExitStatus.findings : nil)
    }
  }

  /// Judges and prints one draft.
  ///
  /// - Returns: Whether a standard was missed.
  private func check(
    _ text: String, _ ticket: Ticket, _ auditor: Auditor, name: String
  ) throws -> Bool {
    let now =
      ticket.events.last?.at ?? OffsetInstant(instant: Instant(seconds: now()), utcOffset: 0)
    let report = auditor.check(
      Draft(text, stage: stage, in: ticket), at: now, observing: format == .json)
    var out = try Output(path: nil)
    switch format {
    case .text:
      try out.write(DraftText(isColoured: out.isColoured).render(report, name: name))
    case .json:
      var json = JSONWriter()
      report.write(to: &json)
      json.newline()
      try out.write(&json)
    }
    try out.finish()
    return report.verdicts.contains { $0.outcome == .missed }
  }

  /// The ticket that is answered; nil when none is named.
  private func answeredTicket() throws -> Ticket? {
    guard let tickets, let ticket else { return nil }
    var input = TicketOptions()
    input.tickets = [tickets]
    input.strict = false
    var found: Ticket?
    var ids: [String] = []
    _ = try input.forEach { read in
      let one = read.ticket
      if one.id == ticket { found = found ?? one }
      ids.append(one.id)
    }
    guard let found else {
      let near = nearestName(to: ticket, among: ids).map { ": did you mean '\($0)'?" } ?? ""
      StandardError.print("no ticket '\(ticket)' in '\(tickets)'\(near)")
      throw ExitStatus.notFound
    }
    return found
  }

  private static func standardInput() throws -> String {
    do {
      return String(decoding: try Descriptor.standardInput.readToEnd(), as: UTF8.self)
    } catch {
      StandardError.print("cannot read standard input: \(error)")
      throw ExitStatus.notFound
    }
  }

  private func now() -> Int { Int(Date().timeIntervalSince1970) }

  /// Between two looks at a file that is watched (unit: µs).
  private static let pause: UInt32 = 200_000

  /// Calls `body` with the file's text, and again whenever the file changes, until interrupted.
  private func watchFile(_ path: String, _ body: (String) throws -> Void) throws {
    var last: Saved?
    while true {
      guard let saved = Saved(path) else {
        // Editors replace a file by renaming a new one: it may be away for a moment.
        guard last != nil else {
          StandardError.print("there is no file '\(path)'")
          throw ExitStatus.notFound
        }
        usleep(Self.pause)
        continue
      }
      if saved != last {
        if last != nil { print() }
        last = saved
        let bytes = FileManager.default.contents(atPath: path) ?? Data()
        try body(String(decoding: bytes, as: UTF8.self))
      }
      usleep(Self.pause)
    }
  }
}

/// By which a file that was saved again is known.
private struct Saved: Equatable {
  private let size, seconds, nanoseconds: Int

  /// Looks at a file; nil where there is none.
  init?(_ path: String) {
    var status = stat()
    guard stat(path, &status) == 0 else { return nil }
    #if canImport(Darwin)
      let changed = status.st_mtimespec
    #else
      let changed = status.st_mtim
    #endif
    (size, seconds, nanoseconds) = (Int(status.st_size), changed.tv_sec, changed.tv_nsec)
  }
}

extension Draft.Stage: ExpressibleByArgument {}
