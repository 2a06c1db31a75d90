package import ServiceTime
package import Tickets

/// Answers questions about opening hours, one after another.
///
/// Hours that a former question had are known again by what they say, so that a million questions
/// about a few calendars take little longer than to read them.
///
/// ```swift
/// var questions = ClockQuestions()
/// let (id, answer) = questions.answer(line)
/// ```
package struct ClockQuestions {
  /// What a question is known by: any JSON value that is no list and no object.
  package enum ID: Hashable, Sendable {
    case none
    case bool(Bool)
    case integer(Int)
    /// A number that is no 64-bit integer, as it was written.
    case digits([UInt8])
    case text(String)
  }

  package enum Answer: Hashable, Sendable {
    /// Open time between two instants (unit: s).
    case seconds(Int)
    /// The instant after so much open time, on the clocks of the hours' zone.
    case instant(OffsetInstant)
    case none(ClockQuestionError)
  }

  /// How many calendars are remembered; a file with more of them forgets all and starts again.
  private static let calendarLimit = 256

  private final class Calendar {
    let hours: Result<OpeningHours, ClockQuestionError>

    init(_ hours: Result<OpeningHours, ClockQuestionError>) { self.hours = hours }
  }

  private var names = ClockQuestionNames()
  private var key = QuestionCalendarKey()
  private var calendars: [QuestionCalendarKey: Calendar] = [:]
  /// The calendar of the last question, which the next one mostly shares.
  private var last: (key: QuestionCalendarKey, calendar: Calendar)?

  /// Creates one that knows no calendars yet.
  package init() {}

  /// Answers one line of a file.
  ///
  /// - Complexity: O(length of the line + log intervals of a year), once the calendar is known.
  package mutating func answer(_ line: JSONLineReader.Line) -> (ID, Answer) {
    switch line {
    case .bad(let reason):
      return (.none, .none(.notJSON(reason)))
    case .value(let line):
      guard case .object = line.value.kind else { return (.none, .none(.notAnObject)) }
      let question = ClockQuestion(line.value, &names)
      var id = ID.none
      do throws(ClockQuestionError) {
        id = try Self.id(of: question, line)
        if let fault = question.fault { throw fault }
        return (id, try answer(question))
      } catch {
        return (id, .none(error))
      }
    }
  }

  private mutating func answer(
    _ question: ClockQuestion
  ) throws(ClockQuestionError) -> Answer {
    let operation = try question.operation()
    let hours = try calendar(of: question).hours.get()
    switch operation {
    case .between(let start, let end):
      guard hours.isKnown(start) else { throw .yearUnknown("start") }
      guard hours.isKnown(end) else { throw .yearUnknown("end") }
      return .seconds(hours.elapsed(from: start, to: end))
    case .add(let seconds, let start):
      guard hours.isKnown(start) else { throw .yearUnknown("start") }
      guard let instant = hours.instant(after: seconds, from: start) else {
        throw .neverOpenSoLong
      }
      return .instant(hours.zone.written(instant))
    }
  }

  private mutating func calendar(of question: ClockQuestion) -> Calendar {
    key.load(question)
    if let last, last.key == key { return last.calendar }
    let calendar: Calendar
    if let known = calendars[key] {
      calendar = known
    } else {
      do throws(ClockQuestionError) {
        calendar = Calendar(.success(try QuestionCalendar.hours(of: question)))
      } catch {
        calendar = Calendar(.failure(error))
      }
      if calendars.count >= Self.calendarLimit { calendars.removeAll(keepingCapacity: true) }
      calendars[key] = calendar
    }
    last = (key, calendar)
    return calendar
  }

  private static func id(
    of question: ClockQuestion, _ line: JSONLine
  ) throws(ClockQuestionError) -> ID {
    guard let value = question[.id] else { return .none }
    switch value.kind {
    case .null: return .none
    case .bool(let bool): return .bool(bool)
    case .integer(let integer): return .integer(integer)
    case .unsigned, .number:
      return question.idMember.flatMap { line.number(ofMember: $0) }.map(ID.digits) ?? .none
    case .string: return .text(value.string ?? "")
    case .array, .object: throw .badID
    }
  }
}
