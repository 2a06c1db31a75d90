import ArgumentParser
import Quality
import ServiceTime
import Tickets

/// Whether only a sample of the tickets is looked at.
struct SampleOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only so many tickets: a random sample by channel and agent, chosen by --seed.",
      valueName: "number"))
  var sample: Int?

  func validate() throws {
    if let sample, sample < 1 {
      throw ValidationError("--sample must be 1 or more, not \(sample)")
    }
  }

  /// The tickets to look at; nil for all of them, also where the sample would be all there are.
  ///
  /// - Parameter asOf: The moment up to which the logs are known.
  func drawn(from input: TicketOptions, seed: UInt64, asOf: Instant?) throws -> DrawnSample? {
    guard let sample else { return nil }
    guard input.canBeReadTwice else {
      StandardError.print(
        "a sample needs the tickets twice, which standard input and pipes cannot give; name files")
      throw ExitStatus.badInput
    }
    var frame = SamplingFrame(asOf: asOf)
    do {
      try input.forEachQuietly { frame.add($0) }
    } catch is TicketReaderError {
      // The second reading says what is wrong.
      return nil
    }
    let plan = frame.plan(size: sample, seed: seed)
    if plan.sample.isAll {
      StandardError.print("no sample: there are only \(frame.count) tickets to judge, and all are")
      return nil
    }
    StandardError.print(
      "sample: \(plan.sample.drawn) of \(frame.count) tickets from \(plan.sample.groups) of "
        + "\(plan.sample.allGroups) groups by channel and agent, seed \(seed)")
    return DrawnSample(sample: plan.sample, tickets: plan.tickets)
  }
}

/// A sample, and the tickets in it.
struct DrawnSample: Sendable {
  let sample: Sample
  /// Their ids.
  let tickets: Set<String>
}
