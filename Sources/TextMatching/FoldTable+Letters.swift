// Letters by their folded form: everything in Latin-1, Latin Extended-A and -B and Latin Extended
// Additional that is a Latin letter with something added, the ligatures of both, and the Greek and
// Cyrillic letters that Unicode decomposes, so that composed and decomposed texts fold alike.

extension FoldTable {
  /// Folded form, then the letters that become it.
  static let letters: [(folded: String, letters: String)] = [
    ("a", "ªÀÁÂÃÄÅàáâãäåĀāĂăĄąǍǎǞǟǠǡǺǻȀȁȂȃȦȧḀḁẚẠạẢảẤấẦầẨẩẪẫẬậẮắẰằẲẳẴẵẶặ"),
    ("ae", "ÆæǢǣǼǽ"),
    ("b", "ƀɃḂḃḄḅḆḇ"),
    ("c", "ÇçĆćĈĉĊċČčḈḉ"),
    ("d", "ÐðĎďĐđḊḋḌḍḎḏḐḑḒḓ"),
    ("dz", "ǄǅǆǱǲǳ"),
    ("e", "ÈÉÊËèéêëĒēĔĕĖėĘęĚěȄȅȆȇȨȩḔḕḖḗḘḙḚḛḜḝẸẹẺẻẼẽẾếỀềỂểỄễỆệ"),
    ("f", "ƑƒḞḟ"),
    ("ff", "ﬀ"),
    ("ffi", "ﬃ"),
    ("ffl", "ﬄ"),
    ("fi", "ﬁ"),
    ("fl", "ﬂ"),
    ("g", "ĜĝĞğĠġĢģǤǥǦǧǴǵḠḡ"),
    ("h", "ĤĥĦħȞȟḢḣḤḥḦḧḨḩḪḫẖ"),
    ("i", "ÌÍÎÏìíîïĨĩĪīĬĭĮįİıǏǐȈȉȊȋḬḭḮḯỈỉỊị"),
    ("ij", "Ĳĳ"),
    ("j", "Ĵĵǰ"),
    ("k", "ĶķĸǨǩḰḱḲḳḴḵ"),
    ("l", "ĹĺĻļĽľĿŀŁłƚȽḶḷḸḹḺḻḼḽ"),
    ("lj", "Ǉǈǉ"),
    ("m", "ḾḿṀṁṂṃ"),
    ("n", "ÑñŃńŅņŇňŉŊŋǸǹṄṅṆṇṈṉṊṋ"),
    ("nj", "Ǌǋǌ"),
    ("o", "ºÒÓÔÕÖØòóôõöøŌōŎŏŐőƠơǑǒǪǫǬǭǾǿȌȍȎȏȪȫȬȭȮȯȰȱṌṍṎṏṐṑṒṓỌọỎỏỐốỒồỔổỖ"),
    ("o", "ỗỘộỚớỜờỞởỠỡỢợ"),
    ("oe", "Œœ"),
    ("p", "ṔṕṖṗ"),
    ("r", "ŔŕŖŗŘřȐȑȒȓṘṙṚṛṜṝṞṟ"),
    ("s", "ŚśŜŝŞşŠšſȘșṠṡṢṣṤṥṦṧṨṩẛẜẝ"),
    ("ss", "ßẞ"),
    ("st", "ﬅﬆ"),
    ("t", "ŢţŤťŦŧȚțṪṫṬṭṮṯṰṱẗ"),
    ("th", "Þþ"),
    ("u", "ÙÚÛÜùúûüŨũŪūŬŭŮůŰűŲųƯưǓǔǕǖǗǘǙǚǛǜȔȕȖȗṲṳṴṵṶṷṸṹṺṻỤụỦủỨứỪừỬửỮữỰự"),
    ("v", "ṼṽṾṿ"),
    ("w", "ŴŵẀẁẂẃẄẅẆẇẈẉẘ"),
    ("x", "ẊẋẌẍ"),
    ("y", "ÝýÿŶŷŸȲȳẎẏẙỲỳỴỵỶỷỸỹ"),
    ("z", "ŹźŻżŽžẐẑẒẓẔẕ"),
    ("ʒ", "Ǯǯ"),
    ("α", "ΆάἀἁἂἃἄἅἆἇἈἉἊἋἌἍἎἏὰάᾀᾁᾂᾃᾄᾅᾆᾇᾈᾉᾊᾋᾌᾍᾎᾏᾰᾱᾲᾳᾴᾶᾷᾸᾹᾺΆᾼ"),
    ("ε", "ΈέἐἑἒἓἔἕἘἙἚἛἜἝὲέῈΈ"),
    ("η", "ΉήἠἡἢἣἤἥἦἧἨἩἪἫἬἭἮἯὴήᾐᾑᾒᾓᾔᾕᾖᾗᾘᾙᾚᾛᾜᾝᾞᾟῂῃῄῆῇῊΉῌ"),
    ("ι", "ΊΐΪίϊἰἱἲἳἴἵἶἷἸἹἺἻἼἽἾἿὶίιῐῑῒΐῖῗῘῙῚΊ"),
    ("ο", "ΌόὀὁὂὃὄὅὈὉὊὋὌὍὸόῸΌ"),
    ("ρ", "ῤῥῬ"),
    ("σ", "ςϲϹ"),
    ("υ", "ΎΫΰϋύὐὑὒὓὔὕὖὗὙὛὝὟὺύῠῡῢΰῦῧῨῩῪΎ"),
    ("ω", "ΏώὠὡὢὣὤὥὦὧὨὩὪὫὬὭὮὯὼώᾠᾡᾢᾣᾤᾥᾦᾧᾨᾩᾪᾫᾬᾭᾮᾯῲῳῴῶῷῺΏῼ"),
    ("ϒ", "ϓϔ"),
    ("а", "ӐӑӒӓ"),
    ("г", "Ѓѓ"),
    ("е", "ЀЁѐёӖӗ"),
    ("ж", "ӁӂӜӝ"),
    ("з", "Ӟӟ"),
    ("и", "ЍЙйѝӢӣӤӥ"),
    ("к", "Ќќ"),
    ("о", "Ӧӧ"),
    ("у", "ЎўӮӯӰӱӲӳ"),
    ("ч", "Ӵӵ"),
    ("ы", "Ӹӹ"),
    ("э", "Ӭӭ"),
    ("і", "Її"),
    ("ѵ", "Ѷѷ"),
    ("ә", "Ӛӛ"),
    ("ө", "Ӫӫ"),
    // The signs for ångström, kelvin and ohm are these letters.
    ("a", "\u{212B}"), ("k", "\u{212A}"), ("ω", "\u{2126}"),
  ]

  /// Folded form, then the marks that become it.
  static let punctuation: [(folded: String, marks: String)] = [
    // Spaces: no-break, Ogham, en quad to hair space, narrow no-break, mathematical, ideographic.
    (" ", "\u{A0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}"),
    (" ", "\u{2008}\u{2009}\u{200A}\u{202F}\u{205F}\u{3000}"),
    // Next line, line separator, paragraph separator.
    ("\n", "\u{85}\u{2028}\u{2029}"),
    // Apostrophes, single quotation marks, primes; a lone acute accent is typed for an apostrophe.
    ("'", "\u{2018}\u{2019}\u{201A}\u{201B}\u{2032}\u{2035}\u{2039}\u{203A}"),
    ("'", "\u{B4}\u{1FFD}\u{2B9}\u{2BB}\u{2BC}\u{2BD}\u{374}"),
    // Double quotation marks, guillemets, double primes.
    ("\"", "\u{201C}\u{201D}\u{201E}\u{201F}\u{2033}\u{2036}\u{AB}\u{BB}\u{2DD}\u{2BA}"),
    // Hyphens, dashes, minus.
    ("-", "\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2212}\u{FE58}\u{FE63}"),
    ("...", "\u{2026}"),
    // Marks that Unicode holds to be the same as another.
    (";", "\u{37E}"), ("·", "\u{387}"), ("`", "\u{1FEF}"),
    ("\u{A8}", "\u{385}\u{1FC1}\u{1FED}\u{1FEE}"),
    ("\u{1FBF}", "\u{1FCD}\u{1FCE}\u{1FCF}"), ("\u{1FFE}", "\u{1FDD}\u{1FDE}\u{1FDF}"),
  ]

  /// Code points that leave nothing behind.
  static let dropped: [ClosedRange<Int>] = [
    0x00AD...0x00AD,  // soft hyphen
    0x0300...0x036F,  // combining diacritical marks
    0x061C...0x061C,  // Arabic letter mark
    0x180B...0x180E,  // Mongolian variation selectors and vowel separator
    0x1AB0...0x1AFF,  // combining diacritical marks, extended
    0x1DC0...0x1DFF,  // combining diacritical marks, supplement
    0x200B...0x200F,  // zero-width space, joiners, direction marks
    0x202A...0x202E,  // direction embeddings
    0x2060...0x206F,  // word joiner, invisible operators, direction isolates
    0x20D0...0x20FF,  // combining marks for symbols, such as the keycap
    0xFE00...0xFE0F,  // variation selectors
    0xFE20...0xFE2F,  // combining half marks
    0xFEFF...0xFEFF,  // byte order mark
  ]
}
