/// Short forms of given names: a customer called Tomasz may be addressed as Tomek.
enum ShortNames {
  /// The short forms of a folded name, folded; none where it has none that do not begin like it.
  static func of(_ name: [UInt8]) -> [[UInt8]] { forms[name] ?? [] }

  /// By the full name; a short form that differs only in its ending needs no entry.
  private static let forms: [[UInt8]: [[UInt8]]] = {
    var forms: [[UInt8]: [[UInt8]]] = [:]
    for line in table.split(separator: "\n") {
      let sides = line.split(separator: ":")
      guard sides.count == 2 else { continue }
      let short = sides[1].split(separator: " ").map { Array($0.utf8) }
      for name in sides[0].split(separator: " ") { forms[Array(name.utf8), default: []] += short }
    }
    return forms
  }()

  private static let table = """
    agnieszka: aga agus
    aleksander alexander: olek alek alex sasza sasha sandy
    aleksandra alexandra: ola olka sasa sasha alex
    alicja: ala alka
    alzbeta elzbieta elizabeth: bet betka ela elka eliza liz lizzie beth betty
    andrew: andy drew
    andrzej: jedrek jedrus
    aneta: anetka
    anna: ania anka anicka andulka annie
    anthony: tony
    antonin: tonda tonik
    antoni: antek tosiek
    arkadiusz: arek
    barbara barbora: basia baska bara barca barunka barb
    bartosz bartlomiej: bartek
    benjamin: ben
    boguslaw: bogus
    boguslawa: bogusia
    bronislaw: bronek
    catherine katherine kathryn: kate kathy katie cath
    charles: charlie chuck
    christopher: chris kit
    clementine: clemmie
    czeslaw: czesiek
    czeslawa: czesia
    daniel: dan danek
    danuta: danka danusia
    david: dave
    deborah: debbie deb
    dominik: domin
    dorota: dorotka dosia
    edward: ed eddie ted edek
    ewelina: ewelinka
    ewa: ewka ewcia
    eva: evca evicka
    frantisek: franta fanda
    franciszek: franek
    gabriela: gabi gabina gabrysia
    genowefa: genia gienia
    gregory: greg
    grzegorz: grzesiek grzes
    halina: hala halinka
    hana: hanka hanicka
    helena: hela helenka
    henryk: heniek henio
    ignacy: ignas
    irena: irka irenka
    jacek: jacus
    jadwiga: jadzia
    jakub: kuba kubus
    james: jim jimmy jamie
    jan: honza janek jas jasiek jenda
    janusz: januszek
    jaroslav: jarda jarek
    jaroslaw: jarek
    jennifer: jen jenny
    jerzy: jurek
    jessica: jess
    jiri: jirka jura
    joanna: asia aska
    johana: johanka
    john: jack johnny
    jonathan: jon
    joseph: joe joey
    jozef: jozek juzek
    josef: pepa jozka
    juliusz: julek
    karel: kaja karlik
    karolina: karola kaja
    katarzyna: kasia kaska kasienka
    katerina: katka kaca kacka
    kazimierz: kazik
    kenneth: ken kenny
    krystyna: krysia
    kristyna: tyna kiki
    krzysztof: krzysiek krzys
    ladislav: lada
    lawrence: larry laurie
    leonard: leon len
    leszek: lesio
    lubomir: luba lubos
    lucie: lucka
    ludmila: lida lidka
    lukasz: lukaszek
    maciej: maciek
    magdalena: magda madzia majda
    malgorzata: gosia malgosia gocha
    margaret: maggie meg peggy
    maria: marysia maja marylka
    marie: maruska marenka
    matthew: matt
    michael: mike mick micky
    michal: misiek misko
    mieczyslaw: mietek
    miloslav: mila milos
    miroslav: mirek mira
    miroslaw: mirek
    miroslawa: mirka mira
    mohamed mohammed: mo
    natalia: natka nati
    nicholas: nick nicky
    oldrich: olda
    ondrej: ondra
    patricia: pat trish
    patrick: pat paddy
    pavel: pavlik
    pawel: pawelek
    peter: pete
    petr: petricek
    piotr: piotrek piotrus
    premysl: premek
    przemyslaw: przemek
    rafal: rafalek
    rebecca: becky becca
    richard: rick dick richie
    robert: rob bob bobby
    roman: romek
    rostislav: rosta
    ryszard: rysiek rysio
    sabina: sabi
    samantha: sam
    samuel: sam
    sebastian: seba sebek seb
    slawomir: slawek
    stanislav: standa stana
    stanislaw: staszek stas stach
    stanislawa: stasia
    stefan: stefek
    steven stephen: steve
    susan susanna: sue suzie
    tadeusz: tadek
    teresa: tereska
    tereza: terka
    theodore: ted theo
    thomas: tom tommy
    tomas: tom tomasek
    tomasz: tomek tom
    tymoteusz: tymek
    tymon: tymek
    urszula: ula ulka
    vaclav: vasek venca
    veronika: verca nika verunka
    victoria: vicky tori
    viktorie: viki
    vit: vitek
    vladimir: vlada
    vojtech: vojta
    walter: walt
    wieslaw: wiesiek
    wieslawa: wiesia
    william: will bill billy
    witold: witek
    wladyslaw: wladek
    wojciech: wojtek
    zbigniew: zbyszek zbig
    zdenek: zdenda
    zdzislaw: zdzisiek
    zofia: zosia
    zuzana: zuzka
    zygmunt: zygmus
    """
}
