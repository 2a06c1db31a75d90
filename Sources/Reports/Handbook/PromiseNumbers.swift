import ServiceTime
import Standards

/// The numbers of a promise of time, whatever its kind.
struct PromiseNumbers {
  /// What is promised, for how many, and on which hours.
  let time: TimePromise
  /// What nobody waits beyond.
  let neverLongerThan: TimeSpan?

  /// Whether a day is no unit, because only opening hours count.
  var isInHours: Bool { time.hours != .always }

  /// Reads a standard's numbers; nil when it promises no time.
  init?(_ standard: Standard) {
    guard let time = standard.requirement.promise else { return nil }
    self.time = time
    neverLongerThan = (standard.requirement.kind as? any ResponseKind)?.neverLongerThan
  }
}

/// The parts in which standards are shown: what a team does together first, then the words.
enum StandardGroup: CaseIterable {
  case times, tickets, words, review

  /// The standards of the part, in the order of the catalogue.
  func standards(of catalogue: Catalogue) -> [Standard] {
    catalogue.standards.filter { StandardGroup($0) == self }
  }

  /// The part that a standard belongs to.
  init(_ standard: Standard) {
    self =
      switch standard.requirement.kind.card.subject {
      case .time: .times
      case .ticket: .tickets
      case .words: .words
      case .review: .review
      }
  }
}
