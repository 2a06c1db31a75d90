package import ServiceTime

extension WrittenTime {
  /// What instant a time is for somebody who wrote it at a known moment.
  package struct Resolution: Hashable, Sendable {
    /// The instant by which the word is kept: the latest that agrees with what was written. For
    /// ``Bound/from``, the earliest.
    package let by: Instant
    /// Whether the words name this instant, rather than a part of a day, a day, an hour that may be
    /// before or after noon, or something near it.
    package let isExact: Bool
    /// Whether no day was written and the time of day was over, so that the day after was taken.
    package let isCarriedOver: Bool
  }

  /// The instant by which the word is kept, or nil where nobody can say it.
  ///
  /// The latest instant that agrees with the wording counts, by the calendar and not by the desk's
  /// hours, which the reader does not know:
  /// - a day ends at midnight: "do piątku", "dziś", "by Friday"; a week with Sunday, "by the weekend"
  ///   with Friday; parts of the day end as ``DayPart/seconds`` says: "jutro rano" at 12:00;
  /// - "before Friday" ends where Friday begins, "after Friday" begins where it ends;
  /// - a weekday is the next one after the day of sending, also when it is said on such a day; "this
  ///   Friday" may be the same day; "next Friday" is in the next calendar week;
  /// - a time of day without a day is the first one after sending, if need be on the day after;
  ///   "by 5" and "o piątej" may be twelve hours later, and between one and six of another day are;
  /// - a date without a year is the one between 92 days before and 273 days after sending;
  /// - hours and minutes run from sending; days and longer spans end with their last day;
  /// - a working day ends at midnight too; working time, closing and the end of a shift follow
  ///   `hours`. Without hours working days are Monday to Friday, working time is 8:00 to 16:00 of
  ///   these, and closing cannot be known.
  ///
  /// - Parameters:
  ///   - sentAt: When it was written.
  ///   - zone: The clocks that the author goes by.
  ///   - hours: The desk's hours, if known. A date is a working day if they open on it.
  /// - Returns: nil for what does not bound (``Bound/past``, ``Bound/duration``, ``Bound/opening``,
  ///   ``Bound/recurring``, ``Bound/reference``, ``Bound/vague``), for a span that begins with
  ///   another event, for closing without hours, and for a date that does not exist.
  /// - Complexity: O(1), with working days O(days).
  package func resolve(
    sentAt: Instant, zone: ZoneTable, hours: OpeningHours? = nil
  ) -> Resolution? {
    guard bound.isBinding || bound == .from, let now = zone.local(at: sentAt) else { return nil }
    let resolver = TimeResolver(
      sentAt: sentAt, now: now, zone: zone, hours: hours, bound: bound,
      isExclusive: isExclusive)
    guard let found = resolver.resolve(meaning) else { return nil }
    return Resolution(
      by: found.by, isExact: found.isExact && !isApproximate, isCarriedOver: found.isCarriedOver)
  }
}
