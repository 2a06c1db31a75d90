package import Conformance
package import Diagnostics
import Standards

/// What became of a catalogue's examples, for a person.
package enum ExampleText {
  /// One line: `214 examples: 210 as expected, 4 not`.
  package static func summary(of run: ExampleRun) -> String {
    let (all, bad) = (run.results.count, run.failures)
    var line = Written.count(all, "example") + ": "
    line += bad == 0 ? "all as expected" : "\(all - bad) as expected, \(bad) not"
    if run.leftOut > 0 { line += "; \(run.leftOut) not run" }
    return line
  }
}

/// What became of a catalogue's examples, for a program.
package enum ExampleJSON {
  /// Writes one object.
  ///
  /// Keys: `examples` (how many were run), `as_expected`, `failing`, `left_out`; `standards`: a list
  /// of `{standard, kind, pass, fail, failing}` with numbers of examples, in the order of the
  /// catalogue; `failures`: a list of `{standard, side, id, path, line, column, expected, found,
  /// fix_it}`; `notes`: diagnostics as `standards check` writes them.
  package static func write(_ run: ExampleRun, to json: inout JSONWriter) {
    json.object { json in
      json.key("examples")
      json.int(run.results.count)
      json.key("as_expected")
      json.int(run.results.count - run.failures)
      json.key("failing")
      json.int(run.failures)
      json.key("left_out")
      json.int(run.leftOut)
      json.key("standards")
      json.array { json in
        for group in run.byStandard { write(group, to: &json) }
      }
      json.key("failures")
      json.array { json in
        for result in run.results {
          if let failure = result.failure { write(failure, of: result, to: &json) }
        }
      }
      json.key("notes")
      json.array { json in
        for note in run.notes.sorted { note.write(to: &json) }
      }
    }
  }

  private static func write(_ results: [ExampleResult], to json: inout JSONWriter) {
    guard let standard = results.first?.standard else { return }
    json.object { json in
      json.key("standard")
      json.string(standard.id)
      json.key("kind")
      json.string(standard.requirement.key)
      json.key("pass")
      json.int(results.count { $0.entry.side == .pass })
      json.key("fail")
      json.int(results.count { $0.entry.side == .fail })
      json.key("failing")
      json.int(results.count { $0.failure != nil })
    }
  }

  private static func write(
    _ failure: ExampleResult.Failure, of result: ExampleResult, to json: inout JSONWriter
  ) {
    let start = failure.place.start
    json.object { json in
      json.key("standard")
      json.string(result.standard.id)
      json.key("side")
      json.string(result.entry.side.rawValue)
      json.key("id")
      json.string(failure.id)
      json.key("path")
      json.string(failure.place.text.path)
      json.key("line")
      json.int(start.line)
      json.key("column")
      json.int(start.column)
      json.key("expected")
      json.string(failure.expected)
      json.key("found")
      json.string(failure.found)
      json.key("fix_it")
      json.string(failure.fixIt)
    }
  }
}

extension ExampleRun {
  /// The results, those of one standard together; they stand together already.
  fileprivate var byStandard: [[ExampleResult]] {
    var groups: [[ExampleResult]] = []
    for result in results {
      if groups.last?.first?.standard.id == result.standard.id {
        groups[groups.count - 1].append(result)
      } else {
        groups.append([result])
      }
    }
    return groups
  }
}
