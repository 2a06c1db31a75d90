import ArgumentParser
import Quality
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

  /// The ids of the tickets to look at; nil for all of them.
  func tickets(of input: TicketOptions, seed: UInt64) throws -> Set<String>? {
    guard let sample else { return nil }
    guard input.canBeReadTwice else {
      StandardError.print(
        "a sample needs the tickets twice, which standard input and pipes cannot give; name files")
      throw ExitStatus.badInput
    }
    var frame = SamplingFrame()
    do {
      try input.forEachQuietly { frame.add($0) }
    } catch is TicketReaderError {
      // The second reading says what is wrong.
      return nil
    }
    let plan = frame.plan(size: sample, seed: seed)
    let groups = plan.shares.count { $0.taken > 0 }
    StandardError.print(
      "sample: \(plan.tickets.count) of \(frame.count) tickets from \(groups) of "
        + "\(plan.shares.count) groups by channel and agent, seed \(seed)")
    return plan.tickets
  }
}
