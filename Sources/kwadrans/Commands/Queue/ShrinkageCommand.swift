import ArgumentParser
import Diagnostics
import Queueing

extension Kwadrans.Queue {
  /// Parses, calls one library function and prints; the arithmetic lives in the library.
  struct ShrinkageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "shrinkage",
      abstract: "Show how many must be on the roster so that enough are there.",
      discussion: """
        Give --part for each reason for not being there. As a product each part is a share of \
        what the others leave; as a sum each is a share of all paid time. Both are in use, so say \
        which with --combined.

        EXAMPLE:
          kwadrans queue shrinkage --part holidays=10% --part illness=5% --part breaks=10% --combined product --on-duty 20
        """
    )

    /// How parts combine.
    enum Rule: String, ExpressibleByArgument, CaseIterable {
      case product, sum
    }

    @Option(
      help: ArgumentHelp("A reason and its share, such as breaks=10%.", valueName: "name=share"),
      transform: WrittenPart.init(written:))
    var part: [WrittenPart]

    @Option(help: "How parts combine.")
    var combined: Rule

    @Option(help: ArgumentHelp("People needed.", valueName: "count"))
    var onDuty: Int

    @Option(help: "How to print the answer.")
    var format: Format = .text

    func validate() throws {
      if onDuty < 0 { throw ValidationError("--on-duty must be zero or more, not \(onDuty).") }
    }

    func run() throws {
      try Kwadrans.Queue.answer {
        let shrinkage = try Shrinkage(
          parts: part.map { ($0.name, $0.share) }, combined: combined == .sum ? .sum : .product)
        let rostered = try shrinkage.rostered(onDuty: onDuty)
        if format == .json {
          var json = JSONWriter()
          json.object {
            $0.figures([
              Figure(key: "on_duty", value: .whole(onDuty)),
              Figure(key: "rostered", value: .whole(rostered)),
              .given("shrinkage", shrinkage.total), .given("combined", combined.rawValue),
            ])
          }
          return print(json.string)
        }
        print(
          "\(rostered) on the roster for \(onDuty) on duty",
          "shrinkage \(QueueText.percent(shrinkage.total)), its parts combined as a "
            + combined.rawValue, separator: "\n")
      }
    }
  }
}

/// A reason for not being there and its share, such as `breaks=10%`.
struct WrittenPart {
  let name: String
  let share: Double

  init(written: String) throws {
    let parts = written.split(separator: "=", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else {
      throw UnreadableValue(description: "write a name and a share, such as breaks=10%")
    }
    name = String(parts[0])
    share = try Share(partWritten: parts[1]).value
  }
}
