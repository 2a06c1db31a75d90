/// The members of one JSON object, taken one by one by name; what is left becomes fields.
///
/// Made to be used again for object after object, so that it allocates once.
struct TicketMembers {
  private struct Member {
    let name: UnsafeBufferPointer<UInt8>
    let mark: NameMark
    let value: JSONTapeValue
    var isTaken = false
  }

  private let marks = TicketKey.allCases.map { NameMark(known: $0.spelling) }
  /// Room for members; the first ``count`` are those of the object.
  private var members: [Member] = []
  private var count = 0
  /// Where to look first: files mostly name members in the order in which they are taken.
  private var likely = 0
  private(set) var part = TicketPart.ticket

  /// Lists the members of an object.
  ///
  /// - Throws: ``TicketFault`` when two members share a name.
  mutating func load(_ object: JSONTapeValue, as part: TicketPart) throws(TicketFault) {
    self.part = part
    likely = 0
    count = 0
    var children = object.children
    while let name = children.next()?.utf8, let value = children.next() {
      add(Member(name: name, mark: NameMark(name), value: value))
    }
    guard let index = firstRepeated() else { return }
    let name = String(decoding: members[index].name, as: UTF8.self)
    throw Self.repeated(name, at: part.steps + [index], in: part.name)
  }

  private mutating func add(_ member: Member) {
    if count < members.count { members[count] = member } else { members.append(member) }
    count += 1
  }

  /// Which member has this name, if any.
  func index(of key: TicketKey) -> Int? {
    let mark = marks[key.rawValue]
    var index = likely
    for _ in 0..<count {
      if index == count { index = 0 }
      if members[index].mark == mark { return index }
      index += 1
    }
    return nil
  }

  /// Takes the value of a member; nil when it is missing or null.
  mutating func take(_ key: TicketKey) -> JSONTapeValue? {
    guard let index = index(of: key) else { return nil }
    likely = index + 1
    members[index].isTaken = true
    let value = members[index].value
    return value.isNull ? nil : value
  }

  /// What nobody has taken, in order.
  ///
  /// - Throws: ``TicketFault`` when an object in there has two members of one name.
  func rest() throws(TicketFault) -> [JSONField] {
    var fields: [JSONField] = []
    for (index, member) in members[..<count].enumerated() where !member.isTaken {
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
      steps: steps, id: id, message: "\(part.name(of: key.spelling)) \(message)", fixIt: fixIt)
  }

  /// A member is not there.
  func missing(_ key: TicketKey, fixIt: String) -> TicketFault {
    TicketFault(
      steps: part.steps, id: "ticket.missing", message: #"\#(part.name) has no "\#(key.spelling)""#,
      fixIt: fixIt)
  }
}

// MARK: - Repeated names

extension TicketMembers {
  /// The index of the first name that stands before, too.
  ///
  /// - Complexity: O(n²) for the few members that objects have, O(n) for many.
  private func firstRepeated() -> Int? {
    guard count <= 16 else {
      return members[..<count].map { String(decoding: $0.name, as: UTF8.self) }.firstRepeated
    }
    for later in 0..<count {
      for earlier in 0..<later where members[earlier].mark == members[later].mark {
        if members[later].mark.isWholeName
          || members[earlier].name.elementsEqual(members[later].name)
        {
          return later
        }
      }
    }
    return nil
  }

  private static func repeated(_ name: String, at steps: [Int], in place: String) -> TicketFault {
    TicketFault(
      steps: steps, id: "ticket.duplicate-key", message: "\(place) says \(quoted(name)) twice",
      fixIt: "keep one of the two")
  }
}

extension [String] {
  /// The index of the first string that stands before, too.
  ///
  /// - Complexity: O(n).
  var firstRepeated: Int? {
    guard count > 1 else { return nil }
    var seen: Set<String> = []
    return firstIndex { !seen.insert($0).inserted }
  }
}
