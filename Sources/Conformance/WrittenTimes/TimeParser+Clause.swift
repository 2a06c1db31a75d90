extension TimeParser {
  /// A clause that bounds by what happens: "zanim wybije północ", "než zavřeme", "before my bus
  /// leaves at 17:40".
  ///
  /// The first time in the clause is the bound; without one, closing or the end of a shift.
  func clause(at start: Int) -> Phrase? {
    guard roles(start).contains(.beforeClause) else { return nil }
    // "déle než 2 hodiny"
    if roles(start).contains(.than),
      roles(start - 1).contains(.more) || roles(start - 2).contains(.more)
        || roles(start - 1).contains(.later)
    {
      return nil
    }
    var lead = Lead(start: start, next: start + 1)
    lead.isLatest = true
    var ending: (time: WrittenTime.DayTime, next: Int)?
    for index in start + 1..<start + 18 {
      guard tokens.indices.contains(index) else { break }
      if tokens[index].kind == .mark {
        guard isMark(index, "(") || isMark(index, "-") else { break }
        continue
      }
      if let phrase = phrase(
        at: index, isLoose: isMark(index - 1, "("), isInClause: true), let time = phrase.time
      {
        guard case .point(let day, let clock) = time.meaning,
          time.bound.isBinding || time.bound == .from
        else { continue }
        return Phrase(
          time: WrittenTime(
            range: range(from: start, to: phrase.next), meaning: .point(day, clock),
            bound: .latest, isApproximate: time.isApproximate, isExclusive: false),
          first: start, next: phrase.next)
      }
      if roles(index).contains(.shift) { ending = (.shiftEnd, index + 1) }
      if ending == nil, isClosing(index) { ending = (.closing, index + 1) }
    }
    guard let ending else { return nil }
    return Phrase(
      time: time(.point(nil, ending.time), .latest, lead, false, next: ending.next),
      first: start, next: ending.next)
  }

  /// Whether the desk closes here, and not a ticket or the customer's browser.
  private func isClosing(_ index: Int) -> Bool {
    guard roles(index).contains(.closing) else { return false }
    if word(index).languages == .english, !isSpelt(index - 1, "we"), !isSpelt(index - 1, "i") {
      return false
    }
    let next = index + 1
    guard tokens.indices.contains(next), tokens[next].kind == .word else { return true }
    return roles(next).contains(.day) || roles(next).contains(.work)
      || roles(next).contains(.shift) || isSpelt(next, "the") && isSpelt(next + 1, "doors")
  }
}
