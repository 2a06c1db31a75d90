extension Diagnostic {
  /// Writes the diagnostic as one JSON object.
  ///
  /// Keys, always all of them and in this order: `id`, `severity` ("error", "warning" or "note"),
  /// `message`, `path`, `line`, `column`, `end_line`, `end_column` (from 1, in characters; the end is
  /// just after the last one), `fix_it`, `notes` (objects with `message`, `path`, `line`, `column`).
  /// What is absent is `null`.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.string(id)
      json.key("severity")
      json.string(severity.rawValue)
      json.key("message")
      json.string(message)
      write(place, to: &json)
      let end = place?.end
      json.key("end_line")
      json.int(end?.line)
      json.key("end_column")
      json.int(end?.column)
      json.key("fix_it")
      json.string(fixIt)
      json.key("notes")
      json.array { json in
        for note in notes {
          json.object { json in
            json.key("message")
            json.string(note.message)
            write(note.place, to: &json)
          }
        }
      }
    }
  }

  private func write(_ place: SourceRange?, to json: inout JSONWriter) {
    let start = place?.start
    json.key("path")
    json.string(place?.text.path)
    json.key("line")
    json.int(start?.line)
    json.key("column")
    json.int(start?.column)
  }
}
