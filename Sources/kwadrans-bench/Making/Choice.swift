import Conformance

extension RandomNumberGenerator {
  /// One of the choices.
  mutating func one<Element>(of choices: [Element]) -> Element {
    choices[index(below: choices.count)]
  }

  /// So many different choices, or all, in their order.
  mutating func some<Element>(_ count: Int, of choices: [Element]) -> [Element] {
    var left = min(count, choices.count)
    var chosen: [Element] = []
    for (place, choice) in choices.enumerated()
    where left > 0 && index(below: choices.count - place) < left {
      chosen.append(choice)
      left -= 1
    }
    return chosen
  }

  /// Whether something happens that happens in so many of a hundred cases.
  mutating func happens(in percent: Int) -> Bool { index(below: 100) < percent }
}
