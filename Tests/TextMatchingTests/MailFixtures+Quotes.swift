extension AuthoredTextTests {
  /// Mails with earlier ones in them, in the manner of more programs.
  static let quoteFixtures = """
    == roundcube pl
    +Dzień dobry,
    +
    +poprawione.

    W dniu 2024-06-03 14:02, Jan Kowalski napisał(a):
    > Nie działa
    >
    > Jan
    == roundcube cs
    +Dobrý den,
    +
    +opraveno.

    Dne 2024-06-03 14:02, Jan Novák napsal(a):
    > Nejde to
    == roundcube en
    +Fixed.

    On 2024-06-03 14:02, Jan Novak wrote:
    > It fails
    == a header that only a program writes needs no marks
    +Hotovo.

    Dne 3. 6. 2024 v 14:02 Jan Novák napsal(a):

    Nejde to.
    == the same wrapped, with a name of several words
    +Gotowe.

    W dniu poniedziałek, 3 czerwca 2024 o godzinie 14:02 Jan Maria
    Kowalski-Nowak napisał(a):

    Nie działa.
    == wp pl
    +Gotowe.

    Dnia 3 czerwca 2024 14:02 Jan Kowalski <jan@example.com> napisał(a):

    Nie działa.
    == interia pl
    +Gotowe.

    Od: "Jan Kowalski" <jan@example.com>
    Do: pomoc@example.com
    Wysłane: 14:02 Poniedziałek 2024-06-03
    Temat: Serwer

    Nie działa.
    == onet pl, headers in another order
    +Gotowe.

    Temat: Serwer
    Data: 2024-06-03 14:02
    Nadawca: Jan Kowalski <jan@example.com>
    Adresat: pomoc@example.com;

    Nie działa.
    == centrum cs, a rule above the quotation
    +Hotovo.
    ______________________________________________________________
    > Od: "Jan Novák" <jan@example.com>
    > Komu: podpora@example.com
    > Datum: 3. 6. 2024 14:02
    >
    > Nejde to
    == seznam cs, marked
    +Hotovo.

    ---------- Původní e-mail ----------
    Od: Jan Novák <jan@example.com>
    Komu: podpora@example.com
    Datum: 3. 6. 2024 14:02:11
    Předmět: Server

    > Nejde to
    == azet sk
    +Hotovo.

    ---------- Pôvodná správa ----------
    Od: Ján Novák
    Dátum: 3. 6. 2024
    Predmet: Server

    Nejde to
    == outlook sk
    +Hotovo.

    Od: Ján Novák <jan@example.com>
    Odoslané: pondelok 3. júna 2024 14:02
    Komu: Podpora
    Predmet: Server

    Nejde to
    == outlook de
    +Erledigt.

    Von: Jan <jan@example.com>
    Gesendet: Montag, 3. Juni 2024 14:02
    An: Support
    Betreff: Server

    Es geht nicht
    == outlook pl, addresses over several lines
    +Gotowe.

    Od: Jan Kowalski
    Do: Pomoc;
        biuro@example.com;
        ola@example.com
    Temat: Serwer

    Nie działa.
    == outlook en with importance
    +Done.

    From: Jan
    Importance: High
    Subject: Server

    It fails.
    == outlook web, rule and header
    +Gotowe.

    ________________________________
    Od: Jan Kowalski <jan@example.com>
    Wysłane: poniedziałek, 3 czerwca 2024 14:02
    Do: Pomoc <pomoc@example.com>
    Temat: Serwer

    Nie działa.
    == outlook for phones pl
    +Gotowe.

    Pobierz aplikację Outlook dla systemu iOS
    ________________________________
    From: Jan Kowalski <jan@example.com>
    Sent: Monday, June 3, 2024 2:02:11 PM
    To: Pomoc
    Subject: Serwer

    Nie działa.
    == samsung pl
    +Gotowe.


    Wysłane z telefonu Galaxy


    -------- Oryginalna wiadomość --------
    Od: Jan Kowalski
    Data: 3.06.2024 14:02 (GMT+01:00)
    Do: pomoc@example.com
    Temat: Serwer

    Nie działa.
    == samsung cs
    +Hotovo.

    Odesláno z mého telefonu Galaxy

    -------- Původní zpráva --------
    Od: Jan Novák

    Nejde to.
    == yahoo en, without marks
    +Done.

    On Monday, June 3, 2024 at 02:02:11 PM GMT+2, Jan <jan@example.com> wrote:

     It fails.
    == seznam app
    +Hotovo.

    Odesláno z aplikace Seznam Email
    == proton
    +Done.

    Sent with Proton Mail secure email.
    == a phone that asks for patience
    +Done.

    Sent from my iPhone, please excuse typos and brevity.
    == gmx de
    +Erledigt.

    Diese Nachricht wurde von meinem Android-Gerät mit GMX Mail gesendet.
    == gmail de
    +Erledigt.

    Jan Novak <jan@example.com> schrieb am Mo., 3. Juni 2024, 14:02:

    > Es geht nicht
    == the name before the date, without an address
    +Hotovo.

    Jan Novák napsal dne 3. 6. 2024 v 14:02:
    > Nejde to
    == bars below a header
    +Gotowe.

    W dniu 3.06.2024 o 14:02, Jan pisze:
    | Nie działa
    | od rana

    +Działa już od dziewiątej.
    == bars are a table otherwise
    +Ceny:
    +| plan | cena |
    +| Start | 10 zł |
    +
    +| to nie cytat
    == nested quotes of three people
    +Agreed.

    On 4 Jun 2024, at 9:00, Eve <eve@example.com> wrote:

    > I think so.
    >
    > > On 3 Jun 2024, at 14:02, Jan <jan@example.com> wrote:
    > >
    > >> It fails
    > >>> since when?
    == answers between quotes, then a signature
    Dne 3. 6. 2024 v 14:02 Jan Novák napsal(a):
    > Jde to už?

    +Ano, od devíti.

    > A pošta?

    +Ta také.
    +
    +S pozdravem
    +Eva Malá

    > Díky
    > Jan
    == zendesk: an answer above the line
    +Funguje to.

    ##- Prosím, napište odpověď nad tento řádek -##
    Váš požadavek (1234) byl aktualizován.
    == zendesk: the company writes below the line
    ##- Please type your reply above this line -##

    +Hello Jan,
    +
    +it works again.
    == two words and a number are no header
    +Po 3. 6. se ozveme.
    +On 3 June we moved your site:
    +
    +- new address
    +- new certificate
    == a question that names a date
    +Co nám pan Novák 3. 6. 2024 napsal:
    +server nejde. Už zase jde.
    == lines of settings are no headers of a mail
    +Proszę wpisać:
    +Do: adres klienta
    +Temat: dowolny
    +
    +i nacisnąć Wyślij.
    == forwarded by a colleague, with his own words
    +Pane Nováku,
    +
    +přeposílám odpověď registrátora.

    ---------- Forwarded message ---------
    Od: Registr <info@example.com>
    Date: po 3. 6. 2024 v 14:02
    Subject: Doména
    To: <podpora@example.com>


    Doména je prodloužena.
    == apple mail, forwarded pl
    +Przesyłam.

    Początek przekazywanej wiadomości:

    Od: Jan <jan@example.com>
    Temat: Serwer

    Nie działa
    == thunderbird, forwarded pl
    +Przesyłam.

    -------- Przekazana wiadomość --------
    Temat: 	Serwer
    Data: 	Mon, 3 Jun 2024 14:02:11 +0200
    Nadawca: 	Jan <jan@example.com>
    Adresat: 	pomoc@example.com

    Nie działa
    """
}
