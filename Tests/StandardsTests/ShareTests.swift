import Standards
import Testing

struct ShareTests {
  @Test(arguments: [
    ("95%", 0.95, "95%"), ("99.5%", 0.995, "99.5%"), ("99,5 %", 0.995, "99.5%"),
    ("0%", 0.0, "0%"), ("100%", 1.0, "100%"), ("99.95%", 0.9995, "99.95%"),
    ("1.05%", 0.0105, "1.05%"),
  ])
  func `a share reads as a percentage and prints as one`(
    written: String, fraction: Double, printed: String
  ) throws {
    let share = try #require(Share(written: written))
    // Dividing by 100 rounds once.
    #expect(abs(share.fraction - fraction) <= 1e-15)
    #expect(share.description == printed)
  }

  @Test(arguments: [
    "95", "0.95", "101%", "-5%", "%", "abc%", "1e1%", ".5%", "5.%", "nan%", "inf%", "",
  ])
  func `anything else is none`(written: String) {
    #expect(Share(written: written) == nil)
  }

  @Test func `a fraction outside of 0 to 1 is none`() {
    #expect(Share(fraction: -0.01) == nil)
    #expect(Share(fraction: 1.01) == nil)
    #expect(Share(fraction: .nan) == nil)
    #expect(Share(fraction: 0.5) != nil)
  }
}
