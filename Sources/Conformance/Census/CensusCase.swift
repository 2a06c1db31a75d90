import Clocks
import ServiceTime
import Standards
import Tickets

/// One case of a promise.
struct CensusCase: Equatable, Sendable {
  enum State: UInt8, CaseIterable, Sendable {
    case met, missed, open, undecided, notApplicable
  }

  /// A day that a case without a moment has.
  static let noDay = Int32.min

  /// The day on which the clock started (days since 1970-01-01 on the promise's calendar).
  let day: Int32
  /// The time counted, and that on the customer's own clock (unit: s; -1 where no time was).
  let elapsed: Int32
  let wall: Int32
  /// What the ticket is, by the numbers of its names; none until it is counted.
  var traits: CaseTraits
  let state: State
  /// Whether the wait never came to its end, so that it lasted at least so long.
  let isLowerBound: Bool

  /// Whether it is decided, and a time tells how.
  var hasWait: Bool { elapsed >= 0 && (state == .met || state == .missed) }
}

/// What a ticket is, as numbers of names.
struct CaseTraits: Hashable, Sendable {
  let channel: Int32
  let topic: Int32
  let team: Int32
  let priority: Int32
}

/// Numbers for names, so that a case need not hold texts; 0 stands for none.
struct NameNumbers {
  private var numbers: [String: Int32] = [:]
  private var names: [String?] = [nil]

  mutating func number(of name: String?) -> Int32 {
    guard let name else { return 0 }
    if let number = numbers[name] { return number }
    let number = Int32(clamping: names.count)
    numbers[name] = number
    names.append(name)
    return number
  }

  func name(of number: Int32) -> String? {
    names.indices.contains(Int(number)) ? names[Int(number)] : nil
  }

  /// The numbers of a ticket's names.
  mutating func traits(_ named: TraitNames) -> CaseTraits {
    CaseTraits(
      channel: number(of: named.channel), topic: number(of: named.topic),
      team: number(of: named.team), priority: number(of: named.priority))
  }
}

/// The names of what a ticket is: as it began, and the last group that had it.
struct TraitNames: Sendable {
  let channel: String?
  let topic: String?
  private(set) var team: String?
  let priority: String?

  init(_ view: TicketView) {
    for step in view.log.steps {
      if case .assigned(let assignment) = step.meaning { team = assignment.group ?? team }
    }
    channel = view.ticket.channel
    topic = view.ticket.topic
    priority = view.ticket.priority
  }
}

extension CensusCase {
  init(
    _ verdict: Verdict, _ wait: Evidence.Wait?, _ view: TicketView, day: Int32
  ) {
    self.day = day
    traits = CaseTraits(channel: 0, topic: 0, team: 0, priority: 0)
    elapsed = wait.map { Int32(clamping: $0.elapsedSeconds) } ?? -1
    wall = wait.map { Int32(clamping: $0.wallSeconds) } ?? -1
    state =
      switch verdict.outcome {
      case .met: .met
      // What was waived is left out of the share.
      case .missed: verdict.isUnwaivedMiss ? .missed : .notApplicable
      case .notApplicable: .notApplicable
      case .undecided: wait?.isYoung == true ? .open : .undecided
      }
    isLowerBound = verdict.isUnwaivedMiss && wait?.neverEnded(view, verdict.kind) == true
  }
}

extension Evidence.Wait {
  /// Whether the clock runs, and not yet longer than promised.
  fileprivate var isYoung: Bool { toEvent == nil && elapsedSeconds <= targetSeconds }

  /// Whether a missed wait ended without what was promised, or has not ended: the log is over, the
  /// ticket was closed without an answer, or the customer gave up.
  fileprivate func neverEnded(_ view: TicketView, _ kind: String) -> Bool {
    guard let toEvent, elapsedSeconds > targetSeconds else { return true }
    guard view.ticket.events.indices.contains(toEvent) else { return false }
    switch view.ticket.events[toEvent].kind {
    case .abandoned: return true
    // A change of state is no answer, though it may well be a solution.
    case .status: return kind == FirstResponse.card.key || kind == NextResponse.card.key
    default: return false
    }
  }
}
