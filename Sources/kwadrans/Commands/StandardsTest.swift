import ArgumentParser
import Conformance
import Diagnostics
import Reports
import Standards

/// `kwadrans standards test`: the examples of a catalogue as tests.
struct StandardsTest: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "test",
    abstract: "Run the examples of a catalogue: do they come out as their author says?",
    discussion: """
      Each example is judged by the code that audits. One under 'pass' must be met, with what is
      marked by ==…== among the words found; one under 'fail' must be missed, and exactly what is
      marked must be found. An example of time must also take as long as it says. An example that
      only a person could decide counts as failing.

      An example that is a log of a ticket comes out as its 'verdict' says (met under 'pass', missed
      under 'fail'), and one of the times that decided is what it 'takes', where it says so.

      A reply is put into a ticket that the standard is about. Where the standard is about the whole
      ticket (stage: ticket), each paragraph of an example is a reply of its own. Times are those of
      the standard's hours; for 'always', those of the first calendar.

      Ends with 1 when an example is not as expected.

      EXAMPLE: kwadrans standards test standards
      """
  )

  @Argument(help: "The folder of the catalogue's YAML files, or one file.")
  var folder = "standards"

  @Option(help: "How to print the result.")
  var format = Format.text

  func run() throws {
    let catalogue = try CatalogueOptions.load(folder)
    let run = try ExampleRunner.prepared(catalogue).run()
    var output = try Output(path: nil)
    switch format {
    case .text:
      let renderer = DiagnosticRenderer(color: output.isColoured)
      try output.write(renderer.render(run.diagnostics))
      try output.write("\(folder): \(ExampleText.summary(of: run))\n")
    case .json:
      var json = JSONWriter()
      ExampleJSON.write(run, to: &json)
      json.newline()
      try output.write(&json)
    }
    try output.finish()
    if run.failures > 0 { throw ExitStatus.findings }
  }
}

extension ExampleRunner {
  /// Prepares a catalogue, or says why that cannot be and ends the command.
  static func prepared(_ catalogue: Catalogue) throws -> ExampleRunner {
    do {
      return try ExampleRunner(catalogue, Lexicon.builtIn().lexicon)
    } catch {
      StandardError.print("\(error)")
      throw ExitStatus.badInput
    }
  }
}
