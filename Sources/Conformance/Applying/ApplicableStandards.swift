package import ServiceTime
package import Standards

/// Which standards hold for a ticket of which only some fields are known.
package struct ApplicableStandards: Sendable {
  /// Why a standard holds, or does not.
  package enum Reason: Hashable, Sendable {
    /// It holds.
    case holds
    /// Another promise of its kind stands before it and fits (its id).
    case shadowed(by: String)
    /// It holds if these fields, of which nothing is known, are as it says, and unless one of these
    /// standards before it turns out to hold (their ids).
    case depends(on: [String], unless: [String])
    /// It is about another value of this field.
    case other(field: String)
    /// It holds at another time.
    case notInForce
  }

  /// What comes of one standard.
  package struct Line: Sendable {
    /// The standard.
    package let standard: Standard
    /// Why it holds, or does not.
    package let reason: Reason
  }

  /// What comes of each standard, in the order of the catalogue.
  package let lines: [Line]

  /// Looks up which standards hold.
  ///
  /// - Parameters:
  ///   - language: The language of the reply, if it is known.
  ///   - stage: Which reply is meant; nil for every one.
  ///   - moment: When the clock starts or the reply is sent; nil leaves `in-force` out of account.
  /// - Complexity: O(standards²).
  package init(
    _ catalogue: Catalogue, to ticket: TicketFacts, language: String?, stage: Scope.Stage?,
    at moment: Instant?
  ) {
    var lines: [Line] = []
    /// For each kind of promise: the one that holds for sure, and those that may.
    var holders: [String: String] = [:]
    var candidates: [String: [String]] = [:]
    for standard in catalogue.standards {
      let kind = standard.requirement.key
      let isPromise = standard.requirement.promise != nil
      let (other, unknown) = standard.scope.unmet(ticket, language: language)
      var reason: Reason
      if let moment, !standard.isInForce(at: moment, zone: catalogue.zone) {
        reason = .notInForce
      } else if let other {
        reason = .other(field: other)
      } else if let stage, !standard.isAboutTicket,
        ![stage, .anyReply, .ticket].contains(standard.stage)
      {
        reason = .other(field: "stage")
      } else if isPromise, let holder = holders[kind] {
        reason = .shadowed(by: holder)
      } else if unknown.isEmpty, !isPromise || candidates[kind] == nil {
        reason = .holds
      } else {
        reason = .depends(on: unknown, unless: isPromise ? candidates[kind] ?? [] : [])
      }
      lines.append(Line(standard: standard, reason: reason))
      // A promise whose dates are not asked for may have an heir that holds at another time.
      let isForEver = moment != nil || standard.inForce == .always
      switch reason {
      case .holds, .depends:
        if unknown.isEmpty, isForEver, isPromise { holders[kind] = standard.id }
        candidates[kind, default: []].append(standard.id)
      case .shadowed, .other, .notInForce: break
      }
    }
    self.lines = lines
  }
}

/// What is known of a ticket.
package struct TicketFacts: Hashable, Sendable {
  /// The channel, if it is known.
  package var channel: String?
  /// What it is about, if that is known.
  package var topic: String?
  /// How urgent it is, if that is known.
  package var priority: String?
  /// Which customer it is from, if that is known.
  package var segment: String?

  /// Nothing is known.
  package init() {}
}

extension Scope {
  /// The first field that rules a ticket out, if one does, and the fields that decide but are not
  /// known.
  fileprivate func unmet(_ ticket: TicketFacts, language: String?) -> (String?, [String]) {
    let fields: [(String, [String]?, String?)] = [
      ("channel", channels, ticket.channel), ("topic", topics, ticket.topic),
      ("priority", priorities, ticket.priority), ("segment", segments, ticket.segment),
      ("language", languages, language),
    ]
    var unknown: [String] = []
    for (name, allowed, value) in fields {
      switch Self.match(allowed, value, name) {
      case .yes: break
      case .no: return (name, [])
      case .unknown(let field): unknown.append(field)
      }
    }
    return (nil, unknown)
  }
}
