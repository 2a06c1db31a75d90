// Whose case a contact is: people with a largest number of cases take no further one.
extension DeskRun {
  /// Whether somebody may take nothing but what is theirs.
  @inline(__always)
  func isFull(_ person: Int) -> Bool {
    limitsCases && people[person].cases >= people[person].mostCases
  }

  /// Whether a contact waits for whose case it is, whatever happens: people with a largest number of
  /// cases keep those they have.
  @inline(__always)
  func isCase(_ contact: Int) -> Bool {
    guard limitsCases else { return false }
    let owner = Int(contacts[contact].owner)
    return owner >= 0 && people[owner].mostCases < .max
  }

  /// A contact becomes somebody's case.
  mutating func own(_ contact: Int, by person: Int) {
    let owner = Int(contacts[contact].owner)
    guard owner != person else { return }
    if owner >= 0 { people[owner].cases -= 1 }
    contacts[contact].owner = Int32(truncatingIfNeeded: person)
    people[person].cases += 1
    // Whoever had it may take another.
    settleAgain(owner)
  }

  /// A contact is nobody's case any more.
  ///
  /// - Returns: Whose it was; -1 for nobody's.
  @inline(__always)
  mutating func disowned(_ contact: Int) -> Int {
    guard limitsCases else { return -1 }
    let owner = Int(contacts[contact].owner)
    guard owner >= 0 else { return -1 }
    people[owner].cases -= 1
    contacts[contact].owner = -1
    return owner
  }

  /// Somebody has a case less, and may take another.
  @inline(__always)
  mutating func settleAgain(_ person: Int) {
    if person >= 0 { settle(person) }
  }
}
