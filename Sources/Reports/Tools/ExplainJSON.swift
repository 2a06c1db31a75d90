package import Diagnostics
import ServiceTime
package import Standards

/// One standard, for a program.
package enum ExplainJSON {
  /// Writes one object.
  ///
  /// It has the keys of a standard in `standards show --format json` (`id`, `title`, `why`, `kind`,
  /// `subject`, `asks`, `parameters`, `applies_to`, `in_force`, `severity`, `weight`, `owner`,
  /// `waivable`, `tags`, `source`), and `language` (of title and reason), `place` (`path`, `line`,
  /// `column`), `replaces` and `replaced_by` (ids or null), `judged_by` (what the kind asks, in a
  /// sentence), `meanings` (a list of `{key, meaning}`: what each parameter is for), `before` and
  /// `after` (ids of promises of the same kind that may fit the same ticket, of which the first
  /// holds), and `examples` (`pass`, `fail`: lists of `{reply, marked}`, where `marked` are the words
  /// that must be found, or of `{asked, answered, takes, seconds}` or
  /// `{log, takes, seconds, verdict}`, whose times may be null).
  package static func write(
    _ standard: Standard, in catalogue: Catalogue, language: String, to json: inout JSONWriter
  ) {
    let facts = StandardFacts(catalogue, Words(language))
    let card = standard.requirement.kind.card
    let neighbours = standard.neighbours(in: catalogue)
    json.object { json in
      ShowJSON.writeMembers(of: standard, facts, to: &json)
      json.key("language")
      json.string(language)
      writePlace(of: standard, to: &json)
      json.key("replaces")
      json.string(standard.replaces)
      json.key("replaced_by")
      json.string(catalogue.heir(of: standard)?.id)
      json.key("judged_by")
      json.string(card.summary)
      json.key("meanings")
      json.array { json in
        for parameter in standard.requirement.kind.parameters {
          json.object { json in
            json.key("key")
            json.string(parameter.key)
            json.key("meaning")
            json.string(card.summary(of: parameter.key))
          }
        }
      }
      json.key("before")
      ShowJSON.write(neighbours.before, to: &json)
      json.key("after")
      ShowJSON.write(neighbours.after, to: &json)
      json.key("examples")
      json.object { json in
        for side in Examples.Side.allCases {
          json.key(named: side.rawValue)
          json.array { json in
            for entry in standard.examples.entries where entry.side == side {
              write(entry.example, to: &json)
            }
          }
        }
      }
    }
  }

  /// Writes where a standard stands, as the member `place`.
  static func writePlace(of standard: Standard, to json: inout JSONWriter) {
    json.key("place")
    json.object { json in
      json.key("path")
      json.string(standard.place.text.path)
      json.key("line")
      json.int(standard.place.start.line)
      json.key("column")
      json.int(standard.place.start.column)
    }
  }

  private static func write(_ example: Examples.Example, to json: inout JSONWriter) {
    json.object { json in
      switch example {
      case .reply(let written):
        let reply = MarkedText(written)
        let bytes = Array(reply.text.utf8)
        json.key("reply")
        json.string(reply.text)
        json.key("marked")
        ShowJSON.write(reply.marks.map { String(decoding: bytes[$0], as: UTF8.self) }, to: &json)
      case .wait(let wait):
        json.key("asked")
        json.string(wait.asked.value.text)
        json.key("answered")
        json.string(wait.answered.value.text)
        json.key("takes")
        json.string(wait.takes.inHours)
        json.key("seconds")
        json.int(wait.takes.seconds)
      case .log(let log):
        json.key("log")
        ShowJSON.write(LogLines(log, Words("en"), asWritten: true).plain, to: &json)
        json.key("takes")
        json.string(log.takes?.value.inHours)
        json.key("seconds")
        json.int(log.takes?.value.seconds)
        json.key("verdict")
        json.string(log.outcome.rawValue)
      }
    }
  }
}

extension Catalogue {
  /// The standard that says that it takes the place of another, if there is one.
  func heir(of standard: Standard) -> Standard? {
    standards.first { $0.replaces == standard.id }
  }
}

extension Standard {
  /// The promises of time of the same kind that may fit the same ticket, of which the first in the
  /// catalogue holds: their ids; none for other kinds.
  func neighbours(in catalogue: Catalogue) -> (before: [String], after: [String]) {
    guard requirement.promise != nil else { return ([], []) }
    let ids = catalogue.standards.filter { other in
      other.requirement.key == requirement.key && other.scope.overlaps(scope)
    }.map(\.id)
    guard let index = ids.firstIndex(of: id) else { return ([], []) }
    return (Array(ids[..<index]), Array(ids[(index + 1)...]))
  }
}
