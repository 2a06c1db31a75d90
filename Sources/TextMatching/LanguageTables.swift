/// The weights behind ``LanguageScores``, built once from the lists at the end of this file.
struct LanguageTables: Sendable {
  typealias Weights = SIMD8<Int32>

  static let shared = LanguageTables()

  /// What a word scores that only one language has; one of several languages shares it out.
  private static let wordWeight: Int32 = 6
  private static let letterWeight: Int32 = 6
  private static let sharedLetterWeight: Int32 = 2

  /// An open hash table, at most half full.
  private var keys = [UInt64](repeating: 0, count: 4096)
  private var words = [Weights](repeating: .zero, count: 4096)
  private var pairs = [Weights](repeating: .zero, count: 32 * 32)
  /// Letters of two bytes, U+0080 to U+017F, by their low byte, in which they all differ.
  private var letters = [Weights](repeating: .zero, count: 256)

  private init() {
    for (index, language) in Language.allCases.enumerated() {
      addWords(of: language, at: index)
      var pair = (first: 0, second: 0)
      for mark in (LanguagePairs.weights[language == .slovak ? .czech : language] ?? "").utf8 {
        if mark == UInt8(ascii: "\n") {
          pair = (pair.first + 1, 0)
        } else {
          if pair.first < 32, pair.second < 32 {
            pairs[pair.first << 5 | pair.second][index] = Self.pairWeight(mark)
          }
          pair.second += 1
        }
      }
      for letter in (Self.letters[language] ?? "").unicodeScalars {
        letters[Int(letter.value) & 255][index] = Self.letterWeight
      }
      for letter in (Self.sharedLetters[language] ?? "").unicodeScalars {
        letters[Int(letter.value) & 255][index] = Self.sharedLetterWeight
      }
    }
    for slot in words.indices where keys[slot] != 0 {
      words[slot] &*= Self.wordWeight / max(1, words[slot].wrappedSum())
    }
  }

  /// Marks the words of a language, each with one for now.
  private mutating func addWords(of language: Language, at index: Int) {
    var hash = Self.emptyHash
    func add(_ hash: UInt64) {
      var slot = Int(truncatingIfNeeded: hash) & 4095
      while keys[slot] != 0, keys[slot] != hash { slot = (slot + 1) & 4095 }
      keys[slot] = hash
      words[slot][index] = 1
    }
    for byte in (Self.words[language] ?? "").utf8 {
      if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
        if hash != Self.emptyHash { add(hash) }
        hash = Self.emptyHash
      } else {
        hash = Self.hash(hash, byte)
      }
    }
    if hash != Self.emptyHash { add(hash) }
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

  /// What two letters side by side say; 0 stands for the beginning or end of a word.
  func weights(ofPair first: UInt8, _ second: UInt8) -> Weights {
    pairs[Self.pairIndex(first, second)]
  }

  func weights(ofLetter first: UInt8, _ second: UInt8) -> Weights {
    let value = Int(first & 0x1F) << 6 | Int(second & 0x3F)
    return value < 0x180 ? letters[value & 255] : .zero
  }

  private static func pairWeight(_ mark: UInt8) -> Int32 {
    mark < UInt8(ascii: "a") ? Int32(mark) - 48 : 96 - Int32(mark)
  }

  private static func pairIndex(_ first: UInt8, _ second: UInt8) -> Int {
    Int(first & 31) << 5 | Int(second & 31)
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
    przykro przepraszam przepraszamy rozumiem niestety oczywiscie chyba mysle wiem wiemy zeby zebym
    moglby mogla mogl bylby beda bedziesz mozesz masz chcesz chce chcial chciala trzeba wystarczy
    zrobic zrobie zrobimy sprawdze sprawdzimy wysle wyslemy wyslalam zadzwonie zadzwonimy dam damy
    znac odezwe odpisze napisze prosba pytania pytanie pomoc pomoge zamowienie faktura paczka kurier
    zwrot pieniadze konto konta haslo numer umowa umowy rachunek piatek piatku sroda srode poniedzialek
    wtorek czwartek sobote niedziele godzine godzinie rano wieczorem poludnia do konca najpozniej
    no wlasnie dobra dobrze jasne spoko hej siema pozdro dzieki super fajnie ok juz jakos cos ktos
    wszystkie kazdy kazda inny inna inne oprocz okolo miedzy zamiast dlatego dopiero nadal ciagle
    ci tobie twoj twoja twoje twoj panska panski panstwa swoja waszej wasz wasze kto kogo czego czemu
    """,
    .czech: """
    a v na je se ze to s z do o i pro jako ale si by jsem jsme jste jsou byl byla bylo byly bude
    budou budeme budu neni nebo tak jak co kdyz uz jeste take pri po od za u k ve ke podle protoze
    pouze jen muze muzete mohu muzeme prosim dekuji dekujeme dobry den pane pani vas vam vase vami
    nas nam nase nasi ktery ktera ktere kterou tento tato toto tohoto teto ten ta te tim tom mate
    mame mam maji pozdravem zpravu dnes zitra vcera pokud aby jiz tedy proto vsechno vse nyni ted
    nic neco mi me mne ho ji je jej ty tu tam zde kde kdyby asi velmi pres pred nad pod bez hned
    muj sve svou svuj vasi vaseho nasem potrebujete chvili hodin preji ahoj vazeny vazena omlouvame
    muzes mohli bychom byste bys abyste abychom kdybyste kdybych omlouvam mrzi chapu rozumim ozveme
    posleme potreba treba jenom vubec opravdu zadny zadna zadne castka penize vratime zasilka zasilku
    objednavku faktura fakturu zprava ridic kuryr patek patku stredu pondeli utery ctvrtek sobotu nedeli
    hodine obeda vecer doma behem mezi kolem misto protoze prece stale porad trochu hodne cely cela cele
    celou kazdy jiny jine jinak pripade dotaz dotazy pomoci pomuzu pomuzeme najdete podivejte zkuste
    kliknete vyberte napiste zavolejte zavolame proverime overime vyridime opravili tohle tomu tomhle
    jdete jde slo prisel prisla prijde prisli delat udelat udelali poslali poslete dostanete dostali
    nashledanou dobreho tydne mesic rok mela mel meli jsi mas tvuj tvoje tvoji vasich vasim moje diky
    fajn jasne hele sorry takze otazky okolo
    """,
    .slovak: """
    a v na je sa ze to s z do o i pre ako ale si by som sme ste su bol bola bolo boli bude budu
    budeme budem nie alebo tak co ked uz este tiez pri po od za u k vo ku podla pretoze iba len
    moze mozete mozem mozeme prosim dakujem dakujeme dobry den pane pani vas vam vase vami nas nam
    nase nasi ktory ktora ktore ktoru tento tato toto tohto tejto ten ta tym tom mate mame mam maju
    pozdravom spravu dnes zajtra vcera ak aby teda preto vsetko teraz nic nieco mi ma mna ho ju ich
    tu tam kde keby asi velmi cez pred nad pod bez hned moj svoj svoje vasej vasho nasom potrebujete
    chvilu hodin prajem ahoj vazeny vazena ospravedlnujeme ospravedlnujem
    iba moze mozu mohli vieme viete viem chceme chcete treba potrebne potrebuje tvoj tvoja tvoje tvoju
    vasa vasu vasej vasich vasim moja moju moje nasho nasej nasich jeho jej prisiel pride
    robit urobit urobili spravit poslali posleme poslite dostanete dostali najdete pozrite
    skuste kliknite vyberte napiste zavolajte zavolame preverime overime vybavime opravili ozveme
    rozumiem lutujem luto mrzi peniaze zasielka zasielku objednavku kurier
    piatok piatka stredu pondelok utorok stvrtok sobotu nedelu obeda vecer doma kym ked
    ktorych ktorej ktorym vsetky kazdy iny ine iny inak pripade otazky pomoct pomozem pomozeme
    kontaktujte stale takze dovidenia ziadne ziadny ziadna ziaden vobec naozaj ahojte caute
    okolo medzi okrem namiesto lebo hoci nech preco odkial dokedy este bolo islo ide idu
    kupili kupit vratime vratili zmenili pridali dufam prepacte
    pozdravom pekny den dna tyzden tyzdna mesiac mesiaca dnesny zajtrajsi
    """,
    .english: """
    the and to of in is you for that we it on with are be this your our have as not can will at by
    from if or an was has us would please thank thanks hello hi dear regards any there been which
    what when do does did but all more just i a me my he she they them their its into out up about
    than then now so no yes could should may might were had how here also only after before because
    until still let know sorry kind best get one other these those who am today tomorrow anything
    ve ll re off over again
    back much very too really right well ok okay yeah yep nope hey thx pls ur u im ill cant dont wont
    order account team call email phone need needs want make made take send sent see look looks
    check checked work works working problem issue help happy while where why because every each
    next week day days hour hours minutes morning monday tuesday wednesday thursday friday being
    through between under even most such own same few both without within against during something
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
