extension RandomNumberGenerator {
  /// A number from 0 up to, but without, `bound` (≥ 1).
  ///
  /// Our own, because the standard library does not promise that its choices stay the same.
  mutating func number(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(max(bound, 1))).high)
  }

  /// One of the choices.
  mutating func one<Element>(of choices: [Element]) -> Element {
    choices[number(below: choices.count)]
  }

  /// So many different choices, or all, in their order.
  mutating func some<Element>(_ count: Int, of choices: [Element]) -> [Element] {
    var left = min(count, choices.count)
    var chosen: [Element] = []
    for (index, choice) in choices.enumerated()
    where left > 0 && number(below: choices.count - index) < left {
      chosen.append(choice)
      left -= 1
    }
    return chosen
  }

  /// Whether something happens that happens in so many of a hundred cases.
  mutating func happens(in percent: Int) -> Bool { number(below: 100) < percent }
}
