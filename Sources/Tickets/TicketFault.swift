/// What is wrong with a ticket whose JSON is good.
struct TicketFault: Error, Hashable {
  /// Which value to enter at each level of the line to get there; see ``JSONScanner/offset(of:in:)``.
  let steps: [Int]
  /// Names the kind of problem for machines.
  let id: String
  /// What is wrong: lower case, no full stop, with the place inside the ticket (`events[3].at`).
  let message: String
  /// What would be right.
  let fixIt: String
}

/// The part of a ticket that is being read; it knows how to name itself.
enum TicketPart: Hashable {
  case ticket
  /// The customer; the number tells which member of the ticket that is.
  case customer(member: Int)
  /// An event by its index; `member` tells which member of the ticket the events are.
  case event(Int, member: Int)

  var steps: [Int] {
    switch self {
    case .ticket: []
    case .customer(let member): [member]
    case .event(let index, let member): [member, index]
    }
  }

  /// What people call it: `events[3]`.
  var name: String {
    switch self {
    case .ticket: "the ticket"
    case .customer: "customer"
    case .event(let index, _): "events[\(index)]"
    }
  }

  /// What people call one of its members: `events[3].at`.
  func name(of member: String) -> String {
    self == .ticket ? member : "\(name).\(member)"
  }
}
