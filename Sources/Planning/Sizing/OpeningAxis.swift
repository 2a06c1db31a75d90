import ServiceTime

/// Opening time as a line: nights and holidays have no length on it.
struct OpeningAxis {
  let hours: OpeningHours
  let origin: Instant

  /// The open seconds between the origin and a moment (epoch s) after it.
  func position(of second: Int) -> Double {
    Double(hours.elapsed(from: origin, to: Instant(seconds: second)))
  }

  /// A stretch of time (epoch s) cut where the desk opens or closes, for what happens in it and for
  /// what happens `delay` later (unit: s): along each piece, both move evenly on the axis.
  func pieces(from start: Int, to end: Int, delay: Int) -> [Range<Int>] {
    var cuts: Set<Int> = [start, end]
    let open = hours.openIntervals(
      from: Instant(seconds: start), to: Instant(seconds: end + delay))
    for edge in open.flatMap({ [$0.lowerBound, $0.upperBound] }) {
      for moment in [edge, edge - delay] where moment > start && moment < end {
        cuts.insert(moment)
      }
    }
    let sorted = cuts.sorted()
    return zip(sorted, sorted.dropFirst()).map { $0..<$1 }
  }
}
