import Foundation
import Queueing

extension Benchmark {
  /// The least agents of a week of 672 quarters of an hour, by Erlang C and by Erlang A.
  static let queueing = Benchmark("queueing", "672 intervals with 53,091 contacts are sized") {
    let shared = ProcessInfo.processInfo.environment["KWADRANS_SHARED"] ?? "../shared"
    let file = "\(shared)/reference/queueing/week_S300.csv"
    guard let csv = try? String(contentsOfFile: file, encoding: .utf8) else {
      throw BenchmarkSkipped(reason: "'\(file)' is not there; KWADRANS_SHARED says where it is")
    }
    var week: [(load: OfferedLoad, handle: Double)] = []
    for line in csv.split(whereSeparator: \.isNewline).dropFirst() {
      let cells = line.split(separator: ",").compactMap { Double($0) }
      guard cells.count == 3 else { throw BenchmarkError("'\(line)' is no interval") }
      let load = try OfferedLoad(arrivals: cells[1], perSeconds: 900, handleSeconds: cells[2])
      week.append((load, cells[2]))
    }
    let promise = try Targets(serviceLevel: 0.8, withinSeconds: 20)
    func byErlangC() throws(QueueError) -> Int {
      var agents = 0
      for (load, handle) in week {
        agents += try ErlangC.leastAgents(load: load, handleSeconds: handle, targets: promise)
          .chosen.agents
      }
      return agents
    }
    func byErlangA() throws(QueueError) -> Int {
      var agents = 0
      for (load, handle) in week {
        agents += try ErlangA.leastAgents(
          load: load, handleSeconds: handle, patienceSeconds: 120, targets: promise
        ).chosen.agents
      }
      return agents
    }
    return [
      Row("by Erlang C", try Timing(runs: 101) { try byErlangC() }, goal: 0.000_3),
      Row("by Erlang A, patience 2 min", try Timing(runs: 51) { try byErlangA() }, goal: 0.020),
      Row(
        "agent intervals are 20,804 and 18,668",
        holds: try byErlangC() == 20_804 && byErlangA() == 18_668),
    ]
  }
}
