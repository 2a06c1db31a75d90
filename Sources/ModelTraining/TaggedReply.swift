package import Foundation
package import SentenceModel

/// A reply whose sentences carry labels, to learn from.
///
/// In its text a mark `{empathy next_step}` stands before a sentence and holds up to the next mark or
/// the end of the line; `{}` says that nothing holds. One blank behind a mark belongs to it.
package struct TaggedReply: Sendable {
  /// What the labels of a part of the text are.
  package struct Part: Sendable {
    /// The part (unit: UTF-8 bytes of `text`).
    package let range: Range<Int>
    /// The labels as written, also those that are no acts (`greeting`, `signed`, `named`).
    package let labels: [String]
  }

  package let id: String
  /// The ticket that the reply belongs to, so that a ticket is never both learnt from and tried.
  package let ticket: String
  package let language: String
  package let channel: String
  package let customer: String
  /// By whom it was written, as the log has it, if it does.
  package let agent: String?
  /// The text without marks.
  package let text: String
  package let parts: [Part]

  /// All labels of the reply.
  package var labels: Set<String> { Set(parts.flatMap(\.labels)) }

  /// Whether the reply does something, as it was labelled.
  package func does(_ act: Act) -> Bool { labels.contains(act.rawValue) }

  /// Whether a part of the text, in UTF-8 bytes, carries a label of an act.
  package func does(_ act: Act, in range: Range<Int>) -> Bool {
    parts.contains { $0.range.overlaps(range) && $0.labels.contains(act.rawValue) }
  }

  /// Reads JSON Lines: objects with `id`, `language`, `channel`, `customer`, the marked `text` and
  /// perhaps `agent`.
  ///
  /// - Throws: ``TaggedReplyError`` with the line at fault.
  package static func read(_ data: Data, path: String) throws -> [TaggedReply] {
    struct Line: Decodable {
      let id: String
      let language: String
      let channel: String
      let customer: String
      let agent: String?
      let text: String
    }
    let decoder = JSONDecoder()
    return try data.split(separator: UInt8(ascii: "\n")).enumerated().map { number, bytes in
      do {
        let line = try decoder.decode(Line.self, from: bytes)
        let (text, parts) = try parts(of: line.text)
        let ticket = line.id.lastIndex(of: ".").map { String(line.id[..<$0]) } ?? line.id
        return TaggedReply(
          id: line.id, ticket: ticket, language: line.language, channel: line.channel,
          customer: line.customer, agent: line.agent, text: text, parts: parts)
      } catch {
        throw TaggedReplyError(path: path, line: number + 1, message: "\(error)")
      }
    }
  }

  private static func parts(of marked: String) throws -> (String, [Part]) {
    struct Unclosed: Error {}
    var text: [UInt8] = []
    var parts: [Part] = []
    var labels: [String] = []
    var start = 0
    func close() {
      if start < text.count { parts.append(Part(range: start..<text.count, labels: labels)) }
      start = text.count
    }
    let bytes = Array(marked.utf8)
    var position = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "{"):
        guard let end = bytes[position...].firstIndex(of: UInt8(ascii: "}")) else {
          throw Unclosed()
        }
        close()
        labels = String(decoding: bytes[(position + 1)..<end], as: UTF8.self)
          .split(separator: " ").map(String.init)
        position = end + 1
        if position < bytes.count, bytes[position] == UInt8(ascii: " ") { position += 1 }
      case UInt8(ascii: "\n"):
        close()
        labels = []
        text.append(bytes[position])
        start = text.count
        position += 1
      default:
        text.append(bytes[position])
        position += 1
      }
    }
    close()
    return (String(decoding: text, as: UTF8.self), parts)
  }
}

/// A line of labelled replies that cannot be read.
package struct TaggedReplyError: Error, CustomStringConvertible {
  let path: String
  let line: Int
  let message: String

  package var description: String { "\(path):\(line): \(message)" }
}
