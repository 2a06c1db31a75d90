package import Clocks
package import Diagnostics
import ServiceTime

extension ClockQuestions.ID {
  /// Writes one line: `{"id":…,"seconds":…}`, `{"id":…,"instant":"…"}` or `{"id":…,"error":"…"}`.
  package func write(_ answer: ClockQuestions.Answer, to json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      switch self {
      case .none: json.null()
      case .bool(let value): json.bool(value)
      case .integer(let value): json.int(value)
      case .digits(let digits): json.raw(digits)
      case .text(let text): json.string(text)
      }
      switch answer {
      case .seconds(let seconds):
        json.key("seconds")
        json.int(seconds)
      case .instant(let instant):
        json.key("instant")
        json.string("\(instant)")
      case .none(let error):
        json.key("error")
        json.string("\(error)")
      }
    }
    json.newline()
  }
}
