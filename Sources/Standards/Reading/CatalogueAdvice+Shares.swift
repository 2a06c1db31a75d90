import Diagnostics
package import ServiceTime

extension CatalogueAdvice {
  /// Nobody keeps a promise for every single ticket, whatever the number of people.
  static func checkShare(of standard: Standard, _ diagnostics: inout Diagnostics) {
    let kind = standard.requirement.kind
    guard kind.promisedShare == .all else { return }
    let answer = (kind as? any ResponseKind)?.answer
    let isOpen = answer != nil && answer?.neverLongerThan == nil
    let bound = isOpen ? " and bound the rest with never-longer-than" : ""
    diagnostics.warning(
      "share.all", "'\(standard.id)' promises 100%, which a single late answer breaks",
      at: standard.place,
      fixIt: "write share: 99%\(bound): \(PriceOfNines(standard.requirement).inWords)")
  }

  /// A title that promises something to everybody, over a promise that does not.
  static func checkTitle(of standard: Standard, _ diagnostics: inout Diagnostics) {
    let kind = standard.requirement.kind
    // News "every two hours" says how often, not to whom.
    guard kind is any TimedKind, !(kind is UpdateEvery), let share = kind.promisedShare, share != .all,
      let said = standard.title.texts.lazy.compactMap({ absoluteWord(in: $0.text) }).first
    else { return }
    let answer = (kind as? any ResponseKind)?.answer
    // Only answers can be given a bound for the rest; other titles may say "four of five".
    guard answer == nil ? !said.namesShare : answer?.neverLongerThan == nil else { return }
    let advice = "write the share into the title, such as '\(share) of …'"
    diagnostics.warning(
      "title.every",
      "'\(standard.id)' says '\(said.word)' and promises \(share) without a bound for the rest",
      at: standard.place, fixIt: answer == nil ? advice : "add never-longer-than, or \(advice)")
  }

  /// Words of a title that promise something to everybody.
  private static let absoluteWords: Set<String> = [
    "all", "always", "every", "everybody", "everyone",
    "każda", "każde", "każdego", "każdej", "każdemu", "każdy", "każdym", "każdą", "wszyscy",
    "wszystkie", "wszystkich", "wszystkim", "wszystkimi", "zawsze",
    "každá", "každé", "každého", "každém", "každému", "každou", "každý", "každým", "pokaždé",
    "vždy", "vždycky", "všech", "všechna", "všechny", "všem", "všemi", "všichni",
  ]

  /// Words by which a title says that it is about a part of a whole: four of five, cztery z pięciu.
  private static let partWords: Set<String> = ["of", "z", "ze"]

  private static func absoluteWord(in title: String) -> (word: String, namesShare: Bool)? {
    let words = title.lowercased().split { !$0.isLetter }.map(String.init)
    guard let word = words.first(where: { absoluteWords.contains($0) }) else { return nil }
    return (word, title.contains("%") || words.contains { partWords.contains($0) })
  }
}

/// What more and more of a share costs, for those who write 100%.
///
/// In a queue with random arrivals, exponential handling times of mean h and n people for a load of
/// a erlangs, the wait W has P(W > t) = C·exp(−(n − a)·t ÷ h), where C ≤ 1 is the probability that
/// one has to wait at all, and falls with n. So n = a + ln(1 ÷ m)·h ÷ t people are enough for a
/// share of 1 − m, ten times fewer misses never take more than another ln(10)·h ÷ t people, and no n
/// gives a share of 1. Where t is shorter than h that bound is far too high, since C falls faster;
/// there C alone is the better one: it holds for every t.
///
/// Source: D. Gross et al., *Fundamentals of Queueing Theory*, 4th ed., Wiley, 2008, section 2.3
/// (waiting time of M/M/c). Checked against `Queueing.ErlangC` in `PriceOfNinesTests`.
package struct PriceOfNines: Hashable, Sendable {
  /// How long a case is assumed to take.
  package static let handling = TimeSpan(seconds: 300)

  /// A load and the least people with whom 99%, 99.9% and 99.99% do not wait at all.
  package static let example = (erlangs: 10, people: [19, 22, 25])

  /// How much longer the promised wait is than a case takes (unit: 1; > 0); nil for what is promised
  /// of something else than a wait for a person.
  private let ratio: Double?

  package init(_ requirement: Requirement) {
    switch requirement {
    case .firstResponse, .nextResponse, .pickUp:
      ratio = requirement.promise.map {
        Double(max($0.within.seconds, 1)) / Double(Self.handling.seconds)
      }
    default: ratio = nil
    }
  }

  /// The people on duty beyond those whom the work itself keeps busy that are enough for so many
  /// nines, 2 for 99% (unit: hundredths of a person, rounded up; ≥ 1); nil where the bound says
  /// nothing.
  package func hundredthsOfPeople(forNines nines: Int) -> Int? {
    guard let ratio, ratio >= 1 else { return nil }
    return Int(exactly: (Self.lnTen * Double(nines) / ratio * 100).rounded(.up))
  }

  /// The natural logarithm of 10.
  private static let lnTen = 2.302585092994046

  /// The price in a few words.
  package var inWords: String {
    if let first = hundredthsOfPeople(forNines: 2), let more = hundredthsOfPeople(forNines: 1) {
      return "at \(Self.handling) a case that takes at most \(Self.decimal(first)) people on duty "
        + "beyond the work itself, each further nine (99.9%, 99.99%) up to \(Self.decimal(more)) "
        + "more, and no number of people keeps 100%"
    }
    guard ratio != nil else {
      return "one miss in a hundred is far cheaper than none ever, which no number of people keeps"
    }
    let people = Self.example.people
    return
      "where \(Self.example.erlangs) people are kept busy, \(people[0]) on duty are enough for "
      + "99%, \(people[1]) for 99.9%, \(people[2]) for 99.99%, and no number of people keeps 100%"
  }

  /// Hundredths as a decimal number: `0.77`.
  private static func decimal(_ hundredths: Int) -> String {
    let rest = hundredths % 100
    return "\(hundredths / 100).\(rest < 10 ? "0" : "")\(rest)"
  }
}
