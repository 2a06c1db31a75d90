#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How long several runs of the same work took.
struct Timing {
  /// The time of each run, the CPU's if measured here (unit: s; ascending, at least one).
  private let seconds: [Double]

  /// Does the work once to warm up, then so many times against the clock.
  ///
  /// - Parameters:
  ///   - runs: How often it is timed (≥ 1).
  ///   - work: Must give a value that depends on all it does, or the compiler might leave it out.
  init<Value>(runs: Int, _ work: () throws -> Value) rethrows {
    keep(try work())
    var seconds: [Double] = []
    for _ in 0..<max(runs, 1) {
      let start = Self.now
      keep(try work())
      seconds.append(Self.now - start)
    }
    self.seconds = seconds.sorted()
  }

  /// Times that were taken elsewhere.
  ///
  /// - Parameter seconds: The time of each run (unit: s; at least one).
  init(_ seconds: [Double]) {
    self.seconds = seconds.sorted()
  }

  /// The shortest run (unit: s).
  var best: Double { seconds.first ?? 0 }

  /// The run in the middle (unit: s).
  var median: Double { seconds.isEmpty ? 0 : seconds[seconds.count / 2] }

  /// CPU time of this process so far (unit: s). Others on the same machine count little in it.
  private static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}

/// Takes a value where the compiler cannot look.
@inline(never)
private func keep<Value>(_ value: Value) {}
