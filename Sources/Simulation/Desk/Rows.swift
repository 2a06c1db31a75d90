/// Rows of plain values, in memory of a run's own: a loop over arrays would ask before each change
/// whether somebody else has them too.
extension UnsafeMutableBufferPointer {
  /// Where a row stands; in debug builds, whether there is one is checked.
  ///
  /// What reads a member of a long row through a subscript copies all of it first.
  @inline(__always)
  func at(_ place: Int) -> UnsafeMutablePointer<Element> {
    assert(indices.contains(place), "no row \(place) among \(count)")
    return baseAddress.unsafelyUnwrapped + place
  }
}
