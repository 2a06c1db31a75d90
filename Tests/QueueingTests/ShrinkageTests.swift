import Queueing
import Testing

struct ShrinkageTests {
  static let parts: [(name: String, share: Double)] = [
    ("holidays", 0.1), ("illness", 0.05), ("breaks", 0.1),
  ]

  @Test func `parts combine as a product or as a sum`() throws {
    let product = try Shrinkage(parts: Self.parts, combined: .product)
    #expect(abs(product.total - (1 - 0.9 * 0.95 * 0.9)) <= 1e-15)
    let sum = try Shrinkage(parts: Self.parts, combined: .sum)
    #expect(abs(sum.total - 0.25) <= 1e-15)
    #expect(sum.total > product.total)
    #expect(abs(product.present + product.total - 1) <= 1e-15)
    #expect(try Shrinkage(parts: [], combined: .sum).total == 0)
  }

  @Test func `people on the roster are rounded up, but not by rounding`() throws {
    let quarter = try Shrinkage(parts: Self.parts, combined: .sum)
    #expect(try quarter.rostered(onDuty: 0) == 0)
    #expect(try quarter.rostered(onDuty: 3) == 4)
    #expect(try quarter.rostered(onDuty: 4) == 6)
    let tenth = try Shrinkage(parts: [("all", 0.1)], combined: .product)
    // 9 / 0.9 is 10, also in binary.
    for onDuty in stride(from: 9, through: 9_000_000, by: 900_009) {
      #expect(try tenth.rostered(onDuty: onDuty) == onDuty / 9 * 10)
    }
    #expect(try tenth.rostered(onDuty: 10) == 12)
    // 21 / 0.7 is 30, but a trace more in binary.
    let third = try Shrinkage(parts: [("ill", 0.01), ("away", 0.29)], combined: .sum)
    #expect(try third.rostered(onDuty: 21) == 30)
    #expect(abs(try tenth.onDuty(rostered: 10) - 9) <= 1e-14)
  }

  @Test func `enough are there, and one fewer would not be`() throws {
    var generator = SplitMix64(state: 5)
    for _ in 0..<200 {
      let shrinkage = try Shrinkage(
        parts: (0..<3).map { ("part \($0)", Double.random(in: 0..<0.3, using: &generator)) },
        combined: Bool.random(using: &generator) ? .sum : .product)
      let onDuty = Int.random(in: 1...500, using: &generator)
      let rostered = try shrinkage.rostered(onDuty: onDuty)
      #expect(try shrinkage.onDuty(rostered: rostered) >= Double(onDuty) * (1 - 1e-12))
      #expect(try shrinkage.onDuty(rostered: rostered - 1) < Double(onDuty))
    }
  }

  @Test(arguments: [-0.1, 1, 1.5, .nan, .infinity])
  func `a part is a share`(share: Double) {
    #expect(throws: QueueError.self) {
      try Shrinkage(parts: [("illness", share)], combined: .product)
    }
  }

  @Test func `somebody must be left`() throws {
    let parts: [(name: String, share: Double)] = [("a", 0.6), ("b", 0.5)]
    let error = #expect(throws: QueueError.self) {
      try Shrinkage(parts: parts, combined: .sum)
    }
    #expect(error?.description.hasSuffix("or combine them as a product") == true)
    let product = try Shrinkage(parts: parts, combined: .product)
    #expect(abs(product.total - 0.8) <= 1e-15)
    #expect(throws: QueueError.self) { try product.rostered(onDuty: 9_999_999) }
    #expect(throws: QueueError.self) { try product.rostered(onDuty: -1) }
    let almostAll = [("a", 1.0.nextDown), ("b", 1.0.nextDown)]
    #expect(throws: QueueError.self) { try Shrinkage(parts: almostAll, combined: .product) }
  }
}
