import Diagnostics
import ServiceTime

/// One row of a demand, as far as it can be understood on its own.
struct DemandRow {
  /// Its number in the table, from 0.
  let index: Int
  /// When it begins.
  let start: WrittenStart
  /// The field that says so.
  let startField: CSVTable.Field
  /// The channel's name and where it stands.
  let channel: CSVTable.Field
  /// Its contacts.
  let part: Demand.Part

  /// More contacts than anybody has in an interval: a slip of the keyboard.
  private static let mostContacts = 10_000_000
  /// More seconds (eleven days) than anybody handles one contact.
  private static let longestHandling = 1_000_000

  /// Reads a row; nil after reporting everything that is wrong with it.
  init?(
    _ row: CSVTable.Row, index: Int, columns: DemandColumns, in table: CSVTable,
    numbers: inout TableNumbers, _ diagnostics: inout Diagnostics
  ) {
    guard row.fields.count <= table.header.fields.count else {
      diagnostics.error(
        "demand.fields",
        "this line has \(row.fields.count) fields, the first line has "
          + "\(table.header.fields.count)", at: row.place,
        fixIt: "quote fields that contain a '\(Character(Unicode.Scalar(table.separator)))'")
      return nil
    }
    func field(_ column: Int, _ what: String, _ example: String) -> CSVTable.Field? {
      if let field = row[column] { return field }
      let place = column < row.fields.count ? row.fields[column].place : row.end
      diagnostics.error(
        "demand.missing", "\(what) is missing", at: place, fixIt: "write it, such as \(example)")
      return nil
    }
    let startField = field(columns.start, "the start of the interval", "2026-03-02T08:00")
    let channel = field(columns.channel, "the channel", "email")
    let contacts = field(columns.contacts, "the number of contacts", "12.5")
    let start = startField.flatMap { Self.start($0, &diagnostics) }
    let number = contacts.flatMap {
      numbers.read($0, of: "number of contacts", atMost: Self.mostContacts, &diagnostics)
    }
    var handling: Double?
    if let field = columns.handling.flatMap({ row[$0] }) {
      handling = numbers.read(
        field, of: "handling time in seconds", atMost: Self.longestHandling, &diagnostics)
      guard let seconds = handling else { return nil }
      // Reports of telephone systems say 0 where there were no calls.
      if seconds < 1 {
        guard number == 0 else {
          diagnostics.error(
            "demand.handling", "nobody handles a contact in '\(shortened(field.text))' s",
            at: field.place, fixIt: "write seconds, 1 or more")
          return nil
        }
        handling = nil
      }
    }
    guard let start, let startField, let channel, let contacts, let number else { return nil }
    self.index = index
    self.start = start
    self.startField = startField
    self.channel = channel
    part = Demand.Part(
      topic: columns.topic.flatMap { row[$0]?.text }, contacts: number, handlingSeconds: handling,
      place: contacts.place)
  }

  private static func start(
    _ field: CSVTable.Field, _ diagnostics: inout Diagnostics
  ) -> WrittenStart? {
    do {
      return try WrittenStart(field.text)
    } catch {
      diagnostics.error(
        "demand.start", "'\(shortened(field.text, to: 40))' \(error.description)",
        at: field.place, fixIt: error.advice)
      return nil
    }
  }
}
