/// Takes out of a schema what stands in it more than once, so that each thing is said in one place.
struct SharedParts {
  /// The parts taken out, by name, in the order in which the schema comes to them.
  private(set) var definitions: [JSONTree.Member] = []

  private var counts: [JSONTree: Int] = [:]
  private var names: [JSONTree: String] = [:]
  private var taken: Set<String>

  /// Shorter parts are read more easily where they stand (characters).
  private static let leastLength = 120

  /// Looks for parts that stand more than once.
  ///
  /// - Parameter taken: Names that definitions have already.
  init(_ schema: JSONTree, taken: [String]) {
    self.taken = Set(taken)
    count(schema)
  }

  /// The schema with references where such parts stood.
  ///
  /// - Parameter name: The key under which it stands, for a part that has no better name.
  mutating func factored(_ schema: JSONTree, named name: String) -> JSONTree {
    schema.mappingSubschemas(named: name) { part, name in
      guard counts[part, default: 0] > 1, part.rendered.count > Self.leastLength else {
        return factored(part, named: name)
      }
      if let known = names[part] { return CatalogueSchema.reference(to: known) }
      let own = freeName(like: name)
      names[part] = own
      let index = definitions.count
      definitions.append(.init(name: own, value: [:]))
      definitions[index].value = factored(part, named: name)
      return CatalogueSchema.reference(to: own)
    }
  }

  private mutating func count(_ schema: JSONTree) {
    _ = schema.mappingSubschemas(named: "") { part, _ in
      counts[part, default: 0] += 1
      if counts[part] == 1 { count(part) }
      return part
    }
  }

  private mutating func freeName(like name: String) -> String {
    var candidate = name
    var number = 2
    while !taken.insert(candidate).inserted {
      candidate = "\(name)-\(number)"
      number += 1
    }
    return candidate
  }
}

extension JSONTree {
  /// The schema with each schema inside of it replaced, which is handed over with the name of the
  /// property it belongs to.
  fileprivate func mappingSubschemas(
    named name: String, _ replace: (JSONTree, String) -> JSONTree
  ) -> JSONTree {
    // `false` is a schema too.
    guard case .object(let members) = self else { return self }
    return .object(
      members.map { member in
        let value: JSONTree =
          switch member.name {
          case "properties":
            .object(
              member.value.members.map { .init(name: $0.name, value: replace($0.value, $0.name)) })
          case "items", "then", "else", "additionalProperties", "propertyNames":
            member.value.members.isEmpty ? member.value : replace(member.value, name)
          case "anyOf", "allOf":
            if case .array(let parts) = member.value {
              .array(parts.map { replace($0, name) })
            } else {
              member.value
            }
          default: member.value
          }
        return Member(name: member.name, value: value)
      })
  }
}
