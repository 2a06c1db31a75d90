import ServiceTime
import Testing

struct WrittenDateTests {
  @Test(arguments: ["2026-12-24", "2024-02-29", " 0001-01-01 ", "9999-12-31"])
  func `a date is read and printed`(text: String) throws {
    #expect(try CivilDate(written: text).description == text.filter { $0 != " " })
  }

  @Test(arguments: [
    ("24.12.2026", "write 2026-12-24"), ("1. 5. 2026", "write 2026-05-01"),
    ("24/12/2026", "write year, month and day, such as 2026-12-24"),
    ("2026-1-6", "write year, month and day, such as 2026-12-24"),
    ("26-12-24", "write year, month and day, such as 2026-12-24"),
    ("", "write year, month and day, such as 2026-12-24"),
    ("Christmas", "write year, month and day, such as 2026-12-24"),
    ("2026-12-24T00:00", "write year, month and day, such as 2026-12-24"),
    ("٢٠٢٦-١٢-٢٤", "write year, month and day, such as 2026-12-24"),
    ("30.2.2026", "write year, month and day, such as 2026-12-24"),
  ])
  func `another form is refused with the right one`(text: String, suggestion: String) {
    let error = #expect(throws: DateError.self) { try CivilDate(written: text) }
    #expect(error?.message == "'\(text)' is no date")
    #expect(error?.suggestion == suggestion)
  }

  @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "0000-01-01"])
  func `a day that never comes is refused`(text: String) {
    #expect(throws: DateError.noSuchDay(text)) { try CivilDate(written: text) }
  }
}
