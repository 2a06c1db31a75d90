/// A moment together with the offset from UTC with which somebody wrote it down.
///
/// ```swift
/// let at = try OffsetInstant(iso8601: "2026-03-02T08:01:00+01:00".utf8)
/// at.instant.seconds  // 1772434860
/// at.utcOffset        // 3600
/// "\(at)"             // 2026-03-02T08:01:00+01:00
/// ```
package struct OffsetInstant: Hashable, Sendable {
  /// The moment itself.
  package var instant: Instant
  /// How far the writer's clock is ahead of UTC (unit: s; −64,800 to 64,800 when it was read).
  package var utcOffset: Int

  /// Creates a moment as seen on a clock that is `utcOffset` seconds ahead of UTC.
  package init(instant: Instant, utcOffset: Int) {
    self.instant = instant
    self.utcOffset = utcOffset
  }

  /// Reads an ISO 8601 date and time with its offset from UTC.
  ///
  /// `T` or one space separates date and time; seconds may be left out; a fraction of a second (after
  /// `.` or `,`) is dropped, that is, rounded towards the past; the offset is `Z`, `+01:00`, `+0100`
  /// or `+01`. Years are 0001 to 9999. Everything else is refused: what does not exist
  /// (2026-02-30, 24:00, second 60), lower case, spaces around, weeks and ordinal days.
  ///
  /// - Throws: ``InstantError``, which says what is wrong and what would be right.
  /// - Complexity: O(n) for n bytes, without allocating unless it throws.
  package init(iso8601 bytes: UnsafeBufferPointer<UInt8>) throws(InstantError) {
    var reader = InstantReader(bytes)
    self = try reader.read()
  }

  /// Reads an ISO 8601 date and time with its offset from UTC, from any bytes.
  ///
  /// - Throws: ``InstantError``, which says what is wrong and what would be right.
  /// - Complexity: O(n) for n bytes.
  package init(iso8601 bytes: some Collection<UInt8>) throws(InstantError) {
    let result =
      bytes.withContiguousStorageIfAvailable { Self.read($0) }
      ?? Array(bytes).withUnsafeBufferPointer { Self.read($0) }
    self = try result.get()
  }

  /// As a result, because typed errors do not pass through the closures above.
  private static func read(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Result<OffsetInstant, InstantError> {
    do throws(InstantError) {
      return .success(try OffsetInstant(iso8601: bytes))
    } catch {
      return .failure(error)
    }
  }
}

extension OffsetInstant: CustomStringConvertible {
  /// The moment as ISO 8601 writes it on the writer's clock: `2026-03-02T08:01:00+01:00`, or with `Z`
  /// for offset zero.
  ///
  /// Moments outside of the years 0001 to 9999, which cannot be read but can be computed, show as
  /// seconds since 1970.
  package var description: String {
    let (local, overflow) = instant.seconds.addingReportingOverflow(utcOffset)
    let secondOfDay = local % 86_400 + (local % 86_400 < 0 ? 86_400 : 0)
    let day = local / 86_400 - (local % 86_400 < 0 ? 1 : 0)
    guard !overflow, let date = CivilDate(daysSince1970: day) else {
      return "\(instant.seconds) s after 1970-01-01T00:00:00Z"
    }
    if (0...9999).contains(date.year), utcOffset == 0 { return Self.inUTC(date, secondOfDay) }
    return "\(date)T\(Self.clock(secondOfDay, withSeconds: true))\(offsetText)"
  }

  /// A moment of a year of four digits in UTC; reports name several for each verdict.
  private static func inUTC(_ date: CivilDate, _ secondOfDay: Int) -> String {
    String(unsafeUninitializedCapacity: 20) { bytes in
      var count = 0
      func write(_ number: Int, _ mark: Unicode.Scalar?) {
        bytes[count] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
        bytes[count + 1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
        count += 2
        guard let mark else { return }
        bytes[count] = UInt8(ascii: mark)
        count += 1
      }
      write(date.year / 100, nil)
      write(date.year % 100, "-")
      write(date.month, "-")
      write(date.day, "T")
      write(secondOfDay / 3600, ":")
      write(secondOfDay / 60 % 60, ":")
      write(secondOfDay % 60, "Z")
      return count
    }
  }

  private var offsetText: String {
    guard utcOffset != 0 else { return "Z" }
    let size = utcOffset.magnitude
    guard size <= 99 * 3600 else { return utcOffset < 0 ? "-??:??" : "+??:??" }
    let text = Self.clock(Int(size), withSeconds: size % 60 != 0)
    return (utcOffset < 0 ? "-" : "+") + text
  }

  private static func clock(_ seconds: Int, withSeconds: Bool) -> String {
    let parts = [seconds / 3600, seconds / 60 % 60, seconds % 60].prefix(withSeconds ? 3 : 2)
    return parts.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  }
}

/// Reads one ISO 8601 moment from left to right.
private struct InstantReader {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  mutating func read() throws(InstantError) -> OffsetInstant {
    let day = try date()
    let second = try time()
    let ahead = try offset()
    guard position == bytes.count else { throw fault(.trailing(at: position)) }
    let local = day * 86_400 + second
    return OffsetInstant(instant: Instant(seconds: local - ahead), utcOffset: ahead)
  }

  /// `2026-03-02` as days since 1970-01-01.
  private mutating func date() throws(InstantError) -> Int {
    let year = try pair() * 100 + pair()
    try expect(UInt8(ascii: "-"))
    let month = try pair()
    try expect(UInt8(ascii: "-"))
    let day = try pair()
    guard let date = CivilDate(year: year, month: month, day: day) else {
      throw fault(.date(year: year, month: month, day: day))
    }
    return date.daysSince1970
  }

  /// `T08:01:00.25` as seconds of the day.
  private mutating func time() throws(InstantError) -> Int {
    if !skip(UInt8(ascii: " ")) { try expect(UInt8(ascii: "T")) }
    let hour = try pair()
    try expect(UInt8(ascii: ":"))
    let minute = try pair()
    let hasSecond = skip(UInt8(ascii: ":"))
    let second = hasSecond ? try pair() : 0
    guard hour < 24, minute < 60, second < 60 else {
      throw fault(.time(hour: hour, minute: minute, second: second))
    }
    if hasSecond, skip(UInt8(ascii: ".")) || skip(UInt8(ascii: ",")) {
      _ = try digit()
      while let byte = next, Self.isDigit(byte) { position += 1 }
    }
    return hour * 3600 + minute * 60 + second
  }

  /// `Z`, `+01:00`, `+0100` or `+01` as seconds ahead of UTC.
  private mutating func offset() throws(InstantError) -> Int {
    guard let sign = next else { throw fault(.missingOffset) }
    if skip(UInt8(ascii: "Z")) { return 0 }
    guard skip(UInt8(ascii: "+")) || skip(UInt8(ascii: "-")) else {
      throw fault(.shape(at: position))
    }
    let hours = try pair()
    var minutes = 0
    if skip(UInt8(ascii: ":")) {
      minutes = try pair()
    } else if let byte = next, Self.isDigit(byte) {
      minutes = try pair()
    }
    let size = hours * 3600 + minutes * 60
    guard minutes < 60, size <= 18 * 3600 else { throw fault(.offset) }
    return sign == UInt8(ascii: "-") ? -size : size
  }

  private var next: UInt8? {
    position < bytes.count ? bytes[position] : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }

  private mutating func pair() throws(InstantError) -> Int {
    try digit() * 10 + digit()
  }

  private mutating func digit() throws(InstantError) -> Int {
    guard position < bytes.count, Self.isDigit(bytes[position]) else {
      throw fault(.shape(at: position))
    }
    position += 1
    return Int(bytes[position - 1] - UInt8(ascii: "0"))
  }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ byte: UInt8) throws(InstantError) {
    guard skip(byte) else { throw fault(.shape(at: position)) }
  }

  private func fault(_ reason: InstantError.Reason) -> InstantError {
    InstantError(reason, in: bytes)
  }
}
