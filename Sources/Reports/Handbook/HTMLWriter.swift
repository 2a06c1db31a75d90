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
    "a", "abbr", "b", "bdi", "code", "em", "mark", "s", "span", "strong", "time",
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

  /// Begins a document in a language: what stands before `<head>`, the head with its styles, and
  /// the body, which `body` writes.
  ///
  /// - Parameter policy: What the page may load and run; all that browsers allow where nil.
  static func document(
    language: String, title: String, style: StaticString..., policy: String? = nil,
    _ body: (inout HTMLWriter) -> Void
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
        if let policy {
          html.empty("meta", ["http-equiv": "Content-Security-Policy", "content": policy])
        }
        html.empty(
          "meta", ["name": "viewport", "content": "width=device-width, initial-scale=1"])
        html.element("title", text: title)
        // The styles are ours; they hold none of the characters that XML gives a meaning.
        for style in style { html.element("style") { $0.string += "\n\(style)\n" } }
      }
      html.element("body") { html in
        html.string += "\n"
        body(&html)
      }
    }
    return html.string
  }

  /// Writes data for a script of the page; they must hold no `<` and `&`.
  mutating func data(_ json: String, id: String) {
    element("script", ["type": "application/json", "id": id]) { $0.string += json }
  }

  /// Writes a script of ours.
  mutating func script(_ source: StaticString) {
    element("script") { $0.string += "\(source)" }
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
  static func escape(_ text: String, into result: inout String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(isUnfit(scalar) ? "\u{FFFD}" : scalar)
      }
    }
  }

  /// Whether neither HTML nor XML allows a character, or it turns the direction of the text after it.
  static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "\t", "\n", "\r": false
    case "\u{0}"..<" ", "\u{7F}"..."\u{9F}", "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}",
      "\u{FFFE}", "\u{FFFF}":
      true
    default: false
    }
  }
}
