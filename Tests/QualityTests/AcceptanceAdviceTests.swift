import Quality
import Statistics
import Testing

struct AcceptanceAdviceTests {
  /// Every plan tried in exact fractions (`Benchmarks/oracles/acceptance.py`).
  @Test(
    arguments: [
      (0.025, 0.09, nil, 101, 5, 0.041574680929199456, 0.09937540842213821),
      (0.01, 0.05, nil, 132, 3, 0.04425250582596616, 0.09922830442578345),
      (0.02, 0.08, nil, 98, 4, 0.047332561714678124, 0.09948323261827745),
      (0.0, 0.05, nil, 45, 0, 0.0, 0.09944025698709245),
      (0.01, 0.05, 200, 89, 2, 0.0, 0.09933998933582214),
      (0.02, 0.1, 100, 44, 2, 0.0, 0.09894317951622789),
      (0.025, 0.09, 1000, 99, 5, 0.030149818750219645, 0.09783320152992486),
      // 1.5 faults are 1 to accept, 11.1 are 12 to refuse; 7% of 100 are 7, though not in binary.
      (0.01, 0.074, 150, 43, 1, 0.0, 0.09164931431984655),
      (0.01, 0.07, 100, 45, 1, 0.0, 0.09417194279843061),
    ] as [(Double, Double, Int?, Int, Int, Double, Double)])
  func `the plan with the fewest tickets is found`(
    accept: Double, refuse: Double, population: Int?, cases: Int, accepted: Int, producer: Double,
    consumer: Double
  ) throws {
    var question = AcceptanceAdvice.Question(accept: accept, refuse: refuse)
    question.population = population
    let advice = try AcceptanceAdvice(question)
    #expect(advice.plan == (try AcceptancePlan(cases: cases, accepted: accepted)))
    #expect(abs(advice.producersRisk - producer) < 1e-10)
    #expect(abs(advice.consumersRisk - consumer) < 1e-10)
  }

  @Test func `smaller risks take more tickets`() throws {
    var question = AcceptanceAdvice.Question(accept: 0.01, refuse: 0.05)
    let usual = try AcceptanceAdvice(question).plan.cases
    question.consumersRisk = 0.01
    let careful = try AcceptanceAdvice(question)
    #expect(careful.plan.cases > usual && careful.consumersRisk <= 0.01)
    question.producersRisk = 0.001
    #expect(try AcceptanceAdvice(question).plan.cases > careful.plan.cases)
  }

  @Test(arguments: [
    (0.02, 0.02), (0.03, 0.02), (-0.1, 0.02), (.nan, 0.02), (0.01, .nan), (0.01, 1.1), (1.0, 1.0),
    (0.025, 0.026), (0.01, .infinity),
  ])
  func `shares that no plan tells apart are refused`(accept: Double, refuse: Double) {
    #expect(throws: StatisticsError.self) {
      try AcceptanceAdvice(AcceptanceAdvice.Question(accept: accept, refuse: refuse))
    }
  }

  @Test(arguments: [0, 1, -0.1, .nan])
  func `risks are chances that are neither nothing nor certainty`(risk: Double) {
    var question = AcceptanceAdvice.Question(accept: 0.01, refuse: 0.05)
    question.producersRisk = risk
    #expect(throws: StatisticsError.self) { try AcceptanceAdvice(question) }
    question.producersRisk = 0.05
    question.consumersRisk = risk
    #expect(throws: StatisticsError.self) { try AcceptanceAdvice(question) }
  }
}
