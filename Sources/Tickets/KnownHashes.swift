/// A set of hashes in little memory: 9 to 12 bytes for each, also while it grows.
///
/// Hashes are told apart by all their bits; those of 0 and 1 are one. They must be spread evenly.
package struct KnownHashes: Sendable {
  /// Parts grow one at a time, so that never much more than one is there twice.
  private var parts = [[UInt64]](repeating: [], count: 64)
  private var counts = [Int](repeating: 0, count: 64)

  package init() {}

  /// Adds a hash.
  ///
  /// - Returns: Whether it is new.
  /// - Complexity: O(1) on average.
  package mutating func insert(_ hash: UInt64) -> Bool {
    let hash = max(hash, 1)
    let part = Int(hash >> 58)
    // At most five sixths are taken: a search looks at about three places.
    if counts[part] * 6 >= parts[part].count * 5 { grow(part) }
    guard Self.insert(hash, into: &parts[part]) else { return false }
    counts[part] += 1
    return true
  }

  private mutating func grow(_ part: Int) {
    let old = parts[part]
    parts[part] = Array(repeating: 0, count: max(16, old.count + old.count / 4))
    for hash in old where hash != 0 { _ = Self.insert(hash, into: &parts[part]) }
  }

  /// Puts a hash into the first free place from its own on; there is one.
  private static func insert(_ hash: UInt64, into places: inout [UInt64]) -> Bool {
    let count = places.count
    // The upper bits chose the part.
    var place = Int((hash << 6).multipliedFullWidth(by: UInt64(count)).high)
    while places[place] != 0 {
      if places[place] == hash { return false }
      place = place + 1 == count ? 0 : place + 1
    }
    places[place] = hash
    return true
  }
}
