/// Why a text names no moment on the clocks of a place.
package enum MomentError: Error, Hashable, Sendable {
  /// It has another form, or does not exist.
  case unreadable(InstantError)
  /// The clocks of the place jump over it, to this moment.
  case skipped(String, zone: String, next: OffsetInstant)
  /// The clocks of the place show it twice.
  case repeated(String, zone: String, earlier: OffsetInstant, later: OffsetInstant)
}

extension MomentError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let error):
      "\(error)"
    case .skipped(let text, let zone, let next):
      "the clocks of \(zone) skip '\(text)'; write \(next), to which they jump, or another time"
    case .repeated(let text, let zone, let earlier, let later):
      "the clocks of \(zone) show '\(text)' twice; write \(earlier) or \(later)"
    }
  }
}

extension ZoneTable {
  /// Reads a moment: with its offset from UTC, or as the clocks of the place show it.
  ///
  /// ```swift
  /// try warsaw.instant(written: "2026-03-28T12:00:00+01:00")
  /// try warsaw.instant(written: "2026-03-28 12:00")  // the same
  /// ```
  ///
  /// - Throws: ``MomentError``, also for local times that clocks skip or show twice.
  package func instant(written text: String) throws(MomentError) -> Instant {
    do throws(InstantError) {
      return try OffsetInstant(iso8601: text.utf8).instant
    } catch {
      guard error.reason == .missingOffset else { throw .unreadable(error) }
    }
    let local: Int
    do throws(InstantError) {
      // Read as if the place were Greenwich, its seconds are those of the local clock.
      local = try OffsetInstant(iso8601: (text + "Z").utf8).instant.seconds
    } catch {
      throw .unreadable(error)
    }
    let day = local.flooredDivision(by: 86_400)
    guard let date = CivilDate(daysSince1970: day) else { return Instant(seconds: local) }
    switch instants(of: date, secondOfDay: local - day * 86_400) {
    case .once(let instant):
      return instant
    case .skipped(let next):
      throw .skipped(text, zone: identifier, next: written(next))
    case .twice(let earlier, let later):
      throw .repeated(text, zone: identifier, earlier: written(earlier), later: written(later))
    }
  }

  /// A moment as the clocks of the place show it, with their offset.
  package func written(_ instant: Instant) -> OffsetInstant {
    OffsetInstant(instant: instant, utcOffset: offset(at: instant))
  }
}
