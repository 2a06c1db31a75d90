/// Czech words of time, folded.
enum CzechTimeWords {
  static let all: [TimeWords.Group] =
    words.map {
      TimeWords.Group(languages: .czech, spellings: $0.0, word: $0.1)
    } + reversedNumbers

  private static let words: [(String, TimeWord)] =
    prepositions + numbers + hours + calendar + units
    + turns

  /// "čtyřiadvacet", "osmačtyřiceti": the ones before the tens.
  private static let reversedNumbers: [TimeWords.Group] = {
    let ones = ["jedn", "dva", "tri", "ctyri", "pet", "sest", "sedm", "osm", "devet"]
    let tens: [(String, Int8)] = [
      ("dvacet", 20), ("tricet", 30), ("ctyricet", 40), ("padesat", 50), ("sedesat", 60),
      ("sedmdesat", 70),
    ]
    return tens.flatMap { ten in
      ones.enumerated().map { one in
        TimeWords.Group(
          languages: .czech, spellings: "\(one.element)a\(ten.0)|,i",
          word: .number(ten.1 + Int8(truncatingIfNeeded: one.offset) + 1))
      }
    }
  }()

  private static let prepositions: [(String, TimeWord)] = [
    ("do", .preposition(.until, .joiner)), ("pred", .preposition(.before)),
    ("za", .preposition(.za)), ("v ve", .preposition(.v)), ("o", .preposition(.on)),
    ("od ode", .preposition(.from)), ("po", TimeWord(roles: .past, preposition: .after)),
    ("na", .preposition(.na)), ("z ze", .preposition(.of)), ("k ke", .preposition(.k)),
    ("mezi", .preposition(.between)), ("pres", .preposition(.during)),
    ("behem", .preposition(.within)), ("dobu", .preposition(.during)),
    ("kazd|y,a,ou,e,ych,eho", .preposition(.every)),
    ("prubehu", .role(.course)), ("uplynutim uplynuti", .role(.elapse)),
    ("nez", .role([.beforeClause, .than])),
    ("kolem okolo cca asi zhruba priblizne radove", .role(.approximately)),
    ("nejpozdeji nejdele maximalne max nanejvys nejvyse", .role(.latest)),
    ("pozdeji", .role(.later)), ("ne", .role(.no)),
    ("jeste", .role(.still)), ("vic vice dele mene delsi vetsi", .role(.more)),
    ("a i", .role([.and, .joiner, .follower])), ("az nebo ci", .role([.joiner, .follower])),
    (
      "vam vas te ti mi se si uz bude budou budu budeme by mel mela melo mely je jsem jsme tak ale"
        + " tedy at to vsechno vse mame mam",
      .role(.follower)
    ),
    ("kc korun koruny czk eur euro procent", .role(.money)),
    (
      "dobry dobre dobrou dobreho hezk|y,e,ou,eho,ej pekn|y,e,ou,eho krasn|y,e,ou,eho"
        + " prijemn|y,e,ou,eho klidn|y,e,ou,eho mil|y,e,ou poklidn|y,e,ou ",
      .role(.greeting)
    ),
  ]

  private static let numbers: [(String, TimeWord)] = [
    ("jeden jednoho jedna jedno jednu jedne jednom", .number(1)),
    ("dva dve dvou dvema", .number(2)),
    ("tri trech trem", .number(3)), ("ctyri ctyr ctyrech", .number(4)), ("pet peti", .number(5)),
    ("sest sesti", .number(6)), ("sedm sedmi", .number(7)), ("osm osmi", .number(8)),
    ("devet deviti", .number(9)), ("deset deseti", .number(10)), ("jedenact|,i", .number(11)),
    ("dvanact|,i", .number(12)), ("trinact|,i", .number(13)), ("ctrnact|,i", .number(14)),
    ("patnact|,i", .number(15)), ("sestnact|,i", .number(16)), ("sedmnact|,i", .number(17)),
    ("osmnact|,i", .number(18)), ("devatenact|,i", .number(19)), ("dvacet|,i", .number(20)),
    ("tricet|,i", .number(30)), ("ctyricet|,i", .number(40)), ("padesat|,i", .number(50)),
    ("sedesat|,i", .number(60)), ("sedmdesat|,i", .number(70)), ("osmdesat|,i", .number(80)),
    ("devadesat|,i", .number(90)), ("sto", .number(100)), ("pul", .role(.half)),
    ("puldruhe pultoru", .role(.oneAndHalf)), ("ctvrt", .role(.quarter)),
    ("par nekolik nekolika", .role(.vague)),
  ]

  private static let hours: [(String, TimeWord)] = [
    ("druhe", .hour(2)), ("treti", .hour(3)), ("ctvrt|e,ou", .hour(4)), ("pat|e,ou", .hour(5)),
    ("sest|e,ou", .hour(6)), ("sedm|e,ou", .hour(7)), ("osm|e,ou", .hour(8)),
    ("devat|e,ou", .hour(9)), ("desat|e,ou", .hour(10)), ("jedenact|e,ou", .hour(11)),
    ("dvanact|e,ou", .hour(12)), ("trinact|e,ou", .hour(13)), ("ctrnact|e,ou", .hour(14)),
    ("patnact|e,ou", .hour(15)), ("sestnact|e,ou", .hour(16)), ("sedmnact|e,ou", .hour(17)),
    ("osmnact|e,ou", .hour(18)), ("devatenact|e,ou", .hour(19)), ("dvacat|e,ou", .hour(20)),
    ("h hod", .role(.clockWord)),
  ]

  private static let calendar: [(String, TimeWord)] = [
    ("pondel|i,ek,ka,ku,kem", .weekday(1)), ("uter|y,ek,ka,ku", .weekday(2)),
    ("stred|a,y,u,ou", .weekday(3)), ("ctvrt|ek,ka,ku,kem", .weekday(4)),
    ("pat|ek,ku,kem", .weekday(5)), ("sobot|a,y,u,ou,e", .weekday(6)), ("nedel|e,i", .weekday(7)),
    ("pondelky", .weekday(1, .habit)), ("uterky", .weekday(2, .habit)),
    ("ctvrtky", .weekday(4, .habit)), ("patky", .weekday(5, .habit)),
    ("po", .weekday(1, .short)), ("ut", .weekday(2, .short)), ("st", .weekday(3, .short)),
    ("ct", .weekday(4, .short)), ("pa", .weekday(5, .short)), ("so", .weekday(6, .short)),
    ("ne", .weekday(7, .short)),
    ("pondeln|i,iho,im", TimeWord(roles: .weekdayAdjective, weekday: 1)),
    ("uterni|,ho,m", TimeWord(roles: .weekdayAdjective, weekday: 2)),
    ("stredecni|,ho,m", TimeWord(roles: .weekdayAdjective, weekday: 3)),
    ("ctvrtecni|,ho,m", TimeWord(roles: .weekdayAdjective, weekday: 4)),
    ("patecni|,ho,m", TimeWord(roles: .weekdayAdjective, weekday: 5)),
    ("sobotni|,ho,m", TimeWord(roles: .weekdayAdjective, weekday: 6)),
    ("nedelni|,ho,m", TimeWord(roles: .weekdayAdjective, weekday: 7)),
    ("leden ledna lednu lednem", .month(1)), ("unor|,a,u", .month(2)),
    ("brez|en,na,nu", .month(3)), ("dub|en,na,nu", .month(4)), ("kvet|en,na,nu", .month(5)),
    ("cerven cervn|a,u", .month(6)), ("cervenec cervenc|e,i", .month(7)),
    ("srp|en,na,nu", .month(8)), ("zari", .month(9)), ("rij|en,na,nu", .month(10)),
    ("listopad|,u", .month(11)), ("prosinec prosinc|e,i", .month(12)),
    ("dnes dneska dnesek dnesku dneskem", .day(0)), ("zitra zitrek zitrka zitrku", .day(1)),
    ("pozitri pozitrku pozitrka", .day(2)), ("vcera vcerejsek vcerejska", .day(-1)),
    ("predevcirem", .day(-2)),
    ("dnesni|,ho,m,mu,ch", .dayAdjective(0)), ("zitrejsi|,ho,m,mu", .dayAdjective(1)),
    ("vcerejsi|,ho,m,mu,ch", .dayAdjective(-1)),
    ("rano zrana", .part(.morning, .adverb)), ("rana ranu ranem", .part(.morning)),
    ("dopoledne", .part(.forenoon, .adverb)), ("dopolednem", .part(.forenoon)),
    ("poledne polednem poledni poledna poledniho", .part(.noon)),
    ("odpoledne odpolednem", .part(.afternoon, .adverb)),
    ("podvecer podvecera", .part(.evening, .adverb)),
    ("vecer vecer|a,u,em", .part(.evening, .adverb)),
    ("noc noc|i", .part(.night)), ("pulnoc pulnoc|i", .part(.midnight)),
    ("obed|,a,em,e", .part(.lunch)),
    ("vikend vikend|u,em", .role(.weekend)), ("dne", .preposition(.on, .dateMarker)),
    ("den dni", .role(.dateMarker)),
  ]

  private static let units: [(String, TimeWord)] = [
    ("s sek sekund sekundy vterin vteriny", .unit(.second)),
    ("sekund|a,u vterin|a,u", .unit(.second, .singular)), ("min minut minutach", .unit(.minute)),
    ("minut|a,u,y,ou", .unit(.minute, .singular)), ("minut|ek,ami", .unit(.minute)),
    ("minutk|u,y", .unit(.moment, .singular)),
    ("ctvrthodin|a,y,u,ou,ka,ky,ku", .unit(.quarterHour, .singular)),
    ("pulhodin|a,y,u,ou,ka,ky,ku", .unit(.halfHour, .singular)),
    ("trictvrtehodin|a,y,u", .unit(.threeQuarterHour, .singular)),
    ("hodin hod h", .unit(.hour)), ("hodin|ach,ami", .unit(.hour, .plural)),
    ("hodin|a,u,y,ou,e,ka,ku,ky", .unit(.hour, .singular)),
    ("den dne dni", .unit(.day, .singular)), ("dnu dny", .unit(.day, .plural)),
    ("dnech", .unit(.day, .plural)), ("tyden tydn|e,u", .unit(.week, .singular)),
    ("tydnem", .unit(.week, .singular)), ("tydny tydnu", .unit(.week)),
    ("tydnech", .unit(.week, .plural)), ("mesic mesic|e,i,em", .unit(.month, .singular)),
    ("mesice mesicu", .unit(.month)), ("mesicich", .unit(.month, .plural)),
    ("ctvrtleti", .unit(.quarterYear, .singular)), ("pulrok|,u", .unit(.halfYear, .singular)),
    ("rok rok|u,em", .unit(.year, .singular)), ("let roky", .unit(.year)),
    ("chvil|i,e,ku,ce,ky,ka okamzik|,u moment", .unit(.moment, .singular)),
  ]

  private static let turns: [(String, TimeWord)] = [
    ("pracovn|i,ich,iho,im", .role(.working)),
    ("pristi|,ho,m,mu,ch", .role(.next)),
    ("nasledujici|,ho,m", .role([.next, .following])), ("druhy druheho", .role(.following)),
    ("dalsi|,ho,m,ch", .role(.next)),
    ("mene", .role(.less)),
    ("necel|ou,e,ych,eho celych celeho cele kalendarnich plnych techto", .role(.filler)),
    ("tento toto tuto tohoto tomto tenhle tohle tuhle", .role(.this)),
    ("nejblizsi|,ho,m,ch nadchazejici|,ho,m", .role(.coming)),
    ("minul|y,eho,em,ou,a,e uplynul|y,eho,em,ou,a,e,ych posledni|,ho,m,ch", .role(.last)),
    ("predchozi|,ho,m", .role(.last)),
    ("konec konce konci", .role(.end)), ("koncem", .role([.end, .adverbial])),
    ("zacatek zacatku pocatku", .role(.beginning)), ("polovin|e,y,a", .role(.middle)),
    ("zacatkem pocatkem", .role([.beginning, .adverbial])),
    ("smen|y,u,a,e sluzb|y,u", .role(.shift)), ("prace", .role(.work)),
    ("doby doba", .role(.work)),
    ("zavreme zavirame zavrou zavru zavre zaviracky koncime skoncime skoncim", .role(.closing)),
    ("me moji nasi nase sve jeho meho naseho", .role(.filler)),
    ("zpet zpatky nazpet", .role(.ago)), ("ted nyni", .role(.now)),
    ("dej dejte", .role(.give)), ("mi nam", .role(.receiver)),
    ("denne vzdy pravidelne", .role(.habit)),
  ]
}
