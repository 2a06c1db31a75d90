import ServiceTime

/// A parameter that two requirements of a kind give different values.
struct ParameterChange: Hashable {
  let key: String
  /// The value before; nil when it was not given.
  let old: String?
  /// The value now; nil when it is no longer given.
  let new: String?
  let effect: CatalogueChange.Effect
  let reason: String
}

/// Which values of a parameter promise more.
private enum ParameterOrder {
  /// The shorter the time the more; none at all promises least.
  case shorter
  /// The longer the time the more.
  case longer
  /// The larger the share the more.
  case larger
  /// The smaller the number the more; none at all promises least.
  case fewer
  /// The earlier in this list the more; none at all promises least.
  case ranked([String])
  /// The more is listed the more is promised.
  case longerList
  /// The less is listed the more is promised.
  case shorterList
  /// The more hours are open the more.
  case hours
  /// Neither value promises more than the other.
  case none

  init(of key: String, kind: String) {
    switch (kind, key) {
    case ("length", _): self = .none
    case (_, "no-contact-for"): self = .longer
    case (_, "share"): self = .larger
    case (_, "over"): self = .ranked(["day", "week", "month"])
    case (_, "ends-at"): self = .ranked(["substantive", "any-human"])
    case (_, "by"): self = .ranked(["human", "machine or human", "machine"])
    case (_, "note-required"): self = .ranked(["true", "false"])
    case (_, "hours"): self = .hours
    case ("upsell", "never-when"), ("asked-again", "fields"), (_, "wants"): self = .longerList
    case (_, "unless"), (_, "paused-while"), ("upsell", "offer-when"): self = .shorterList
    case ("upsell", "not-before"), ("acknowledge", "with"): self = .ranked([])
    case (_, let key) where key == "at-most" || key.hasSuffix("-at-most"): self = .fewer
    case (_, "within"), (_, "never-longer-than"), (_, "longest"), (_, "nobody-waits-longer-than"):
      self = .shorter
    default: self = .none
    }
  }
}

extension Requirement {
  /// What differs between this requirement, of the catalogue `old`, and another of the same kind.
  func changes(
    to new: Requirement, in old: Catalogue, and newCatalogue: Catalogue
  ) -> [ParameterChange] {
    let (before, after) = (kind.parameters, new.kind.parameters)
    var keys = before.map(\.key)
    for parameter in after where !keys.contains(parameter.key) { keys.append(parameter.key) }
    return keys.compactMap { key in
      let values = (
        before.first { $0.key == key }?.value, after.first { $0.key == key }?.value
      )
      guard values.0 != values.1 else { return nil }
      let (effect, reason) = ParameterOrder(of: key, kind: self.key)
        .compare(values.0, values.1, key, (old, newCatalogue))
      return ParameterChange(
        key: key, old: values.0, new: values.1, effect: effect, reason: reason)
    }
  }
}

extension ParameterOrder {
  typealias Judgement = (CatalogueChange.Effect, String)

  func compare(
    _ old: String?, _ new: String?, _ key: String, _ catalogues: (Catalogue, Catalogue)
  ) -> Judgement {
    switch self {
    case .shorter:
      return Self.ordered(
        old.flatMap(Self.seconds) ?? .max, new.flatMap(Self.seconds) ?? .max, less: .stronger,
        "customers wait less", "customers wait longer")
    case .longer:
      return Self.ordered(
        old.flatMap(Self.seconds) ?? 0, new.flatMap(Self.seconds) ?? 0, less: .weaker,
        "it holds for a shorter time", "it holds for a longer time")
    case .larger:
      return Self.ordered(
        old.flatMap(Share.init(written:)) ?? .all, new.flatMap(Share.init(written:)) ?? .all,
        less: .weaker, "it is kept for fewer customers", "it is kept for more customers")
    case .fewer:
      return Self.ordered(
        old.flatMap(Self.number) ?? .infinity, new.flatMap(Self.number) ?? .infinity,
        less: .stronger, "less is allowed", "more is allowed")
    case .ranked(let order):
      let places = [old, new].map { value in
        value.map { order.firstIndex(of: $0) ?? -1 } ?? order.count
      }
      return Self.ordered(
        places[0], places[1], less: .stronger, "it asks more of us", "it asks less of us")
    case .longerList, .shorterList:
      return lists(old, new)
    case .hours:
      return Self.hours(old, new, catalogues)
    case .none:
      return (.different, "another value, neither more nor less")
    }
  }

  private static func ordered<Value: Comparable>(
    _ old: Value, _ new: Value, less: CatalogueChange.Effect, _ ifLess: String, _ ifMore: String
  ) -> Judgement {
    if old == new { return (.different, "another value, neither more nor less") }
    let more: CatalogueChange.Effect = less == .stronger ? .weaker : .stronger
    return new < old ? (less, ifLess) : (more, ifMore)
  }

  private func lists(_ old: String?, _ new: String?) -> Judgement {
    let (before, after) = (Self.elements(old), Self.elements(new))
    let isLongerStronger = if case .longerList = self { true } else { false }
    if before.isStrictSubset(of: after) {
      return isLongerStronger ? (.stronger, "it names more") : (.weaker, "it leaves out more")
    }
    if after.isStrictSubset(of: before) {
      return isLongerStronger ? (.weaker, "it names less") : (.stronger, "it leaves out less")
    }
    return (.different, "something else is named")
  }

  private static func hours(
    _ old: String?, _ new: String?, _ catalogues: (Catalogue, Catalogue)
  ) -> Judgement {
    guard let before = catalogues.0.weeklySeconds(of: old),
      let after = catalogues.1.weeklySeconds(of: new), before != after
    else { return (.different, "other hours, as many a week") }
    let (less, more) = (min(before, after), max(before, after))
    let difference = TimeSpan(seconds: more - less).inHours
    return after > before
      ? (.stronger, "\(difference) more a week") : (.weaker, "\(difference) less a week")
  }

  private static func seconds(_ text: String) -> Int? {
    (try? TimeSpan(written: text))?.seconds
  }

  /// The number that a text begins with.
  private static func number(_ text: String) -> Double? {
    Double(text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") })
  }

  private static func elements(_ text: String?) -> Set<String> {
    guard let text else { return [] }
    let plain = text.hasPrefix("topic ") ? String(text.dropFirst("topic ".count)) : text
    return Set(
      plain.split { $0 == "," || $0 == ";" }.map { part in
        String(part.drop { $0 == " " })
      })
  }
}

extension Catalogue {
  /// How long hours are open in an ordinary week (unit: s); nil for no such calendar.
  func weeklySeconds(of hours: String?) -> Int? {
    guard let hours, hours != PromiseHours.always.written else { return 7 * 86_400 }
    return calendar(named: hours)?.hours.week.seconds
  }
}
