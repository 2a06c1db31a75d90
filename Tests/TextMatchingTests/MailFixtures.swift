import Foundation
import Testing

// Mails as they arrive, written by us in the manner of each program.

extension AuthoredTextTests {
  /// A mail, of which everything but the lines marked with `+` is cut.
  struct Mail: Sendable, CustomTestStringConvertible {
    let name: String
    /// Who signs, "" for nobody; nil where the mail is not about that.
    let signer: String?
    let lines: [(text: String, isKept: Bool)]
    var testDescription: String { name }

    /// The lines kept, but for blank ones.
    var kept: [String] {
      lines.filter { $0.isKept && !$0.text.allSatisfy(\.isWhitespace) }.map(\.text)
    }
  }

  /// The mails below and in the files beside; `== name` begins one, `=@ name` says who signs it.
  static let mails: [Mail] = {
    var mails: [Mail] = []
    let all = [fixtures, quoteFixtures, signatureFixtures].joined(separator: "\n")
    for mail in all.components(separatedBy: "== ").dropFirst() {
      var lines = mail.split(separator: "\n", omittingEmptySubsequences: false)
      let name = String(lines.removeFirst())
      if lines.last?.isEmpty == true { lines.removeLast() }
      var signer: String?
      if let first = lines.first, first.hasPrefix("=@") {
        signer = String(first.dropFirst(2).drop { $0 == " " })
        lines.removeFirst()
      }
      mails.append(
        Mail(
          name: name, signer: signer,
          lines: lines.map { line in
            line.hasPrefix("+") ? (String(line.dropFirst()), true) : (String(line), false)
          }))
    }
    return mails
  }()

  private static let fixtures = """
    == plain
    +Dzień dobry,
    +
    +sprawdzam.
    +
    +Ola
    == gmail en
    +Done.

    On Mon, Jun 3, 2024 at 2:02 PM Jan <jan@example.com> wrote:

    > It fails
    > again
    == gmail en, wrapped
    +Done.

    On Mon, Jun 3, 2024 at 2:02 PM Jan Kowalski-Nowak <jan@example.com>
    wrote:

    > It fails
    == gmail pl
    +Gotowe.

    pon., 3 cze 2024 o 14:02 Jan Kowalski <jan@example.com> napisał(a):

    > Nie działa
    == gmail pl, no address
    +Gotowe.

    śr., 5 cze 2024 o 14:02 Jan Kowalski napisał(a):
    > Nie działa
    == gmail cs
    +Hotovo.

    po 3. 6. 2024 v 14:02 odesílatel Jan Novák <jan@example.com> napsal:

    > Nejde to
    == gmail cs, wrapped
    +Hotovo.

    čt 6. 6. 2024 v 14:02 odesílatel Jan Novák <jan@example.com>
    napsal:

    > Nejde to
    == gmail sk
    +Hotovo.

    po 3. 6. 2024 o 14:02 Ján Novák <jan@example.com> napísal(a):
    > Nejde
    == gmail de
    +Erledigt.

    Am Mo., 3. Juni 2024 um 14:02 Uhr schrieb Jan <jan@example.com>:

    > Es geht nicht
    == thunderbird pl
    +Gotowe.

    W dniu 3.06.2024 o 14:02, Jan Kowalski pisze:
    > Nie działa
    == thunderbird pl, wrapped
    +Gotowe.

    W dniu 3.06.2024 o 14:02, Jan
    Kowalski pisze:
    > Nie działa
    == onet
    +Gotowe.

    W dniu 2024-06-03 14:02:11 użytkownik Jan <jan@example.com> napisał:
    > Nie działa
    == o2
    +Gotowe.

    Dnia 3 czerwca 2024 14:02 Jan <jan@example.com> napisał(a):

    > Nie działa
    == thunderbird cs
    +Hotovo.

    Dne 03.06.2024 v 14:02 Jan Novák napsal(a):
    > Nejde to
    == thunderbird sk
    +Hotovo.

    Dňa 3. 6. 2024 o 14:02 Ján Novák napísal(a):
    > Nejde to
    == apple pl
    +Gotowe.

    Wiadomość napisana przez Jan Kowalski <jan@example.com> w dniu 3 cze 2024, o godz. 14:02:

    > Nie działa
    == apple pl, wrapped
    +Gotowe.

    Wiadomość napisana przez Jan Kowalski w dniu 3 cze
    2024, o godz. 14:02:
    > Nie działa
    == apple cs
    +Hotovo.

    3. 6. 2024 v 14:02, Jan Novák <jan@example.com>:

    > Nejde
    == apple en
    +Done.

    On 3 Jun 2024, at 14:02, Jan <jan@example.com> wrote:

    > It fails
    == quote without header
    > It fails
    > > since when
    >> today

    +It works again.
    == inline replies
    On 3 Jun 2024, at 14:02, Jan <jan@example.com> wrote:
    > First?

    +Yes.

    > Second?
    +No.
    > > Third
    +
    +Anna
    == header without marks but with an address
    +Gotowe.

    W dniu 2024-06-03 14:02:11 użytkownik Jan <jan@example.com> napisał:

    Nie działa.
    Jan
    == prose that only sounds like a header
    +On Monday he wrote: it fails.
    +We fixed it.
    +W dniu 3 czerwca 2024 Jan napisał:
    +nie działa. Teraz działa.
    +Po 3 dnech nám zákazník napsal:
    +
    +nejde to
    == quotation of the customer's words without date
    +You wrote:
    > it fails
    +It works.
    == a header that names only who wrote
    Jan Kowalski pisze:
    > Nie działa.

    +Naprawione.
    +Pan pisze:
    > od rana
    +Od rana działa.
    +Jan Kowalski pisze:
    +że nie działa.
    == outlook en
    +Done.

    From: Jan <jan@example.com>
    Sent: Monday, June 3, 2024 2:02 PM
    To: Help
    Subject: Server

    It fails.
    Jan
    == outlook with rule
    +Done.

    ________________________________
    From: Jan
    Sent: Monday
    Subject: Server

    It fails.
    == outlook pl
    +Gotowe.

    Od: Jan Kowalski <jan@example.com>
    Wysłano: poniedziałek, 3 czerwca 2024 14:02
    Do: Pomoc
    Temat: Serwer

    Nie działa.
    == outlook cs
    +Hotovo.

    Od: Jan Novák
    Odesláno: pondělí 3. června 2024 14:02
    Komu: Podpora
    Předmět: Server

    Nejde to.
    == outlook bold
    +Gotowe.

    *Od:* Jan
    *Wysłano:* poniedziałek
    **Do:** Pomoc

    Nie działa.
    == outlook, blank lines between
    +Done.

    From: Jan

    Sent: Monday

    It fails.
    == opening hours are no headers
    +Pracujemy
    +Od: 8:00
    +Do: 16:00
    +Temat: urlopy
    +
    +Ola
    == neither is an opening hour with a subject
    +Od: 8:00
    +Temat: urlopy
    == one header is none
    +Subject: your server
    +It works.
    +
    +From: now on it is yours
    == original message
    +Done.

    -----Original Message-----
    It fails.
    == original message pl
    +Gotowe.

    -----Wiadomość oryginalna-----
    Od: Jan
    Nie działa.
    == seznam
    +Hotovo.

    ---------- Původní e-mail ----------
    Od: Jan
    Komu: podpora

    Nejde to.
    == forwarded
    +See below.

    ---------- Forwarded message ---------
    From: Jan

    It fails.
    == forwarded with marks, and a reply below
    +See what you wrote:
    ---------- Původní e-mail ----------
    Od: Jan
    Datum: 3. 6. 2024

    > It fails.

    +It works.
    == apple forward
    +See below.

    Begin forwarded message:

    It fails.
    == a title in prose
    +The original message: it fails.
    +--- done ---
    == iPhone pl
    +Gotowe.

    Wysłane z iPhone’a
    == iPhone cs
    +Hotovo.

    Odesláno z iPhonu

    Dne 3. 6. 2024 v 14:02, Jan <jan@example.com> napsal:

    > Nejde
    == iPhone en
    +Done.
    Sent from my iPhone
    == outlook for phones
    +Done.

    Get Outlook for Android<https://aka.ms/x>
    == samsung
    +Hotovo.

    Odesláno z mobilu Samsung Galaxy
    == iPhone sk and de
    +Hotovo.
    Odoslané z iPhonu
    Von meinem iPhone gesendet
    == prose about sending
    +Odesláno z našeho serveru v 8:00.
    +Wysłane z konta Jana, telefonu nie odebrał.
    +Sent from the mobile app. We saw it.
    == prose about a phone
    +Hotovo.
    +Odesláno z telefonu kolegy dnes ráno v osm.
    == signature
    +Gotowe.

    --\u{20}
    Ola Maj
    Dział wsparcia
    == signature without its space
    +Gotowe.
    --
    Ola Maj
    == signature, then quote
    +Gotowe.
    --\u{20}
    Ola

    W dniu 3.06.2024 o 14:02, Jan pisze:
    > Nie działa

    +PS: proszę restart.
    == a dash is no signature
    +Ceny --
    + -- tak
    +---\u{20}
    +koniec
    == advice about an app
    +Prosím:
    +Stáhněte si Outlook pro Android
    +
    +Ola
    == only a quote
    > Nie działa
    == byte order mark
    +\u{FEFF}Gotowe.
    > Nie działa
    """
}
