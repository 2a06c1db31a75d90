import Diagnostics
import SourceYAML
import Testing

/// Random documents and random damage, the same in every run.
struct YAMLPropertyTests {
  // MARK: - Valid documents

  /// Writes a random value in a random style, and the outline that must be read from it.
  private struct Author {
    var random: SplitMix
    private let letters = ["a", "ł", "Ž", "é", "語", "👩🏽‍🔧", "o\u{301}", "0", "-", "x y", "q:r", "#"]

    mutating func word() -> String {
      let start = ["b", "ś", "W", "7"][random.next(below: 4)]
      return start
        + (0..<random.next(below: 12)).map { _ in letters[random.next(below: 12)] }.joined()
    }

    mutating func key(_ index: Int) -> String { "k\(index)\(word())" }

    mutating func scalar(inFlow: Bool, indent: String) -> (yaml: String, outline: String) {
      let text = word()
      switch random.next(below: inFlow ? 3 : 5) {
      case 0: return (text, quoted(text))
      case 1: return ("'\(text)''s'", quoted("\(text)'s"))
      case 2: return ("\"\(text)\\t\\\"\"", quoted("\(text)\t\""))
      case 3:
        let second = word()
        return (
          "|-\n\(indent)  \(text)\n\n\(indent)   \(second)",
          quoted("\(text)\n\n \(second)")
        )
      default:
        let second = word()
        return (
          ">-\n\(indent)  \(text)\n\(indent)  \(second)",
          quoted("\(text) \(second)")
        )
      }
    }

    /// What follows `key:` or `-`, with the space or line break between.
    mutating func value(depth: Int, indent: String) -> (yaml: String, outline: String) {
      switch random.next(below: depth > 3 ? 2 : 6) {
      case 0, 1:
        let (yaml, outline) = scalar(inFlow: false, indent: indent)
        return (" \(yaml)\n", outline)
      case 2:
        let (yaml, outline) = flow(depth: depth)
        return (" \(yaml) # c\n", outline)
      case 3:
        var (yaml, outlines): (String, [String]) = ("\n", [])
        for _ in 0...random.next(below: 3) {
          let (item, outline) = value(depth: depth + 1, indent: indent + "  ")
          yaml += "\(indent)  -\(item)"
          outlines.append(outline)
        }
        return (yaml, "[\(outlines.joined(separator: ", "))]")
      default:
        let (yaml, outline) = mapping(depth: depth, indent: indent + "  ")
        return ("\n" + yaml, outline)
      }
    }

    mutating func mapping(depth: Int, indent: String) -> (yaml: String, outline: String) {
      var (yaml, outlines): (String, [String]) = ("", [])
      for index in 0...random.next(below: 3) {
        let key = key(index)
        let (item, outline) = value(depth: depth + 1, indent: indent)
        yaml += "\(indent)\(key):\(item)"
        if random.next(below: 4) == 0 { yaml += "\n# żółw\n" }
        outlines.append("\(key): \(outline)")
      }
      return (yaml, "{\(outlines.joined(separator: ", "))}")
    }

    mutating func flow(depth: Int) -> (yaml: String, outline: String) {
      let isList = random.next(below: 2) == 0
      var (items, outlines): ([String], [String]) = ([], [])
      for index in 0..<random.next(below: 4) {
        let (item, outline) =
          depth < 4 && random.next(below: 4) == 0
          ? flow(depth: depth + 1) : scalar(inFlow: true, indent: "")
        let key = isList ? "" : key(index) + ": "
        items.append(key + item)
        outlines.append(key + outline)
      }
      let (open, close) = isList ? ("[", "]") : ("{", "}")
      return (
        open + items.joined(separator: " , ") + close,
        open + outlines.joined(separator: ", ") + close
      )
    }
  }

  @Test func `what was written is what is read, and every scalar is at its place`() throws {
    var author = Author(random: SplitMix(seed: 11))
    for round in 0..<400 {
      let (yaml, outline) = author.mapping(depth: 0, indent: "")
      let (node, problems) = read(yaml)
      #expect(problems.isEmpty, "\(round): \(yaml)")
      let root = try #require(node, "\(round): \(yaml)")
      #expect(root.outline == outline, "\(round): \(yaml)")
      for node in root.all {
        guard let scalar = node.scalar else { continue }
        let place = node.place
        switch scalar.style {
        case .plain: #expect(place.string == scalar.text)
        case .singleQuoted:
          #expect(place.string == "'\(scalar.text.replacing("'", with: "''"))'")
        case .doubleQuoted: #expect(place.string.hasPrefix("\"") && place.string.hasSuffix("\""))
        case .literal, .folded:
          #expect(place.string.hasPrefix("|") || place.string.hasPrefix(">"))
          #expect(place.string.hasSuffix(scalar.text.split(separator: " ").last ?? ""))
        }
        checkParts(of: scalar, node)
      }
    }
  }

  /// Every word of a text is found again in the file, the k-th where the k-th was written.
  private func checkParts(of scalar: YAMLScalar, _ node: YAMLNode) {
    guard scalar.style != .doubleQuoted else { return }
    var lastEnd = node.place.utf8.lowerBound
    var start = 0
    for word in scalar.text.split(
      omittingEmptySubsequences: false, whereSeparator: { $0.isWhitespace })
    {
      let place = node.place(ofUTF8: start..<start + word.utf8.count)
      let written =
        scalar.style == .singleQuoted ? String(word).replacing("'", with: "''") : String(word)
      #expect(place.string == written)
      #expect(
        place.utf8.lowerBound >= lastEnd && place.utf8.upperBound <= node.place.utf8.upperBound)
      lastEnd = place.utf8.upperBound
      start += word.utf8.count + 1
    }
  }

  @Test func `places stay right far into a long text`() throws {
    let lines = (0..<3_000).map { "klíč\($0): żółw \($0) 👩🏽‍🔧\n" }
    let root = try #require(read(lines.joined()).node)
    #expect(root.entries.count == 3_000)
    for (index, entry) in root.entries.enumerated() {
      #expect(entry.key.place.string == "klíč\(index)")
      #expect(entry.value.place.string == "żółw \(index) 👩🏽‍🔧")
    }
  }

  // MARK: - Damaged documents

  private static let document = """
    %YAML 1.2
    ---
    # żółw
    catalogue: &c Obsługa klienta
    "quoted": "a \\u0105 \\" b"
    single: 'it''s'
    list: [a, {b: c}, *c, "d: e"]
    nested:
      - key: value
        other: |
          line one
            line two
      - >-
        folded
        text
      - ? long
        : *c
    time: 08:00
    phrase: szanown* pan*, ==dziękuję== 👩🏽‍🔧
    """

  private static let pieces: [String] = [
    " ", "\n", "\t", ":", ": ", "- ", "-", "[", "]", "{", "}", ",", "'", "\"", "\\", "*", "&", "!",
    "%", "@", "`", "|", ">", "#", " #", "?", "? ", "---\n", "...\n", "<<: ", "ł", "\u{301}", "👩🏽‍🔧",
    "\u{A0}", "\u{FEFF}", "\u{85}", "\u{2028}", "\r", "\r\n", "\0", "\u{7}", "a", "0", "\\x",
    "!!str ",
    "&c ", "*c ", "*d", "\n  ", "\n\t",
  ]

  private static let seeds = Array(UInt64(0)..<8)

  /// Runs everything that is done with a problem, since the places must hold for all of it.
  private func exercise(_ text: SourceText) {
    var diagnostics = Diagnostics()
    let node = YAMLReader.read(text, into: &diagnostics)
    #expect(
      node != nil || diagnostics.hasErrors || isEmptyYAML(text),
      "\(text.string(0..<text.bytes.count).debugDescription)")
    var json = JSONWriter()
    for problem in diagnostics.sorted {
      #expect(problem.id.hasPrefix("yaml."))
      #expect(problem.message.first?.isUppercase == false && !problem.message.hasSuffix("."))
      for place in [problem.place] + problem.notes.map({ $0.place }) {
        guard let place else { continue }
        #expect(place.text === text)
        #expect(place.utf8.upperBound <= text.bytes.count)
      }
      #expect(problem.place != nil)
      #expect(DiagnosticRenderer(color: false).render(problem).hasSuffix("\n"))
      problem.write(to: &json)
    }
    for node in node?.all ?? [] {
      guard let scalar = node.scalar else { continue }
      let length = scalar.text.utf8.count
      for part in [0..<length, 0..<length / 2, length / 2..<length] {
        let place = node.place(ofUTF8: part).utf8
        #expect(node.place.utf8.clamped(to: place) == place)
      }
    }
  }

  /// Whether nothing but comments, blanks and document marks are left.
  private func isEmptyYAML(_ text: SourceText) -> Bool {
    String(decoding: text.bytes, as: UTF8.self).split(whereSeparator: { $0.isNewline }).allSatisfy {
      let line = $0.drop { $0 == " " || $0 == "\u{FEFF}" || $0 == "\t" }
      return line.isEmpty || line.hasPrefix("#") || line.hasPrefix("---") || line.hasPrefix("...")
        || line.hasPrefix("%") || line == "&c "
    }
  }

  @Test(arguments: seeds)
  func `damage of any kind gives problems in place and no crash`(seed: UInt64) {
    var random = SplitMix(seed: seed)
    let original = Array(Self.document.utf8)
    for _ in 0..<500 {
      var bytes = original
      for _ in 0...random.next(below: 3) {
        let offset = random.next(below: max(bytes.count, 1))
        switch random.next(below: 6) {
        case 0: bytes.remove(at: offset)
        case 1: bytes.removeSubrange(offset..<min(bytes.count, offset + random.next(below: 30)))
        case 2: bytes[offset] = UInt8(random.next(below: 256))
        case 3: bytes.removeSubrange(offset...)
        case 4:
          let end = min(bytes.count, offset + random.next(below: 60))
          bytes.insert(contentsOf: Array(bytes[offset..<end]), at: random.next(below: bytes.count))
        default:
          let piece = Self.pieces[random.next(below: Self.pieces.count)]
          bytes.insert(contentsOf: Array(piece.utf8), at: offset)
        }
        if bytes.isEmpty { break }
      }
      exercise(SourceText(path: "a.yaml", bytes: bytes))
    }
  }

  @Test(arguments: seeds)
  func `any jumble of YAML's marks gives problems in place and no crash`(seed: UInt64) {
    var random = SplitMix(seed: seed + 100)
    for _ in 0..<500 {
      let jumble = (0..<random.next(below: 25)).map { _ in
        Self.pieces[random.next(below: Self.pieces.count)]
      }
      exercise(SourceText(path: "a.yaml", jumble.joined()))
    }
  }
}
