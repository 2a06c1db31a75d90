/// An object in a line has two members of one name.
struct RepeatedName: Error {
  let name: String
  /// Which value to enter at each level to get there, the innermost first.
  var steps: [Int]
}

extension JSONValue {
  /// Copies a value from the tape.
  ///
  /// It recurses, ``JSONParser/maximumDepth`` deep at most.
  init(_ value: JSONTapeValue) throws(RepeatedName) {
    switch value.kind {
    case .null: self = .null
    case .bool(let bool): self = .bool(bool)
    case .integer(let integer): self = .integer(integer)
    case .unsigned(let unsigned): self = .number(Double(unsigned))
    case .number(let number): self = .number(number)
    case .string: self = .string(value.string ?? "")
    case .array: self = .array(try Self.values(of: value))
    case .object: self = .object(try Self.fields(of: value))
    }
  }

  private static func values(of array: JSONTapeValue) throws(RepeatedName) -> [JSONValue] {
    var values: [JSONValue] = []
    var children = array.children
    while let child = children.next() {
      values.append(try copy(child, step: values.count))
    }
    return values
  }

  private static func fields(of object: JSONTapeValue) throws(RepeatedName) -> [JSONField] {
    var fields: [JSONField] = []
    var children = object.children
    while let name = children.next()?.utf8, let child = children.next() {
      let value = try copy(child, step: fields.count)
      fields.append(JSONField(String(decoding: name, as: UTF8.self), value))
    }
    guard let index = fields.map(\.name).firstRepeated else { return fields }
    throw RepeatedName(name: fields[index].name, steps: [index])
  }

  private static func copy(
    _ value: JSONTapeValue, step: Int
  ) throws(RepeatedName) -> JSONValue {
    do throws(RepeatedName) {
      return try JSONValue(value)
    } catch {
      throw RepeatedName(name: error.name, steps: error.steps + [step])
    }
  }
}
