/// A value in quotes for a message: at most 40 characters of it, control characters as `?`.
func quoted(_ text: String) -> String {
  let short = text.prefix(41).count > 40 ? text.prefix(40) + "…" : text[...]
  let visible = short.unicodeScalars.map { scalar -> Unicode.Scalar in
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: "?"
    default: scalar
    }
  }
  return "'\(String(String.UnicodeScalarView(visible)))'"
}
