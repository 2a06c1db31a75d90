/// The characters that HTML writes as `&name;` or `&#number;`.
enum MarkupEntities {
  /// The longest entity with its `&` and `;` (unit: bytes).
  private static let longest = 12

  /// The character at an `&`, and its number of bytes; nil for anything that is no known entity.
  static func decode(_ bytes: LineBytes, at start: Int) -> (scalar: Unicode.Scalar, count: Int)? {
    var end = start + 1
    let limit = min(bytes.count, start + longest)
    while end < limit, bytes[end] != UInt8(ascii: ";") { end += 1 }
    guard end < limit, end > start + 1 else { return nil }
    let count = end + 1 - start
    if bytes[start + 1] == UInt8(ascii: "#") {
      guard let value = number(LineBytes(rebasing: bytes[start + 2..<end])) else { return nil }
      return scalar(value).map { ($0, count) }
    }
    guard end - start - 1 <= 8 else { return nil }
    return named[WordSet.key(bytes[start + 1..<end])].map { ($0, count) }
  }

  /// The value of "8230" or "x2026".
  private static func number(_ digits: LineBytes) -> UInt32? {
    guard let first = digits.first else { return nil }
    let isHex = first | 0x20 == UInt8(ascii: "x")
    let digits = isHex ? digits.from(1) : digits
    guard !digits.isEmpty, digits.count <= 8 else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      let digit: UInt8
      if byte.isDigit {
        digit = byte - UInt8(ascii: "0")
      } else if isHex, (byte | 0x20) &- UInt8(ascii: "a") < 6 {
        digit = (byte | 0x20) - UInt8(ascii: "a") + 10
      } else {
        return nil
      }
      let (product, overflows) = value.multipliedReportingOverflow(by: isHex ? 16 : 10)
      guard !overflows, product <= 0x10FFFF else { return nil }
      value = product + UInt32(digit)
    }
    return value
  }

  /// What browsers show for a number; nil for what is no character.
  private static func scalar(_ value: UInt32) -> Unicode.Scalar? {
    if (0x80..<0xA0).contains(value) { return windows[Int(value - 0x80)] }
    return value == 0 ? nil : Unicode.Scalar(value)
  }

  /// The numbers from 128 to 159 stand for the letters of Windows.
  private static let windows: [Unicode.Scalar] = Array(
    "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

  /// Names and what they stand for.
  private static let named: [UInt64: Unicode.Scalar] = {
    var named: [UInt64: Unicode.Scalar] = [
      WordSet.key("nbsp".utf8): "\u{A0}", WordSet.key("shy".utf8): "\u{AD}",
      WordSet.key("ensp".utf8): "\u{2002}", WordSet.key("emsp".utf8): "\u{2003}",
      WordSet.key("thinsp".utf8): "\u{2009}", WordSet.key("zwnj".utf8): "\u{200C}",
      WordSet.key("zwj".utf8): "\u{200D}", WordSet.key("Tab".utf8): "\t",
      WordSet.key("NewLine".utf8): "\n",
    ]
    for pair in pairs.split(whereSeparator: \.isWhitespace) {
      let scalars = pair.unicodeScalars
      guard let scalar = scalars.last else { continue }
      named[WordSet.key(String(String.UnicodeScalarView(scalars.dropLast(2))).utf8)] = scalar
    }
    return named
  }()

  private static let pairs = """
    amp=& lt=< gt=> quot=" apos=' AMP=& LT=< GT=> QUOT="
    iexcl=¡ cent=¢ pound=£ curren=¤ yen=¥ brvbar=¦ sect=§ uml=¨ copy=© ordf=ª laquo=« not=¬ reg=®
    macr=¯ deg=° plusmn=± sup2=² sup3=³ acute=´ micro=µ para=¶ middot=· cedil=¸ sup1=¹ ordm=º
    raquo=» frac14=¼ frac12=½ frac34=¾ iquest=¿ times=× divide=÷
    Agrave=À Aacute=Á Acirc=Â Atilde=Ã Auml=Ä Aring=Å AElig=Æ Ccedil=Ç Egrave=È Eacute=É Ecirc=Ê
    Euml=Ë Igrave=Ì Iacute=Í Icirc=Î Iuml=Ï ETH=Ð Ntilde=Ñ Ograve=Ò Oacute=Ó Ocirc=Ô Otilde=Õ
    Ouml=Ö Oslash=Ø Ugrave=Ù Uacute=Ú Ucirc=Û Uuml=Ü Yacute=Ý THORN=Þ szlig=ß
    agrave=à aacute=á acirc=â atilde=ã auml=ä aring=å aelig=æ ccedil=ç egrave=è eacute=é ecirc=ê
    euml=ë igrave=ì iacute=í icirc=î iuml=ï eth=ð ntilde=ñ ograve=ò oacute=ó ocirc=ô otilde=õ
    ouml=ö oslash=ø ugrave=ù uacute=ú ucirc=û uuml=ü yacute=ý thorn=þ yuml=ÿ
    Aogon=Ą aogon=ą Cacute=Ć cacute=ć Eogon=Ę eogon=ę Lstrok=Ł lstrok=ł Nacute=Ń nacute=ń
    Sacute=Ś sacute=ś Zacute=Ź zacute=ź Zdot=Ż zdot=ż
    Ccaron=Č ccaron=č Dcaron=Ď dcaron=ď Ecaron=Ě ecaron=ě Ncaron=Ň ncaron=ň Rcaron=Ř rcaron=ř
    Scaron=Š scaron=š Tcaron=Ť tcaron=ť Uring=Ů uring=ů Zcaron=Ž zcaron=ž
    Lcaron=Ľ lcaron=ľ Lacute=Ĺ lacute=ĺ Racute=Ŕ racute=ŕ Odblac=Ő odblac=ő Udblac=Ű udblac=ű
    OElig=Œ oelig=œ Abreve=Ă abreve=ă Tcedil=Ţ tcedil=ţ Scedil=Ş scedil=ş
    ndash=– mdash=— lsquo=‘ rsquo=’ sbquo=‚ ldquo=“ rdquo=” bdquo=„ dagger=† Dagger=‡ bull=•
    hellip=… permil=‰ prime=′ Prime=″ lsaquo=‹ rsaquo=› euro=€ trade=™ larr=← uarr=↑ rarr=→ darr=↓
    harr=↔ minus=− ne=≠ le=≤ ge=≥ asymp=≈ infin=∞ check=✓ star=☆ hearts=♥ num=# excl=! dollar=$
    percnt=% lpar=( rpar=) ast=* plus=+ comma=, period=. sol=/ colon=: semi=; equals== quest=?
    commat=@ lsqb=[ rsqb=] lowbar=_ lbrace={ rbrace=} vert=| verbar=|
    """
}
