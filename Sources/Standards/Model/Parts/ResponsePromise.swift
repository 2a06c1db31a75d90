import Diagnostics
package import ServiceTime
package import SourceYAML

/// How soon a person answers, and what counts as an answer.
package struct ResponsePromise: Hashable, Sendable {
  /// What ends the wait.
  package enum End: String, CaseIterable, Sendable {
    /// A reply that helps; "we are looking into it" does not.
    case substantive
    /// Any reply of a person.
    case anyHuman = "any-human"
  }

  /// The wait promised.
  package let time: TimePromise
  /// What nobody waits beyond (opening time; not less than what is promised).
  package let neverLongerThan: TimeSpan?
  /// What ends the wait.
  package let end: End
}

/// A kind that promises an answer: the first one, or each later one.
package protocol ResponseKind: TimedKind {
  /// What is promised.
  var answer: ResponsePromise { get }

  /// Creates the kind.
  init(_ answer: ResponsePromise)
}

extension ResponseKind {
  package var time: TimePromise { answer.time }
  /// What nobody waits beyond (opening time).
  package var neverLongerThan: TimeSpan? { answer.neverLongerThan }
  /// What ends the wait.
  package var end: ResponsePromise.End { answer.end }

  package var parameters: [Parameter] {
    PromiseKeys.within.parameters(time)
      + [
        Parameter("never-longer-than", neverLongerThan.map { hours.inWords($0) }),
        Parameter("ends-at", end.rawValue),
      ].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    guard let answer = ResponsePromise(record, &reading) else { return nil }
    self.init(answer)
  }
}

extension ResponsePromise {
  private static let neverLongerThanKey = Key<TimeSpan>.timeSpan(
    "never-longer-than", "what nobody waits beyond, in the same hours"
  ).such(as: "4 h")
  private static let endKey = Key<End>.choice(
    "ends-at", "what ends the wait: an answer that helps, or anything from a person"
  ).otherwise("substantive")

  static let keys =
    PromiseKeys.within.all + [neverLongerThanKey.description, endKey.description]

  init?(_ record: Record, _ reading: inout CatalogueReading) {
    let promise = PromiseKeys.within.read(record, &reading)
    neverLongerThan = record.optional(Self.neverLongerThanKey, &reading.diagnostics)
    end = record.optional(Self.endKey, &reading.diagnostics) ?? .substantive
    guard let promise else { return nil }
    time = promise
    if let longest = neverLongerThan, longest < promise.within {
      reading.diagnostics.error(
        "promise.order",
        "'never-longer-than' (\(promise.hours.inWords(longest))) is shorter than 'within' "
          + "(\(promise.hours.inWords(promise.within)))",
        at: record.entry("never-longer-than")?.value.place,
        fixIt: "the longest wait of all comes after the promised one")
      return nil
    }
    reading.checkDays(record.entry("never-longer-than")?.value, promise.hours)
  }
}
