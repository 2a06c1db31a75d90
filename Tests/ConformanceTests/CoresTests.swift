import Conformance
import Testing

struct CoresTests {
  @Test(arguments: [1, 2, 3, 8], [0, 1, 3, 4, 5, 1_001])
  func `results come in the order of the elements`(cores: Int, count: Int) {
    let elements = (0..<count).map { "\($0)" }
    let expected = elements.map { $0 + $0 }
    #expect(Cores(cores).begin(elements) { $0 + $0 }.finish() == expected)
  }

  @Test func `no cores are one`() {
    #expect(Cores(0) == Cores(1))
    #expect(Cores(-3).begin([1, 2]) { $0 }.finish() == [1, 2])
  }
}
