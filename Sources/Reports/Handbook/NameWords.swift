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
    "vague-promise", "upsell", "asked-again", "wording", "brush-off", "blame", "calm",
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
    "1 per ticket": Term(
      pl: "1 w zgłoszeniu", cs: "1 v požadavku", en: "1 in a ticket"),
    "1 per reply": Term(pl: "1 w odpowiedzi", cs: "1 v odpovědi", en: "1 in a reply"),
  ]

  /// The parameters of kinds, by their keys.
  static let parameters: [String: Term] = [
    "within": .howSoon,
    "share": .forHowMany,
    "hours": Term(pl: "Zegar biegnie", cs: "Čas běží", en: "The clock runs"),
    "never-longer-than": .neverLongerThan,
    "ends-at": Term(
      pl: "Co jest odpowiedzią", cs: "Co platí jako odpověď", en: "What counts as an answer"),
    "never-when": Term(pl: "Nigdy przy", cs: "Nikdy při", en: "Never in case of"),
    "unless": Term(pl: "Chyba że", cs: "Ledaže", en: "Unless"),
    "at-most": Term(pl: "Najwyżej", cs: "Nejvýše", en: "At most"),
    "phrases": Term(pl: "Zwroty", cs: "Obraty", en: "Phrases"),
    "offers": Term(pl: "Albo", cs: "Nebo", en: "Or else"),
    "products": Term(pl: "Produkty", cs: "Produkty", en: "Products"),
  ]

  /// Parameters that name lists of words, which say nothing to a reader of the handbook.
  static let lists: Set<String> = ["phrases", "offers", "products"]
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
