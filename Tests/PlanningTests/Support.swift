import Diagnostics
import Planning
import ServiceTime
import Standards
import Testing

/// A desk in Warsaw with a channel of every sort.
let deskCatalogue = """
  catalogue: {name: Desk, languages: [en]}
  calendars:
    desk:
      time-zone: Europe/Warsaw
      open: {mon-fri: 08:00-20:00, sat: 09:00-15:00}
      holidays: PL
    short:
      time-zone: Europe/Warsaw
      open: {mon-fri: 08:30-16:00}
  channels:
    email: {kind: deferred}
    polled: {kind: deferred, intake-delay: 10 min}
    night: {kind: deferred}
    phone: {kind: live}
    chat: {kind: live, at-once: 3}
    daytime: {kind: live}
    silent: {kind: deferred}
  standards:
    - {id: mail, title: Mail, applies-to: {channel: [email, polled]},
       first-response: {within: 15 min, share: 95%, hours: desk}}
    - {id: night-mail, title: Night, applies-to: {channel: night},
       first-response: {within: 4 h, share: 95%}}
    - {id: calls, title: Calls, applies-to: {channel: [phone, chat]},
       pick-up: {within: 20 s, share: 80%}}
    - {id: day-calls, title: Calls, applies-to: {channel: daytime},
       pick-up: {within: 20 s, share: 80%, hours: short}}
  """

/// Reads a catalogue that must be sound.
func catalogue(_ yaml: String = deskCatalogue) throws -> Catalogue {
  let result = CatalogueReader.read([SourceText(path: "desk.yaml", yaml)])
  try #require(!result.diagnostics.hasErrors, "\(summary(result.diagnostics))")
  return result.catalogue
}

let warsaw: ZoneTable? = try? .named("Europe/Warsaw")

/// Reads a demand with the clocks of Warsaw.
func demand(
  _ csv: String, interval: Int? = nil, into diagnostics: inout Diagnostics
) throws -> Demand? {
  DemandReader.read(
    SourceText(path: "demand.csv", csv), zone: try #require(warsaw), interval: interval,
    into: &diagnostics)
}

/// Reads a demand that must be sound; warnings are allowed.
func demand(_ csv: String, interval: Int? = nil) throws -> Demand {
  var diagnostics = Diagnostics()
  let demand = try demand(csv, interval: interval, into: &diagnostics)
  return try #require(demand, "\(summary(diagnostics))")
}

/// A workload that gives every channel of the desk the same handling time.
func workload(
  handling: String = "5 min", cap: String? = nil, shrinkage: String? = nil
) throws -> Workload {
  var head = ["name: Test"]
  if let cap { head.append("occupancy-at-most: \(cap)") }
  if let shrinkage { head.append("shrinkage: {parts: {away: \(shrinkage)}}") }
  let names = ["email", "polled", "night", "phone", "chat", "daytime"]
  let yaml = """
    workload: {\(head.joined(separator: ", "))}
    channels: {\(names.map { "\($0): {handling-time: \(handling)}" }.joined(separator: ", "))}
    """
  var diagnostics = Diagnostics()
  let workload = WorkloadReader.read(
    SourceText(path: "workload.yaml", yaml), knownChannels: names, into: &diagnostics)
  try #require(!diagnostics.hasErrors, "\(summary(diagnostics))")
  return try #require(workload)
}

/// Sizes a demand for which there must be a plan.
func plan(
  _ csv: String, workload: Workload, catalogue yaml: String = deskCatalogue,
  interval: Int? = nil, repeats: Bool = false
) throws -> StaffingPlan {
  var diagnostics = Diagnostics()
  let plan = Sizing.plan(
    try demand(csv, interval: interval), catalogue: try catalogue(yaml), workload: workload,
    repeats: repeats, into: &diagnostics)
  return try #require(plan, "\(summary(diagnostics))")
}

/// Diagnostics in the order of their places, a line each: place, severity, message, id, advice.
func summary(_ diagnostics: Diagnostics) -> String {
  diagnostics.sorted.map { found in
    let place = found.place.map { "\($0.start.line):\($0.start.column) " } ?? ""
    let advice = found.fixIt.map { " -> \($0)" } ?? ""
    return "\(place)\(found.severity.rawValue): \(found.message) [\(found.id)]\(advice)"
  }.joined(separator: "\n")
}

/// A generator of which every run gives the same numbers (SplitMix64).
struct SplitMix: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
