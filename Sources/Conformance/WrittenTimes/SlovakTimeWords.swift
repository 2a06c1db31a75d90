/// Slovak words of time, folded; what is spelt as in Czech stands with that.
enum SlovakTimeWords {
  static let all: [TimeWords.Group] =
    words.map {
      TimeWords.Group(languages: .slovak, spellings: $0.0, word: $0.1)
    }
    + shared.map {
      // Merged with what the word does in Czech.
      TimeWords.Group(languages: .slovak, spellings: $0, word: TimeWord())
    }

  /// Czech words that are Slovak too: they get the language, and keep what they do.
  private static let shared = [
    "do za v na z zo k a po od mesiac rok tri pol par sobota sobotu soboty nedela rano vecer noc noci",
    "minut minuty minutu hodin hodinu hodiny hod h min s sek dni dnes konca tyzden zmeny prace",
    "januar marec sest devat desat sto minule sobotu utorok obed obeda pracovnej tento pristi",
  ]

  private static let words: [(String, TimeWord)] =
    prepositions + numbers + hours + calendar + units
    + turns

  private static let prepositions: [(String, TimeWord)] = [
    ("do", .preposition(.until, .joiner)), ("pred", .preposition(.before)),
    ("za", .preposition(.za)), ("v vo", .preposition(.v)), ("o", .preposition(.o)),
    ("od odo", .preposition(.from)), ("po", TimeWord(roles: .past, preposition: .after)),
    ("na", .preposition(.na)), ("z zo", .preposition(.of)), ("k ku", .preposition(.k)),
    ("medzi", .preposition(.between)), ("cez", .preposition(.during)),
    ("pocas", .preposition(.within)), ("kazd|y,u,a,e,eho,ych", .preposition(.every)),
    ("priebehu", .role(.course)), ("uplynutim", .role(.elapse)),
    ("kym", .role(.beforeClause)), ("skor", .role(.follower)), ("nez", .role(.than)),
    ("okolo asi zhruba priblizne", .role(.approximately)),
    ("najneskor maximalne", .role(.latest)), ("menej", .role(.less)), ("neskor", .role(.later)),
    ("este", .role(.still)),
    ("viac dlhsie", .role(.more)), ("nie", .role(.no)),
    ("a i aj", .role([.and, .joiner, .follower])), ("az alebo", .role([.joiner, .follower])),
    ("vam vas sa si uz bude budu budeme by mal mala malo je sme som ale teda", .role(.follower)),
    ("eur euro eura percent", .role(.money)),
    (
      "dobry dobre dobru pekn|y,e,u,eho krasn|y,e,u,eho prijemn|y,e,u,eho", .role(.greeting)
    ),
  ]

  private static let numbers: [(String, TimeWord)] = [
    ("jeden jedna jedno jednu jednej jedneho", .number(1)), ("dva dve dvoch", .number(2)),
    ("tri troch", .number(3)), ("styri styroch", .number(4)), ("pat piatich", .number(5)),
    ("sest siestich", .number(6)), ("sedem siedmich", .number(7)), ("osem osmich", .number(8)),
    ("devat deviatich", .number(9)), ("desat desiatich", .number(10)),
    ("jedenast|,ich", .number(11)), ("dvanast|,ich", .number(12)), ("trinast|,ich", .number(13)),
    ("strnast|,ich", .number(14)), ("patnast|,ich", .number(15)), ("sestnast|,ich", .number(16)),
    ("sedemnast|,ich", .number(17)), ("osemnast|,ich", .number(18)),
    ("devatnast|,ich", .number(19)), ("dvadsat dvadsiatich", .number(20)),
    ("tridsat tridsiatich", .number(30)), ("styridsat", .number(40)), ("patdesiat", .number(50)),
    ("sestdesiat", .number(60)), ("dvadsatstyri", .number(24)), ("styridsatosem", .number(48)),
    ("sto", .number(100)), ("pol", .role(.half)), ("stvrt", .role(.quarter)),
    ("par niekolk|o,ych", .role(.vague)),
  ]

  private static let hours: [(String, TimeWord)] = [
    ("druhej", .hour(2)), ("tretej", .hour(3)), ("stvrtej", .hour(4)), ("piatej", .hour(5)),
    ("siestej", .hour(6)), ("siedmej", .hour(7)), ("osmej", .hour(8)), ("deviatej", .hour(9)),
    ("desiatej", .hour(10)), ("jedenastej", .hour(11)), ("dvanastej", .hour(12)),
    ("trinastej", .hour(13)), ("strnastej", .hour(14)), ("patnastej", .hour(15)),
    ("sestnastej", .hour(16)), ("sedemnastej", .hour(17)), ("osemnastej", .hour(18)),
    ("hod h", .role(.clockWord)),
  ]

  private static let calendar: [(String, TimeWord)] = [
    ("pondelok pondelk|a,u", .weekday(1)), ("utorok utork|a,u", .weekday(2)),
    ("stred|a,y,u", .weekday(3)), ("stvrtok stvrtk|a,u", .weekday(4)),
    ("piatok piatk|a,u", .weekday(5)), ("sobot|a,y,u", .weekday(6)),
    ("nedel|a,e,u", .weekday(7)),
    ("januar|,a,i", .month(1)), ("februar|,a,i", .month(2)), ("marec marc|a,i", .month(3)),
    ("april|,a,i", .month(4)), ("maj|,a,i", .month(5)), ("jun|,a,i", .month(6)),
    ("jul|,a,i", .month(7)), ("august|,a,e", .month(8)), ("septemb|er,ra,ri", .month(9)),
    ("oktob|er,ra,ri", .month(10)), ("novemb|er,ra,ri", .month(11)),
    ("decemb|er,ra,ri", .month(12)),
    ("dnes dneska", .day(0)), ("zajtra zajtrajsok zajtrajska", .day(1)),
    ("pozajtra", .day(2)), ("vcera", .day(-1)), ("predvcerom", .day(-2)),
    ("dnesn|y,eho,om,ej", .dayAdjective(0)), ("zajtrajs|i,ieho,om,ej", .dayAdjective(1)),
    ("vcerajs|i,ieho,om,ej,ich", .dayAdjective(-1)),
    ("rano", .part(.morning, .adverb)), ("rana", .part(.morning)),
    ("dopoludnia doobeda predpoludnim", .part(.forenoon, .adverb)),
    ("poludnie poludnia poludnim", .part(.noon)),
    ("popoludni poobede", .part(.afternoon, .adverb)),
    ("popoludnie popoludnia", .part(.afternoon)),
    ("vecer", .part(.evening, .adverb)), ("vecera", .part(.evening)), ("noc noci", .part(.night)),
    ("polnoc polnoc|i,ou", .part(.midnight)), ("obed|,a,om,e", .part(.lunch)),
    ("vikend|,u,om", .role(.weekend)), ("dna", .preposition(.on, .dateMarker)),
  ]

  private static let units: [(String, TimeWord)] = [
    ("s sek sekund sekundy", .unit(.second)), ("min minut", .unit(.minute)),
    ("minut|a,u,y,ou", .unit(.minute, .singular)),
    ("stvrthodin|a,y,u,ou", .unit(.quarterHour, .singular)),
    ("polhodin|a,y,u,ou", .unit(.halfHour, .singular)), ("hodin hod h", .unit(.hour)),
    ("hodin|a,u,y,ou", .unit(.hour, .singular)), ("hodinach", .unit(.hour, .plural)),
    ("den dna dnom", .unit(.day, .singular)), ("dni", .unit(.day, .plural)),
    ("dnoch", .unit(.day, .plural)), ("tyzden tyzdn|a,i,om", .unit(.week, .singular)),
    ("tyzdne tyzdnov", .unit(.week)), ("tyzdnoch", .unit(.week, .plural)),
    ("mesiac mesiac|a,i,om", .unit(.month, .singular)), ("mesiace mesiacov", .unit(.month)),
    ("stvrtrok|,a", .unit(.quarterYear, .singular)), ("polrok|,a", .unit(.halfYear, .singular)),
    ("rok rok|a,u,om", .unit(.year, .singular)), ("roky rokov", .unit(.year)),
    ("chvil|u,e,ku moment", .unit(.moment, .singular)),
  ]

  private static let turns: [(String, TimeWord)] = [
    ("pracovn|e,ych,eho,y,om,ej", .role(.working)),
    ("buduc|i,eho,om,u", .role(.next)), ("nasledujuc|i,eho,om,u", .role([.next, .following])),
    ("druhy druheho", .role(.following)), ("dalsi|,eho,ich", .role(.next)),
    ("celych kalendarnych", .role(.filler)), ("tento tohto tomto tuto toto", .role(.this)),
    ("najbliz|si,sieho,som,sich,siu nadchadzajuc|i,eho,u", .role(.coming)),
    ("minul|y,eho,om,u,a posledn|y,eho,om,ych", .role(.last)),
    ("koniec konca konci", .role(.end)), ("koncom", .role([.end, .adverbial])),
    ("zaciatok zaciatku", .role(.beginning)), ("zaciatkom", .role([.beginning, .adverbial])),
    ("zmeny zmenu sluzby", .role(.shift)), ("prace doby", .role(.work)),
    ("zavrieme zatvarame zatvorime koncime skoncime", .role(.closing)),
    ("mojej nasej", .role(.filler)), ("spat", .role(.ago)), ("teraz", .role(.now)),
    ("denne vzdy", .role(.habit)),
  ]
}
