import Conformance
package import Diagnostics
import Reports
import ServiceTime
import Standards

/// Reads any bytes as a catalogue, does with it what the commands do, and looks whether what must
/// always hold does hold.
package struct CatalogueProbe: Sendable {
  /// The line at which an input is cut into two files.
  package static let cut = "#---8<---\n"

  private let lexicon = Lexicon.builtIn().lexicon

  /// Creates a probe; the built-in word lists are read once.
  package init() {}

  /// What an input did that it must not do; nil when all is well.
  ///
  /// - Parameter isThorough: Whether to read twice and, where there are no errors, to run the
  ///   examples and to render everything, which takes many times longer.
  package func fault(of input: [UInt8], isThorough: Bool) -> String? {
    let texts = Self.texts(of: input)
    let result = CatalogueReader.read(texts)
    var found = result.diagnostics
    if let fault = DiagnosticProbe(texts).fault(of: found) { return fault }
    if isThorough, let fault = secondReading(texts, of: result) { return fault }
    guard !found.hasErrors else { return nil }
    let advice = CatalogueAdvice.on(result.catalogue)
    if advice.hasErrors { return "advice holds an error" }
    found.append(contentsOf: advice)
    if let fault = DiagnosticProbe(texts).fault(of: found) { return fault }
    if let fault = Self.fault(of: result.catalogue) { return fault }
    return isThorough ? faultInUse(of: result.catalogue, texts) : nil
  }

  /// The one or two files that an input stands for.
  package static func texts(of input: [UInt8]) -> [SourceText] {
    let cut = Array(Self.cut.utf8)
    var start = 0
    while start + cut.count <= input.count {
      if input[start] == cut[0], input[start..<start + cut.count].elementsEqual(cut) {
        return [
          SourceText(path: "1.yaml", bytes: Array(input[..<start])),
          SourceText(path: "2.yaml", bytes: Array(input[(start + cut.count)...])),
        ]
      }
      start += 1
    }
    return [SourceText(path: "1.yaml", bytes: input)]
  }

  /// Whether an input is a catalogue without errors.
  package func isSound(_ input: [UInt8]) -> Bool {
    !CatalogueReader.read(Self.texts(of: input)).diagnostics.hasErrors
  }

  /// The same texts must give the same, to the byte.
  private func secondReading(_ texts: [SourceText], of first: CatalogueReader.Result) -> String? {
    let second = CatalogueReader.read(texts)
    guard second.diagnostics.all == first.diagnostics.all else {
      return "read a second time, the diagnostics differ"
    }
    let ids = first.catalogue.standards.map(\.id)
    return second.catalogue.standards.map(\.id) == ids
      ? nil : "read a second time, the standards differ"
  }

  /// What holds of every catalogue without errors.
  private static func fault(of catalogue: Catalogue) -> String? {
    let ids = catalogue.standards.map(\.id)
    if Set(ids).count < ids.count { return "two standards have the same id" }
    if catalogue.name.isEmpty { return "the catalogue has no name" }
    if catalogue.languages.isEmpty { return "the catalogue has no languages" }
    for standard in catalogue.standards {
      if !(0...100).contains(standard.weight) { return "a weight is \(standard.weight)" }
      guard let promise = standard.requirement.promise else { continue }
      if promise.within.seconds <= 0 { return "a promise takes \(promise.within.seconds) s" }
      if catalogue.openingHours(of: promise.hours) == nil { return "a promise has no hours" }
    }
    return nil
  }

  /// Runs the examples and renders the catalogue in every way.
  private func faultInUse(of catalogue: Catalogue, _ texts: [SourceText]) -> String? {
    guard let runner = try? ExampleRunner(catalogue, lexicon) else {
      // Expressions may take more memory together than is allowed.
      return nil
    }
    let run = runner.run()
    let written = catalogue.standards.reduce(0) { $0 + $1.examples.entries.count }
    guard run.results.count + run.leftOut == written else {
      return "of \(written) examples \(run.results.count) were run and \(run.leftOut) left out"
    }
    if let fault = DiagnosticProbe(texts).fault(of: run.diagnostics) { return fault }
    var json = JSONWriter()
    ExampleJSON.write(run, to: &json)
    if let fault = OutputProbe.fault(ofJSON: json.bytes) { return "examples: \(fault)" }
    for language in catalogue.languages.prefix(3) {
      if let fault = faultInPrint(of: catalogue, in: language) { return fault }
    }
    return nil
  }

  private func faultInPrint(of catalogue: Catalogue, in language: String) -> String? {
    let shown = ShowText(isColoured: false).render(catalogue, in: language)
    if let fault = OutputProbe.fault(ofText: shown) { return "show: \(fault)" }
    var json = JSONWriter()
    ShowJSON.write(catalogue, in: language, to: &json)
    if let fault = OutputProbe.fault(ofJSON: json.bytes) { return "show: \(fault)" }
    if !Handbook.page(of: catalogue, in: language).hasSuffix("</html>\n") {
      return "the handbook does not end as a page"
    }
    for standard in catalogue.standards.prefix(5) {
      let text = ExplainText.render(standard, in: catalogue, language: language)
      if let fault = OutputProbe.fault(ofText: text) { return "explain: \(fault)" }
    }
    _ = QuizPage.page(of: Quiz(catalogue, in: language, count: 10, seed: 1))
    return nil
  }
}
