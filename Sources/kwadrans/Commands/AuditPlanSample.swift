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

      To accept or refuse work as a whole, such as a supplier's or a newcomer's week: --accept and
      --refuse ask for the fewest tickets, and the faults to let pass, with which good work passes and
      bad work does not. --plan says what a plan does that you have, such as one of ISO 2859-1.

      EXAMPLE: kwadrans audit plan-sample --margin 5% --population 2000 --detect 2%
      EXAMPLE: kwadrans audit plan-sample --accept 2.5% --refuse 9%
      """
  )

  @Option(
    help: ArgumentHelp(
      "How far the share may lie from the truth, in percentage points; 5% if left out.",
      valueName: "percent"))
  var margin: Percentage?

  @Option(help: ArgumentHelp("How sure it shall be.", valueName: "percent"))
  var confidence = Percentage(fraction: 0.95)

  @Option(
    help: ArgumentHelp("How many tickets there are; very many if left out.", valueName: "number"))
  var population: Int?

  @Option(
    help: ArgumentHelp(
      "The share that is thought likely; 50%, which asks for most, if left out.",
      valueName: "percent"))
  var expected: Percentage?

  @Option(help: ArgumentHelp("A share of faults that must not go unseen.", valueName: "percent"))
  var detect: Percentage?

  @Option(
    help: ArgumentHelp(
      "A share of faults with which work shall pass (AQL); goes with --refuse.",
      valueName: "percent"))
  var accept: Percentage?

  @Option(
    help: ArgumentHelp(
      "A share of faults with which work shall not pass (LTPD); goes with --accept.",
      valueName: "percent"))
  var refuse: Percentage?

  @Option(
    help: ArgumentHelp("How often --accept may be refused by chance.", valueName: "percent"))
  var producersRisk = Percentage(fraction: 0.05)

  @Option(
    help: ArgumentHelp("How often --refuse may be accepted by chance.", valueName: "percent"))
  var consumersRisk = Percentage(fraction: 0.1)

  @Option(
    help: ArgumentHelp(
      "A plan: so many tickets, and so many faults at most: 125,7.", valueName: "tickets,faults"))
  var plan: TypedPlan?

  @Option(help: "How to print it.")
  var format = Format.text

  func validate() throws {
    if (accept == nil) != (refuse == nil) {
      throw ValidationError(
        "--accept and --refuse go together: what is to pass, and what is not")
    }
  }

  /// What lies out of range, in the words in which it was typed.
  private var fault: String? {
    if let margin, margin.fraction <= 0 || margin.fraction > 0.5 {
      return "--margin must be above 0% and at most 50%, not \(margin)"
    }
    if let detect, detect.fraction <= 0 {
      return "--detect must be above 0% and at most 100%, not \(detect)"
    }
    if let accept, let refuse, accept.fraction >= refuse.fraction {
      return "--refuse must be above --accept, \(accept), not \(refuse)"
    }
    for case (let name, let share?) in [
      ("--confidence", confidence), ("--expected", expected),
      ("--producers-risk", producersRisk), ("--consumers-risk", consumersRisk),
    ] where share.fraction <= 0 || share.fraction >= 1 {
      return "\(name) must be above 0% and below 100%, not \(share)"
    }
    if let plan,
      !(1...1_000_000_000).contains(plan.tickets) || plan.faults < 0
        || plan.faults > plan.tickets
    {
      return
        "--plan must be tickets, from 1 to a billion, and at most as many faults, such as 125,7, "
        + "not \(plan.tickets),\(plan.faults)"
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
    if let margin { question.margin = margin.fraction }
    question.level = confidence.fraction
    if let expected { question.expected = expected.fraction }
    question.population = population
    question.detect = detect?.fraction
    let advice: SampleAdvice
    let acceptance: AcceptanceAdvice?
    let plan: AcceptancePlan?
    var further: [String] = []
    do {
      advice = try SampleAdvice(question)
      acceptance = try acceptanceQuestion.map { try AcceptanceAdvice($0) }
      plan = try self.plan.map { try AcceptancePlan(cases: $0.tickets, accepted: $0.faults) }
      if let acceptance { further.append(acceptance.text) }
      if let plan { further.append(try plan.text()) }
    } catch {
      StandardError.print("\(error)")
      throw ExitStatus.badInput
    }
    var out = try Output(path: nil)
    switch format {
    case .text: try out.write(advice.text(further: further, isAsked: isShareAsked))
    case .json:
      var json = JSONWriter()
      advice.write(acceptance, plan, to: &json)
      json.newline()
      try out.write(&json)
    }
    try out.finish()
  }

  /// Who asks only which work to accept does not ask how well a share is known.
  private var isShareAsked: Bool {
    (accept == nil && plan == nil) || margin != nil || expected != nil || detect != nil
  }

  private var acceptanceQuestion: AcceptanceAdvice.Question? {
    guard let accept, let refuse else { return nil }
    var question = AcceptanceAdvice.Question(accept: accept.fraction, refuse: refuse.fraction)
    question.producersRisk = producersRisk.fraction
    question.consumersRisk = consumersRisk.fraction
    question.population = population
    return question
  }
}

/// A plan as it is typed: `125,7` tickets and faults at most.
struct TypedPlan: ExpressibleByArgument {
  let tickets: Int
  let faults: Int

  init?(argument: String) {
    let parts = argument.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, let tickets = Int(parts[0]), let faults = Int(parts[1]) else {
      return nil
    }
    self.tickets = tickets
    self.faults = faults
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
