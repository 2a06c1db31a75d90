// Names that catalogues write in English, as a colleague reads them. What is not listed here is
// shown as its author wrote it.

/// Words for the names of a catalogue.
enum NameWords {
  /// The kinds of standards, by their keys.
  static let kinds: [String: Term] = [
    "first-response": Term(pl: "pierwsza odpowiedź", cs: "první odpověď", en: "first answer"),
    "next-response": Term(pl: "kolejna odpowiedź", cs: "další odpověď", en: "next answer"),
    "pick-up": Term(pl: "odebranie", cs: "zvednutí", en: "pick-up"),
    "acknowledge": Term(
      pl: "potwierdzenie przyjęcia", cs: "potvrzení přijetí", en: "acknowledgement"),
    "update-every": Term(
      pl: "informowanie na bieżąco", cs: "průběžné informování", en: "regular updates"),
    "resolution": Term(pl: "rozwiązanie sprawy", cs: "vyřešení", en: "solution"),
    "first-contact": Term(
      pl: "załatwione za pierwszym razem", cs: "vyřízeno napoprvé", en: "solved at first contact"),
    "notify": Term(
      pl: "uprzedzenie klienta", cs: "upozornění předem", en: "telling before being asked"),
    "handover": Term(pl: "przekazanie sprawy", cs: "předání", en: "hand-over"),
    "routing": Term(pl: "właściwa kolejka", cs: "správná fronta", en: "the right queue"),
    "intake": Term(pl: "dane zgłoszenia", cs: "údaje požadavku", en: "what a ticket carries"),
    "greeting": Term(pl: "powitanie", cs: "pozdrav", en: "greeting"),
    "address-by-name": Term(
      pl: "zwrot po nazwisku lub imieniu", cs: "oslovení jménem", en: "the customer's name"),
    "signature": Term(pl: "podpis", cs: "podpis", en: "signature"),
    "closing-question": Term(
      pl: "pytanie na koniec", cs: "otázka na závěr", en: "closing question"),
    "next-step": Term(pl: "następny krok", cs: "další krok", en: "next step"),
    "vague-promise": Term(
      pl: "obietnice bez terminu", cs: "sliby bez termínu", en: "promises without a time"),
    "upsell": Term(pl: "sprzedaż", cs: "prodej", en: "selling"),
    "asked-again": Term(
      pl: "pytanie o to, co już wiemy", cs: "dotaz na to, co už víme",
      en: "asking what we already know"),
    "authorise": Term(
      pl: "sprawdzenie, kto pyta", cs: "ověření, kdo se ptá", en: "checking who asks"),
    "wording": Term(pl: "dobór słów", cs: "volba slov", en: "choice of words"),
    "empathy": Term(pl: "zrozumienie", cs: "pochopení", en: "sympathy"),
    "brush-off": Term(pl: "zbywanie klienta", cs: "odbytí zákazníka", en: "brushing off"),
    "blame": Term(pl: "obwinianie", cs: "obviňování", en: "blaming"),
    "calm": Term(pl: "spokojny ton", cs: "klidný tón", en: "a calm tone"),
    "language": Term(pl: "język klienta", cs: "jazyk zákazníka", en: "the customer's language"),
    "length": Term(pl: "długość", cs: "délka", en: "length"),
    "readability": Term(pl: "zrozumiałość", cs: "srozumitelnost", en: "readability"),
    "spelling": Term(pl: "pisownia", cs: "pravopis", en: "spelling"),
    "human": Term(pl: "odpowiada człowiek", cs: "odpovídá člověk", en: "answered by a person"),
    "survey": Term(pl: "pytanie o ocenę", cs: "dotaz na spokojenost", en: "asking for a rating"),
    "checklist": Term(
      pl: "pytania do przejrzenia", cs: "otázky k posouzení", en: "questions for a reviewer"),
  ]

  /// Kinds that forbid something, by their keys.
  static let prohibitions: Set<String> = [
    "vague-promise", "upsell", "wording", "brush-off", "blame", "calm",
  ]

  /// Channels, by the names that are usual.
  static let channels: [String: Term] = [
    "email": Term(pl: "e-mail", cs: "e-mail", en: "e-mail"),
    "form": Term(pl: "formularz", cs: "formulář", en: "form"),
    "web": Term(pl: "formularz na stronie", cs: "webový formulář", en: "web form"),
    "chat": Term(pl: "czat", cs: "chat", en: "chat"),
    "phone": Term(pl: "telefon", cs: "telefon", en: "phone"),
    "social": Term(pl: "media społecznościowe", cs: "sociální sítě", en: "social media"),
    "sms": Term(pl: "SMS", cs: "SMS", en: "text message"),
    "letter": Term(pl: "list", cs: "dopis", en: "letter"),
  ]

  /// Topics, priorities, stages and other values, by the names that are usual.
  static let values: [String: Term] = [
    // Priorities.
    "low": Term(pl: "niski priorytet", cs: "nízká priorita", en: "low priority"),
    "normal": Term(pl: "zwykły priorytet", cs: "běžná priorita", en: "normal priority"),
    "high": Term(pl: "wysoki priorytet", cs: "vysoká priorita", en: "high priority"),
    "urgent": Term(pl: "pilne", cs: "naléhavé", en: "urgent"),
    // Topics.
    "outage": Term(pl: "awaria", cs: "výpadek", en: "outage"),
    "complaint": Term(pl: "skarga", cs: "stížnost", en: "complaint"),
    "performance": Term(
      pl: "powolne działanie", cs: "pomalý provoz", en: "slow service"),
    "billing": Term(pl: "rozliczenia", cs: "fakturace", en: "billing"),
    "cancellation": Term(pl: "rezygnacja", cs: "výpověď", en: "cancellation"),
    "delivery": Term(pl: "dostawa", cs: "doručení", en: "delivery"),
    "return": Term(pl: "zwrot", cs: "vrácení", en: "return"),
    "order": Term(pl: "zamówienie", cs: "objednávka", en: "order"),
    "security": Term(pl: "bezpieczeństwo", cs: "bezpečnost", en: "security"),
    // Fields of tickets.
    "domain": Term(pl: "domena", cs: "doména", en: "domain"),
    "order-number": Term(pl: "numer zamówienia", cs: "číslo objednávky", en: "order number"),
    "contract-number": Term(pl: "numer umowy", cs: "číslo smlouvy", en: "contract number"),
    "customer-number": Term(pl: "numer klienta", cs: "číslo zákazníka", en: "customer number"),
    // Stages.
    "any-reply": Term(pl: "każda odpowiedź", cs: "každá odpověď", en: "every reply"),
    "first-reply": Term(pl: "pierwsza odpowiedź", cs: "první odpověď", en: "the first reply"),
    "last-reply": Term(pl: "ostatnia odpowiedź", cs: "poslední odpověď", en: "the last reply"),
    "ticket": Term(pl: "całe zgłoszenie", cs: "celý požadavek", en: "the whole ticket"),
    // Severities and owners.
    "critical": Term(pl: "krytyczny", cs: "kritický", en: "critical"),
    "major": Term(pl: "ważny", cs: "důležitý", en: "major"),
    "minor": Term(pl: "drobny", cs: "drobný", en: "minor"),
    "team": Term(pl: "zespół", cs: "tým", en: "the team"),
    "agent": Term(pl: "kto odpisuje", cs: "kdo odpovídá", en: "whoever writes"),
    // Values of parameters.
    "asked": Term(pl: "klient sam pyta", cs: "zákazník se sám ptá", en: "the customer asks"),
    "fixes-cause": Term(
      pl: "usuwa to przyczynę kłopotu", cs: "odstraní to příčinu potíží",
      en: "it removes the cause of the trouble"),
    "solved": Term(pl: "sprawa jest rozwiązana", cs: "věc je vyřešená", en: "the case is solved"),
    "substantive": Term(
      pl: "odpowiedź, która pomaga; samo „sprawdzamy” nie wystarczy",
      cs: "odpověď, která pomáhá; pouhé „zjišťujeme to“ nestačí",
      en: "a reply that helps; “we are looking into it” does not"),
    "any-human": Term(
      pl: "każda odpowiedź człowieka", cs: "každá odpověď člověka", en: "any reply of a person"),
    "human": Term(pl: "człowiek", cs: "člověk", en: "a person"),
    "machine": Term(pl: "automat", cs: "automat", en: "a machine"),
    "machine or human": Term(
      pl: "człowiek lub automat", cs: "člověk nebo automat", en: "a person or a machine"),
    "number": Term(pl: "numer zgłoszenia", cs: "číslo požadavku", en: "the ticket's number"),
    "carry": Term(
      pl: "liczy się czas, który już minął", cs: "počítá se čas, který už uplynul",
      en: "time already run counts"),
    "reset": Term(
      pl: "zegar rusza od nowa", cs: "čas běží znovu od začátku", en: "the clock starts again"),
    "pending": Term(
      pl: "czekamy na klienta", cs: "čekáme na zákazníka", en: "we wait for the customer"),
    "hold": Term(
      pl: "czekamy na kogoś innego", cs: "čekáme na někoho jiného", en: "we wait for somebody else"),
    "no state": Term(pl: "nigdy nie staje", cs: "nestojí nikdy", en: "it never stops"),
    "true": Term(pl: "tak", cs: "ano", en: "yes"),
    "false": Term(pl: "nie", cs: "ne", en: "no"),
    "all": Term(pl: "wszystkie", cs: "všechny", en: "all"),
    "delay": Term(pl: "coś się opóźnia", cs: "něco se zpozdí", en: "something is late"),
    "incident": Term(pl: "jest awaria", cs: "nastal výpadek", en: "something has failed"),
    "promised-time": Term(
      pl: "minie obiecany termin", cs: "uplyne slíbený termín", en: "the promised time is over"),
    "opening": Term(pl: "na początku", cs: "na začátku", en: "at the beginning"),
    "closing": Term(pl: "na końcu", cs: "na konci", en: "at the end"),
    "anywhere": Term(pl: "gdziekolwiek", cs: "kdekoli", en: "anywhere"),
    "who": Term(pl: "kto", cs: "kdo", en: "who"),
    "what": Term(pl: "co zrobi", cs: "co udělá", en: "does what"),
    "when": Term(pl: "kiedy", cs: "kdy", en: "and when"),
    "customer": Term(pl: "klient", cs: "zákazník", en: "the customer"),
    "by language": Term(pl: "według języka", cs: "podle jazyka", en: "by language"),
    "yes-no": Term(pl: "tak/nie", cs: "ano/ne", en: "yes/no"),
    "pl": Term(pl: "polski", cs: "polština", en: "Polish"),
    "cs": Term(pl: "czeski", cs: "čeština", en: "Czech"),
    "sk": Term(pl: "słowacki", cs: "slovenština", en: "Slovak"),
    "en": Term(pl: "angielski", cs: "angličtina", en: "English"),
    "de": Term(pl: "niemiecki", cs: "němčina", en: "German"),
    "1 per ticket": Term(
      pl: "1 w zgłoszeniu", cs: "1 v požadavku", en: "1 in a ticket"),
    "1 per reply": Term(pl: "1 w odpowiedzi", cs: "1 v odpovědi", en: "1 in a reply"),
  ]

  /// The parameters of kinds, by their keys.
  static let parameters: [String: Term] = [
    "within": .howSoon,
    "longest": Term(
      pl: "Najdłuższe milczenie", cs: "Nejdelší mlčení", en: "Longest silence"),
    "share": .forHowMany,
    "over": Term(pl: "W okresie", cs: "Za období", en: "Over"),
    "hours": .clock,
    "never-longer-than": .neverLongerThan,
    "nobody-waits-longer-than": Term(
      pl: "Nikt nie czeka dłużej niż", cs: "Nikdo nečeká déle než",
      en: "Nobody waits longer than"),
    "on-change": Term(
      pl: "Gdy zmieni się kanał lub priorytet", cs: "Když se změní kanál nebo priorita",
      en: "When channel or priority changes"),
    "ends-at": Term(
      pl: "Co jest odpowiedzią", cs: "Co platí jako odpověď", en: "What counts as an answer"),
    "with": Term(pl: "Zawiera", cs: "Obsahuje", en: "It carries"),
    "by": Term(pl: "Kto potwierdza", cs: "Kdo potvrzuje", en: "Sent by"),
    "paused-while": Term(pl: "Zegar stoi, gdy", cs: "Čas stojí, když", en: "The clock stops while"),
    "no-contact-for": Term(
      pl: "Bez kolejnego kontaktu przez", cs: "Bez dalšího kontaktu po dobu",
      en: "No further contact for"),
    "note-required": Term(
      pl: "Notatka przy przekazaniu", cs: "Poznámka při předání", en: "A note is needed"),
    "when": Term(pl: "Kiedy", cs: "Kdy", en: "When"),
    "before": Term(pl: "Zanim", cs: "Dříve než", en: "Before"),
    "channel": .channel,
    "group": Term(pl: "Grupa", cs: "Skupina", en: "Group"),
    "fields": Term(pl: "Dane", cs: "Údaje", en: "Fields"),
    "where": Term(pl: "Miejsce w odpowiedzi", cs: "Místo v odpovědi", en: "Where in the reply"),
    "wants": Term(pl: "Mówi", cs: "Říká", en: "It says"),
    "unless": Term(pl: "Chyba że", cs: "Ledaže", en: "Unless"),
    "never-when": Term(pl: "Nigdy przy", cs: "Nikdy při", en: "Never in case of"),
    "offer-when": Term(pl: "Proponujemy przy", cs: "Nabízíme při", en: "Offered in case of"),
    "not-before": Term(pl: "Nie wcześniej niż", cs: "Ne dříve než", en: "Not before"),
    "manner": Term(pl: "Bez zwrotów", cs: "Bez obratů", en: "Without the phrases"),
    "at-least": Term(pl: "Co najmniej", cs: "Nejméně", en: "At least"),
    "at-most": Term(pl: "Najwyżej", cs: "Nejvýše", en: "At most"),
    "verified-before": Term(
      pl: "Najpierw sprawdzamy, kto pyta, przed", cs: "Nejdřív ověříme, kdo se ptá, před",
      en: "We check who asks before"),
    "never-ask": Term(pl: "Nigdy nie pytamy o", cs: "Nikdy se neptáme na", en: "We never ask for"),
    "shouting-at-most": Term(
      pl: "Słów wielkimi literami najwyżej", cs: "Slov velkými písmeny nejvýše",
      en: "Words in capitals at most"),
    "exclamation-marks-at-most": Term(
      pl: "Wykrzykników najwyżej", cs: "Vykřičníků nejvýše", en: "Exclamation marks at most"),
    "words-per-sentence-at-most": Term(
      pl: "Słów w zdaniu najwyżej", cs: "Slov ve větě nejvýše", en: "Words in a sentence at most"),
    "fog-at-most": Term(
      pl: "Indeks mglistości najwyżej", cs: "Index mlhavosti nejvýše", en: "Fog index at most"),
    "same-as": Term(pl: "Ten sam język co", cs: "Stejný jazyk jako", en: "The same language as"),
    "one-of": Term(pl: "Jeden z języków", cs: "Jeden z jazyků", en: "One of"),
    "dictionaries": Term(pl: "Słowniki", cs: "Slovníky", en: "Dictionaries"),
    "ignore": Term(
      pl: "Poza słowami z listy", cs: "Kromě slov ze seznamu", en: "Except the words of"),
    "scale": Term(pl: "Skala", cs: "Stupnice", en: "Scale"),
    "questions": Term(pl: "Pytania", cs: "Otázky", en: "Questions"),
    "avoid": Term(pl: "Nie piszemy", cs: "Nepíšeme", en: "We do not write"),
    "require": Term(pl: "Piszemy", cs: "Píšeme", en: "We write"),
    "phrases": Term(pl: "Zwroty", cs: "Obraty", en: "Phrases"),
    "offers": Term(pl: "Albo", cs: "Nebo", en: "Or else"),
    "products": Term(pl: "Produkty", cs: "Produkty", en: "Products"),
  ]

  /// Parameters that name lists of words, which say nothing to a reader of the handbook.
  static let lists: Set<String> = [
    "phrases", "offers", "products", "manner", "ignore", "verified-before", "never-ask",
  ]
}

extension Words {
  /// A kind's name.
  func kind(_ key: String) -> String {
    NameWords.kinds[key].map { self[$0] } ?? key
  }

  /// A channel's name.
  func channel(_ name: String) -> String {
    NameWords.channels[name].map { self[$0] } ?? name
  }

  /// A topic, priority, stage or other value.
  func value(_ name: String) -> String {
    NameWords.values[name].map { self[$0] } ?? name
  }
}
