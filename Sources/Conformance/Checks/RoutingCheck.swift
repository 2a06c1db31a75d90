import Clocks
import Standards
import Tickets

extension Routing {
  /// Judges whether a ticket came to where such tickets belong.
  ///
  /// It need not have begun there: what counts is that it was there at some time. One that is still open
  /// and that no person has answered may yet be passed on.
  func judge(_ view: TicketView) -> Judgement {
    switch applies(to: view) {
    case .no: return Judgement(.notApplicable, "the ticket is none of those that are meant")
    case .unknown(let field):
      return Judgement(
        .undecided, "whether this applies depends on '\(field)', which the log does not name")
    case .yes: break
    }
    let log = view.log
    var proof: [Int] = []
    var places: [String] = []
    var faults: [String] = []
    var doubts: [String] = []
    if !channels.isEmpty {
      let phases = log.phases
      if let phase = phases.first(where: { channels.contains($0.channel) }) {
        proof += phase.event.map { [$0] } ?? []
        places.append("channel '\(phase.channel)'")
      } else {
        let seen = phases.map(\.channel).withoutRepeats
        faults.append(
          "it was handled on \(Self.either(seen, "and")), not on \(Self.either(channels, "or"))")
        proof += phases.compactMap(\.event)
      }
    }
    if !groups.isEmpty {
      let assigned: [(event: Int, group: String)] = log.steps.compactMap { step in
        guard case .assigned(let assignment) = step.meaning, let group = assignment.group else {
          return nil
        }
        return (step.event, group)
      }
      if let right = assigned.first(where: { groups.contains($0.group) }) {
        proof.append(right.event)
        places.append("group '\(right.group)'")
      } else if assigned.isEmpty {
        doubts.append("the log names no 'group' in its 'assign' events")
      } else {
        let seen = assigned.map(\.group).withoutRepeats
        faults.append(
          "it came to \(Self.either(seen, "and")), not to \(Self.either(groups, "or"))")
        proof += assigned.map(\.event)
      }
    }
    proof.sort()
    if !faults.isEmpty {
      let message = faults.joined(separator: "; ")
      let isSettled = view.isSolved == true || log.steps.contains { $0.meaning == .answers }
      return isSettled
        ? Judgement(.missed, message, events: proof)
        : Judgement(
          .undecided, "\(message), so far: nobody has answered and it is not done", events: proof)
    }
    if let doubt = doubts.first { return Judgement(.undecided, doubt, events: proof) }
    return Judgement(.met, "it came to \(places.joined(separator: ", "))", events: proof)
  }

  /// Whether the ticket is one of those meant; its priority may have become one on the way.
  private func applies(to view: TicketView) -> Scope.Match {
    let topic = Scope.match(when.topics.isEmpty ? nil : when.topics, view.ticket.topic, "topic")
    guard !when.priorities.isEmpty else { return topic }
    let matches = view.log.phases.map { Scope.match(when.priorities, $0.priority, "priority") }
    if matches.contains(.yes) { return topic }
    return topic.and(matches.first { $0 != .no } ?? .no)
  }

  private static func either(_ names: [String], _ word: String) -> String {
    let quoted = names.map { "'\($0)'" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return "\(quoted.dropLast().joined(separator: ", ")) \(word) \(last)"
  }
}

extension [String] {
  /// These without what stands before, in order.
  fileprivate var withoutRepeats: [String] {
    var seen: Set<String> = []
    return filter { seen.insert($0).inserted }
  }
}
