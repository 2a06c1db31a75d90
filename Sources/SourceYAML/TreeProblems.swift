import Diagnostics

/// What is valid YAML, but more than a catalogue needs or not what its author can mean.
extension Diagnostic {
  private static func error(
    _ id: String, _ message: String, at place: SourceRange, notes: [Note] = [],
    fixIt: String? = nil
  ) -> Diagnostic {
    Diagnostic(id, .error, message, at: place, notes: notes, fixIt: fixIt)
  }

  // MARK: Keys

  static func duplicateKey(_ key: String, at place: SourceRange, first: SourceRange) -> Diagnostic {
    error(
      "yaml.duplicate-key", "the key '\(shortened(key))' stands here a second time", at: place,
      notes: [Note("the first one is here", at: first)], fixIt: "keep one of them")
  }

  static func emptyKey(at place: SourceRange) -> Diagnostic {
    error(
      "yaml.empty-key", "a key is missing before ':'", at: place,
      fixIt: "write the key, or put the text in quotes if ':' is a part of it")
  }

  static func mergeKey(at place: SourceRange) -> Diagnostic {
    error(
      "yaml.merge-key", "the merge key '<<' is not supported", at: place,
      fixIt: "write the keys out here, or let an alias stand for the whole value")
  }

  static func collectionAsKey(
    isMapping: Bool, isBracketed: Bool, at place: SourceRange
  ) -> Diagnostic {
    error(
      "yaml.key", "\(isMapping ? "a mapping" : "a list") cannot be a key", at: place,
      fixIt: isBracketed
        ? "put the text in quotes if it only starts with a bracket, as '{name}' does"
        : "use a text as the key")
  }

  // MARK: Aliases and tags

  static func undefinedAlias(
    _ name: String, near: String?, _ nearPlace: SourceRange?, at place: SourceRange
  ) -> Diagnostic {
    let name = shortened(name)
    return error(
      "yaml.undefined-alias", "'*\(name)' refers to no anchor '&\(name)' above", at: place,
      notes: nearPlace.map { [Note("the nearest name belongs to this value", at: $0)] } ?? [],
      fixIt: near.map { "did you mean '*\($0)'?" } ?? LineScan.quoteAdvice("*\(name)"))
  }

  static func textLikeAlias(_ whole: String, at place: SourceRange) -> Diagnostic {
    error(
      "yaml.unquoted", "text that starts with '*' must be in quotes", at: place,
      fixIt: LineScan.quoteAdvice(whole))
  }

  static func recursiveAlias(_ name: String, at place: SourceRange) -> Diagnostic {
    let name = shortened(name)
    return error(
      "yaml.recursive-alias", "'*\(name)' stands inside the value '&\(name)' itself", at: place,
      fixIt: "write the value out")
  }

  static func tag(at place: SourceRange) -> Diagnostic {
    error(
      "yaml.tag",
      "the tag '\(shortened(place.string))' is not needed: the key decides what a value is",
      at: place, fixIt: "delete it, or put the text in quotes if '!' is a part of it")
  }

  // MARK: The whole file

  static func noBreakSpace(at place: SourceRange) -> Diagnostic {
    Diagnostic(
      "yaml.no-break-space", .warning, "a no-break space (U+00A0) does not separate or indent",
      at: place, fixIt: "use an ordinary space")
  }

  static func secondDocument(at place: SourceRange) -> Diagnostic {
    error(
      "yaml.several-documents", "a second document starts here, but a file holds one", at: place,
      fixIt: "delete the line '---', or move what follows to a file of its own")
  }

  static func tooManyNodes(_ limit: Int, at place: SourceRange) -> Diagnostic {
    error(
      "yaml.too-many-nodes", "the file has more than \(limit) values, aliases written out",
      at: place, fixIt: "split the file, or use fewer aliases")
  }

  static func tooDeep(_ limit: Int, at place: SourceRange) -> Diagnostic {
    error(
      "yaml.too-deep", "values stand more than \(limit) deep in each other", at: place,
      fixIt: "a catalogue is some ten deep: is a bracket or an indentation wrong?")
  }

  static func tooManyProblems(_ limit: Int, at place: SourceRange) -> Diagnostic {
    error("yaml.too-many-problems", "reading stopped after \(limit) problems", at: place)
  }
}
