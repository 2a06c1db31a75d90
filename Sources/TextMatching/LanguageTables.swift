/// The weights behind ``LanguageScores``, built once from the lists at the end of this file.
struct LanguageTables: Sendable {
  typealias Weights = SIMD8<Int32>

  static let shared = LanguageTables()

  /// What a word scores that only one language has; one of several languages shares it out.
  private static let wordWeight: Int32 = 6
  private static let letterWeight: Int32 = 6
  private static let sharedLetterWeight: Int32 = 2
  private static let pairWeight: Int32 = 1

  /// An open hash table, at most half full.
  private var keys = [UInt64](repeating: 0, count: 4096)
  private var words = [Weights](repeating: .zero, count: 4096)
  private var pairs = [Weights](repeating: .zero, count: 32 * 32)
  /// Letters of two bytes, U+0080 to U+017F, by their low byte, in which they all differ.
  private var letters = [Weights](repeating: .zero, count: 256)

  private init() {
    var byWord: [String: Weights] = [:]
    for (index, language) in Language.allCases.enumerated() {
      for word in Self.list(Self.words, language) { byWord[word, default: .zero][index] = 1 }
      for pair in Self.list(Self.pairs, language) {
        let bytes = Array(pair.utf8)
        guard bytes.count == 2 else { continue }
        pairs[Self.pairIndex(bytes[0], bytes[1])][index] = Self.pairWeight
      }
      for letter in (Self.letters[language] ?? "").unicodeScalars {
        letters[Int(letter.value) & 255][index] = Self.letterWeight
      }
      for letter in (Self.sharedLetters[language] ?? "").unicodeScalars {
        letters[Int(letter.value) & 255][index] = Self.sharedLetterWeight
      }
    }
    for (word, marks) in byWord {
      let hash = word.utf8.reduce(Self.emptyHash) { Self.hash($0, $1) }
      var slot = Int(truncatingIfNeeded: hash) & 4095
      while keys[slot] != 0 { slot = (slot + 1) & 4095 }
      keys[slot] = hash
      words[slot] = marks &* (Self.wordWeight / max(1, marks.wrappedSum()))
    }
  }

  // FNV-1a, 64 bits.
  static let emptyHash: UInt64 = 0xCBF2_9CE4_8422_2325
  @inline(__always)
  static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }

  func weights(ofWord hash: UInt64) -> Weights {
    var slot = Int(truncatingIfNeeded: hash) & 4095
    while keys[slot] != 0 {
      if keys[slot] == hash { return words[slot] }
      slot = (slot + 1) & 4095
    }
    return .zero
  }

  func weights(ofPair first: UInt8, _ second: UInt8) -> Weights {
    pairs[Self.pairIndex(first, second)]
  }

  func weights(ofLetter first: UInt8, _ second: UInt8) -> Weights {
    let value = Int(first & 0x1F) << 6 | Int(second & 0x3F)
    return value < 0x180 ? letters[value & 255] : .zero
  }

  private static func pairIndex(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | Int(second & 31)
  }

  private static func list(_ table: [Language: String], _ language: Language) -> [String] {
    (table[language] ?? "").split(separator: " ").map(String.init)
  }

  /// Letters that, among these languages, only one has.
  private static let letters: [Language: String] = [
    .polish: "ąęłśźżćńĄĘŁŚŹŻĆŃ",
    .czech: "ěřůĚŘŮ",
    .slovak: "ľĺŕôĽĹŔÔ",
    .german: "öüßÖÜ",
  ]

  /// Letters that some have.
  private static let sharedLetters: [Language: String] = [
    .polish: "óÓ",
    .czech: "áéíúýčďňšťžÁÉÍÚÝČĎŇŠŤŽ",
    .slovak: "áéíóúýčďňšťžäÁÉÍÓÚÝČĎŇŠŤŽÄ",
    .german: "äÄ",
  ]

  /// Pairs of letters that are frequent in one language and rare in most others. Folded.
  private static let pairs: [Language: String] = [
    .polish: "cz sz rz dz zy zw wy wi ia ie aj dy yc gl oz",
    .czech: "ou vy uj ej em av ve eh ho ud jd ku",
    .slovak: "ie ia ov iu uj ud vy av ho sk om ko",
    .english: "th he wh ee oo gh ea yo ng wi ou ly of ll",
    .german: "ch ei ie sc ck tz ng be ge un en er au eu",
  ]

  /// Function words and what every reply says, folded: our own lists, from the grammars and not
  /// from any corpus.
  private static let words: [Language: String] = [
    .polish: """
    i w z na do nie sie jest to ze jak o od po za dla oraz lub czy juz tylko tak ale bardzo a u
    prosze dziekuje dziekujemy pan pani panie panstwo panstwa panstwu pana panu moze mozna mozemy
    moge bedzie beda bede bedziemy zostal zostala zostalo jestem jestesmy sa byl byla bylo byly
    przez przed przy pod nad bez jesli jezeli gdy kiedy ktory ktora ktore ktorych tego tej tym ten
    ta te tych mi mnie nas nam was ma mamy mam maja prosimy witam dzien dobry pozdrawiam razie
    teraz jeszcze takze rowniez wiec poniewaz bo aby zeby gdyby moj nasz nasza nasze naszej
    wszystko dzis jutro wczoraj wiadomosc co ich jego jej ni we ze sobie swoj swoje musi trzeba
    chwile godziny dni czesc szanowny szanowna szanowni serdecznie innych tutaj tam gdzie
    """,
    .czech: """
    a v na je se ze to s z do o i pro jako ale si by jsem jsme jste jsou byl byla bylo byly bude
    budou budeme budu neni nebo tak jak co kdyz uz jeste take pri po od za u k ve ke podle protoze
    pouze jen muze muzete mohu muzeme prosim dekuji dekujeme dobry den pane pani vas vam vase vami
    nas nam nase nasi ktery ktera ktere kterou tento tato toto tohoto teto ten ta te tim tom mate
    mame mam maji pozdravem zpravu dnes zitra vcera pokud aby jiz tedy proto vsechno vse nyni ted
    nic neco mi me mne ho ji je jej ty tu tam zde kde kdyby asi velmi pres pred nad pod bez hned
    muj sve svou svuj vasi vaseho nasem potrebujete chvili hodin preji ahoj vazeny vazena omlouvame
    """,
    .slovak: """
    a v na je sa ze to s z do o i pre ako ale si by som sme ste su bol bola bolo boli bude budu
    budeme budem nie alebo tak co ked uz este tiez pri po od za u k vo ku podla pretoze iba len
    moze mozete mozem mozeme prosim dakujem dakujeme dobry den pane pani vas vam vase vami nas nam
    nase nasi ktory ktora ktore ktoru tento tato toto tohto tejto ten ta tym tom mate mame mam maju
    pozdravom spravu dnes zajtra vcera ak aby teda preto vsetko teraz nic nieco mi ma mna ho ju ich
    tu tam kde keby asi velmi cez pred nad pod bez hned moj svoj svoje vasej vasho nasom potrebujete
    chvilu hodin prajem ahoj vazeny vazena ospravedlnujeme ospravedlnujem
    """,
    .english: """
    the and to of in is you for that we it on with are be this your our have as not can will at by
    from if or an was has us would please thank thanks hello hi dear regards any there been which
    what when do does did but all more just i a me my he she they them their its into out up about
    than then now so no yes could should may might were had how here also only after before because
    until still let know sorry kind best get one other these those who am today tomorrow anything
    """,
    .german: """
    der die das und ist sie wir nicht zu den mit ein eine einen einer einem fur auf es im dem von
    haben hat habe wird werden sind ihre ihr ihnen ihrem ihren ihrer uns unser unsere bitte danke
    vielen konnen kann auch bei nach noch oder aber wenn dass wie so zur zum guten tag hallo sehr
    geehrte geehrter freundlichen freundliche grussen grusse am an aus in des als ich du mich mir
    nur schon jetzt heute morgen hier dort was war waren sein wurde wurden um uber durch ohne vor
    diese dieser dieses diesem sich man mehr moglich gerne leider
    """,
  ]
}
