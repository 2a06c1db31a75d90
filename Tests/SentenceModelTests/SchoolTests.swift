import Testing

@testable import ModelTraining

struct SchoolTests {
  @Test func `sets by one hand are tried together, and the parts are alike in size`() {
    let sets =
      [
        ("labels", 232), ("more-pl", 90), ("more-cs", 80), ("more-en", 85), ("more-trades-pl", 60),
        ("more-trades-cs", 60), ("wide-en-1", 120), ("wide-en-2", 110), ("wide-pl", 100),
      ] + (1...20).map { ("wide9-\($0)", 240) }
    let parts = School.parts(of: sets)
    #expect(Set(parts.keys) == Set(sets.map(\.0)))
    #expect(Set(parts.values) == Set(0..<10))
    #expect(parts["more-pl"] == parts["more-cs"] && parts["more-cs"] == parts["more-en"])
    #expect(parts["more-trades-pl"] == parts["more-trades-cs"])
    let sizes = (0..<10).map { part in
      sets.filter { parts[$0.0] == part }.reduce(0) { $0 + $1.1 }
    }
    // No part is larger than another by more than the largest hand.
    #expect((sizes.max() ?? 0) - (sizes.min() ?? 0) <= 255)
    #expect(School.parts(of: sets.reversed()) == parts)
  }
}
