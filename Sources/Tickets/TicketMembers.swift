/// The members of one JSON object, taken one by one by name; what is left becomes fields.
///
/// Made to be used again for object after object, so that it allocates once.
struct TicketMembers {
  private struct Member {
    let name: UnsafeBufferPointer<UInt8>
    /// The name, if kwadrans knows it.
    let key: TicketKey?
    let value: JSONTapeValue
    var isTaken = false
  }

  private let keys = NameTable<TicketKey>()
  private var members: [Member] = []
  private(set) var part = TicketPart.ticket

  /// Lists the members of an object.
  ///
  /// - Throws: ``TicketFault`` when two members share a name.
  mutating func load(_ object: JSONTapeValue, as part: TicketPart) throws(TicketFault) {
    self.part = part
    members.removeAll(keepingCapacity: true)
    var children = object.children
    var strangers = 0
    while let name = children.next()?.utf8, let value = children.next() {
      let key = keys.name(name)
      if key == nil { strangers += 1 }
      if let key, index(of: key) != nil {
        throw Self.repeated(key.rawValue, at: part.steps + [members.count], in: part.name)
      }
      members.append(Member(name: name, key: key, value: value))
    }
    guard strangers > 1, let index = Self.firstRepeated(members.count, { members[$0].name }) else {
      return
    }
    let name = String(decoding: members[index].name, as: UTF8.self)
    throw Self.repeated(name, at: part.steps + [index], in: part.name)
  }

  /// Which member has this name, if any.
  func index(of key: TicketKey) -> Int? {
    members.firstIndex { $0.key == key }
  }

  /// Takes the value of a member; nil when it is missing or null.
  mutating func take(_ key: TicketKey) -> JSONTapeValue? {
    guard let index = index(of: key) else { return nil }
    members[index].isTaken = true
    let value = members[index].value
    return value.isNull ? nil : value
  }

  /// What nobody has taken, in order.
  ///
  /// - Throws: ``TicketFault`` when an object in there has two members of one name.
  func rest() throws(TicketFault) -> [JSONField] {
    var fields: [JSONField] = []
    for (index, member) in members.enumerated() where !member.isTaken {
      let name = String(decoding: member.name, as: UTF8.self)
      do throws(RepeatedName) {
        fields.append(JSONField(name, try JSONValue(member.value)))
      } catch {
        let steps = part.steps + [index] + error.steps.reversed()
        throw Self.repeated(error.name, at: steps, in: "an object in \(part.name(of: name))")
      }
    }
    return fields
  }

  /// What is wrong with a member: its place is the member, or the object where it is missing.
  func fault(
    _ key: TicketKey, id: String, _ message: String, fixIt: String
  ) -> TicketFault {
    let steps = index(of: key).map { part.steps + [$0] } ?? part.steps
    return TicketFault(
      steps: steps, id: id, message: "\(part.name(of: key.rawValue)) \(message)", fixIt: fixIt)
  }

  /// A member is not there.
  func missing(_ key: TicketKey, fixIt: String) -> TicketFault {
    TicketFault(
      steps: part.steps, id: "ticket.missing", message: #"\#(part.name) has no "\#(key.rawValue)""#,
      fixIt: fixIt)
  }
}

// MARK: - Repeated names

extension TicketMembers {
  /// The index of the first name that stands before, too.
  ///
  /// - Complexity: O(n²) for the few names that objects have, O(n) for many.
  static func firstRepeated(
    _ count: Int, _ name: (Int) -> UnsafeBufferPointer<UInt8>
  ) -> Int? {
    if count > 16 {
      var seen: Set<String> = []
      return (0..<count).first { !seen.insert(String(decoding: name($0), as: UTF8.self)).inserted }
    }
    for later in 0..<count {
      for earlier in 0..<later where equal(name(later), name(earlier)) { return later }
    }
    return nil
  }

  private static func repeated(
    _ name: String, at steps: [Int], in place: String
  ) -> TicketFault {
    TicketFault(
      steps: steps, id: "ticket.duplicate-key",
      message: "\(place) says \(quoted(name)) twice",
      fixIt: "keep one of the two")
  }

  private static func equal(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    left.count == right.count && left.elementsEqual(right)
  }
}
