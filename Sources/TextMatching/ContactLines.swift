/// Tells lines of addresses and numbers, as they stand below a name, from sentences.
enum ContactLines {
  /// What a line of a signature is about.
  enum Kind {
    /// Telephone, e-mail, web, street, register, social networks.
    case contact
    /// A few words that may be a job, a department or a company.
    case short
    /// Anything else.
    case other
  }

  /// Lines of signatures are no longer (unit: folded bytes).
  private static let longest = 160

  private static let endings = ByteSet("?!:")

  static func kind(_ line: LineBytes) -> Kind {
    guard let last = line.last, line.count <= longest else { return .other }
    if last == UInt8(ascii: "]"), isImage(line) { return .contact }
    guard !endings.contains(last) else { return .other }
    let words = line.words.count(upTo: 20)
    let digits = line.digits
    if last == UInt8(ascii: "."), digits < 6, !endsInCompany(line) { return .other }
    if digits >= 6, registers.count(in: line, isWhole: true) > 0 {
      return isSentence(line) ? .other : .contact
    }
    guard words <= 13, !isSentence(line) else { return .other }
    if hasContact(line, digits) || isSocial(line) { return .contact }
    if last == UInt8(ascii: "."), !endsInCompany(line) { return .other }
    return words <= 8 ? .short : .other
  }

  /// Whether a line names a team or a company rather than a person: "Zespół Hostuj.pl".
  static func isTeam(_ line: LineBytes) -> Bool {
    guard line.count <= longest, line.digits < 3, !line.contains(UInt8(ascii: "@")),
      line.words.count(upTo: 9) <= 8, !isSentence(line)
    else { return false }
    return line.words.contains { SignatureWords.isOfTeam(LineBytes(rebasing: line[$0])) }
  }

  /// Whether a word of the line belongs to sentences.
  static func isSentence(_ line: LineBytes) -> Bool {
    for word in line.words {
      var end = word.upperBound
      while end > word.lowerBound, ByteSet.behindWords.contains(line[end - 1]) { end -= 1 }
      let bytes = LineBytes(rebasing: line[word.lowerBound..<end])
      if SignatureWords.ofSentences.contains(bytes) { return true }
    }
    return false
  }

  /// Whether a number to call, an address or a site stands in the line.
  private static func hasContact(_ line: LineBytes, _ digits: Int) -> Bool {
    if digits >= 7, hasPhone(line) { return true }
    for word in line.words where isAddress(LineBytes(rebasing: line[word])) { return true }
    return digits > 0 && streets.opens(line) || digits >= 2 && hasPostalCode(line)
  }

  private static let streets = Openings([
    "ul. ", "al. ", "os. ", "pl. ", "ulica ", "aleja ", "ulice ", "namesti ", "nam. ",
  ])

  /// Whether an e-mail address or a site is a word.
  private static func isAddress(_ word: LineBytes) -> Bool {
    if let at = word.firstIndex(of: UInt8(ascii: "@")) {
      return at > 0 && word[at...].dropFirst().contains(UInt8(ascii: "."))
    }
    if word.contains(Array("www.".utf8)) || word.contains(Array("://".utf8)) { return true }
    var word = word
    while let last = word.last, behindAddresses.contains(last) {
      word = LineBytes(rebasing: word.dropLast())
    }
    guard let dot = word.lastIndex(of: UInt8(ascii: ".")), dot > 1 else { return false }
    return domains.contains(word.from(dot + 1))
  }

  private static let behindAddresses = ByteSet(".,;)>")

  private static let domains = WordSet(
    "pl cz sk com eu net org de at uk io app online shop example info biz gov ie")

  private static let inNumbers = ByteSet(" +-()./")

  /// Whether at least seven digits stand together with what parts the groups of a number.
  private static func hasPhone(_ line: LineBytes) -> Bool {
    var digits = 0
    for byte in line {
      if byte.isDigit {
        digits += 1
        if digits >= 7 { return true }
      } else if !inNumbers.contains(byte) {
        digits = 0
      }
    }
    return false
  }

  /// Whether a code such as "00-950 Warszawa", "150 00 Praha" or "SW1A 1AA" stands in the line.
  private static func hasPostalCode(_ line: LineBytes) -> Bool {
    func shape(_ word: Range<Int>) -> [UInt8] {
      line[word].filter { $0 != UInt8(ascii: ",") }.map {
        $0.isDigit ? UInt8(ascii: "0") : $0.isFoldedLetter ? UInt8(ascii: "a") : $0
      }
    }
    let shapes = line.words.map(shape)
    for (index, shape) in shapes.enumerated() {
      let next = index + 1 < shapes.count ? shapes[index + 1] : []
      if shape == Array("00-000".utf8), next.first == UInt8(ascii: "a") { return true }
      let afterNext = index + 2 < shapes.count ? shapes[index + 2] : []
      if shape == Array("000".utf8), next == Array("00".utf8),
        afterNext.first == UInt8(ascii: "a")
      {
        return true
      }
      if next == Array("0aa".utf8), [3, 4].contains(shape.count), shape.first == UInt8(ascii: "a"),
        shape.contains(UInt8(ascii: "0"))
      {
        return true
      }
    }
    return false
  }

  /// Whether the line is nothing but names of social networks and marks between them.
  private static func isSocial(_ line: LineBytes) -> Bool {
    var networks = 0
    for word in line.words {
      let bytes = LineBytes(rebasing: line[word])
      if bytes.allSatisfy({ !$0.isFoldedLetter && !$0.isDigit }) { continue }
      guard social.opens(bytes) else { return false }
      networks += 1
    }
    return networks > 0
  }

  private static let social = Openings([
    "facebook", "linkedin", "instagram", "twitter", "youtube", "tiktok", "x.com", "mastodon",
    "blog",
  ])

  /// Whether the line stands for a picture: "[cid:logo.png]", "[image: logo]".
  private static func isImage(_ line: LineBytes) -> Bool {
    line.first == UInt8(ascii: "[") && line.last == UInt8(ascii: "]")
      && images.contains { line.contains($0) }
  }

  private static let images = ["cid:", "image", "logo", ".png", ".jpg", ".gif", "obraz"]
    .map { Array($0.utf8) }

  /// What a line about a company's register speaks of.
  private static let registers = Openings([
    "nip", "krs", "regon", "kapital zakladowy", "sad rejonowy", "sp. z o.o", "sp. z o. o", "s.a",
    "s.r.o", "s. r. o", "a.s", "ico", "dic", "obchodnim rejstriku", "obchodnom registri",
    "registered in", "company no", "vat", "ltd", "limited", "gmbh", "handelsregister",
    "amtsgericht", "hrb", "ust-id",
  ])

  private static func endsInCompany(_ line: LineBytes) -> Bool {
    companies.contains { line.hasSuffix($0) }
  }

  private static let companies = [
    "o.o.", "o. o.", "r.o.", "r. o.", "a.s.", "a. s.", "s.a.", "inc.", "ltd.", "co.", "s.c.",
    "k.s.",
  ].map { Array($0.utf8) }
}
