import Clocks
package import Conformance
import ServiceTime
import Tickets

/// A ticket's events as a list, with every clock drawn under it.
package struct TimelineText: Sendable {
  /// How many characters the drawn axis has at most.
  private static let axisWidth = 64

  private let clocks: TicketClocks
  private let isColoured: Bool

  /// Creates a renderer.
  package init(_ clocks: TicketClocks, isColoured: Bool = false) {
    self.clocks = clocks
    self.isColoured = isColoured
  }

  /// The whole picture.
  package func render() -> String {
    var lines = [heading, ""]
    var table = TextTable([("event", .right), ("when", .left), ("what", .left), ("", .left)])
    for step in clocks.log.steps {
      let (what, text) = words(of: step)
      table.add(["\(step.event)", moment(step.at), what, text])
    }
    lines += table.lines
    let axis = Axis(clocks.log.steps, width: Self.axisWidth)
    for line in clocks.lines {
      lines.append("")
      lines += draw(line, on: axis)
    }
    if !clocks.lines.isEmpty {
      let hasUncounted = clocks.lines.contains { $0.stretches.contains { $0.kind == .uncounted } }
      lines += [
        "",
        "\(Mark.counted) counts   \(Mark.paused) paused   \(Mark.closed) closed   "
          + (hasUncounted ? "\(Mark.uncounted) not counted   " : "")
          + "between two events the line is to scale; from event to event it is not",
      ]
    }
    for finding in clocks.findings {
      let events = finding.events.map { "\($0)" }.joined(separator: ", ")
      lines += [
        "",
        "\(finding.kind.rawValue) (\(finding.kind.severity.rawValue)), "
          + "\(finding.events.count == 1 ? "event" : "events") \(events)",
        TerminalText.plain("  \(finding.message)"),
      ]
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private var heading: String {
    let ticket = clocks.ticket
    let known = [
      ticket.channel, ticket.topic, ticket.priority.map { "priority \($0)" },
      ticket.customer.segment,
    ].compactMap { $0 }
    return TerminalText.plain(
      "\(ticket.id): \(known.joined(separator: ", "))   (times of \(clocks.zone.identifier))")
  }

  // MARK: - Events

  private func words(of step: TicketLog.Step) -> (String, String) {
    guard clocks.ticket.events.indices.contains(step.event) else { return ("", "") }
    switch clocks.ticket.events[step.event].kind {
    case .message(let message):
      let who: String =
        switch step.meaning {
        case .asks: "customer"
        case .remarks: "customer, needs no answer"
        case .answers: message.agent.map { "answer of \($0)" } ?? "answer"
        default: "automatic"
        }
      return (who, "\"\(start(of: message.text))\"")
    case .note: return ("note", "")
    case .status(let status): return ("status \(status.rawValue)", "")
    case .assign(let to):
      let whom = [to.agent, to.group].compactMap { $0 }.joined(separator: ", ")
      return ("assigned", whom.isEmpty ? "to nobody" : "to \(whom)")
    case .priority(let priority): return ("priority \(priority)", "")
    case .channel(let channel): return ("channel \(channel)", "")
    case .answered(let agent): return ("picked up", agent.map { "by \($0)" } ?? "")
    case .abandoned: return ("given up", "")
    case .work(let work): return ("work", "\(TimeSpan(seconds: Int(work.seconds.rounded())))")
    case .rating(let rating): return ("rating", "\(rating.scale.rawValue)")
    case .survey(let scale): return ("survey", scale.rawValue)
    case .merge: return ("merged", "")
    case .other(let type): return (type, "")
    }
  }

  /// The first words of a message, on one line.
  private func start(of text: String) -> String {
    let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return line.count <= 48 ? line : "\(line.prefix(47))…"
  }

  private func moment(_ instant: Instant) -> String {
    guard let (date, second) = clocks.zone.local(at: instant) else { return instant.inUTC }
    return "\(date.dayOfWeek.key) \(date) \(clock(second))"
  }

  private func clock(_ second: Int) -> String {
    let parts = [second / 3600, second / 60 % 60, second % 60]
    return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }

  // MARK: - Clocks

  private enum Mark {
    static let counted = "━"
    static let paused = "┄"
    static let closed = "·"
    static let uncounted = "╌"
    static let start = "●"
    static let end = "■"
    static let open = "▶"
  }

  private func draw(_ line: TicketClocks.Line, on axis: Axis) -> [String] {
    let number = line.number == 0 ? "" : " (\(line.number + 1))"
    let standard = line.verdict.map { ", '\($0.standard)': \(outcome($0.outcome))" } ?? ""
    var lines = ["\(line.kind)\(number)\(standard)", "  \(bar(line, on: axis))"]
    let said =
      line.verdict?.message ?? "\(TimeSpan(seconds: line.elapsedSeconds)), nothing promised"
    lines.append(TerminalText.plain("  \(said)"))
    var table = TextTable([("", .left), ("", .left), ("", .left), ("", .left), ("", .left)])
    for stretch in line.stretches {
      table.add([
        "   ", stretch.kind.name, moment(stretch.from), moment(stretch.to),
        "\(TimeSpan(seconds: stretch.seconds).inHours)",
      ])
    }
    lines += table.lines.dropFirst()
    if case .time(let wait)? = line.verdict?.evidence.first(where: \.isTime), let due = wait.due {
      lines.append("    due \(moment(due))")
    }
    return lines
  }

  private func bar(_ line: TicketClocks.Line, on axis: Axis) -> String {
    var cells = [String](repeating: " ", count: axis.width + 1)
    for cell in 0..<axis.width {
      let middle = axis.instant(at: Double(cell) + 0.5)
      guard middle >= Double(line.from.seconds), middle < Double(line.to.seconds) else { continue }
      let stretch = line.stretches.first {
        Double($0.from.seconds) <= middle && middle < Double($0.to.seconds)
      }
      cells[cell] =
        switch stretch?.kind {
        case .counted: Mark.counted
        case .paused: Mark.paused
        case .uncounted: Mark.uncounted
        case .closed, nil: Mark.closed
        }
    }
    let first = axis.cell(of: line.from)
    let last = axis.cell(of: line.to)
    cells[last] = line.end == nil ? Mark.open : Mark.end
    cells[first] = Mark.start
    let text = cells.joined()
    return String(text.reversed().drop { $0 == " " }.reversed())
  }

  private func outcome(_ outcome: Verdict.Outcome) -> String {
    guard isColoured else { return outcome.rawValue }
    return "\u{1B}[1m\(outcome.rawValue)\u{1B}[0m"
  }
}

/// An axis on which every event takes the same room, and the time between two of them is to scale.
private struct Axis {
  let width: Int
  /// The moments of events (epoch s), each once, in order.
  private let moments: [Double]

  init(_ steps: [TicketLog.Step], width: Int) {
    var moments: [Double] = []
    for step in steps where moments.last != Double(step.at.seconds) {
      moments.append(Double(step.at.seconds))
    }
    self.moments = moments
    let gaps = max(moments.count - 1, 1)
    self.width = min(width, gaps * 8)
  }

  /// The moment at a place (0…width).
  func instant(at place: Double) -> Double {
    guard moments.count > 1, let last = moments.last else { return moments.first ?? 0 }
    let position = place / Double(width) * Double(moments.count - 1)
    let index = Int(position)
    guard index + 1 < moments.count else { return last }
    let (from, to) = (moments[index], moments[index + 1])
    return from + (to - from) * (position - Double(index))
  }

  /// The cell (0…width) nearest to a moment; one beyond the last event stands at the end.
  func cell(of instant: Instant) -> Int {
    let moment = Double(instant.seconds)
    guard moments.count > 1 else { return 0 }
    guard let next = moments.firstIndex(where: { $0 >= moment }) else { return width }
    guard next > 0 else { return 0 }
    let (from, to) = (moments[next - 1], moments[next])
    let position = Double(next - 1) + (moment - from) / (to - from)
    return Int((position * Double(width) / Double(moments.count - 1)).rounded())
  }
}

extension Evidence {
  fileprivate var isTime: Bool {
    if case .time = self { true } else { false }
  }
}
