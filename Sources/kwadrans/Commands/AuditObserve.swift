import ArgumentParser
import Conformance
import Diagnostics
import Reports
import Tickets

/// `kwadrans audit observe`: what is there, before anything is judged.
struct AuditObserve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "observe",
    abstract: "Print what can be seen in each reply, whatever the standards make of it.",
    discussion: """
      One JSON object a line for each reply of a person: {"ticket", "event", "language",
      "observations": {"greeting": {"present": true, "spans": [[from, to]]}, …}, "words", "sentences",
      "words_per_sentence", "fog", "times": [{"from", "to", "bound", "by"}]}. `present` is null where
      it is undecided, or no standard names the words to look for; `by` is the instant by which a
      promised time is kept, or null where nobody can say it. Offsets count Unicode code points of
      the message.

      EXAMPLE: kwadrans audit observe samples/tickets.jsonl --standards standards
      """
  )

  @OptionGroup var input: TicketOptions
  @OptionGroup var catalogue: CatalogueOptions
  @OptionGroup var cores: CoreOptions

  @Option(help: "A file to write to instead of standard output.")
  var output: String?

  @Flag(help: "Also print messages of a few words that only add to the reply before them.")
  var additions = false

  func validate() throws {
    try WrittenFiles.check([WrittenFiles.File("--output", output)], over: input.files)
  }

  func run() throws {
    let auditor = try Auditor.prepared(try catalogue.load())
    var out = try Output(path: output)
    var leftOut = 0
    let additions = additions
    let bad = try input.forEach(on: cores.wanted) { read in
      let observed = auditor.observe(read.ticket, additions: additions)
      var json = JSONWriter()
      for reply in observed.replies {
        reply.write(to: &json, ticket: read.ticket.id)
        json.newline()
      }
      return (bytes: json.bytes, additions: observed.additions)
    } _: { part in
      leftOut += additions ? 0 : part.additions
      try out.write(part.bytes)
    }
    try out.finish()
    if leftOut > 0 {
      StandardError.print(
        "left out: \(leftOut) of at most \(TicketView.Reply.additionWords) words that only add to "
          + "the reply before (--additions prints them too)")
    }
    if bad > 0 { throw ExitStatus.badInput }
  }
}
