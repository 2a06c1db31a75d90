@testable import Simulation

/// A desk reckoned a second time, by lists and sorting alone, for what can be told without luck: constant
/// work, people with skills, shifts, a break each, calls that interrupt messages, cases handed over.
///
/// It shares no code with the simulator, and finds everything anew at each event.
struct NaiveDesk {
  struct Agent {
    let skills: [Int]
    let from: Double
    let to: Double
    let breakAt: Double
    let breakLength: Double
    var hasCome = false
    var hasGone = false
    var hasHadBreak = false
    var isBreakDue = false
    var breakEnd: Double?
    var idleSince: Double?
    var work: (contact: Int, begun: Double, left: Double)?
    var aside: [(contact: Int, left: Double)] = []
  }

  private enum Event {
    case arrival(Int), finish(Int), comeOn(Int), breakDue(Int), comeBack(Int), goOff(Int)
  }

  struct Contact {
    let type: Int
    let at: Double
    var begun: Double?
    var done: Double?
    /// Of a case handed over: what is left, and who began it.
    var rest: (left: Double, by: Int)?
  }

  var agents: [Agent]
  /// In the order in which they come.
  var contacts: [Contact]
  /// Of each type (unit: s).
  let work: [Double]
  let isLive: [Bool]
  var routing = Desk.Routing.longestIdle
  var interrupts = false
  var handsOver = false
  var rereading = 0.0

  private(set) var worked = 0.0
  private(set) var handedOver = 0
  private var queue: [Int] = []
  private var now = 0.0
  /// How many contacts have come.
  private var come = 0

  init(_ agents: [Agent], _ contacts: [Contact], work: [Double], isLive: [Bool]) {
    (self.agents, self.contacts, self.work, self.isLive) = (agents, contacts, work, isLive)
  }

  /// The sum of the waits of contacts of a type until somebody begins (unit: s).
  func waited(_ type: Int) -> Double {
    contacts.filter { $0.type == type }.reduce(0) { $0 + ($1.begun ?? .nan) - $1.at }
  }

  /// Lives through the day: whatever comes next, nothing at the same moment as anything else.
  mutating func run() {
    while let (at, event) = events.min(by: { $0.at < $1.at }) {
      now = at
      switch event {
      case .arrival(let contact): arrive(contact)
      case .finish(let agent): finish(agent)
      case .comeOn(let agent):
        agents[agent].hasCome = true
        goOn(agent)
      case .breakDue(let agent):
        agents[agent].hasHadBreak = true
        if agents[agent].work == nil { rest(agent) } else { agents[agent].isBreakDue = true }
      case .comeBack(let agent):
        agents[agent].breakEnd = nil
        goOn(agent)
      case .goOff(let agent): goOff(agent)
      }
    }
  }

  private var events: [(at: Double, event: Event)] {
    var events: [(Double, Event)] = []
    if come < contacts.count { events.append((contacts[come].at, .arrival(come))) }
    for (index, agent) in agents.enumerated() {
      if let work = agent.work { events.append((work.begun + work.left, .finish(index))) }
      if let end = agent.breakEnd { events.append((end, .comeBack(index))) }
      if !agent.hasCome { events.append((agent.from, .comeOn(index))) }
      if !agent.hasHadBreak { events.append((agent.breakAt, .breakDue(index))) }
      if !agent.hasGone { events.append((agent.to, .goOff(index))) }
    }
    return events
  }

  private func free(for type: Int) -> Int? {
    let free = agents.indices.filter {
      agents[$0].idleSince != nil && agents[$0].skills.contains(type)
    }
    return free.min { left, right in
      let (one, other) = (agents[left], agents[right])
      if routing == .mostSpecialised, one.skills.count != other.skills.count {
        return one.skills.count < other.skills.count
      }
      return (one.idleSince ?? 0) < (other.idleSince ?? 0)
    }
  }

  private mutating func begin(_ contact: Int, by agent: Int) {
    var left = work[contacts[contact].type]
    if let rest = contacts[contact].rest {
      left = rest.left + (rest.by == agent ? 0 : rereading)
      contacts[contact].rest = nil
    }
    resume(contact, left, by: agent)
  }

  private mutating func resume(_ contact: Int, _ left: Double, by agent: Int) {
    contacts[contact].begun = contacts[contact].begun ?? now
    agents[agent].work = (contact, now, left)
    agents[agent].idleSince = nil
  }

  private mutating func arrive(_ contact: Int) {
    come += 1
    let type = contacts[contact].type
    if let agent = free(for: type) { return begin(contact, by: agent) }
    // Whose break is due is left alone.
    let busy = agents.indices.first { index in
      guard interrupts, isLive[type], !agents[index].hasGone, !agents[index].isBreakDue,
        agents[index].skills.contains(type), let work = agents[index].work
      else { return false }
      return !isLive[contacts[work.contact].type]
    }
    guard let busy, let work = agents[busy].work else { return queue.append(contact) }
    agents[busy].aside.append((work.contact, work.left - (now - work.begun)))
    worked += now - work.begun
    begin(contact, by: busy)
  }

  /// Somebody has nothing in hand: the break that is due, then the most urgent and oldest.
  private mutating func goOn(_ agent: Int) {
    if agents[agent].isBreakDue { return rest(agent) }
    var all = queue.filter { agents[agent].skills.contains(contacts[$0].type) }.map {
      (contact: $0, left: Double?.none)
    }
    all += agents[agent].aside.map { ($0.contact, $0.left) }
    let first = all.min { left, right in
      let (one, other) = (contacts[left.contact], contacts[right.contact])
      if isLive[one.type] != isLive[other.type] { return isLive[one.type] }
      return one.at < other.at
    }
    guard let first else {
      agents[agent].idleSince = now
      return
    }
    if let left = first.left {
      agents[agent].aside.removeAll { $0.contact == first.contact }
      resume(first.contact, left, by: agent)
    } else {
      queue.removeAll { $0 == first.contact }
      begin(first.contact, by: agent)
    }
  }

  private mutating func finish(_ agent: Int) {
    guard let work = agents[agent].work else { return }
    contacts[work.contact].done = now
    worked += work.left
    agents[agent].work = nil
    if !agents[agent].hasGone { goOn(agent) }
  }

  private mutating func rest(_ agent: Int) {
    agents[agent].isBreakDue = false
    agents[agent].idleSince = nil
    agents[agent].breakEnd = now + agents[agent].breakLength
  }

  private mutating func goOff(_ agent: Int) {
    agents[agent].hasGone = true
    agents[agent].idleSince = nil
    // What is laid aside is not in hand, and goes back in any case.
    var back = agents[agent].aside
    agents[agent].aside = []
    if handsOver, let work = agents[agent].work, !isLive[contacts[work.contact].type] {
      back.append((work.contact, work.left - (now - work.begun)))
      worked += now - work.begun
      agents[agent].work = nil
    }
    for (contact, left) in back {
      handedOver += 1
      contacts[contact].rest = (left, agent)
      if let other = free(for: contacts[contact].type) {
        begin(contact, by: other)
      } else {
        queue.append(contact)
      }
    }
  }
}
