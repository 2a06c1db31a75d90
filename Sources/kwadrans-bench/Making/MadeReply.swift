import Conformance

/// Replies as an agent might write them, in Polish, Czech and English, about 80 words each.
///
/// Made of some dozens of sentences: they have greetings, closing formulas, promises with and without
/// a time, apologies and offers as often as real replies, but by far not as many words.
enum MadeReply {
  /// A reply, and its language.
  static func make(
    _ generator: inout some RandomNumberGenerator
  ) -> (text: String, language: String) {
    let choice = generator.index(below: 100)
    let words = choice < 45 ? polish : choice < 70 ? czech : english
    var sentences = generator.some(4, of: words.facts).map {
      $0.replacing("#", with: String(10 + generator.index(below: 99_000)))
    }
    for (percent, choices) in [
      (70, words.thanks), (40, words.sorry), (60, words.next), (25, words.vague),
      (15, words.offers),
      (10, words.refusals),
    ] where generator.happens(in: percent) {
      sentences.insert(generator.one(of: choices), at: generator.index(below: sentences.count + 1))
    }
    if generator.happens(in: 55) { sentences.append(generator.one(of: words.questions)) }
    let middle = sentences.count / 2
    var paragraphs = [
      sentences[..<middle].joined(separator: " "), sentences[middle...].joined(separator: " "),
    ]
    if generator.happens(in: 92) { paragraphs.insert(generator.one(of: words.greetings), at: 0) }
    if generator.happens(in: 93) { paragraphs.append(generator.one(of: words.closings)) }
    return (paragraphs.joined(separator: "\n\n") + "\n", words.language)
  }

  private struct Words {
    let language: String
    let greetings, thanks, facts, sorry, next, vague, offers, refusals, questions,
      closings: [String]
  }

  private static let polish = Words(
    language: "pl",
    greetings: ["Dzień dobry, Pani Ewo,", "Dzień dobry,", "Szanowny Panie Marku,", "Witam,"],
    thanks: [
      "Dziękuję za szybką odpowiedź i za zdjęcie.", "Dziękujemy, że dał nam Pan o tym znać.",
    ],
    facts: [
      "Rekord MX domeny numer # wskazywał na stary serwer, więc poczta szła do poprzedniej firmy.",
      "Wpłata na # zł dotarła dziś rano i faktura jest już oznaczona jako opłacona.",
      "Lampa, o którą Pani pyta, leży w magazynie w Poznaniu i jest zapakowana do wysyłki.",
      "Kopia zapasowa z soboty jest cała, dlatego przywróciłem z niej folder ze zdjęciami.",
      "Na koncie # było włączone przekazywanie, które wyłączyliśmy po rozmowie telefonicznej.",
      "Kurier zostawił paczkę u sąsiada pod numerem trzecim, co widać w jego protokole.",
    ],
    sorry: ["Przepraszam za kłopot, rozumiem, że strona jest Panu potrzebna codziennie."],
    next: [
      "Jutro do godziny 11:00 prześlę protokół serwisu.",
      "W ciągu 2 godzin włączymy nowy certyfikat i napiszę, że działa.",
    ],
    vague: ["Odezwę się wkrótce.", "Zajmiemy się tym jak najszybciej."],
    offers: ["Polecam też pakiet Pro, który ma codzienne kopie."],
    refusals: ["Niestety tego terminu nie możemy przesunąć."],
    questions: ["Czy mogę jeszcze w czymś pomóc?"],
    closings: [
      "Pozdrawiam\nHanna Wilk", "Z poważaniem,\nJan Lis\nDział pomocy", "Miłego dnia!\nOla",
    ])

  private static let czech = Words(
    language: "cs",
    greetings: ["Dobrý den, paní Horáková,", "Dobrý den,", "Vážený pane inženýre,"],
    thanks: ["Děkuji za rychlou odpověď a za fotografii.", "Děkujeme, že jste nám o tom napsal."],
    facts: [
      "Záznam MX domény číslo # ukazoval na starý server, a proto pošta chodila jinam.",
      "Platba # Kč dnes ráno dorazila a faktura je už vedená jako zaplacená.",
      "Lampa, na kterou se ptáte, leží ve skladu v Ostravě a je zabalená k odeslání.",
      "Záloha ze soboty je v pořádku, takže jsem z ní obnovil složku s fotografiemi.",
      "Na účtu # bylo zapnuté přesměrování, které jsme po telefonátu vypnuli.",
      "Kurýr nechal balík u souseda v čísle tři, jak je vidět v jeho protokolu.",
    ],
    sorry: ["Omlouvám se za potíže, chápu, že web potřebujete každý den."],
    next: [
      "Zítra do 11:00 pošlu protokol ze servisu.",
      "Během 2 hodin zapneme nový certifikát a napíšu, že běží.",
    ],
    vague: ["Brzy se ozvu.", "Vyřešíme to co nejdříve."],
    offers: ["Doporučuji také balíček Pro, který má denní zálohy."],
    refusals: ["Bohužel tento termín posunout nemůžeme."],
    questions: ["Mohu Vám ještě s něčím pomoci?"],
    closings: ["S pozdravem\nJana Malá", "Hezký den\nPetr", "S pozdravem\nTomáš Říha\nPodpora"])

  private static let english = Words(
    language: "en",
    greetings: ["Hello Sarah,", "Dear Mr Reed,", "Good morning,", "Hi,"],
    thanks: ["Thank you for the quick answer and for the photo.", "Thanks for letting us know."],
    facts: [
      "The MX record of domain number # pointed at the old server, so mail went elsewhere.",
      "Your payment of # euros arrived this morning and the invoice is marked as paid.",
      "The lamp that you asked about is in our warehouse in Leeds and packed for dispatch.",
      "The backup from Saturday is complete, so I restored the folder with the photos from it.",
      "Account # had a forwarding rule, which we switched off after our call on the phone.",
      "The courier left the parcel with your neighbour at number three, as his report shows.",
    ],
    sorry: ["I am sorry for the trouble, I understand that you need the site every day."],
    next: [
      "I will send you the service report by 11 am tomorrow.",
      "Within 2 hours we will switch the new certificate on, and I will write to you.",
    ],
    vague: ["I will be in touch soon.", "We will fix it as soon as possible."],
    offers: ["I can also recommend our Pro plan, which has daily backups."],
    refusals: ["Unfortunately we cannot move that date."],
    questions: ["Is there anything else I can help you with?"],
    closings: [
      "Kind regards,\nPriya Shah", "Best wishes\nTom", "Regards,\nEllen Ward\nSupport team",
    ])
}
