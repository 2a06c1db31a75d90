import Conformance
import TextMatching
import Tickets

/// Masks the personal data of one ticket in any text about it.
package struct TextMask: Sendable {
  /// What stands for each masked character.
  package static let mark: Character = "*"

  private let known: [NameForms]

  /// Learns the names of a ticket: the customer's, the agents', and those in its texts.
  ///
  /// - Complexity: O(bytes of the texts).
  init(_ ticket: Ticket) {
    var known = NameForms()
    for name in ticket.names { known.insert(name) }
    for text in ticket.texts {
      for name in NameWords(Self.read(text)).told where name.utf8.count > 2 { known.insert(name) }
    }
    self.known = [known]
  }

  private init(known: [NameForms]) {
    self.known = known
  }

  /// The same with more names.
  func knowing(_ names: NameForms) -> TextMask { TextMask(known: known + [names]) }

  /// The text with an asterisk for each character of personal data.
  ///
  /// White space is kept and every code point stays one, so that offsets counted in code points stay
  /// valid; those counted in bytes do not.
  ///
  /// - Complexity: O(length).
  package func mask(_ text: String) -> String {
    var places = Self.places(FoldedText(text), known)
    if let markup = FoldedText(markup: text) { places += Self.places(markup, known) }
    guard !places.isEmpty else { return text }
    var isMasked = [Bool](repeating: false, count: text.utf8.count)
    for place in places {
      for offset in place.clamped(to: 0..<isMasked.count) { isMasked[offset] = true }
    }
    var masked: [UInt8] = []
    masked.reserveCapacity(isMasked.count)
    let bytes = Array(text.utf8)
    for (offset, byte) in bytes.enumerated() {
      guard isMasked[offset], !" \n\r\t".utf8.contains(byte) else {
        masked.append(byte)
        continue
      }
      // One mark for the first byte of a character, none for the others.
      if byte & 0xC0 != 0x80 { masked.append(UInt8(ascii: "*")) }
    }
    return String(decoding: masked, as: UTF8.self)
  }

  /// Where personal data stand (UTF-8 offsets of the original); may overlap.
  private static func places(_ text: FoldedText, _ known: [NameForms]) -> [Range<Int>] {
    let mail = Addresses.mail(text.bytes)
    var places = mail + Addresses.accounts(text.bytes)
    places += DigitGroups(text.bytes).personal
    let words = NameWords(text)
    for names in known { places += words.names(names) }
    return disjoint(places).map { text.originalUTF8($0) }
  }

  /// The ranges in order, those that overlap as one: no byte is marked more often than once.
  private static func disjoint(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = result.last, range.lowerBound < last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  private static func read(_ text: String) -> FoldedText {
    FoldedText(markup: text) ?? FoldedText(text)
  }
}

extension Ticket {
  /// The names that it tells of people, each as it is written.
  fileprivate var names: [String] {
    var names = [customer.name].compactMap { $0 }
    names += customer.fields.names
    for event in events {
      names += event.fields.names
      for agent in event.kind.agents {
        names += agent.lowercased().split { !$0.isLetter }.map(String.init)
          .filter { !Self.posts.contains($0) }
      }
    }
    return names
  }

  /// What people wrote in it.
  fileprivate var texts: [String] {
    events.compactMap { event in
      switch event.kind {
      case .message(let message): message.text
      case .note(let note): note.text
      default: nil
      }
    }
  }

  /// Names of agents that are names of nobody.
  private static let posts: Set<String> = [
    "agent", "admin", "administrator", "bot", "robot", "chatbot", "support", "helpdesk", "desk",
    "service", "serwis", "servis", "biuro", "info", "office", "system", "team", "sales", "chat",
    "mail", "user",
  ]
}

extension TicketEvent.Kind {
  /// The agents that it names.
  var agents: [String] {
    let agent: String? =
      switch self {
      case .message(let message): message.agent
      case .note(let note): note.agent
      case .assign(let assignment): assignment.agent
      case .answered(let agent): agent
      case .work(let work): work.agent
      case .status, .priority, .channel, .abandoned, .rating, .survey, .merge, .other: nil
      }
    return agent.map { [$0] } ?? []
  }
}

extension [JSONField] {
  /// The values whose key says that they are names of people.
  fileprivate var names: [String] {
    compactMap { field in
      let key = field.name.lowercased()
      guard key.hasSuffix("name") || key == "author" || key == "user",
        case .string(let value) = field.value
      else { return nil }
      return value
    }
  }
}
