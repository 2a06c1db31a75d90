import Statistics
import Testing

struct StatisticsErrorTests {
  @Test func `an error shows the value and what would be right`() {
    #expect(
      StatisticsError.outOfRange("the level", 1.5, range: "between 0 and 1").description
        == "the level must be between 0 and 1, not 1.5")
    #expect(
      StatisticsError.moreThanAll("kept", 12, of: 10).description
        == "kept must be at most all 10 of them, not 12")
  }
}
