import Diagnostics
import Reports
import Standards

extension Benchmark {
  /// What `kwadrans standards check` does, but for opening files and printing.
  static let catalogue = Benchmark(
    "catalogue", "1,000 standards of every kind in 50 files are read and checked"
  ) {
    var maker = CatalogueMaker(seed: 2026)
    let texts = maker.texts(standards: 1_000, files: 50)
    let result = CatalogueReader.read(texts)
    guard !result.diagnostics.hasErrors, result.catalogue.standards.count == 1_000 else {
      let renderer = DiagnosticRenderer(color: false)
      throw BenchmarkError(
        "the catalogue made for it has \(result.diagnostics.summary):\n"
          + result.diagnostics.all.prefix(5).map { renderer.render($0) }.joined())
    }
    let catalogue = result.catalogue
    let bytes = texts.reduce(0) { $0 + $1.bytes.count }
    let advice = CatalogueAdvice.on(catalogue)
    let many = maker.texts(promises: 1_000, files: 50)
    guard !CatalogueReader.read(many).diagnostics.hasErrors else {
      throw BenchmarkError("the catalogue of promises has errors")
    }
    return [
      Row(
        "read and check (\(bytes / 1000) KB)",
        Timing(runs: 15) { read(texts) }, goal: 0.1),
      Row(
        "advice (\(advice.all.count) warnings)", Timing(runs: 15) { CatalogueAdvice.on(catalogue) }),
      Row("1,000 promises of one kind", Timing(runs: 15) { read(many) }, goal: 0.1),
    ]
  }

  /// Reads files from their bytes.
  private static func read(_ texts: [SourceText]) -> CatalogueReader.Result {
    CatalogueReader.read(texts.map { SourceText(path: $0.path, bytes: $0.bytes) })
  }
}
