/// Periods that end no sentence: abbreviations, initials, ordinals and days of a date.
enum Abbreviations {
  /// What stands before a period, up to white space or an opening mark.
  struct Token {
    let bytes: ArraySlice<UInt8>
    /// Whether it is the first of its line.
    let isFirst: Bool
    /// Whether a number stands before it.
    let followsNumber: Bool

    init(before period: Int, lineStart: Int, in text: UnsafeBufferPointer<UInt8>) {
      var start = period
      while start > lineStart, !Self.isEdge(text[start - 1]) { start -= 1 }
      // Abbreviations and numbers are short; the bound keeps a megabyte without spaces linear.
      bytes = Array(text[max(start, period - 16)..<period])[...]
      isFirst = start == lineStart
      var before = start
      while before > lineStart, text[before - 1] == UInt8(ascii: " ") { before -= 1 }
      followsNumber = before > lineStart && text[before - 1] &- UInt8(ascii: "0") < 10
    }

    private static func isEdge(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "("), UInt8(ascii: "["),
        UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "/"), UInt8(ascii: ","),
        UInt8(ascii: "-"):
        true
      default: false
      }
    }
  }

  /// Whether a sentence may end at the period behind a token, given what stands behind the period
  /// and white space, and where.
  static func allowEnd(
    behind token: Token, _ follower: CaseReader.Follower, at next: Int,
    in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let word = token.bytes
    guard !word.isEmpty else { return true }
    let isNumber = word.allSatisfy { $0 &- UInt8(ascii: "0") < 10 }
    if isNumber {
      switch follower {
      // "3. června"
      case .lower: return false
      // "12. 5. 2026" against "in 2025. 5 of them"
      case .digit: return word.count > 2
      // "1. Otevřete", "3. Juni"
      case .other: return word.count > 2 || !(token.isFirst || isMonth(at: next, in: text))
      }
    }
    let key = Array(word)
    if beforeNumbers.contains(key) { return follower == .other }
    // "5 h." and "5 tys." are units, not initials or titles.
    let isUnit = token.followsNumber && follower == .other && units.contains(key)
    return isUnit || !(isInitials(word) || always.contains(key))
  }

  /// Whether it is a letter, or letters with periods between: "p" and "s.r.o" are, "m.in" is not.
  private static func isInitials(_ word: ArraySlice<UInt8>) -> Bool {
    let parts = word.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      part.count == 1 && part.allSatisfy { WordCharacters.isASCIILetter($0) }
    }
  }

  private static func isMonth(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    let end = WordCharacters.endOfLetters(from: offset, in: text)
    return end - offset <= 9 && months.contains(Array(text[offset..<end]))
  }

  private static func set(_ words: String) -> Set<[UInt8]> {
    Set(words.split(separator: " ").map { Array($0.utf8) })
  }

  /// What may end a sentence where a number stands before it. Folded.
  private static let units = set("h m s g l k w ms hr tys godz st mt kap")

  /// Never end a sentence: something must follow them. Folded.
  ///
  /// Words of another language must not be among them: "event." and "nám." end sentences.
  private static let always = set(
    // Polish
    "np m.in tzn tzw ul al pl nr dr hab mgr inz lek prof sw gen plk kpt zob wg ust rys tys dn"
      + " ds dot ew woj pow gm sp zw ww godz tj nt"
      // Czech and Slovak
      + " vc napr tzv resp popr pripad pozn ing bc mudr judr phdr rndr mvdr paeddr doc pi tr obr"
      + " odst pism cj kap roc mj cca vyd zast st sl prip t.j t.zn"
      // English
      + " e.g i.e mr mrs ms mt vs fig figs approx dept ext incl excl ref cf ca pp messrs"
      // German
      + " z.b d.h bzw inkl evtl ggf zzgl hr fr abs vgl sog"
  )

  /// End a sentence before a capital, but not before a number or a small letter. Folded.
  private static let beforeNumbers = set(
    // Polish
    "itd itp etc ok min max str zl gr mln mld pn pon wt sr czw pt sob niedz br ub j.w o.o s.a por"
      + " art poz pkt tel fax kom wew os ks"
      // Czech and Slovak
      + " atd apod aj hod kc mil tis sek eur a.s s.r.o v.o.s po ut ct pa so ne sb nam kl"
      // English
      + " no sec hrs inc ltd co corp jr a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec"
      + " mon tue tues wed thu thur fri sat sun par vol"
      // German
      + " usw mio mrd std"
  )

  /// Months that are written with a capital behind the day. Folded.
  private static let months = set(
    "januar februar marz maerz april mai juni juli august september oktober november dezember"
      + " january february march may june july october december"
  )
}
