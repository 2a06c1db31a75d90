/// English words of time.
enum EnglishTimeWords {
  static let all: [TimeWords.Group] = words.map {
    TimeWords.Group(languages: .english, spellings: $0.0, word: $0.1)
  }

  private static let words: [(String, TimeWord)] = prepositions + numbers + calendar + units + turns

  private static let prepositions: [(String, TimeWord)] = [
    ("by until till til", .preposition(.by)),
    ("before", TimeWord(roles: [.beforeClause, .past], preposition: .before)),
    ("prior", .role(.filler)),
    ("within inside during", .preposition(.within)),
    ("over", .preposition(.within, .more)), ("in", .preposition(.into)),
    ("at", .preposition(.at)), ("on", .preposition(.on)),
    ("from since starting", .preposition(.from)),
    ("after", TimeWord(roles: .past, preposition: .after)), ("past", .role(.past)),
    ("of dated", .preposition(.of)), ("between", .preposition(.between)),
    ("for throughout", .preposition(.during)),
    ("every each per", .preposition(.every)), ("course", .role(.course)),
    (
      "around about approximately approx roughly circa nearly say maybe some", .role(.approximately)
    ),
    ("latest", .role(.latest)), ("less under", .role(.less)),
    ("cet cest gmt utc bst", .role(.zone)), ("later", .role(.later)), ("than", .role(.than)),
    ("no not", .role(.no)), ("still", .role(.still)), ("more longer less", .role(.more)),
    ("and", .role([.and, .joiner, .follower])), ("or through thru", .role([.joiner, .follower])),
    ("to", .role([.joiner, .to, .follower])),
    (
      "we i you he she they it this that but with so then if your our my his her their sharp will is"
        + " at on cet cest gmt utc bst uk local time today tomorrow please as when while",
      .role(.follower)
    ),
    ("eur euro euros dollars pounds usd gbp percent", .role(.money)),
    ("good nice great lovely pleasant happy wonderful black cyber", .role(.greeting)),
    ("the", .role(.article)), ("a an", .number(1, .article)),
  ]

  private static let numbers: [(String, TimeWord)] = [
    ("one", .number(1)), ("two", .number(2)), ("three", .number(3)), ("four", .number(4)),
    ("five", .number(5)), ("six", .number(6)), ("seven", .number(7)), ("eight", .number(8)),
    ("nine", .number(9)), ("ten", .number(10)), ("eleven", .number(11)), ("twelve", .number(12)),
    ("thirteen", .number(13)), ("fourteen", .number(14)), ("fifteen", .number(15)),
    ("sixteen", .number(16)), ("seventeen", .number(17)), ("eighteen", .number(18)),
    ("nineteen", .number(19)), ("twenty", .number(20)), ("thirty", .number(30)),
    ("forty", .number(40)), ("fifty", .number(50)), ("sixty", .number(60)),
    ("seventy", .number(70)), ("eighty", .number(80)), ("ninety", .number(90)),
    ("hundred", .number(100)), ("half", .role(.half)), ("quarter quarters", .role(.quarter)),
    ("couple few several", .role(.vague)),
  ]

  private static let calendar: [(String, TimeWord)] = [
    ("monday", .weekday(1)), ("tuesday", .weekday(2)), ("wednesday", .weekday(3)),
    ("thursday", .weekday(4)), ("friday", .weekday(5)), ("saturday", .weekday(6)),
    ("sunday", .weekday(7)),
    ("mondays", .weekday(1, .habit)), ("tuesdays", .weekday(2, .habit)),
    ("wednesdays", .weekday(3, .habit)), ("thursdays", .weekday(4, .habit)),
    ("fridays", .weekday(5, .habit)), ("saturdays", .weekday(6, .habit)),
    ("sundays", .weekday(7, .habit)),
    ("mon", .weekday(1, .short)), ("tue tues", .weekday(2, .short)), ("wed", .weekday(3, .short)),
    ("thu thur thurs", .weekday(4, .short)), ("fri", .weekday(5, .short)),
    ("sat", .weekday(6, .short)), ("sun", .weekday(7, .short)),
    ("january", .month(1)), ("february", .month(2)), ("march", .month(3)), ("april", .month(4)),
    ("may", .month(5)), ("june", .month(6)), ("july", .month(7)), ("august", .month(8)),
    ("september", .month(9)), ("october", .month(10)), ("november", .month(11)),
    ("december", .month(12)),
    ("jan", .month(1, .short)), ("feb", .month(2, .short)), ("mar", .month(3, .short)),
    ("apr", .month(4, .short)), ("jun", .month(6, .short)), ("jul", .month(7, .short)),
    ("aug", .month(8, .short)), ("sep sept", .month(9, .short)), ("oct", .month(10, .short)),
    ("nov", .month(11, .short)), ("dec", .month(12, .short)),
    ("today", .day(0)), ("tomorrow tmrw tomorow tommorow", .day(1)), ("yesterday", .day(-1)),
    ("tonight", TimeWord(roles: [.day, .adverb], day: 0, part: .evening)),
    ("overnight", .part(.night, .adverb)),
    ("morning mornings", .part(.morning)), ("forenoon", .part(.forenoon)),
    ("noon midday", .part(.noon)), ("lunch lunchtime", .part(.lunch)),
    ("afternoon afternoons", .part(.afternoon)), ("evening evenings", .part(.evening)),
    ("night", .part(.night)), ("midnight", .part(.midnight)),
    ("weekend", .role(.weekend)),
    ("o'clock oclock", .role(.clockWord)), ("am", .role(.forenoonMark)),
    ("pm", .role(.afternoonMark)), ("p", .role([.afternoonMark, .short])),
    ("m", .role(.meridiem)), ("st nd rd th", .role(.ordinalSuffix)),
    ("daily weekdays always", .role(.habit)), ("h", .role(.clockWord)),
  ]

  private static let units: [(String, TimeWord)] = [
    ("s sec secs second seconds", .unit(.second)), ("min mins minutes", .unit(.minute)),
    ("minute", .unit(.minute, .singular)), ("h hr hrs", .unit(.hour)),
    ("hours", .unit(.hour, .plural)), ("hour", .unit(.hour, .singular)),
    ("days", .unit(.day, .plural)), ("day", .unit(.day, .singular)),
    ("weeks", .unit(.week, .plural)), ("week", .unit(.week, .singular)),
    ("fortnight", .unit(.week, [.singular, .double])),
    ("months", .unit(.month, .plural)), ("month", .unit(.month, .singular)),
    ("quarter", .unit(.quarterYear, .singular)), ("year", .unit(.year, .singular)),
    ("years", .unit(.year, .plural)), ("minutes", .unit(.minute, .plural)),
    ("moment tick sec", .unit(.moment, .singular)),
    ("workday", .unit(.workingDay, .singular)), ("workdays", .unit(.workingDay, .plural)),
  ]

  private static let turns: [(String, TimeWord)] = [
    ("working business office work", .role(.working)), ("business play work", .role(.work)),
    ("next", .role([.next, .following])), ("following", .role([.next, .following])),
    ("this", .role(.this)), ("coming upcoming", .role(.coming)), ("last previous", .role(.last)),
    ("end", .role(.end)), ("close", .role([.end, .closing])),
    ("early start beginning", .role(.beginning)), ("middle mid", .role(.middle)),
    ("shift", .role(.shift)), ("leave finish closing", .role(.closing)),
    ("my our your his her their full calendar whole entire", .role(.filler)),
    ("ago earlier", .role(.ago)), ("now", .role(.now)),
    ("give allow", .role(.give)), ("me us", .role(.receiver)), ("eod", .role(.dayEnd)),
    ("cob eob", .role(.closingTime)),
    ("eow", .unit(.week, .endOf)), ("eom", .unit(.month, .endOf)),
  ]
}
