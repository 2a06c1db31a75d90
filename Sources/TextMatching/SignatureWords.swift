/// The words of closing formulas, names and titles, folded; Polish, Czech, Slovak, English, German.
enum SignatureWords {
  /// How much may stand behind a closing formula on its line.
  enum Formula: Sendable {
    /// A few words: "Pozdrawiam z deszczowych Katowic".
    case open
    /// Nothing, or a name: "Thanks" is a formula only so.
    case bare
  }

  /// Lines of closing formulas are no longer (unit: folded bytes).
  static let longestFormula = 80

  static let formulas = Openings<Formula>(
    [
      "pozdrawiam", "pozdrawiamy", "serdecznie pozdrawiam", "serdecznie pozdrawiamy",
      "goraco pozdrawiam", "cieplo pozdrawiam", "z powazaniem", "z wyrazami szacunku",
      "z szacunkiem", "z pozdrowieniami", "z serdecznymi pozdrowieniami", "serdeczne pozdrowienia",
      "lacze pozdrowienia", "lacze wyrazy szacunku", "lacze uklony", "z uszanowaniem",
      "przesylam pozdrowienia", "wszystkiego dobrego", "wszystkiego najlepszego",
      "s pozdravem", "s pratelskym pozdravem", "se srdecnym pozdravem", "s uctou",
      "s uctou a pozdravem", "s pranim", "srdecne zdravim", "preji hezky", "preji pekny",
      "preji krasny",
      "s pozdravom", "s priatelskym pozdravom", "so srdecnym pozdravom", "zelam pekny",
      "prajem pekny",
      "kind regards", "best regards", "warm regards", "warmest regards", "kindest regards",
      "with kind regards", "with best regards", "with regards", "many regards", "best wishes",
      "with best wishes", "all the best", "yours sincerely", "yours faithfully", "yours truly",
      "sincerely yours", "yours respectfully",
      "mit freundlichen grussen", "mit freundlichen gruessen", "mit freundlichem gruss",
      "mit besten grussen", "freundliche grusse", "viele grusse", "liebe grusse", "beste grusse",
      "herzliche grusse", "schone grusse", "hochachtungsvoll",
    ].map { ($0, .open) }
      + [
        "pozdr", "pozdro", "pozdrowienia", "serdecznosci", "sciskam", "usciski", "dziekuje",
        "dzieki", "milego dnia", "dobrego dnia", "udanego dnia", "spokojnego dnia",
        "milego weekendu", "do uslyszenia", "do zobaczenia",
        "vse dobre", "vsechno dobre", "zdravi", "zdravim", "zdravime", "pozdrav", "hezky den",
        "pekny den", "krasny den",
        "mejte se", "mejte se hezky", "diky", "dekuji", "na shledanou",
        "dakujem", "pozdravujem",
        "regards", "best", "cheers", "thanks", "thank you", "thanks again", "many thanks",
        "kind thanks", "with thanks", "sincerely", "warmly", "respectfully", "take care",
        "have a nice day", "have a great day", "have a good day", "talk soon", "yours", "rgds",
        "gruss", "mfg", "vg", "lg", "danke", "vielen dank",
      ].map { ($0, .bare) })

  /// Titles that stand before or behind a name, without their period.
  static let titles = WordSet(
    """
    ing mgr bc dr phdr judr mudr rndr paeddr inz prof doc lic phd ph.d mba csc dis hab dipl
    dipl.-ing med bca mga
    """)

  /// Whether a word in small letters may stand before a name: a title, or a post.
  static func isTitle(_ word: LineBytes) -> Bool { titles.contains(word) || posts.contains(word) }

  /// Posts that stand before a name, in small letters.
  private static let posts = WordSet(
    """
    st ml starszy starsza mlodszy mlodsza referent referentka specjalista specjalistka inspektor
    inspektorka podlesniczy lesniczy nadlesniczy kominiarz mistrz siostra ks lek mec
    referentka sestra mistr kominik lesnik hajny
    """)

  /// Between the names of a person.
  static let particles = WordSet("van von de der den di da le la du del dos al el bin ter")

  /// Behind a name, before the team: "Marek z BOK".
  static let belongings = WordSet("z ze od from at of with for w v ve vom von aus bei za")

  /// Whether a word belongs to the name of a team, an office, a company or a job.
  static func isOfTeam(_ word: LineBytes) -> Bool {
    teamWords.contains(word) || teamStems.opens(word)
  }

  /// What words of teams begin with; long enough to be no names: "Weber" is one.
  private static let teamStems = Openings([
    "zespol", "dzial", "biuro", "biura", "obslug", "wsparci", "sekretariat", "redakcj",
    "administra", "ksiegow", "recepcj", "centrum", "centrala", "infolini", "rozliczen", "reklamac",
    "doradc", "specjalist", "konsultant", "kierowni", "dyrektor", "koordynator", "opiekun",
    "technik", "asystent", "menedzer", "prezes", "klient", "serwis", "hosting",
    "podpor", "oddelen", "zakaznic", "helpdesk", "kancelar", "infolink", "uctarn", "fakturac",
    "spravce", "spravca", "vedouci", "veduci", "specialist", "reditel", "jednatel", "manazer",
    "manager", "obchodn", "technick", "servis",
    "support", "service", "customer", "depart", "billing", "account", "squad", "hotline",
    "executive", "director", "officer", "engineer", "advisor", "adviser", "assistant",
    "coordinator", "operation", "compliance", "technical", "complain", "registrat", "relation",
    "infrastruct", "migrat", "network", "security", "finance", "marketing", "receivable",
    "kunden", "vertrieb", "buchhaltung", "abteilung", "mitarbeit", "geschaft", "limited",
  ])

  private static let teamWords = WordSet(
    """
    bok bo kasa pomoc pomocy sklep firma domeny domen tym web mail mails data bank head care help
    desk shop store team teams group office sales server servers domain domains cloud online client
    clients success crew agent center centre inc ltd llc plc corp gmbh ag kg s.r.o sp spol a.s s.a
    z.o.o o.o dept leiter dpt it hr pr
    """)

  /// Words in place of a name that are none, as lines begin with them.
  static let notNames = WordSet(
    """
    tak nie ano ne yes no ok okay dzieki dziekuje dziekujemy diky dekuji dekujeme dakujem thanks
    thank hotovo gotowe done zrobione prosze prosim please sorry przepraszam przepraszamy super
    jasne jiste sure hello ahoj czesc hej hi hey witam witaj pozdrawiam pozdrawiamy pozdrav
    pozdravem regards cheers best sincerely ps dobry dzien dobre dobra den good morning great nice
    milego hezky pekny have see bye goodbye welcome hallo danke guten panie pani panu pan pane
    panstwo dear mr mrs ms miss sir madam szanowny szanowna szanowni vazeny vazena vazeni mily
    mila drogi droga drodzy uwaga note notice pozor important pilne update aktualizacja the this
    that it we you they i a to je jest z s w v na do od po za pro dla przy and or und oder der
    die das ein eine nothing nic neni brak none mit viele herzliche liebe schone bis hezkeho
    fixed resolved solved closed opraveno vyreseno naprawione rozwiazane zalatwione sledujte
    wkrotce brzy soon dnes dzis dzisiaj today tomorrow jutro zitra now ted teraz poniedzialek
    wtorek sroda czwartek piatek sobota niedziela pondeli utery streda ctvrtek patek nedele
    monday tuesday wednesday thursday friday saturday sunday faktura umowa oferta cennik
    kwadrans right perfect exactly dokladnie presne dobrze dobre zgoda souhlas rozumiem chapu
    understood absolutely always zawsze vzdy your yours our nasz nasze vas vase nase
    """)

  /// Words of sentences: a line with one of them is no line of a signature.
  static let ofSentences = WordSet(
    """
    prosze prosimy prosba prosim prosime please zadzwonic dzwonic zadzwon dzwoncie zadzwonimy
    dzwonimy volejte zavolejte zavolat volat zavolame zavolam call calling ring dial pisz pisac
    napisz napisac napiste piste psat write napsat drop reply odpisac odpowiedz odpovezte jest sa
    jestem jestesmy je jsem jsme jsou sme som su is are am was were will would can could be been
    bude budeme budu bedzie bedziemy bede beda byl byla bylo ma mam mamy mame mam maji maja mozna
    moze moga mogę mozemy muze muzete muzeme mohu muzu lze if when jesli jezeli gdyby kiedy kdyby
    kdyz pokud jak jeszcze jeste ps p.s p.s. ps. ps: dziekuje dziekujemy dekuji dekujeme thanks
    thank you your we our they it i'm i'll we'll i nie ne not no don't bo ze aby podany podana nalezy trzeba nutno need needs should must
    tu tutaj zde tady here znajda znajdzie najdete find czynne otevreno open obowiazuje plati
    dotyczy tyka vam vas nam panu pani panstwu ci tobie wam sie se si bylo zostalo
    przypominam pripominam prikladam zalaczam w przypadku wrazie
    ist sind bitte wir sie haben wird werden kann nicht wenn
    """)
}
