import Diagnostics
import ServiceTime
import SourceYAML

/// Reads `in-force`.
enum InForceReader {
  private static let fromKey = bound("from", "the first day, or the moment from which on it holds")
    .otherwise("always").such(as: "2026-12-01")
  private static let untilKey = bound(
    "until", "the last day, or the moment from which on it holds no longer"
  ).otherwise("without end").such(as: "2027-06-30")

  static let keys = [fromKey.description, untilKey.description]
  static let rules = [KeyRule.atLeastOne(keys.map { $0.name })]

  /// Reads the bounds; without any when the key is left out.
  static func read(
    _ key: Key<YAMLNode>, in standard: Record, _ reading: inout CatalogueReading
  ) -> InForce {
    guard let record = reading.record(key, in: standard) else { return .always }
    let from = record.optional(fromKey, &reading.diagnostics)
    let until = record.optional(untilKey, &reading.diagnostics)
    if record.misspelt.isEmpty, keys.allSatisfy({ record.entry($0.name) == nil }) {
      reading.diagnostics.error(
        "in-force.empty", "'in-force' names neither 'from' nor 'until'",
        at: record.node.firstLine, fixIt: "add from: 2026-12-01, or delete it")
    }
    let inForce = InForce(from: from, until: until)
    if let place = record.entry(untilKey.name)?.value.place {
      reading.checkOrder(of: inForce, at: place)
    }
    return inForce
  }

  /// A date, or a moment with its offset from UTC.
  private static func bound(_ name: String, _ summary: String) -> Key<InForce.Bound> {
    let moment = Shape.written(
      "a moment", example: "2026-12-01T08:00+01:00", pattern: OffsetInstant.pattern)
    return Key(name, summary, shape: .oneOf([.date, moment])) { node, diagnostics in
      guard let text = node.text(of: "'\(name)'", &diagnostics) else { return nil }
      do {
        // Only a moment has a clock time.
        if text.contains(":") {
          return .moment(try OffsetInstant(iso8601: Array(text.utf8)))
        }
        return .date(try CivilDate(written: text))
      } catch let error as InstantError {
        diagnostics.error("in-force.date", error.problem, at: node.place, fixIt: error.advice)
      } catch let error as DateError {
        diagnostics.error("in-force.date", error.message, at: node.place, fixIt: error.suggestion)
      } catch {
        diagnostics.error("in-force.date", "'\(text.shortened)' is no date", at: node.place)
      }
      return nil
    }
  }
}
