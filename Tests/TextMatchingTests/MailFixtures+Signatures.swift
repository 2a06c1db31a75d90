extension AuthoredTextTests {
  /// Mails with signatures; `=@` says who signs.
  static let signatureFixtures = """
    == formula, name, contact pl
    =@ Ola Maj
    +Dzień dobry,
    +
    +serwer działa.
    +
    +Pozdrawiam
    +Ola Maj
    Specjalista ds. wsparcia
    HostPol sp. z o.o.
    tel. +48 22 123 45 67
    www.hostpol.example
    == formula, name, contact cs
    =@ Jana Nováková
    +Dobrý den,
    +
    +server běží.
    +
    +S pozdravem
    +
    +Jana Nováková
    vedoucí zákaznické péče
    Hostino s.r.o.

    T: +420 530 000 112
    E: jana@hostino.example
    == formula, name, contact en
    =@ Priya Nair
    +Hi Sarah,
    +
    +all done.
    +
    +Kind regards,
    +Priya Nair
    Billing | Hostline Ltd
    T +44 20 7946 0000 | priya@hostline.example | www.hostline.example
    == formula, name, contact de
    =@ Anna Weber
    +Guten Tag,
    +
    +erledigt.
    +
    +Mit freundlichen Grüßen
    +Anna Weber
    Kundenservice
    Telefon: 030 1234567
    == formula, name, contact sk
    =@ Eva Kováčová
    +Dobrý deň,
    +
    +hotovo.
    +
    +S pozdravom
    +Eva Kováčová
    podpora
    mobil: 0900 123 456
    == the job stays where no contact line stands below
    =@ Iwona Sikora
    +Faktura jest w załączniku.
    +
    +Pozdrawiam
    +Iwona Sikora
    +Dział Rozliczeń
    == a name alone
    =@ Emma
    +It works again.
    +
    +Emma
    == a name alone right below the text
    =@ Iwona
    +Gdyby rano coś wyglądało inaczej, wystarczy odpisać na tę wiadomość.
    +Iwona, zmiana nocna
    == a name behind a dash
    =@ Ola
    +Działa.
    +— Ola
    == a name with its team
    =@ Marek
    +Sprawdziłem, działa.
    +
    +Marek z BOK
    == a name behind the formula
    =@ Ola
    +Działa. Pozdrawiam, Ola
    == a small letter behind the formula
    =@ ola
    +dziala
    +
    +pozdrawiam, ola
    == a name behind the last sentence
    =@ Petr
    +Klikni do 30 minut. Kdyby zlobil i tenhle, písni mi sem. Petr
    == a company behind the last sentence of a text message
    =@
    +Engineers are on site, it will be back by 9. Hostline
    == a team is nobody
    =@
    +Serwer działa.
    +
    +Pozdrawiamy
    +Zespół Hostuj.pl
    == a team is nobody en
    =@
    +It works.
    +
    +Best regards,
    +The Support Team
    == a team with its numbers
    =@
    +It works.
    +
    +Kind regards,
    +Hostline Support
    tel. +44 20 7946 0000
    https://help.hostline.example
    == a title before the name
    =@ Václav Tůma
    +Předvyplnil jsem to.
    +
    +S úctou
    +Ing. Václav Tůma, Ph.D.
    tajemník úřadu
    Nádražní 1, 150 00 Praha
    == an initial
    =@ D. Olszewski
    +Kopie trzymamy 14 dni.
    +
    +D. Olszewski
    == hyphens and apostrophes
    =@ Mary O'Brien-Smith
    +Done.
    +
    +Best wishes,
    +Mary O’Brien-Smith
    == a closing offer with a number is a sentence
    =@ Ola
    +Serwer działa.
    +
    +Pozdrawiam
    +Ola
    +
    +Gdyby coś jeszcze, proszę dzwonić 22 123 45 67
    == a number below a sentence below the name
    =@ Ola
    +Serwer działa.
    +
    +Pozdrawiam
    +Ola
    +
    +Proszę jeszcze zadzwonić do banku:
    +22 123 45 67
    == a number in the text is no signature
    =@
    +Proszę dzwonić:
    +Jan Kowalski
    +22 123 45 67
    == numbers that were asked for
    =@ Ola
    +Oto numery:
    +
    +Jan Kowalski
    +22 123 45 67
    +jan@example.com
    +
    +Pozdrawiam
    +Ola
    == a list is no signature
    =@
    +Potrzebne są
    +Dowód
    +Umowa
    +Paragon
    == the last word of a message is no name
    =@
    +Serwer działa
    +Hotovo
    == a post scriptum below the contact lines
    =@ Ola Maj
    +Działa.
    +
    +Pozdrawiam
    +Ola Maj
    tel. 22 123 45 67

    +PS Kopia jest na serwerze od wczoraj.
    == bare block, name and numbers
    =@ Jan Kowalski
    +Serwer działa od dziewiątej.
    +
    +Jan Kowalski
    Administrator
    tel. 22 123 45 67
    jan@example.com
    == bare block in one line
    =@ Jan Novák
    +Server běží od devíti.
    +
    +Jan Novák | Hostino | +420 530 000 112
    == street and register
    =@ Anna Wójcik
    +Faktura wysłana.
    +
    +Z poważaniem
    +Anna Wójcik
    HostPol sp. z o.o.
    ul. Graniczna 12, 40-018 Katowice
    NIP 634-000-00-00, REGON 123456789
    == social networks and a picture
    =@ Emma Clarke
    +All done.
    +
    +Cheers,
    +Emma Clarke
    Head of Customer Care
    [cid:image001.png@01DA]
    Facebook | LinkedIn | Instagram
    == confidentiality pl
    =@ Ola Maj
    +Działa.
    +
    +Pozdrawiam
    +Ola Maj

    Ta wiadomość jest poufna i przeznaczona wyłącznie dla jej adresata.
    == confidentiality pl, over lines
    =@ Ola Maj
    +Działa.
    +
    +Pozdrawiam
    +Ola Maj

    Niniejsza wiadomość wraz z załącznikami jest poufna. Jeśli nie są Państwo jej
    adresatem, prosimy o niezwłoczne usunięcie
    i powiadomienie nadawcy.
    == confidentiality cs
    =@ Lucie Kolářová
    +Hotovo.
    +
    +S pozdravem
    +Lucie Kolářová

    Tento e-mail je důvěrný. Pokud nejste jeho adresátem, smažte jej.
    == confidentiality cs with the civil code
    =@ Jan Dvořák
    +Hotovo.
    +
    +Jan Dvořák

    Tato zpráva není návrhem na uzavření smlouvy ani přijetím nabídky.
    == confidentiality sk
    =@ Ján Kováč
    +Hotovo.
    +
    +Ján Kováč

    Táto správa je dôverná a je určená výlučne príjemcovi.
    == confidentiality en with its title
    =@ Priya Nair
    +Done.
    +
    +Kind regards,
    +Priya Nair
    +Billing

    CONFIDENTIALITY NOTICE: this e-mail is intended solely for the addressee. If
    you have received it in error please delete it as soon as possible.
    == confidentiality de
    =@ Anna Weber
    +Erledigt.
    +
    +Viele Grüße
    +Anna Weber

    Diese E-Mail enthält vertrauliche Informationen.
    == two languages of lawyers, several paragraphs
    =@ Ola Maj
    +Działa.
    +
    +Pozdrawiam
    +Ola Maj
    ________________________________
    Niniejsza wiadomość jest poufna.

    Administratorem danych osobowych jest HostPol sp. z o.o.

    This e-mail is confidential. If you are not the intended recipient, delete it.
    == the environment
    =@ Emma
    +Done.
    +
    +Emma

    🌳 Please consider the environment before printing this e-mail.
    == the environment in two languages, with the tree of a font
    =@ Ola
    +Działa.
    +
    +Ola

    P Zanim wydrukujesz, pomyśl o środowisku.
    P Please consider the environment before printing.
    == register cs
    =@ Jan Dvořák
    +Hotovo.
    +
    +S pozdravem
    +Jan Dvořák

    Hostino s.r.o., IČO 12345678, zapsaná v obchodním rejstříku vedeném KS v Brně, oddíl C, vložka 1234
    == register en
    =@ Emma Clarke
    +Done.
    +
    +Emma Clarke

    Hostline Ltd. Registered in England and Wales, company number 01234567.
    == register pl without a name
    =@
    +Serwer działa od dziewiątej.

    HostPol sp. z o.o., KRS 0000312211, kapitał zakładowy 500 000 zł, Sąd Rejonowy w Katowicach
    == a register number that was asked for
    =@ Ola
    +Nasze dane do faktury:
    +HostPol sp. z o.o., KRS 0000312211, kapitał zakładowy 500 000 zł
    +
    +Pozdrawiam
    +Ola
    == a register number at the very end, announced
    =@
    +Nasze dane do przelewu:
    +HostPol sp. z o.o., KRS 0000312211, kapitał zakładowy 500 000 zł
    == a reply about a confidential message
    =@ Ola
    +Ta wiadomość trafiła do nas o 9:00 i ją znaleźliśmy.
    +
    +Tento e-mail jsme dostali dnes.
    +
    +Ola
    == a reply that speaks of confidence
    =@ Jan
    +Dane są poufne, dlatego prosimy o PIN.
    +
    +Jan
    == zendesk trailer
    =@ Emma
    +It works.
    +
    +Emma

    This email is a service from Hostline. Delivered by Zendesk

    [A1B2C3-D4E5]
    == freshdesk and salesforce trailers
    =@ Emma
    +It works.
    +
    +Emma

    Powered by Freshdesk
    ref:_00D20Abc._50020Xyz1:ref
    == an antivirus
    =@ Jana
    +Hotovo.
    +
    +Jana

    Tento e-mail byl zkontrolován na viry programem Avast.
    == signature, then an earlier mail
    =@ Lucie Kolářová
    +Hotovo.
    +
    +S pozdravem
    +Lucie Kolářová
    tel. 530 000 112

    Dne 3. 6. 2024 v 14:02 Jan Novák napsal(a):
    > Nejde to
    > Jan
    == a note of the device below the signature
    =@ Ola
    +Działa.
    +
    +Pozdrawiam
    +Ola
    tel. 22 123 45 67

    Wysłane z iPhone'a
    == a note of the device above legal text
    =@ Ola
    +Działa.
    +
    +Ola

    Wysłane z iPhone'a

    Ta wiadomość jest poufna.
    == a signature below two dashes
    =@ Ola Maj
    +Działa.
    --\u{20}
    Ola Maj
    Dział wsparcia
    tel. 22 123 45 67
    == a name, then legal text below two dashes
    =@ Danuta Sroka
    +Proszę dzwonić do mnie, 22 555 77 77.
    +
    +Danuta Sroka
    --\u{20}
    Niniejsza wiadomość nie stanowi oferty w rozumieniu art. 66 k.c.
    == direct number in a sentence
    =@ Emma Clarke
    +My direct line is +48 32 700 11 20.
    +
    +Yours sincerely,
    +Emma Clarke
    +Head of Customer Care
    == thanks are no formula inside of a sentence
    =@
    +Thanks for the screenshot, we see the error.
    +
    +Best way is to restart the router.
    == thanks with words behind them
    =@
    +Działa.
    +
    +Dziękuję, działa
    == a wish as a formula
    =@ Karolina
    +Wszystko gra.
    +
    +Miłego dnia
    +Karolina
    == a formula with the weather
    =@ Ola Maj
    +Działa.
    +
    +Pozdrawiam z deszczowych Katowic
    +Ola Maj
    == formula and name on one line, with the company
    =@ Jan Novák
    +Hotovo.
    +
    +S pozdravem Jan Novák, Hostino
    == the company above the person
    =@ Tereza Veselá
    +Hotovo.
    +
    +S pozdravem
    +Podpora Hostino
    +Tereza Veselá
    == non-breaking and invisible characters
    =@ Ola\u{A0}Maj
    +Działa.
    +\u{200B}
    +Pozdrawiam,
    +Ola\u{A0}Maj
    tel.\u{A0}22\u{A0}123\u{A0}45\u{A0}67
    == capitals
    =@ OLA MAJ
    +DZIAŁA.
    +
    +POZDRAWIAM
    +OLA MAJ
    TEL. 22 123 45 67
    == without diacritics, in small letters
    =@ Katka
    +bezi to.
    +
    +diky
    +Katka
    == the customer's name at the top is nobody's signature
    =@
    +Panie Tomaszu,
    +
    +już sprawdzam i napiszę do piętnastej.
    == a slogan between name and number goes with them
    =@ Emma
    +All done.
    +
    +Best,
    +Emma
    Hosting that never sleeps
    www.hostline.example
    == replies that sound like lawyers
    =@
    +Confidential files should be uploaded in the portal only.
    == data protection is the matter of the reply
    =@
    +Zgodnie z RODO usunięcie danych osobowych trwa do 30 dni.
    == the recipient is the matter of the reply
    =@
    +Wiadomość jest chroniona hasłem, które odbiorca dostał SMS-em.
    == a message that went to the wrong person
    =@
    +Tento e-mail byl určen příjemci z účtárny.
    == the same in the words of lawyers
    =@
    +Tato zpráva je určena příjemci z účtárny.
    == an environment is the matter of the reply
    =@
    +Please consider the larger plan before printing labels in bulk.
    == jobs below a dash
    =@ Iwona
    +Gotowe.
    +
    +- Iwona, zmiana nocna
    == a signature above an answer between quotes stays a signature
    =@ Eva
    +Vše níže.
    +
    +S pozdravem
    +Eva
    tel. 530 000 112

    > Jaké je číslo?
    +777 123 456
    == a name that stands below a quotation alone is an answer
    > Kto to zrobi?
    +Marek
    == a company of one word with an inner capital
    =@
    +Serwer działa.
    +
    +HostPol
    == a name with an inner capital
    =@ Ann McDonald
    +It works.
    +
    +Ann McDonald
    == a company of one word (arguable: it might be a first name as well)
    =@ Hostino
    +Server běží.
    +
    +Hostino
    == a company's colours are no name
    =@
    +It works.
    +
    +BOK
    == people in a list behind a colon
    =@
    +Na pobočce pracují:
    +
    +Jana Nováková
    +tel. 777 123 456
    == many people of a list
    =@
    +Lidé na pobočce
    +Jana Nováková, tel. 777 123 456
    +Petr Malý, tel. 777 123 457
    """
}
