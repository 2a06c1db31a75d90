import Diagnostics
import Reports
import Standards
import Testing

struct ShowTests {
  @Test(arguments: ["pl", "en"])
  func `a small catalogue is shown as recorded`(language: String) throws {
    let catalogue = Catalogues.read(Catalogues.text)
    try Golden.expect(
      ShowText(isColoured: false).render(catalogue, in: language), "show-\(language).txt")
  }

  @Test func `a program reads the same as recorded`() throws {
    var json = JSONWriter()
    ShowJSON.write(Catalogues.read(Catalogues.text), in: "en", to: &json)
    try Golden.expect(json.string + "\n", "show.json")
  }

  @Test(arguments: ["pl", "cs", "en"])
  func `the shipped catalogue fits into 100 columns, each standard once`(language: String) throws {
    let catalogue = try Catalogues.shipped()
    let text = ShowText(isColoured: false).render(catalogue, in: language)
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count <= ShowText.width })
    #expect(lines.allSatisfy { $0.last != " " })
    for standard in catalogue.standards {
      #expect(
        lines.count { $0 == standard.id || $0.hasPrefix(standard.id + " ") } == 1, "\(standard.id)")
    }
  }

  @Test func `long names and characters that steer a terminal do no harm`() {
    let id = "a-name-so-long-that-no-column-is-wide-enough-for-it"
    let text = Catalogues.text
      .replacing("id: listening", with: "id: \(id)")
      .replacing("{pl: Słuchamy, en: We listen}", with: #""\e[2J\u202Ewe\n\tlisten \#(id)\#(id)""#)
    let shown = ShowText(isColoured: false).render(Catalogues.read(text), in: "en")
    #expect(!shown.contains("\u{1B}") && !shown.contains("\u{202E}") && !shown.contains("\t"))
    #expect(shown.split(separator: "\n").allSatisfy { $0.count <= ShowText.width })
    #expect(shown.contains("\n\(id)\n"))
  }
}
