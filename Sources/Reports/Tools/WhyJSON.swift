package import Conformance
package import Diagnostics
import Standards

/// Which standards hold for a ticket, for a program.
package enum WhyJSON {
  /// What was asked.
  package struct Question: Hashable, Sendable {
    /// What is known of the ticket.
    package let ticket: TicketFacts
    /// The language of the reply, if it is known.
    package let language: String?
    /// Which reply is meant; nil for each.
    package let stage: String?
    /// The day or moment, as it was given; nil for all.
    package let at: String?

    /// Creates a question.
    package init(ticket: TicketFacts, language: String?, stage: String?, at: String?) {
      self.ticket = ticket
      self.language = language
      self.stage = stage
      self.at = at
    }
  }

  /// Writes one object.
  ///
  /// Keys: `ticket` (`channel`, `topic`, `priority`, `segment`, `language`, `stage`, `at`: as asked,
  /// null where nothing was said) and `standards`, in the order of the catalogue. Each of these has
  /// `id`, `title`, `kind`, `parameters` (a list of `{key, value}`), `in_force` (`from`, `until`),
  /// `place` (`path`, `line`, `column`) and `holds`: `yes`, `maybe` (it depends on what was not said)
  /// or `no`; then `depends_on` (a list of `{field, values}`: what must be true for it to hold),
  /// `unless` (ids of those before it that may hold in its place), `shadowed_by` (the id of the one
  /// that does, or null) and `otherwise` (why it is not about this ticket: `channel`, `topic`,
  /// `priority`, `segment`, `language`, `stage` or `time`, or null).
  package static func write(
    _ applicable: ApplicableStandards, to question: Question, language: String,
    to json: inout JSONWriter
  ) {
    json.object { json in
      json.key("ticket")
      json.object { json in
        for (key, value) in [
          ("channel", question.ticket.channel), ("topic", question.ticket.topic),
          ("priority", question.ticket.priority), ("segment", question.ticket.segment),
          ("language", question.language), ("stage", question.stage), ("at", question.at),
        ] {
          json.key(named: key)
          json.string(value)
        }
      }
      json.key("standards")
      json.array { json in
        for line in applicable.lines { write(line, language: language, to: &json) }
      }
    }
  }

  private static func write(
    _ line: ApplicableStandards.Line, language: String, to json: inout JSONWriter
  ) {
    let standard = line.standard
    json.object { json in
      for (key, value) in [
        ("id", standard.id), ("title", standard.title.text(in: language)),
        ("kind", standard.requirement.key),
      ] {
        json.key(named: key)
        json.string(value)
      }
      ShowJSON.writeParameters(of: standard, to: &json)
      ShowJSON.writeInForce(of: standard, to: &json)
      ExplainJSON.writePlace(of: standard, to: &json)
      let answer = Answer(line)
      json.key("holds")
      json.string(answer.holds)
      json.key("depends_on")
      json.array { json in
        for field in answer.dependsOn {
          json.object { json in
            json.key("field")
            json.string(field)
            json.key("values")
            ShowJSON.write(standard.scope.values(of: field), to: &json)
          }
        }
      }
      json.key("unless")
      ShowJSON.write(answer.unless, to: &json)
      json.key("shadowed_by")
      json.string(answer.shadowedBy)
      json.key("otherwise")
      json.string(answer.otherwise)
    }
  }

  /// A reason, key by key.
  private struct Answer {
    var holds = "no"
    var dependsOn: [String] = []
    var unless: [String] = []
    var shadowedBy: String?
    var otherwise: String?

    init(_ line: ApplicableStandards.Line) {
      switch line.reason {
      case .holds: holds = "yes"
      case .depends(let fields, let before):
        holds = "maybe"
        dependsOn = fields
        unless = before
      case .shadowed(let holder): shadowedBy = holder
      case .other(let field): otherwise = field
      case .notInForce: otherwise = "time"
      }
    }
  }
}

extension Scope {
  /// The values of a field that are meant; nil for all.
  func values(of field: String) -> [String]? {
    switch field {
    case "channel": channels
    case "topic": topics
    case "priority": priorities
    case "segment": segments
    case "language": languages
    default: nil
    }
  }
}
