import Diagnostics
import ServiceTime
import Tickets

/// The members of an object that stands on one line of a file, and what is wrong with them.
struct LineObject {
  /// What is wrong with a line.
  struct Fault: Error {
    let id: String
    let message: String
    let fixIt: String
  }

  private var members: [String: JSONTapeValue] = [:]
  /// What begins the names of faults: `review`.
  private let family: String

  /// Reads an object.
  ///
  /// - Parameters:
  ///   - keys: All that it may have; nil where others do not matter.
  /// - Throws: The first fault.
  init(
    _ value: JSONTapeValue, family: String, keys: [String], allowsOthers: Bool = false
  ) throws(Fault) {
    self.family = family
    guard case .object = value.kind else {
      throw Fault(
        id: "\(family).not-object", message: "the line is no object",
        fixIt: "write {\"\(keys.first ?? "")\": …, …} on each line")
    }
    var children = value.children
    while let name = children.next()?.string, let member = children.next() {
      guard keys.contains(name) else {
        if allowsOthers { continue }
        let near = nearestName(to: name, among: keys)
        throw Fault(
          id: "\(family).unknown-key", message: "'\(shortened(name, to: 40))' is no known key",
          fixIt: near.map { "did you mean '\($0)'?" }
            ?? "known keys: \(keys.joined(separator: ", "))")
      }
      guard members.updateValue(member, forKey: name) == nil else {
        throw Fault(
          id: "\(family).repeated-key", message: "'\(name)' stands here twice",
          fixIt: "delete one of them")
      }
    }
  }

  /// A text that is not blank; nil where it is left out or null.
  func text(_ key: String) throws(Fault) -> String? {
    guard let value = members[key], !value.isNull else { return nil }
    guard let text = value.string, text.contains(where: { !$0.isWhitespace }) else {
      throw Fault(
        id: "\(family).text", message: "'\(key)' is no text", fixIt: "write a text in quotes")
    }
    return text
  }

  /// A text that must be there.
  func requiredText(_ key: String, _ meaning: String) throws(Fault) -> String {
    if let text = try text(key) { return text }
    throw Fault(
      id: "\(family).missing-key", message: "'\(key)' is missing: \(meaning)",
      fixIt: "add \"\(key)\": …")
  }

  /// One of a few words.
  func word(_ key: String, among words: [String], _ meaning: String) throws(Fault) -> String {
    let word = try requiredText(key, meaning)
    guard !words.contains(word) else { return word }
    let near = nearestName(to: word, among: words)
    throw Fault(
      id: "\(family).word", message: "'\(key)' cannot be '\(shortened(word, to: 40))'",
      fixIt: near.map { "did you mean '\($0)'?" } ?? "write \(words.joined(separator: " or "))")
  }

  /// The index of an event; nil where it is left out or null.
  func event() throws(Fault) -> Int? {
    guard let value = members["event"], !value.isNull else { return nil }
    guard case .integer(let index) = value.kind, index >= 0 else {
      throw Fault(
        id: "\(family).event", message: "'event' is no index of an event",
        fixIt: "write a whole number from 0, or null for the ticket")
    }
    return index
  }

  /// A moment with its offset from UTC.
  func time(_ key: String, _ meaning: String) throws(Fault) -> OffsetInstant {
    let text = try requiredText(key, meaning)
    do throws(InstantError) {
      return try OffsetInstant(iso8601: Array(text.utf8))
    } catch {
      throw Fault(
        id: "\(family).time", message: "'\(key)': \(error.problem)", fixIt: error.advice)
    }
  }

  /// An object in the object, of which other members do not matter; nil where it is left out or null.
  func object(_ key: String, keys: [String]) throws(Fault) -> LineObject? {
    guard let value = members[key], !value.isNull else { return nil }
    return try LineObject(value, family: family, keys: keys, allowsOthers: true)
  }

  /// Whether a member is left out or null.
  func lacks(_ key: String) -> Bool { members[key].map(\.isNull) ?? true }

  /// True or false; false where it is left out.
  func flag(_ key: String) throws(Fault) -> Bool {
    guard let value = members[key], !value.isNull else { return false }
    guard case .bool(let flag) = value.kind else {
      throw Fault(
        id: "\(family).flag", message: "'\(key)' is neither true nor false",
        fixIt: "write true or false, without quotes")
    }
    return flag
  }

  /// Whole numbers by name, null for none; empty where the member is left out.
  func ratings(_ key: String) throws(Fault) -> [QuestionRating] {
    guard let value = members[key], !value.isNull else { return [] }
    let fault = Fault(
      id: "\(family).ratings", message: "'\(key)' are no answers to questions",
      fixIt: "write {\"question\": 4}, 1 and 0 for yes and no, null where it does not apply")
    guard case .object = value.kind else { throw fault }
    var ratings: [QuestionRating] = []
    var children = value.children
    while let name = children.next()?.string, let member = children.next() {
      guard !ratings.contains(where: { $0.question == name }) else {
        throw Fault(
          id: "\(family).repeated-key",
          message: "'\(shortened(name, to: 40))' is answered twice in '\(key)'",
          fixIt: "delete one of them")
      }
      switch member.kind {
      case .null: ratings.append(QuestionRating(question: name, value: nil))
      case .integer(let number): ratings.append(QuestionRating(question: name, value: number))
      default: throw fault
      }
    }
    return ratings
  }
}

extension JSONTapeValue {
  /// A member of an object; nil where there is none, or this is no object.
  func member(_ name: String) -> JSONTapeValue? {
    guard case .object = kind else { return nil }
    var children = children
    while let key = children.next()?.string, let value = children.next() {
      if key == name { return value }
    }
    return nil
  }
}
