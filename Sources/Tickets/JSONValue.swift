/// A JSON value that a ticket carries and kwadrans does not interpret.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A whole number, −2⁶³ to 2⁶³ − 1.
  case integer(Int)
  /// Any other finite number; longer whole numbers are here too, rounded to a Double.
  case number(Double)
  case string(String)
  case array([JSONValue])
  /// Members in the order in which they were written; names do not repeat.
  case object([JSONField])
}

/// A member of a JSON object.
package struct JSONField: Hashable, Sendable {
  package var name: String
  package var value: JSONValue

  package init(_ name: String, _ value: JSONValue) {
    self.name = name
    self.value = value
  }
}

extension [JSONField] {
  /// The value of the first field with this name.
  ///
  /// - Complexity: O(n); these lists are short.
  package subscript(name: String) -> JSONValue? {
    first { $0.name == name }?.value
  }
}
