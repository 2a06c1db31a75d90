import ArgumentParser
import Queueing

extension Kwadrans.Queue {
  /// How much work there is, in either of two ways, and how to print what comes of it.
  struct LoadOptions: ParsableArguments {
    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("Mean arrivals, such as 90/h, 1.5/min or 700/day.", valueName: "rate"),
      transform: ArrivalRate.init(written:))
    var arrivals: ArrivalRate?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("Mean handling time, such as 4min or 240s.", valueName: "time"),
      transform: HandlingTime.init(written:))
    var handling: HandlingTime?

    @Option(
      parsing: .unconditional,
      help: ArgumentHelp("The load in erlangs, instead of --arrivals.", valueName: "erlangs"),
      transform: Decimal.init(written:))
    var load: Decimal?

    @Option(help: "How to print the answer.")
    var format: Format = .text

    func validate() throws {
      if load != nil, arrivals != nil {
        throw ValidationError("Give --arrivals with --handling, or --load, not both.")
      }
      if load == nil, arrivals == nil {
        throw ValidationError("Say how much work there is: --arrivals with --handling, or --load.")
      }
      if arrivals != nil, handling == nil {
        throw ValidationError("Say with --handling how long one ticket takes, such as 4min.")
      }
    }

    /// The handling time (unit: s); 1 where it is not known, for what does not depend on it.
    var handleSeconds: Double { handling?.seconds ?? 1 }

    /// The load that was asked about.
    func offeredLoad() throws -> OfferedLoad {
      if let arrivals, let handling {
        return try OfferedLoad(
          arrivals: arrivals.arrivals, perSeconds: arrivals.seconds, handleSeconds: handling.seconds
        )
      }
      return try OfferedLoad(erlangs: load?.value ?? 0)
    }
  }
}
