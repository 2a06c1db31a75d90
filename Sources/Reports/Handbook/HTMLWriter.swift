/// Writes a page that is HTML and well-formed XML alike; every text and attribute is escaped.
///
/// ```swift
/// var html = HTMLWriter()
/// html.element("p", ["class": "lead"]) { $0.text("5 < 6") }
/// // <p class="lead">5 &lt; 6</p>
/// ```
struct HTMLWriter {
  /// What has been written so far.
  private(set) var string = ""

  /// Elements that stand within a line of text; after all others a new line begins.
  private static let inline: Set<String> = [
    "a", "abbr", "b", "code", "em", "mark", "s", "span", "strong", "time",
  ]

  /// Writes an element; `body` writes what it holds.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:],
    _ body: (inout HTMLWriter) -> Void
  ) {
    open(name, attributes)
    string += ">"
    body(&self)
    string += "</\(name)>"
    if !Self.inline.contains("\(name)") { string += "\n" }
  }

  /// Writes an element that holds a text.
  mutating func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:], text: String
  ) {
    element(name, attributes) { $0.text(text) }
  }

  /// Writes an element that never holds anything, such as `meta`.
  mutating func empty(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?> = [:]
  ) {
    open(name, attributes)
    string += " />\n"
  }

  /// Writes a text.
  mutating func text(_ text: String) {
    Self.escape(text, into: &string)
  }

  /// Begins a document in a language: what stands before `<head>`, the head with its style, and
  /// the body, which `body` writes.
  static func document(
    language: String, title: String, style: StaticString, _ body: (inout HTMLWriter) -> Void
  ) -> String {
    var html = HTMLWriter()
    html.string = "<!DOCTYPE html>\n"
    html.element(
      "html",
      ["xmlns": "http://www.w3.org/1999/xhtml", "lang": language, "xml:lang": language]
    ) { html in
      html.string += "\n"
      html.element("head") { html in
        html.string += "\n"
        html.empty("meta", ["charset": "utf-8"])
        html.empty(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        html.element("title", text: title)
        // The style is ours; it holds none of the characters that XML gives a meaning.
        html.element("style") { $0.string += "\n\(style)\n" }
      }
      html.element("body") { html in
        html.string += "\n"
        body(&html)
      }
    }
    return html.string
  }

  private mutating func open(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String?>
  ) {
    string += "<\(name)"
    for (key, value) in attributes {
      guard let value else { continue }
      string += " \(key)=\""
      Self.escape(value, into: &string)
      string += "\""
    }
  }

  /// Escapes what means something in HTML and XML; characters that neither allows become U+FFFD.
  private static func escape(_ text: String, into result: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r": result.unicodeScalars.append(scalar)
      // Also the marks that turn the direction of the text after them.
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}",
        "\u{FFFE}", "\u{FFFF}":
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
