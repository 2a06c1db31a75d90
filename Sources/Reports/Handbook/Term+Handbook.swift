// Our own words on the pages and in the terminal: one place, three languages side by side.

// MARK: - The title page

extension Term {
  static let handbook = Term(
    pl: "Podręcznik obsługi klienta", cs: "Příručka péče o zákazníky",
    en: "Customer service handbook")
  static let bookTitle = Term(
    pl: "Jak obsługujemy naszych klientów", cs: "Jak se staráme o své zákazníky",
    en: "How we look after our customers")
  static let bookLead = Term(
    pl: "Dla każdego, kto zaczyna u nas pracę, i dla każdego, kto chce sobie przypomnieć, "
      + "na co się umówiliśmy.",
    cs: "Pro každého, kdo u nás začíná, i pro každého, kdo si chce připomenout, "
      + "na čem jsme se dohodli.",
    en: "For everybody who starts here, and for everybody who wants to look up what we agreed on.")
  static let edition = Term(pl: "Wydanie", cs: "Vydání", en: "Edition")
  static let keptBy = Term(pl: "Odpowiada", cs: "Odpovídá", en: "Kept by")
  static let contents = Term(pl: "Spis treści", cs: "Obsah", en: "Contents")
}

// MARK: - What we promise

extension Term {
  static let promises = Term(pl: "Co obiecujemy", cs: "Co slibujeme", en: "What we promise")
  static let promisesOfTime = Term(
    pl: "Jak długo klient czeka", cs: "Jak dlouho zákazník čeká", en: "How long a customer waits")
  static let promisesOfTimeLead = Term(
    pl: "Liczby są obietnicą, nie celem na dobry dzień. Czas biegnie tylko w godzinach podanych "
      + "przy każdej obietnicy.",
    cs: "Čísla jsou slib, ne cíl pro dobrý den. Čas běží jen v hodinách uvedených u každého slibu.",
    en: "The numbers are promises, not hopes for a good day. The clock runs only in the hours "
      + "given with each promise.")
  static let promisesOfWords = Term(
    pl: "Jak piszemy i rozmawiamy", cs: "Jak píšeme a mluvíme", en: "How we write and talk")
  static let promisesOfWordsLead = Term(
    pl: "Każda odpowiedź jest rozmową z człowiekiem, który na coś czeka.",
    cs: "Každá odpověď je rozhovor s člověkem, který na něco čeká.",
    en: "Every reply is a conversation with somebody who is waiting for something.")
  static let promisesOfTickets = Term(
    pl: "Jak prowadzimy sprawę", cs: "Jak případ vedeme", en: "How we look after a case")
  static let promisesOfTicketsLead = Term(
    pl: "Klient nie powinien zauważyć, ile osób pracuje nad jego sprawą.",
    cs: "Zákazník by neměl poznat, kolik lidí na jeho věci pracuje.",
    en: "A customer should not notice how many people work on a case.")
  static let promisesOfReview = Term(
    pl: "O co pyta człowiek", cs: "Na co se ptá člověk", en: "What a person looks at")
  static let promisesOfReviewLead = Term(
    pl: "Tego nie zmierzy żaden program. Czyta to ktoś z zespołu i rozmawia o tym z Tobą.",
    cs: "Tohle žádný program nezměří. Přečte to někdo z týmu a promluví si o tom s tebou.",
    en: "No program can measure this. Somebody of the team reads it and talks it over with you.")
  static let inForce = Term(pl: "Obowiązuje", cs: "Platí", en: "In force")
  static let why = Term(pl: "Dlaczego", cs: "Proč", en: "Why")
  static let appliesTo = Term(pl: "Gdzie obowiązuje", cs: "Kde platí", en: "Where it holds")
  static let responsible = Term(pl: "Kto odpowiada", cs: "Kdo odpovídá", en: "Whose it is")
  static let weight = Term(pl: "waga", cs: "váha", en: "weight")
  static let everywhere = Term(pl: "wszędzie", cs: "všude", en: "everywhere")
  static let source = Term(pl: "Źródło", cs: "Zdroj", en: "Source")
}

// MARK: - How it sounds

extension Term {
  static let sounds = Term(pl: "Jak to brzmi", cs: "Jak to zní", en: "How it sounds")
  static let soundsLead = Term(
    pl: "Ze znakiem ✓ stoi to, jak piszemy, ze znakiem ✗ to, jak nie piszemy. Podkreślone słowa "
      + "spełniają standard, przekreślone go łamią.",
    cs: "Značka ✓ stojí u toho, jak píšeme, značka ✗ u toho, jak nepíšeme. Podtržená slova "
      + "standard plní, přeškrtnutá ho porušují.",
    en: "The sign ✓ stands beside the way we write, ✗ beside the way we do not. Underlined words "
      + "keep the standard, struck ones break it.")
  static let good = Term(pl: "Tak", cs: "Takto", en: "Like this")
  static let bad = Term(pl: "Nie tak", cs: "Takto ne", en: "Not like this")
  static let noExamples = Term(
    pl: "Do tego języka nie ma jeszcze przykładów.", cs: "Pro tento jazyk zatím nejsou příklady.",
    en: "There are no examples in this language yet.")
}

// MARK: - What is never done

extension Term {
  static let never = Term(
    pl: "Czego nigdy nie robimy", cs: "Co nikdy neděláme", en: "What we never do")
  static let neverWait = Term(
    pl: "Nikt nie czeka dłużej niż…", cs: "Nikdo nečeká déle než…", en: "Nobody waits longer than…")
  static let neverWaitLead = Term(
    pl: "Nawet w najgorszym tygodniu, niezależnie od tego, ilu klientów obsłużyliśmy na czas.",
    cs: "Ani v nejhorším týdnu, bez ohledu na to, kolik zákazníků jsme obsloužili včas.",
    en: "Not even in the worst of weeks, however many others were answered in time.")
  static let neverBroken = Term(
    pl: "Co przekreśla całość", cs: "Co znehodnotí všechno", en: "What spoils everything else")
  static let neverBrokenLead = Term(
    pl: "Złamanie jednego z tych standardów przekreśla całą odpowiedź lub całe zgłoszenie:",
    cs: "Porušení kteréhokoli z těchto standardů znehodnotí celou odpověď nebo celý požadavek:",
    en: "Breaking one of these fails the whole reply or ticket:")
  static let neverWritten = Term(
    pl: "Tych słów nie używamy", cs: "Tato slova nepoužíváme", en: "Words we do not use")
  static let neverWrittenLead = Term(
    pl: "Przekreślone słowa pochodzą z przykładów; liczy się sens, nie tylko brzmienie.",
    cs: "Přeškrtnutá slova jsou z příkladů; rozhoduje smysl, nejen znění.",
    en: "The struck words come from the examples; what counts is the sense, not the wording alone.")
}

// MARK: - Response times by channel

extension Term {
  static let times = Term(
    pl: "Czasy odpowiedzi według kanałów", cs: "Doby odpovědi podle kanálů",
    en: "Response times by channel")
  static let everyChannel = Term(pl: "każdy kanał", cs: "každý kanál", en: "every channel")
  static let channel = Term(pl: "Kanał", cs: "Kanál", en: "Channel")
  static let howSoon = Term(pl: "Jak szybko", cs: "Jak rychle", en: "How soon")
  static let forHowMany = Term(
    pl: "W ilu przypadkach", cs: "V kolika případech", en: "For how many")
  static let neverLongerThan = Term(
    pl: "Nigdy dłużej niż", cs: "Nikdy déle než", en: "Never longer than")
  static let whichHours = Term(pl: "W jakich godzinach", cs: "V jaké době", en: "In which hours")
  static let clock = Term(pl: "Zegar biegnie", cs: "Čas běží", en: "The clock runs")
  static let noPromise = Term(
    pl: "bez obietnicy czasu", cs: "bez časového slibu", en: "no promise of time")
  static let noTimes = Term(
    pl: "Ten katalog nie obiecuje żadnych czasów.", cs: "Tento katalog neslibuje žádné časy.",
    en: "This catalogue promises no times.")
  static let dayAndNight = Term(
    pl: "całą dobę, także w święta", cs: "nepřetržitě, i o svátcích",
    en: "day and night, holidays as well")
  static let openingHours = Term(
    pl: "w godzinach pracy", cs: "v provozní době", en: "during opening hours")
  static let openingHoursTitle = Term(
    pl: "Godziny pracy", cs: "Provozní doba", en: "Opening hours")
  static let closedOn = Term(pl: "Zamknięte", cs: "Zavřeno", en: "Closed")
  static let closed = Term(pl: "zamknięte", cs: "zavřeno", en: "closed")
  static let alsoOpenOn = Term(
    pl: "Dodatkowo otwarte", cs: "Mimořádně otevřeno", en: "Also open")
  static let clocksOf = Term(pl: "Strefa czasowa", cs: "Časové pásmo", en: "Time zone")
  static let nextDay = Term(pl: "następnego dnia", cs: "následujícího dne", en: "the next day")
  static let holidaysPL = Term(
    pl: "święta ustawowo wolne od pracy w Polsce", cs: "státní svátky v Polsku",
    en: "public holidays in Poland")
  static let holidaysCZ = Term(
    pl: "święta państwowe w Czechach", cs: "státní svátky v Česku",
    en: "public holidays in Czechia")
  static let clockStands = Term(
    pl: "Kiedy zegar stoi", cs: "Kdy čas neběží", en: "When the clock stands still")
  static let clockStandsLead = Term(
    pl: "Poza godzinami pracy czas się nie liczy. Kilka przykładów:",
    cs: "Mimo provozní dobu se čas nepočítá. Několik příkladů výpočtu:",
    en: "Outside of opening hours no time counts. A few sums:")
  static let asked = Term(pl: "Klient pisze", cs: "Zákazník píše", en: "The customer writes")
  static let answered = Term(pl: "Odpowiadamy", cs: "Odpovídáme", en: "We answer")
  static let counts = Term(pl: "Liczy się", cs: "Počítá se", en: "It counts")
  static let outcome = Term(pl: "Obietnica", cs: "Slib", en: "The promise")
  static let kept = Term(pl: "dotrzymana", cs: "dodržen", en: "kept")
  static let broken = Term(pl: "złamana", cs: "porušen", en: "broken")
}

// MARK: - To sign

extension Term {
  static let sign = Term(
    pl: "Przeczytane i zrozumiane", cs: "Přečteno a pochopeno", en: "Read and understood")
  static let signName = Term(pl: "Imię i nazwisko", cs: "Jméno a příjmení", en: "Name")
  static let signDate = Term(pl: "Data", cs: "Datum", en: "Date")
  static let signature = Term(pl: "Podpis", cs: "Podpis", en: "Signature")
  static let handedOutBy = Term(
    pl: "Podręcznik przekazuje", cs: "Příručku předává", en: "Handed out by")
  static let oneCopy = Term(
    pl: "Jeden egzemplarz zostaje u Ciebie, drugi w dokumentach zespołu.",
    cs: "Jeden výtisk zůstává tobě, druhý v dokumentech týmu.",
    en: "One copy is yours to keep, the other goes into the team's files.")
}

// MARK: - Lists of standards

extension Term {
  static let severity = Term(pl: "ranga", cs: "závažnost", en: "severity")
  static let owner = Term(pl: "czyj", cs: "čí", en: "owner")
  static let team = Term(pl: "zespołu", cs: "týmu", en: "team")
  static let agent = Term(pl: "autora", cs: "autora", en: "agent")
  static let groupOfTimes = Term(pl: "CZASY", cs: "ČASY", en: "TIMES")
  static let groupOfTickets = Term(pl: "ZGŁOSZENIA", cs: "POŽADAVKY", en: "TICKETS")
  static let groupOfWords = Term(pl: "SŁOWA", cs: "SLOVA", en: "WORDS")
  static let groupOfReview = Term(
    pl: "DO OCENY PRZEZ CZŁOWIEKA", cs: "K POSOUZENÍ ČLOVĚKEM",
    en: "FOR A PERSON TO JUDGE")
}
