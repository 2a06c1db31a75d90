import Clocks
import Standards
import Tickets

extension Intake {
  /// Judges whether a ticket says all that must be known.
  func judge(_ view: TicketView) -> Judgement {
    let missing = fields.filter { !view.carries($0) }
    guard missing.isEmpty else {
      return Judgement(.missed, "the ticket does not say \(Self.list(missing))")
    }
    return Judgement(.met, "the ticket says \(Self.list(fields))")
  }

  private static func list(_ names: [String]) -> String {
    names.map { "'\($0)'" }.joined(separator: ", ")
  }
}

extension TicketView {
  /// Whether the ticket has a field that is not empty.
  ///
  /// Names are those of the ticket's format, such as `topic` and `customer.segment`, else those of what
  /// the line says besides; a dot leads into an object.
  fileprivate func carries(_ name: String) -> Bool {
    if ticket.fields.carry(name) || ticket.customer.fields.carry(name) { return true }
    let ofCustomer = name.hasPrefix("customer.")
    let key = ofCustomer ? String(name.dropFirst("customer.".count)) : name
    if ofCustomer, ticket.customer.fields.carry(key) { return true }
    let known: String? =
      switch (key, ofCustomer) {
      case ("id", false): ticket.id
      case ("channel", false): ticket.channel
      case ("topic", false): isTopicTold ? nil : ticket.topic
      case ("priority", false): log.phases.lazy.compactMap(\.priority).first
      case ("id", true): ticket.customer.id
      // Nothing else of a ticket is called so.
      case ("name", _): ticket.customer.name
      case ("segment", _): ticket.customer.segment
      case ("language", _): ticket.customer.language
      default: nil
      }
    return known.map { !$0.isBlank } ?? false
  }
}

extension [JSONField] {
  /// Whether a field is there and says something; a dot leads into an object unless it is a part of
  /// the name.
  fileprivate func carry(_ name: String) -> Bool {
    if let value = self[name] { return value.saysSomething }
    var dot = name.firstIndex(of: ".")
    while let place = dot {
      let rest = name.index(after: place)
      if case .object(let inner)? = self[String(name[..<place])],
        inner.carry(String(name[rest...]))
      {
        return true
      }
      dot = name[rest...].firstIndex(of: ".")
    }
    return false
  }
}

extension JSONValue {
  fileprivate var saysSomething: Bool {
    switch self {
    case .null: false
    case .string(let text): !text.isBlank
    case .array(let values): !values.isEmpty
    case .object(let fields): !fields.isEmpty
    case .bool, .integer, .number: true
    }
  }
}

extension String {
  /// Whether there is nothing but white space in it.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
