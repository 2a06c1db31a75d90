/// How our pages look: on a screen, on a phone 390 px wide, and on A4.
enum PageStyle {
  /// Colours: text #1d2529, accent #0f4c5c (9.5:1 on white), wrong #9b2226 (8.2:1). Nothing is said
  /// by colour alone. The text holds no character that XML gives a meaning.
  static let css: StaticString = """
    :root {
      --ink: #1d2529; --soft: #566066; --rule: #d5dcdf; --accent: #0f4c5c; --wrong: #9b2226;
      --wash: #f2f6f7;
      --serif: "Iowan Old Style", "Palatino Linotype", Palatino, "Book Antiqua", P052, Georgia,
        "Noto Serif", "Liberation Serif", serif;
      --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial,
        "Liberation Sans", sans-serif;
    }
    * { box-sizing: border-box; }
    html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
    body {
      margin: 0; color: var(--ink); background: #fff; font: 1.0625rem/1.6 var(--sans);
      overflow-wrap: break-word; print-color-adjust: exact; -webkit-print-color-adjust: exact;
    }
    header.cover, main { max-width: 54rem; margin: 0 auto; padding: 0 2.5rem; }
    h1, h2, h3, h4 {
      font-family: var(--serif); font-weight: 600; line-height: 1.2; text-wrap: balance;
      break-after: avoid; margin: 0;
    }
    p, ul, ol, dl { margin: 0; }
    code { font: 0.92em ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace; }
    .unseen {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    .kicker {
      font-size: 0.8rem; letter-spacing: 0.08em; text-transform: uppercase; color: var(--accent);
      font-weight: 600;
    }
    .lead { color: var(--soft); max-width: 40rem; }

    .cover {
      min-height: 100vh; display: flex; flex-direction: column; padding-top: 14vh;
      padding-bottom: 4rem;
    }
    .cover::before {
      content: ""; width: 4.5rem; border-top: 0.4rem solid var(--accent); margin-bottom: 2.5rem;
    }
    .cover h1 {
      font-size: clamp(2.4rem, 7vw, 4.2rem); line-height: 1.08; letter-spacing: -0.015em;
      margin: 1rem 0 1.5rem; max-width: 13em;
    }
    .cover .of { font: 1.5rem/1.3 var(--serif); color: var(--accent); margin-bottom: 1.75rem; }
    .cover nav { margin: 3.5rem 0; }
    .cover ol { list-style: none; padding: 0; counter-reset: part; max-width: 30rem; }
    .cover li {
      counter-increment: part; border-top: 1px solid var(--rule); padding: 0.5rem 0;
      display: flex; gap: 1.25rem;
    }
    .cover li:last-child { border-bottom: 1px solid var(--rule); }
    .cover li::before { content: counter(part); font-family: var(--serif); color: var(--accent); }
    a { color: inherit; text-decoration: none; }
    a:hover, a:focus-visible { text-decoration: underline; }
    .imprint { display: flex; flex-wrap: wrap; gap: 0.5rem 3.5rem; margin-top: auto; }
    .imprint dt { font-size: 0.85rem; color: var(--soft); }
    .imprint dd { margin: 0; font-family: var(--serif); font-size: 1.15rem; }

    section { padding: 4.5rem 0 1rem; }
    h2 {
      font-size: clamp(1.9rem, 5vw, 2.6rem); letter-spacing: -0.01em; padding-bottom: 1rem;
      border-bottom: 2px solid var(--accent); margin-bottom: 1.25rem;
    }
    h3.group { font-size: 1.55rem; color: var(--accent); margin: 2.75rem 0 0.5rem; }

    .promise { padding: 2rem 0 1.75rem; border-bottom: 1px solid var(--rule); break-inside: avoid; }
    .promise:last-child { border-bottom: 0; }
    .timed { display: grid; grid-template-columns: 9rem 1fr; gap: 0 2rem; }
    .figure { font-family: var(--serif); color: var(--accent); line-height: 1.1; }
    .figure strong { display: block; font-size: 2.2rem; font-weight: 600; }
    .figure span { font-size: 1.25rem; color: var(--soft); }
    .promise h4 { font-size: 1.4rem; margin: 0.35rem 0 0.6rem; }
    .tag {
      margin-left: 0.9rem; padding: 0.1rem 0.55rem; border: 1px solid var(--accent);
      border-radius: 1rem; letter-spacing: 0.04em;
    }
    .pledge { margin-top: 0.75rem; font: 1.1rem/1.5 var(--serif); color: var(--accent); }
    .facts { margin-top: 0.9rem; font-size: 0.95rem; }
    .facts div {
      display: grid; grid-template-columns: 11.5rem 1fr; gap: 0 1.25rem; padding: 0.3rem 0;
      border-top: 1px solid var(--rule);
    }
    .facts dt { color: var(--soft); }
    .facts dd { margin: 0; }
    .facts dd::first-letter { text-transform: uppercase; }
    .id, .small { margin-top: 0.75rem; font-size: 0.85rem; color: var(--soft); }
    .id code { font-size: 1em; }

    .examples { padding-top: 2.5rem; }
    .examples h3 { font-size: 1.4rem; }
    .head { break-inside: avoid; break-after: avoid; }
    .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0 1.5rem; break-inside: avoid; }
    .names p { font-weight: 600; font-size: 0.9rem; padding: 1rem 0 0.2rem; }
    .names .good { color: var(--accent); }
    .names .bad { color: var(--wrong); }
    .pair div {
      position: relative; padding: 0.85rem 0.9rem 0.85rem 2.2rem; margin-bottom: 0.75rem;
      font-family: var(--serif); line-height: 1.5;
    }
    /* An example may be a letter with its lines. */
    .pair div span, .ask blockquote p, .choices span, .key p { white-space: pre-line; }
    .pair div .asked, .ask .asked, .key .asked {
      display: block; margin-bottom: 0.45rem; padding-left: 0.7rem;
      border-left: 2px solid var(--rule); font-style: italic; color: var(--soft);
    }
    .pair div.good { background: var(--wash); border-left: 3px solid var(--accent); }
    .pair div.bad { border: 1px solid var(--rule); border-left: 3px double var(--wrong); }
    .sign { font-family: "DejaVu Sans", "Segoe UI Symbol", var(--sans); font-weight: 700; }
    .pair .sign { position: absolute; left: 0.8rem; }
    .good .sign { color: var(--accent); }
    .bad .sign, .words .sign { color: var(--wrong); }
    mark { background: none; font-weight: 600; color: var(--accent); }
    .good mark {
      text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px;
    }
    .bad mark, s {
      color: var(--wrong); text-decoration: line-through; text-decoration-thickness: 1px;
    }

    .limits, .spoiling, .words { list-style: none; padding: 0; }
    .limits { margin-top: 1rem; }
    .limits li {
      display: grid; grid-template-columns: 9rem 1fr; gap: 0 1.5rem; align-items: baseline;
      padding: 0.55rem 0; border-top: 1px solid var(--rule); break-inside: avoid;
    }
    .limits strong { font: 600 1.3rem/1.2 var(--serif); color: var(--accent); }
    .spoiling { margin-top: 1rem; }
    .spoiling li {
      border-left: 3px double var(--wrong); padding: 0.5rem 0 0.5rem 1.1rem; margin-bottom: 0.75rem;
      font: 1.15rem/1.4 var(--serif); break-inside: avoid;
    }
    .forbidden { break-inside: avoid; margin-top: 1.5rem; }
    .forbidden h4 { font-size: 1.1rem; }
    .words { display: flex; flex-wrap: wrap; gap: 0.5rem; margin-top: 0.6rem; }
    .words li {
      border: 1px solid var(--rule); border-radius: 0.3rem; padding: 0.15rem 0.7rem;
      font-family: var(--serif);
    }
    .words .sign { font-size: 0.8rem; margin-right: 0.4rem; }

    table { width: 100%; border-collapse: collapse; margin-top: 1.25rem; font-size: 0.95rem; }
    tr { break-inside: avoid; }
    thead th {
      text-align: left; font-weight: 600; font-size: 0.85rem; color: var(--soft);
      border-bottom: 2px solid var(--accent); padding: 0.4rem 0.75rem 0.4rem 0; vertical-align: bottom;
    }
    tbody th, td {
      text-align: left; vertical-align: top; font-weight: 400; padding: 0.7rem 0.75rem 0.7rem 0;
      border-bottom: 1px solid var(--rule);
    }
    tbody th { font: 600 1.1rem/1.3 var(--serif); }
    tbody th span { display: block; font: 0.82rem/1.4 var(--sans); color: var(--soft); }
    td.soon { font: 600 1.2rem/1.2 var(--serif); color: var(--accent); white-space: nowrap; }
    td.kept { color: var(--accent); font-weight: 600; white-space: nowrap; }
    td.broken { color: var(--wrong); font-weight: 600; white-space: nowrap; }
    .calendar { break-inside: avoid; }
    .calendar + .calendar { margin-top: 1.25rem; }

    .told { padding-top: 2.5rem; }
    .told h3 { font-size: 1.3rem; }
    .told .head { break-after: auto; }
    .case { break-inside: avoid; margin-top: 1.25rem; }
    .case p { font-weight: 600; }
    .case p.carries { font-weight: 400; margin-top: 0.3rem; }
    .case p.kept { color: var(--accent); }
    .case p.broken { color: var(--wrong); }
    .case ol { list-style: none; padding: 0; margin-top: 0.4rem; }
    .case li {
      display: grid; grid-template-columns: 15.5rem 1fr; gap: 0 1.25rem; padding: 0.35rem 0;
      border-top: 1px solid var(--rule);
    }
    .case b { font-size: 0.9rem; color: var(--soft); font-weight: 400; }
    .case span { font-family: var(--serif); }
    .case span b { font-size: 1em; font-style: italic; }

    .oath { font: 1.35rem/1.55 var(--serif); margin: 2rem 0 0; }
    .lines { margin-top: 1rem; display: grid; grid-template-columns: 1.6fr 1fr; gap: 0 3rem; }
    .lines p {
      border-top: 1px solid var(--ink); padding-top: 0.4rem; margin-top: 5rem; font-size: 0.85rem;
      color: var(--soft);
    }
    #sign .small { margin-top: 3rem; }

    .ask { padding: 1.75rem 0; border-bottom: 1px solid var(--rule); break-inside: avoid; }
    h1.plain { font-size: 2.4rem; margin: 0.5rem 0 0.75rem; }
    .ask h2 { font-size: 1.2rem; border: 0; padding: 0; margin: 0; letter-spacing: 0; }
    .ask .about { margin: 0.5rem 0 0; color: var(--soft); }
    .ask blockquote {
      margin: 1rem 0 0; padding: 0.8rem 1.1rem; background: var(--wash);
      border-left: 3px solid var(--accent); font-family: var(--serif);
    }
    .ask ol, .key ol { list-style: none; padding: 0; }
    .choices { margin-top: 0.9rem; }
    .choices li { display: grid; grid-template-columns: 2.2rem 1fr; padding: 0.35rem 0; }
    .choices b {
      width: 1.5rem; height: 1.5rem; border: 1px solid var(--ink); border-radius: 50%;
      font-size: 0.8rem; line-height: 1.4rem; text-align: center; font-weight: 600;
    }
    .choices span { font-family: var(--serif); }
    .key article { padding: 1.1rem 0; border-bottom: 1px solid var(--rule); break-inside: avoid; }
    .key h3 { font-size: 1.1rem; }
    .key h3 b { color: var(--accent); }
    .key p { margin-top: 0.4rem; }
    .sheet { display: grid; grid-template-columns: 1.6fr 1fr; gap: 0 3rem; }
    .sheet p {
      border-top: 1px solid var(--ink); padding-top: 0.4rem; margin-top: 3.5rem;
      font-size: 0.85rem; color: var(--soft);
    }

    @media (max-width: 40rem) {
      header.cover, main { padding-left: 1.25rem; padding-right: 1.25rem; }
      .cover { padding-top: 10vh; }
      section { padding-top: 3.5rem; }
      .timed { grid-template-columns: 1fr; }
      .figure { display: flex; align-items: baseline; gap: 0.9rem; margin-bottom: 0.6rem; }
      .facts div { grid-template-columns: 1fr; }
      .limits li, .case li { grid-template-columns: 1fr; }
      .pair { grid-template-columns: 1fr; }
      .names { display: none; }
      .examples .head { margin-bottom: 1rem; }
      .pair div.none { display: none; }
      .lines, .sheet { grid-template-columns: 1fr; }
      table, tbody, tr, tbody th, td { display: block; width: 100%; }
      thead {
        position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      }
      thead th { display: block; width: 1px; padding: 0; overflow: hidden; }
      tbody tr { padding: 0.9rem 0; border-bottom: 1px solid var(--rule); }
      tbody th, td { border: 0; padding: 0.15rem 0; }
      td[data-label] { display: grid; grid-template-columns: 9.5rem 1fr; gap: 0 1rem; }
      td[data-label]::before {
        content: attr(data-label); font: 0.85rem/1.6 var(--sans); color: var(--soft);
        white-space: normal;
      }
      td.kept, td.broken { white-space: normal; }
      td.none { display: none; }
    }

    @page { size: A4; margin: 20mm 20mm 22mm; }
    @page { @bottom-right { content: counter(page); font: 9pt Georgia, serif; color: #566066; } }
    @page :first { @bottom-right { content: ""; } }
    @media print {
      html { font-size: 9.7pt; }
      header.cover, main { max-width: none; padding: 0; }
      .cover { min-height: 250mm; padding-top: 32mm; padding-bottom: 0; break-after: page; }
      .cover h1 { font-size: 40pt; }
      section { padding-top: 0; }
      section + section { break-before: page; }
      h2 { font-size: 24pt; }
      .promise { padding: 1.3rem 0 1.1rem; }
      .promise h4 { font-size: 1.3rem; margin: 0.25rem 0 0.4rem; }
      .pledge, .id { margin-top: 0.5rem; }
      .facts { margin-top: 0.6rem; }
      .facts div { padding: 0.15rem 0; }
      h3.group { margin-top: 2rem; }
      .examples, .told { padding-top: 1.6rem; }
      .examples { break-inside: avoid; }
      .names p { padding-top: 0.5rem; }
      .pair div { padding-top: 0.5rem; padding-bottom: 0.5rem; margin-bottom: 0.5rem; }
      .case { margin-top: 0.9rem; }
      .case li { padding: 0.18rem 0; }
      tbody th, td { padding-top: 0.45rem; padding-bottom: 0.45rem; }
      .forbidden { margin-top: 1rem; }
      .ask { padding: 1.3rem 0; }
      .pair div.none { visibility: hidden; }
      .lead { break-after: avoid; }
      p { orphans: 3; widows: 3; }
    }
    """
}
