import Foundation
import Testing
import TextMatching

// HTML bodies, written by us in the manner of each program.

extension AuthoredTextTests {
  /// An HTML message and what is left of it.
  struct Markup: Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    /// The folded lines that are kept, without white space around, but for blank ones.
    let kept: [String]
    /// Who signs, "" for nobody; nil where the mail is not about that.
    let signer: String?
    var testDescription: String { name }

    var isExact: Bool { Self.lines(AuthoredText(source)) == kept }

    static func lines(_ authored: AuthoredText) -> [String] {
      authored.folded.string.split(separator: "\n")
        .map { $0.split(separator: " ").joined(separator: " ") }
        .filter { !$0.isEmpty }
    }
  }

  /// The messages below; `=>` marks a line that is kept, `=@` who signs.
  static let markups: [Markup] = {
    var markups: [Markup] = []
    for message in markupFixtures.components(separatedBy: "== ").dropFirst() {
      var lines = message.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      let name = lines.removeFirst()
      if lines.last?.isEmpty == true { lines.removeLast() }
      func marked(_ mark: String) -> [String] {
        lines.filter { $0.hasPrefix(mark) }
          .map { $0.dropFirst(2).trimmingCharacters(in: .whitespaces) }
      }
      markups.append(
        Markup(
          name: name,
          source: lines.filter { !$0.hasPrefix("=>") && !$0.hasPrefix("=@") }
            .joined(separator: "\n"),
          kept: marked("=>"), signer: marked("=@").first))
    }
    return markups
  }()

  private static let markupFixtures = """
    == gmail
    <div dir="ltr"><div>Dobrý den,</div><div><br></div><div>hotovo.</div></div><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">po 3. 6. 2024 v&nbsp;14:02 odesílatel Jan Novák &lt;<a href="mailto:jan@example.com">jan@example.com</a>&gt; napsal:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex"><div dir="ltr">Nejde to</div></blockquote></div>
    => dobry den,
    => hotovo.
    == gmail, answers between quotes
    <div dir="ltr"></div><br><div class="gmail_quote"><div class="gmail_attr">On Mon, Jun 3, 2024 at 2:02 PM Jan &lt;jan@example.com&gt; wrote:<br></div><blockquote class="gmail_quote">First?</blockquote><div>Yes.</div><blockquote class="gmail_quote">Second?</blockquote><div>No.</div></div>
    => yes.
    => no.
    == gmail, signature
    =@ Ola Maj
    <div dir="ltr">Działa.<br clear="all"><br><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature"><div>Ola Maj<br>tel. 22 123 45 67</div></div></div>
    => dziala.
    == gmail, indented by the author
    <div dir="ltr">Klíč:<blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>ABC-123</div></blockquote>a je to.</div>
    => klic:
    => abc-123
    => a je to.
    == gmail, forwarded
    <div dir="ltr">Viz níže.<br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- Forwarded message ---------<br>Od: <strong>Jan</strong> &lt;jan@example.com&gt;<br>Date: po 3. 6. 2024<br>Subject: Server<br></div><br><br>Nejde to.</div></div>
    => viz nize.
    == apple mail
    <html><head><meta http-equiv="content-type" content="text/html; charset=utf-8"></head><body style="overflow-wrap: break-word;">Hotovo.<div><br><blockquote type="cite"><div>3. 6. 2024 v 14:02, Jan Novák &lt;jan@example.com&gt;:</div><br><div>Nejde to</div></blockquote></div><br></body></html>
    => hotovo.
    == apple mail, header outside of the quotation
    <html><body dir="auto">Done.<div><br></div><div>Emma<br id="lineBreakAtBeginningOfSignature"><div dir="ltr">Sent from my iPhone</div><div dir="ltr"><br><blockquote type="cite">On 3 Jun 2024, at 14:02, Jan &lt;jan@example.com&gt; wrote:<br><br></blockquote></div><blockquote type="cite"><div dir="ltr">It fails</div></blockquote></div></body></html>
    => done.
    => emma
    == thunderbird
    <!DOCTYPE html>
    <html>
      <head>
        <meta http-equiv="Content-Type" content="text/html; charset=UTF-8">
      </head>
      <body>
        <p>Hotovo.<br>
        </p>
        <div class="moz-cite-prefix">Dne 03.06.2024 v 14:02 Jan Novák napsal(a):<br>
        </div>
        <blockquote type="cite" cite="mid:x@example.com">
          <p>Nejde to</p>
        </blockquote>
        <p>A ještě jedna věc.</p>
        <pre class="moz-signature" cols="72">--
    Eva Malá
    tel. 530 000 112</pre>
      </body>
    </html>
    => hotovo.
    => a jeste jedna vec.
    =@ Eva Malá
    == thunderbird, forwarded
    <html><body><p>Przesyłam.</p><div class="moz-forward-container">-------- Przekazana wiadomość --------<table><tr><th>Temat: </th><td>Serwer</td></tr></table>Nie działa</div></body></html>
    => przesylam.
    == outlook desktop
    <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style><!--
    /* Style Definitions */
    p.MsoNormal {margin:0cm; font-size:11.0pt;}
    --></style><!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit"/></xml><![endif]--></head><body lang=PL><div class=WordSection1><p class=MsoNormal>Dzień dobry,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>działa.<o:p></o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal><b>From:</b> Jan &lt;jan@example.com&gt; <br><b>Sent:</b> Monday, June 3, 2024 2:02 PM<br><b>Subject:</b> Serwer<o:p></o:p></p></div></div><p class=MsoNormal>Nie działa<o:p></o:p></p></div></body></html>
    => dzien dobry,
    => dziala.
    == outlook in a language that we do not know
    <html><body><p class=MsoNormal>Done.</p><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0in 0in 0in"><p class=MsoNormal><b>De&nbsp;:</b> Jean<br><b>Envoyé&nbsp;:</b> lundi</p></div><p class=MsoNormal>Rien ne marche</p></body></html>
    => done.
    == outlook on the web
    <html><body><div class="elementToProof" style="font-family: Aptos">Gotowe.</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri"><b>Od:</b> Jan &lt;jan@example.com&gt;<br><b>Wysłane:</b> poniedziałek<br><b>Temat:</b> Serwer</font><div>&nbsp;</div></div><div>Nie działa</div></body></html>
    => gotowe.
    == outlook for phones
    <html><body><div dir="auto">Hotovo.</div><div id="ms-outlook-mobile-signature">Získat <a href="https://aka.ms/x">Outlook pro Android</a></div><div id="mail-editor-reference-message-container"><div>Od: Jan<br>Nejde to</div></div></body></html>
    => hotovo.
    == yahoo
    <div class="ydp1"><div>Done.</div></div><div id="yahoo_quoted_1" class="yahoo_quoted"><div>On Monday, June 3, 2024, Jan wrote:</div><div>It fails</div></div>
    => done.
    == roundcube
    <html><body style='font-size: 10pt'><p>Opraveno.</p><p id="reply-intro">Dne 2024-06-03 14:02, Jan Novák napsal:</p><blockquote type="cite" style="padding: 0 0.4em"><div>Nejde to</div></blockquote></body></html>
    => opraveno.
    == seznam
    <html><body><div>Dobrý den,</div><div>hotovo.</div><p>---------- Původní e-mail ----------<br>Od: Jan Novák &lt;jan@example.com&gt;<br>Komu: podpora@example.com<br>Datum: 3. 6. 2024 14:02:11<br>Předmět: Server</p><blockquote>Nejde to</blockquote></body></html>
    => dobry den,
    => hotovo.
    == proton
    <div style="font-family: Arial;">Done.</div><div class="protonmail_signature_block">Sent with Proton Mail</div><div class="protonmail_quote">On Monday, June 3rd, 2024 at 14:02, Jan &lt;jan@example.com&gt; wrote:<br><blockquote class="protonmail_quote" type="cite">It fails</blockquote><br></div>
    => done.
    == zendesk
    <div style="display:none;color:#fff">##- Please type your reply above this line -##</div><div class="zd-comment" dir="auto">Hello Jan,<br><br>it works again.<br><br>Emma</div><p>This email is a service from Hostline. Delivered by Zendesk</p>
    => hello jan,
    => it works again.
    => emma
    =@ Emma
    == freshdesk
    <div>Hi Jan,</div><div><br></div><div>done.</div><div class="freshdesk_quote"><blockquote class="freshdesk_quote">On Mon, 3 Jun at 2:02 PM , Jan &lt;jan@example.com&gt; wrote: It fails</blockquote></div>
    => hi jan,
    => done.
    == signature without marks
    <p>Działa.</p><p>Pozdrawiam<br>Ola Maj<br>HostPol sp. z o.o.<br>tel. 22 123 45 67<br><a href="https://hostpol.example">www.hostpol.example</a></p><p style="font-size:8pt">Ta wiadomość jest poufna.</p>
    => dziala.
    => pozdrawiam
    => ola maj
    =@ Ola Maj
    == entities
    <p>Dzie&#324; dobry&comma; prosz&eogon; o &quot;&#x141;&oacute;d&zacute;&quot;&nbsp;&amp;&#160;Krak&oacute;w&hellip; &#150; &#8364;&lt;5 &bogus; &#xZZ; &#99999999; &amp;lt; R&D</p><br>
    => dzien dobry, prosze o "lodz" & krakow... - €<5 &bogus; &#xzz; &#99999999; &lt; r&d
    == a list and a table
    <div>Kroky:</div><ol><li>Otevřete panel.</li><li><p>Klikněte na <b>Pošta</b>.</p></li></ol><table><tr><td>MX</td><td>10</td></tr></table>
    => kroky:
    => - otevrete panel.
    => - kliknete na posta.
    => mx 10
    == capitals, attributes without quotation marks, and single ones
    <P ALIGN=center>Jedna</P><DIV STYLE='display: none'>skryto</DIV><BR/><P>Dva</P>
    => jedna
    => dva
    == nothing shows
    <html><head><title>Titel</title><style>p { color: red }</style></head><body><script>if (a < b) { alert("<p>x</p>") }</script><!-- <p>y</p> --><p>Vidět.</p></body></html>
    => videt.
    == tags that are never closed, and closed too often
    </div></blockquote><p>Jedna</b></i><div>Dva<p>Tři</div></div></div><span>Čtyři
    => jedna
    => dva
    => tri
    => ctyri
    == a style that is never closed is rather text than lost
    <div>Jedna</div><style><div>Dva</div>
    => jedna
    => dva
    == a tag that is never closed
    <div>Jedna</div><div>Dva</div><a href="x
    => jedna
    => dva
    => <a href="x
    == an attribute with one quotation mark
    <p>Jedna</p><p class="x>Dva</p><p>Tři</p>
    => jedna
    => dva
    => tri
    == a greater-than sign in an attribute
    <p>Jedna</p><img alt="a > b"><p>Dva</p>
    => jedna
    => dva
    == crossing quotations
    <div>A</div><blockquote><div>B</blockquote><div>C</div></div><div>D</div>
    => a
    => c
    => d
    == line breaks of the source
    <p>Jedna
    věta
    na třech řádcích.</p>
    <pre>Dva
    řádky</pre>
    => jedna veta na trech radcich.
    => dva
    => radky
    == quoted by signs all the same
    <div>Hotovo.</div><div>Dne 3. 6. 2024 v 14:02 Jan napsal(a):</div><div>&gt; Nejde to</div>
    => hotovo.
    == an author who writes below
    <div class="moz-cite-prefix">On 3 Jun 2024, Jan wrote:</div><blockquote type="cite"><p>It fails</p></blockquote><p>It works.</p>
    => it works.
    == breaks without a tag before
    Dobrý den,<br><br>hotovo.<br>
    <br>
    Eva
    => dobry den,
    => hotovo.
    => eva
    == a text that speaks of a tag
    Wpisz <br> w kodzie, a potem <p> i <div>.
    => wpisz <br> w kodzie, a potem <p> i <div>.
    == a text that speaks of one tag often
    Použijte <br> místo "<br>" a ne (<br>).
    => pouzijte <br> misto "<br>" a ne (<br>).
    == a text with some lines to paste
    Dobrý den,

    vložte tento kód:

    <div>
    <p>Kontakt</p>
    </div>

    a uložte.

    S pozdravem
    Eva
    => dobry den,
    => vlozte tento kod:
    => <div>
    => <p>kontakt</p>
    => </div>
    => a ulozte.
    => s pozdravem
    => eva
    == a text with addresses and comparisons
    Jan <jan@example.com> píše, že 1 < 2 a 3 > 2 & &nbsp; zůstává.
    => jan <jan@example.com> pise, ze 1 < 2 a 3 > 2 & &nbsp; zustava.
    == one tag alone
    <b>Hotovo.</b>
    => <b>hotovo.</b>
    == an address in angle brackets inside of HTML
    <p>Napište na <jan@example.com></p><p>nebo volejte.</p>
    => napiste na <jan@example.com>
    => nebo volejte.
    == invisible characters and a byte order mark
    \u{FEFF}<p>Ho\u{200B}to&shy;vo&#8203;.</p><p>\u{A0}</p><p>Eva</p>
    => hotovo.
    => eva
    """
}
