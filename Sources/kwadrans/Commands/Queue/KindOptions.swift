import ArgumentParser
import Queueing

extension Kwadrans.Queue {
  /// How times vary.
  enum TimeKind: String, ExpressibleByArgument, CaseIterable {
    case exponential, fixed, lognormal

    /// Times of this kind.
    ///
    /// - Parameter variation: Standard deviation ÷ mean, for lognormal times only.
    func times(meanSeconds: Double, variation: Double?) throws(QueueError) -> TimeDistribution {
      switch self {
      case .exponential: try .exponential(meanSeconds: meanSeconds)
      case .fixed: try .fixed(seconds: meanSeconds)
      case .lognormal: try .lognormal(meanSeconds: meanSeconds, variation: variation ?? 1)
      }
    }
  }

  /// Of what kind handling times are.
  struct HandlingKindOptions: ParsableArguments {
    @Option(help: "How handling times vary.")
    var handlingKind: TimeKind = .exponential

    @Option(
      help: ArgumentHelp(
        "Standard deviation of lognormal handling times ÷ their mean.", valueName: "number"),
      transform: Decimal.init(written:))
    var variation: Decimal?

    func validate() throws {
      if variation != nil, handlingKind != .lognormal {
        throw ValidationError("--variation goes with --handling-kind lognormal.")
      }
    }

    /// The times, for a mean.
    func times(_ mean: HandlingTime) throws(QueueError) -> TimeDistribution {
      try handlingKind.times(meanSeconds: mean.seconds, variation: variation?.value)
    }

    /// What was asked, for JSON.
    var given: [Figure] {
      [.given("handling_kind", handlingKind.rawValue)]
        + (variation.map { [.given("variation", $0.value)] } ?? [])
    }
  }
}

/// Values with commas between them.
struct CommaList<Element> {
  let values: [Element]

  /// - Throws: What `read` throws; also when there are more than 10,000.
  init(written: String, read: (String) throws -> Element) throws {
    let parts = written.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count <= 10_000 else {
      throw UnreadableValue(description: "that is more than 10,000 values")
    }
    values = try parts.map { try read(String($0)) }
  }
}

/// Contacts in each interval, such as `12,40,35`.
struct WrittenContacts {
  let values: [Double]

  init(written: String) throws {
    values = try CommaList(written: written) { try Decimal(written: $0).value }.values
  }
}

/// Agents in each interval, such as `3,5,4`.
struct WrittenAgents {
  let values: [Int]

  init(written: String) throws {
    values = try CommaList(written: written) { text in
      let value = try Decimal(written: text).value
      guard let agents = Int(exactly: value), agents <= QueueError.mostAgents else {
        throw UnreadableValue(description: "write whole numbers of agents, such as 3,5,4")
      }
      return agents
    }.values
  }
}
