/// German words of time, folded: those of ordinary replies.
enum GermanTimeWords {
  static let all: [TimeWords.Group] =
    words.map {
      TimeWords.Group(languages: .german, spellings: $0.0, word: $0.1)
    } + reversedNumbers

  private static let words: [(String, TimeWord)] = prepositions + numbers + calendar + units + turns

  /// "vierundzwanzig": the ones before the tens.
  private static let reversedNumbers: [TimeWords.Group] = {
    let ones = ["ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun"]
    let tens: [(String, Int8)] = [("zwanzig", 20), ("dreissig", 30), ("vierzig", 40)]
    return tens.flatMap { ten in
      ones.enumerated().map { one in
        TimeWords.Group(
          languages: .german, spellings: "\(one.element)und\(ten.0)",
          word: .number(ten.1 + Int8(truncatingIfNeeded: one.offset) + 1))
      }
    }
  }()

  private static let prepositions: [(String, TimeWord)] = [
    ("bis", .preposition(.until, .joiner)), ("vor", .preposition(.before)),
    ("innerhalb binnen wahrend", .preposition(.within)), ("in im", .preposition(.into)),
    ("um gegen zum zur", .preposition(.at)), ("am an", .preposition(.on)),
    ("ab seit von", .preposition(.from)), ("nach", TimeWord(roles: .past, preposition: .after)),
    ("vom", .preposition(.of)), ("zwischen", .preposition(.between)),
    ("fur uber", .preposition(.during)), ("jed|e,en,er,es pro", .preposition(.every)),
    ("lauf laufe", .role(.course)), ("ablauf", .role(.elapse)), ("bevor", .role(.beforeClause)),
    ("ca circa etwa ungefahr rund", .role(.approximately)), ("spatestens", .role(.latest)),
    ("spater", .role(.later)), ("als", .role(.than)), ("nicht", .role(.no)),
    ("noch", .role(.still)), ("mehr langer", .role(.more)),
    ("und", .role([.and, .joiner, .follower])), ("oder", .role([.joiner, .follower])),
    ("ich wir sie ihnen ist wird werden bei", .role(.follower)),
    ("der die das dem den des", .role([.article, .filler])), ("prozent", .role(.money)),
    ("guten gute schon|en,er,es", .role(.greeting)),
  ]

  private static let numbers: [(String, TimeWord)] = [
    ("ein eine einer einem einen eins", .number(1)), ("zwei", .number(2)), ("drei", .number(3)),
    ("vier", .number(4)), ("funf", .number(5)), ("sechs", .number(6)), ("sieben", .number(7)),
    ("acht", .number(8)), ("neun", .number(9)), ("zehn", .number(10)), ("elf", .number(11)),
    ("zwolf", .number(12)), ("funfzehn", .number(15)), ("zwanzig", .number(20)),
    ("dreissig", .number(30)), ("vierzig", .number(40)), ("sechzig", .number(60)),
    ("halb halbe halben", .role(.half)), ("anderthalb eineinhalb", .role(.oneAndHalf)),
    ("paar wenig|e,en,er einig|e,en,er mehrer|e,en", .role(.vague)),
  ]

  private static let calendar: [(String, TimeWord)] = [
    ("montag", .weekday(1)), ("dienstag", .weekday(2)), ("mittwoch", .weekday(3)),
    ("donnerstag", .weekday(4)), ("freitag", .weekday(5)), ("samstag sonnabend", .weekday(6)),
    ("sonntag", .weekday(7)), ("montags", .weekday(1, .habit)), ("freitags", .weekday(5, .habit)),
    ("januar", .month(1)), ("februar", .month(2)), ("marz maerz", .month(3)),
    ("april", .month(4)), ("mai", .month(5)), ("juni", .month(6)), ("juli", .month(7)),
    ("august", .month(8)), ("september", .month(9)), ("oktober", .month(10)),
    ("november", .month(11)), ("dezember", .month(12)),
    ("heute", .day(0)), ("morgen", TimeWord(roles: [.day, .adverb], day: 1)),
    ("ubermorgen", .day(2)), ("gestern", .day(-1)), ("vorgestern", .day(-2)),
    ("heutig|e,en,er", .dayAdjective(0)), ("morgig|e,en,er", .dayAdjective(1)),
    ("fruh", .part(.morning)), ("vormittag|,s", .part(.forenoon, .adverb)),
    ("mittag|,s", .part(.noon)), ("nachmittag|,s", .part(.afternoon, .adverb)),
    ("abend|,s", .part(.evening)), ("nacht|,s", .part(.night)), ("mitternacht", .part(.midnight)),
    ("wochenende", .role(.weekend)), ("uhr", .role(.clockWord)),
  ]

  private static let units: [(String, TimeWord)] = [
    ("sekunden", .unit(.second)), ("min minuten", .unit(.minute)),
    ("minute", .unit(.minute, .singular)), ("viertelstunde", .unit(.quarterHour, .singular)),
    ("dreiviertelstunde", .unit(.threeQuarterHour, .singular)), ("std stunden", .unit(.hour)),
    ("stunde", .unit(.hour, .singular)), ("tage tagen", .unit(.day, .plural)),
    ("tag tages", .unit(.day, .singular)), ("woche", .unit(.week, .singular)),
    ("wochen", .unit(.week)), ("monat monats", .unit(.month, .singular)),
    ("monate monaten", .unit(.month)), ("jahr jahres", .unit(.year, .singular)),
    ("jahre jahren", .unit(.year)),
    ("werktag|e,en arbeitstag|e,en", .unit(.workingDay, .plural)),
    ("werktag|,s,es arbeitstag|,s,es", .unit(.workingDay, .singular)),
    ("quartal|,s", .unit(.quarterYear, .singular)),
  ]

  private static let turns: [(String, TimeWord)] = [
    ("nachst|e,en,er,es,em kommend|e,en,er,es,em", .role(.next)),
    ("folgend|e,en,er", .role([.next, .following])), ("dies|e,en,er,es,em", .role(.this)),
    ("letzt|e,en,er,es vorig|e,en,er,es", .role(.last)), ("ende", .role([.end, .adverbial])),
    ("anfang", .role(.beginning)), ("feierabend", .role(.closingTime)),
    ("geschaftsschluss dienstschluss", .role(.closingTime)), ("schicht", .role(.shift)),
    ("meiner unserer", .role(.filler)), ("jetzt", .role(.now)), ("taglich", .role(.habit)),
  ]
}
