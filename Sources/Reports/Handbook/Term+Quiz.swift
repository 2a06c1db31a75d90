// The words of the quiz.

extension Term {
  static let quiz = Term(
    pl: "Sprawdź się: standardy obsługi", cs: "Vyzkoušej se: standardy péče o zákazníky",
    en: "Test yourself: service standards")
  static let quizLead = Term(
    pl: "Przy każdym pytaniu jedna odpowiedź jest dobra.",
    cs: "U každé otázky je správná jedna odpověď.",
    en: "Each question has one right answer.")
  static let whichKeeps = Term(
    pl: "Która z tych odpowiedzi spełnia standard?", cs: "Která z těchto odpovědí plní standard?",
    en: "Which of these replies keeps the standard?")
  static let whichBreaks = Term(
    pl: "Która z tych odpowiedzi łamie standard?", cs: "Která z těchto odpovědí porušuje standard?",
    en: "Which of these replies breaks the standard?")
  static let whatIsWrong = Term(
    pl: "Co jest nie tak w tej odpowiedzi? Które słowa łamią standard?",
    cs: "Co je v této odpovědi špatně? Která slova porušují standard?",
    en: "What is wrong with this reply? Which words break the standard?")
  static let isKept = Term(
    pl: "Klient pisze, my odpowiadamy. Czy obietnica jest dotrzymana?",
    cs: "Zákazník píše, my odpovídáme. Je slib dodržen?",
    en: "The customer writes, we answer. Is the promise kept?")
  static let isTicketKept = Term(
    pl: "Oto zgłoszenie od początku do końca. Czy obietnica jest dotrzymana?",
    cs: "Tady je požadavek od začátku do konce. Je slib dodržen?",
    en: "Here is a ticket from beginning to end. Is the promise kept?")
  static let howLong = Term(
    pl: "Oto zgłoszenie od początku do końca. Czy obietnica jest dotrzymana i ile czasu się liczy?",
    cs: "Tady je požadavek od začátku do konce. Je slib dodržen a kolik času se počítá?",
    en: "Here is a ticket from beginning to end. Is the promise kept, and how much time counts?")
  static let yesKept = Term(pl: "tak, dotrzymana", cs: "ano, je dodržen", en: "yes, it is kept")
  static let noBroken = Term(pl: "nie, złamana", cs: "ne, je porušen", en: "no, it is broken")
  static let itCounts = Term(
    pl: "Liczy się czas:", cs: "Započítává se:", en: "The time that counts:")
  static let question = Term(pl: "Pytanie", cs: "Otázka", en: "Question")
  static let answers = Term(pl: "Odpowiedzi", cs: "Správné odpovědi", en: "Answers")
  static let answersLead = Term(
    pl: "Zajrzyj tu dopiero, gdy odpowiesz na wszystkie pytania.",
    cs: "Podívej se sem, až odpovíš na všechny otázky.",
    en: "Look here once you have answered every question.")
  static let right = Term(pl: "Dobrze.", cs: "Správně.", en: "Right.")
  static let wrong = Term(
    pl: "Nie. Dobra odpowiedź:", cs: "Ne. Správná odpověď:", en: "No. The right answer:")
  static let yourAnswer = Term(pl: "Twoja odpowiedź", cs: "Tvoje odpověď", en: "Your answer")
  static let answerWith = Term(
    pl: "Odpowiedz jedną z liter:", cs: "Odpověz jedním z písmen:",
    en: "Answer with one of the letters:")
  static let toStop = Term(pl: "q kończy", cs: "q končí", en: "q stops")
  static let score = Term(pl: "Wynik:", cs: "Výsledek:", en: "Score:")
  static let outOf = Term(pl: "z", cs: "z", en: "out of")
  static let seed = Term(pl: "Ziarno losowania", cs: "Semínko výběru", en: "Seed")
  static let wordsBreaking = Term(
    pl: "Łamią standard:", cs: "Standard porušuje:", en: "What breaks it:")
  static let wordsKeeping = Term(
    pl: "Spełniają standard:", cs: "Standard plní:", en: "What keeps it:")
}
