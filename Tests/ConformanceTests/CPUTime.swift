#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// How long work takes on this thread's CPU, so that other tests and processes count little.
enum CPUTime {
  /// The time of some work (unit: s).
  static func seconds(_ work: () throws -> Void) rethrows -> Double {
    func now() -> Double {
      var time = timespec()
      clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
    let start = now()
    try work()
    return now() - start
  }

  /// How much longer four times as much takes: four for linear work, sixteen for quadratic. Eight lies
  /// in the middle of both. The best of some tries counts; below the floor caches and the odd fixed cost
  /// count for more than the work, and that is linear enough.
  ///
  /// - Returns: At most 8 as soon as a try is.
  static func growth(floor: Double, _ small: () throws -> Void, _ large: () throws -> Void) rethrows
    -> Double
  {
    var growth = Double.infinity
    for _ in 0..<4 {
      let first = try seconds(small)
      let second = try seconds(large)
      if second < floor { return 0 }
      growth = min(growth, second / first)
      if growth <= 8 { break }
    }
    return growth
  }
}
