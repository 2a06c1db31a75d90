import ArgumentParser
import Diagnostics
import Reports
import Standards

/// `kwadrans standards diff`: what changed for customers and staff.
struct StandardsDiff: ParsableCommand {
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say in words what a new catalogue promises that the old one did not.",
    discussion: """
      Each change is stronger (more is promised, or to more customers), weaker, different (neither)
      or neutral (only words). Standards are matched by id; one that 'replaces' another is compared
      with that one; what is added or withdrawn is held against what held, or holds, in its place.

      Ends with 1 when something is weaker and --no-weaker is given.

      EXAMPLE: kwadrans standards diff standards-2025 standards --no-weaker
      """
  )

  @Argument(help: "The folder of the old catalogue, or one file.")
  var old: String

  @Argument(help: "The folder of the new catalogue, or one file.")
  var new: String

  @Option(help: "How to print the result.")
  var format = Format.text

  @Flag(help: "End with 1 when a promise got weaker.")
  var noWeaker = false

  func run() throws {
    let (old, new) = (try CatalogueOptions.load(old), try CatalogueOptions.load(new))
    let diff = CatalogueDiff(from: old, to: new)
    var output = try Output(path: nil)
    switch format {
    case .text:
      try output.write(DiffText.render(diff, from: old, to: new))
    case .json:
      var json = JSONWriter()
      DiffJSON.write(diff, from: old, to: new, to: &json)
      json.newline()
      try output.write(&json)
    }
    try output.finish()
    if noWeaker, diff.count(.weaker) > 0 { throw ExitStatus.findings }
  }
}
