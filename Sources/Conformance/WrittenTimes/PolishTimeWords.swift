/// Polish words of time, folded.
enum PolishTimeWords {
  static let all: [TimeWords.Group] = words.map {
    TimeWords.Group(languages: .polish, spellings: $0.0, word: $0.1)
  }

  private static let words: [(String, TimeWord)] =
    prepositions + numbers + hours + calendar + units
    + turns

  private static let prepositions: [(String, TimeWord)] = [
    ("do", .preposition(.until, .joiner)), ("przed", .preposition(.before)),
    ("za", .preposition(.za)), ("o", .preposition(.o)), ("w we", .preposition(.w)),
    ("od ode", .preposition(.from)), ("po", TimeWord(roles: .past, preposition: .after)),
    ("na", .preposition(.na)), ("z ze", .preposition(.of)),
    ("miedzy pomiedzy", .preposition(.between)), ("przez ponad", .preposition(.during)),
    ("podczas", .preposition(.within)), ("pod", .preposition(.at)),
    ("co kazd|y,a,e,ego,ej,ym kazda", .preposition(.every)),
    ("ciagu przeciagu trakcie", .role(.course)), ("uplywem uplywu", .role(.elapse)),
    ("zanim nim", .role(.beforeClause)),
    ("mniej", .role(.less)),
    ("okolo kolo ok mniej jakies jakis gdzies circa", .role(.approximately)),
    ("najpozniej najdalej maksymalnie maks max najwyzej", .role(.latest)),
    ("pozniej", .role(.later)), ("niz", .role(.than)),
    ("nie", .role(.no)), ("jeszcze", .role(.still)), ("wiecej dluzej", .role(.more)),
    ("i oraz", .role([.and, .joiner, .follower])), ("a", .role([.and, .joiner, .follower])),
    ("lub albo", .role([.joiner, .follower])),
    (
      "juz bedzie beda sie pan pani panu pana panstwu panstwo panstwa to no te ten ale bo gdy czy"
        + " czyli mam mamy ma jest byl bylo bedziemy bede moge mozemy nastapi czasu prosze",
      .role(.follower)
    ),
    (
      "zl zlot|y,ych,e,emu pln gr groszy brutto netto procent|,ow",
      .role(.money)
    ),
    (
      "dobry dobre dobrego dobrej mil|y,ego,ej,a przyjemn|y,ego,ej spokojn|ego,ej,y udan|ego,ej,y"
        + " pieknego cieplego slonecznego wspanial|ego,ej cudown|ego,ej",
      .role(.greeting)
    ),
  ]

  private static let numbers: [(String, TimeWord)] = [
    ("jeden jednego jednej jedna jedno jednym", .number(1)),
    ("dwa dwie dwoch dwu dwoma dwiema", .number(2)), ("trzy trzech trzema", .number(3)),
    ("cztery czterech czterema", .number(4)), ("piec pieciu piecioma", .number(5)),
    ("szesc szesciu", .number(6)), ("siedem siedmiu", .number(7)), ("osiem osmiu", .number(8)),
    ("dziewiec dziewieciu", .number(9)), ("dziesiec dziesieciu", .number(10)),
    ("jedenascie jedenastu", .number(11)), ("dwanascie dwunastu", .number(12)),
    ("trzynascie trzynastu", .number(13)), ("czternascie czternastu", .number(14)),
    ("pietnascie pietnastu", .number(15)), ("szesnascie szesnastu", .number(16)),
    ("siedemnascie siedemnastu", .number(17)), ("osiemnascie osiemnastu", .number(18)),
    ("dziewietnascie dziewietnastu", .number(19)), ("dwadziescia dwudziestu", .number(20)),
    ("trzydziesci trzydziestu", .number(30)), ("czterdziesci czterdziestu", .number(40)),
    ("piecdziesiat piecdziesieciu", .number(50)),
    ("szescdziesiat szescdziesieciu", .number(60)),
    ("siedemdziesiat siedemdziesieciu", .number(70)),
    ("osiemdziesiat osiemdziesieciu", .number(80)),
    ("dziewiecdziesiat dziewiecdziesieciu", .number(90)), ("sto stu", .number(100)),
    ("pol", .role(.half)), ("poltora poltorej", .role(.oneAndHalf)),
    (
      "kilka kilku kilkunastu kilkanascie kilkudziesieciu kilkadziesiat pare paru", .role(.vague)
    ),
  ]

  private static let hours: [(String, TimeWord)] = [
    ("pierwsz|a,ej", .hour(1)), ("drug|a,iej", .hour(2)), ("trzeci|a,ej", .hour(3)),
    ("czwart|a,ej", .hour(4)), ("piat|a,ej", .hour(5)), ("szost|a,ej", .hour(6)),
    ("siodm|a,ej", .hour(7)), ("osm|a,ej", .hour(8)), ("dziewiat|a,ej", .hour(9)),
    ("dziesiat|a,ej", .hour(10)), ("jedenast|a,ej", .hour(11)), ("dwunast|a,ej", .hour(12)),
    ("trzynast|a,ej", .hour(13)), ("czternast|a,ej", .hour(14)), ("pietnast|a,ej", .hour(15)),
    ("szesnast|a,ej", .hour(16)), ("siedemnast|a,ej", .hour(17)), ("osiemnast|a,ej", .hour(18)),
    ("dziewietnast|a,ej", .hour(19)), ("dwudziest|a,ej", .hour(20)), ("wpol", .role(.halfTo)),
    ("g godz godzin|a,ie,y,ach", .role(.clockMarker)), ("tej ta", .role(.ordinalSuffix)),
    ("h", .role(.clockWord)),
  ]

  private static let calendar: [(String, TimeWord)] = [
    ("poniedzial|ek,ku,kiem,kowi", .weekday(1)), ("wtor|ek,ku,kiem,kowi", .weekday(2)),
    ("srod|a,y,e,zie", .weekday(3)), ("sroda", .weekday(3)),
    ("czwart|ek,ku,kiem,kowi", .weekday(4)), ("piat|ek,ku,kiem,kowi", .weekday(5)),
    ("sobot|a,y,e,nia", .weekday(6)), ("sobocie", .weekday(6)),
    ("niedziel|a,i,e", .weekday(7)),
    ("poniedzialk|i,ach", .weekday(1, .habit)), ("wtork|i,ach", .weekday(2, .habit)),
    ("srodach", .weekday(3, .habit)), ("czwartk|i,ach", .weekday(4, .habit)),
    ("piatk|i,ach", .weekday(5, .habit)), ("sobotach", .weekday(6, .habit)),
    ("niedzielach", .weekday(7, .habit)),
    ("pon pn", .weekday(1, .short)), ("wt", .weekday(2, .short)), ("sr", .weekday(3, .short)),
    ("czw", .weekday(4, .short)), ("pt", .weekday(5, .short)), ("sob", .weekday(6, .short)),
    ("ndz niedz nd", .weekday(7, .short)),
    (
      "poniedzialkow|y,ego,ym,ej,a", TimeWord(roles: .weekdayAdjective, weekday: 1)
    ), ("piatkow|y,ego,ym,ej,a", TimeWord(roles: .weekdayAdjective, weekday: 5)),
    ("wtorkow|y,ego,ym,ej,a", TimeWord(roles: .weekdayAdjective, weekday: 2)),
    ("styczen styczni|a,u", .month(1)), ("luty lutego lutym", .month(2)),
    ("marzec marc|a,u", .month(3)), ("kwiecien kwietni|a,u", .month(4)),
    ("maj|,a,u", .month(5)), ("czerwiec czerwc|a,u", .month(6)),
    ("lipiec lipc|a,u", .month(7)), ("sierpien sierpni|a,u", .month(8)),
    ("wrzesien wrzesni|a,u", .month(9)), ("pazdziernik pazdziernik|a,u", .month(10)),
    ("listopad listopad|a,zie", .month(11)), ("grudzien grudni|a,u", .month(12)),
    ("dzis dzisiaj", .day(0)), ("jutro jutra", .day(1)), ("pojutrze pojutrza", .day(2)),
    ("wczoraj", .day(-1)), ("przedwczoraj", .day(-2)),
    ("dzisiejsz|y,ego,ym,a,ej,e", .dayAdjective(0)),
    ("jutrzejsz|y,ego,ym,a,ej,e", .dayAdjective(1)),
    ("wczorajsz|y,ego,ym,a,ej,e,ych", .dayAdjective(-1)),
    ("nazajutrz", .day(1)),
    ("rano", .part(.morning, .adverb)), ("rana ranem ranka ranek poranek poranka", .part(.morning)),
    ("przedpoludniem", .part(.forenoon, .adverb)), ("przedpoludni|e,a,u", .part(.forenoon)),
    ("poludni|e,em,a,u", .part(.noon)), ("popoludni|u,em", .part(.afternoon, .adverb)),
    ("popoludni|e,a", .part(.afternoon)),
    ("wieczor wieczor|a,u,owi", .part(.evening)), ("wieczorem", .part(.evening, .adverb)),
    ("noc noc|y,a", .part(.night)), ("polnoc polnoc|y,a", .part(.midnight)),
    ("obiad|em,u obiadow|a,ej", .part(.lunch)),
    ("weekend weekend|u,em,owi,zie", .role(.weekend)), ("swit|u,em", .part(.morning)),
    ("dzien dniu dnia", .role(.dateMarker)),
  ]

  private static let units: [(String, TimeWord)] = [
    ("s sek sekund sekundy", .unit(.second)), ("sekund|a,e", .unit(.second, .singular)),
    ("min", .unit(.minute)), ("minut minuty", .unit(.minute)),
    ("minut|a,e", .unit(.minute, .singular)), ("minuty", .unit(.minute, .singular)),
    ("minut|ek,ami,ach", .unit(.minute)), ("minutk|i,e", .unit(.moment, .singular)),
    ("kwadrans", .unit(.quarterHour, .singular)),
    ("kwadrans|a,u,em,ie", .unit(.quarterHour, .singular)),
    ("kwadrans|e,ow,ach", .unit(.quarterHour)),
    ("polgodzin|y,e,a,ie", .unit(.halfHour, .singular)),
    ("godzin godz", .unit(.hour)), ("h", .unit(.hour)),
    ("godzin|a,e,y,ie,ka,ke,ki", .unit(.hour, .singular)),
    ("godzin|ach,ami", .unit(.hour, .plural)),
    ("godzina", .unit(.hour, .singular)),
    ("dob|a,e,y,ie", .unit(.fullDay, .singular)), ("dob", .unit(.fullDay)),
    ("dzien dnia dniu", .unit(.day, .singular)), ("dni dniach dniami", .unit(.day, .plural)),
    ("tydzien tygodni|a,u", .unit(.week, .singular)), ("tygodniem", .unit(.week, .singular)),
    ("tygodni tygodnie tyg", .unit(.week)), ("tygodniach", .unit(.week, .plural)),
    ("miesiac miesiac|a,u,em", .unit(.month, .singular)), ("miesiace miesiecy mies", .unit(.month)),
    ("miesiacach", .unit(.month, .plural)),
    ("kwartal kwartal|u,em", .unit(.quarterYear, .singular)),
    ("rok rok|u,iem", .unit(.year, .singular)), ("lat lata latach", .unit(.year)),
    ("chwil|e,i,a,ke,ka moment|,u,em momencik", .unit(.moment, .singular)),
  ]

  private static let turns: [(String, TimeWord)] = [
    ("robocz|y,e,ych,ego,ym", .role(.working)),
    ("przyszl|y,ego,ym,a,ej,e", .role(.next)),
    ("nastepn|y,ego,ym,a,ej,e kolejn|y,ego,ym,a,ej,e", .role([.next, .following])),
    ("nastepnych kolejnych kalendarzow|e,ych pelnych calych tych", .role(.filler)),
    ("ten tym tego te tej", .role(.this)),
    ("biezac|y,ego,ym,a,ej,e,ych", .role(.this)),
    ("najblizsz|y,ego,ym,a,ej,e,ych,ymi", .role(.coming)),
    ("zeszl|y,ego,ym,a,ej,e ubiegl|y,ego,ym,a,ej,e minion|y,ego,ym,a,ej,e,ych", .role(.last)),
    ("poprzedni|,ego,m,a,ej", .role(.last)), ("ostatni|,ego,m,a,ej,ch", .role(.last)),
    ("koniec konca koncu", .role(.end)), ("koncem", .role([.end, .adverbial])),
    ("poczatek poczatku", .role(.beginning)), ("polow|ie,y,a", .role(.middle)),
    ("poczatkiem", .role([.beginning, .adverbial])),
    ("zmian|y,e,a,ie dyzur|u,em,ze", .role(.shift)),
    ("pracy urzedowania biura", .role(.work)),
    ("zamkn|iemy,e zamykamy zamkniecia zamknieciem konczymy skonczymy skoncze", .role(.closing)),
    (
      "mojej moja moje naszej nasza naszego mojego calego calej jego swojej swoja swojego twoim twojego twoja waszym panskim niecal|a,e,ej,ych samego",
      .role(.filler)
    ),
    ("temu wstecz", .role(.ago)), ("teraz", .role(.now)),
    ("daj dajcie", .role(.give)), ("mi nam", .role(.receiver)),
    ("kwadrans", .role(.quarter)), ("codziennie codzienn|y,ie zawsze", .role(.habit)),
    ("go tego ego", .role(.ordinalSuffix)),
  ]
}
