import ArgumentParser
import Diagnostics
import Quality
import Reports
import Standards
import Statistics

/// `kwadrans audit plan-sample`: how many tickets a person should look at.
struct AuditPlanSample: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "plan-sample",
    abstract: "Say how many tickets a person should look at to know a share, or to find a fault.",
    discussion: """
      The size is z²·p(1 − p)/margin², smaller where there are not many tickets (--population); where
      fewer than ten cases of one side are expected, it is that of Wilson's interval, which is larger. With
      --detect: how many tickets without a single fault show that it is rarer than that. Draw them by
      kwadrans audit --sample, or kwadrans audit review --sample.

      EXAMPLE: kwadrans audit plan-sample --margin 5% --population 2000 --detect 2%
      """
  )

  @Option(
    help: ArgumentHelp(
      "How far the share may lie from the truth, in percentage points: 5%.", valueName: "percent"))
  var margin = Percentage(fraction: 0.05)

  @Option(help: ArgumentHelp("How sure it shall be.", valueName: "percent"))
  var confidence = Percentage(fraction: 0.95)

  @Option(
    help: ArgumentHelp("How many tickets there are; very many if left out.", valueName: "number"))
  var population: Int?

  @Option(
    help: ArgumentHelp("The share that is thought likely; 50% asks for most.", valueName: "percent")
  )
  var expected = Percentage(fraction: 0.5)

  @Option(help: ArgumentHelp("A share of faults that must not go unseen.", valueName: "percent"))
  var detect: Percentage?

  @Option(help: "How to print it.")
  var format = Format.text

  /// What lies out of range, in the words in which it was typed.
  private var fault: String? {
    if margin.fraction <= 0 || margin.fraction > 0.5 {
      return "--margin must be above 0% and at most 50%, not \(margin)"
    }
    for (name, share) in [("--confidence", confidence), ("--expected", expected)]
    where share.fraction <= 0 || share.fraction >= 1 {
      return "\(name) must be above 0% and below 100%, not \(share)"
    }
    if let detect, detect.fraction <= 0 {
      return "--detect must be above 0% and at most 100%, not \(detect)"
    }
    if let population, !(1...1_000_000_000).contains(population) {
      return "--population must be a number of tickets from 1 to a billion, not \(population)"
    }
    return nil
  }

  func run() throws {
    if let fault {
      StandardError.print(fault)
      throw ExitStatus.badInput
    }
    var question = SampleAdvice.Question()
    question.margin = margin.fraction
    question.level = confidence.fraction
    question.expected = expected.fraction
    question.population = population
    question.detect = detect?.fraction
    let advice: SampleAdvice
    do {
      advice = try SampleAdvice(question)
    } catch {
      StandardError.print("\(error)")
      throw ExitStatus.badInput
    }
    var out = try Output(path: nil)
    switch format {
    case .text: try out.write(advice.text)
    case .json:
      var json = JSONWriter()
      advice.write(to: &json)
      json.newline()
      try out.write(&json)
    }
    try out.finish()
  }
}

/// A share as it is typed: `5%`, `2.5%`, `0.05`.
struct Percentage: ExpressibleByArgument, CustomStringConvertible {
  /// 0 to 1.
  let fraction: Double

  init(fraction: Double) {
    self.fraction = fraction
  }

  init?(argument: String) {
    let isPercent = argument.hasSuffix("%")
    let digits = isPercent ? argument.dropLast() : argument[...]
    guard let first = digits.first, first.isNumber || first == ".",
      let number = Double(digits), number.isFinite
    else { return nil }
    let fraction = isPercent ? number / 100 : number
    guard (0...1).contains(fraction) else { return nil }
    self.fraction = fraction
  }

  var description: String {
    let hundredths = (fraction * 10_000).rounded() / 100
    return hundredths == hundredths.rounded() ? "\(Int(hundredths))%" : "\(hundredths)%"
  }

  var defaultValueDescription: String { description }
}
