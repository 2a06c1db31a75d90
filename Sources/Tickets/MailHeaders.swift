extension [JSONField] {
  /// Whether mail headers among these, in an object called `headers`, say that a machine wrote the mail.
  ///
  /// It did where `Auto-Submitted` is there and is not `no` (RFC 3834, section 5), or
  /// `X-Auto-Response-Suppress` is there. `Precedence: bulk` says nothing: some helpdesks send replies of
  /// people with it. Headers are named without regard to case, and may have several values.
  ///
  /// - Complexity: O(headers).
  var tellOfMachine: Bool {
    guard case .object(let headers)? = self["headers"] else { return false }
    return headers.contains { header in
      switch header.name.lowercased() {
      case "auto-submitted": header.value.texts.contains { !$0.isKeyword("no") }
      case "x-auto-response-suppress": !header.value.texts.isEmpty
      default: false
      }
    }
  }
}

extension JSONValue {
  /// The text that it is, or those of a list, without blank ones.
  fileprivate var texts: [String] {
    switch self {
    case .string(let text): text.allSatisfy(\.isWhitespace) ? [] : [text]
    case .array(let values): values.flatMap(\.texts)
    case .null, .bool, .integer, .number, .object: []
    }
  }
}

extension String {
  /// Whether it begins with a word, behind which only parameters or a comment may stand.
  fileprivate func isKeyword(_ word: String) -> Bool {
    let rest = drop { $0.isWhitespace }
    return rest.prefix { !$0.isWhitespace && $0 != ";" && $0 != "(" }.lowercased() == word
  }
}
