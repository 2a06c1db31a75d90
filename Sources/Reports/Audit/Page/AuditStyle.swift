/// How the page of an audit looks, on top of ``PageStyle``: also in the dark.
enum AuditStyle {
  /// Contrasts in the dark: text #e4e9eb on #14191c (14.6:1), soft #a9b4ba (8.4:1), accent #7cc4d6
  /// (9.1:1), wrong #f09a9d (8.1:1). Nothing is said by colour alone. The text holds no character that
  /// XML gives a meaning.
  static let css: StaticString = """
    :root { --paper: #fff; --warn: #7a5200; color-scheme: light dark; }
    body { background: var(--paper); }
    .masthead, main, footer { max-width: 64rem; margin: 0 auto; padding: 0 2.5rem; }
    .masthead { padding-top: 3.5rem; }
    .masthead h1 { font-size: clamp(2rem, 6vw, 3.2rem); line-height: 1.1; margin: 0.5rem 0 0.9rem; }
    .lead { max-width: 46rem; }
    .skip {
      position: absolute; left: -99rem; background: var(--paper); padding: 0.5rem 1rem; z-index: 2;
      border: 2px solid var(--accent);
    }
    .skip:focus { left: 1rem; top: 1rem; }
    a, button, select, input, summary { outline-offset: 3px; }
    :focus-visible { outline: 3px solid var(--accent); }
    .numbers { display: flex; flex-wrap: wrap; gap: 1rem 2.75rem; margin: 2rem 0 1.5rem; }
    .numbers div { display: flex; flex-direction: column-reverse; justify-content: flex-end; }
    .numbers dd { margin: 0; font: 600 2rem/1.15 var(--serif); color: var(--accent); }
    .numbers dt { font-size: 0.85rem; color: var(--soft); max-width: 11rem; line-height: 1.35; }
    .masthead nav ol {
      list-style: none; padding: 0.8rem 0; display: flex; flex-wrap: wrap; gap: 0.3rem 1.75rem;
      border-top: 1px solid var(--rule); border-bottom: 1px solid var(--rule);
    }
    .masthead nav a, td a, .small a { text-decoration: underline; text-underline-offset: 3px; }
    bdi, .figures tbody th { overflow-wrap: anywhere; }
    .entry h3, .paper-list h3, .entry .about, .cases .small {
      display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 3; overflow: hidden;
    }
    section { padding-top: 3.5rem; }
    h3 { font-size: 1.35rem; color: var(--accent); margin: 2.25rem 0 0.4rem; }
    .small { margin-top: 0.5rem; }
    footer { padding-top: 3rem; padding-bottom: 4rem; font-size: 0.9rem; color: var(--soft); }
    footer h2 { font-size: 1.2rem; border: 0; margin: 0; padding: 0; }
    footer p { margin-top: 0.6rem; max-width: 46rem; }

    .chart { margin: 1.5rem 0 0; break-inside: avoid; max-width: 48rem; }
    .chart figcaption { font: 600 1.1rem/1.35 var(--serif); margin-bottom: 0.75rem; }
    .chart svg { display: block; overflow: visible; }
    .chart text { fill: var(--ink); font: 13px var(--sans); }
    .chart text.tick, .chart text.axis { fill: var(--soft); font-size: 12px; text-anchor: middle; }
    .chart text.first, .chart text.axis { text-anchor: start; }
    .chart text.last, .chart text.value { text-anchor: end; }
    .chart text.value { font-variant-numeric: tabular-nums; }
    .chart .grid { stroke: var(--rule); }
    .chart .bar { fill: var(--accent); }
    .chart .broken { stroke: var(--wrong); stroke-width: 1.5; }
    .chart .sample { fill-opacity: 0.4; }
    .chart .narrow { display: none; }
    .chart .paper { fill: var(--paper); }
    .chart .stripe { fill: var(--wrong); }
    .chart .span { stroke: var(--ink); stroke-width: 1.5; }
    .chart .promised { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 4 3; }
    .chart .edge { stroke: var(--paper); stroke-width: 6; stroke-dasharray: none; }
    .chart .trend { stroke: var(--accent); stroke-width: 2.5; }
    .chart .dot { fill: var(--accent); stroke: var(--accent); stroke-width: 2; }
    .chart .hollow, .chart .inside { fill: var(--paper); }
    .chart .out { fill: var(--wrong); stroke: var(--wrong); }
    .chart .limit { stroke: var(--soft); }
    .chart .usual { stroke-width: 7; stroke-opacity: 0.45; }
    .chart .expected { stroke: var(--ink); stroke-width: 2; }

    .trends { display: grid; grid-template-columns: 1fr 1fr; gap: 0 2.5rem; }
    .trends .wide { display: none; }
    .trends .narrow { display: inline; }
    .figures td { font-variant-numeric: tabular-nums; }
    .figures tbody th { font-size: 1rem; min-width: 14rem; }
    .figures tbody th b { font-weight: 600; }
    details { margin-top: 0.75rem; }
    summary { cursor: pointer; }
    .miss { padding: 0.5rem 0 1.75rem; border-bottom: 1px solid var(--rule); }
    .miss:last-child { border-bottom: 0; }
    .cases { padding-left: 1.4rem; margin-top: 0.75rem; }
    .cases li { padding: 0.4rem 0 0.6rem 0.4rem; break-inside: avoid; }
    blockquote {
      margin: 0 0 0.4rem; padding: 0.6rem 0.9rem; background: var(--wash);
      border-left: 3px double var(--wrong); font-family: var(--serif); unicode-bidi: isolate;
      overflow-wrap: anywhere;
    }
    blockquote p, .right p { white-space: pre-line; }
    .right {
      margin-top: 0.5rem; padding: 0.5rem 0.9rem 0.7rem; border-left: 3px solid var(--accent);
      background: var(--wash); font-family: var(--serif); break-inside: avoid;
    }
    .right .small { margin: 0 0 0.2rem; font-family: var(--sans); }
    mark { font-weight: 600; }
    mark.met { color: var(--accent); text-decoration: underline; text-underline-offset: 3px; }
    mark.missed {
      color: var(--wrong); text-decoration: underline wavy; text-underline-offset: 4px;
      text-decoration-thickness: 1px;
    }
    mark.undecided { color: var(--warn); text-decoration: underline dotted 2px; text-underline-offset: 3px; }

    .filters {
      display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: 0.9rem 1.25rem;
      align-items: end; margin-top: 1.25rem;
    }
    [hidden] { display: none; }
    .filters label { display: block; font-size: 0.85rem; color: var(--soft); }
    select, input, button {
      font: inherit; color: inherit; background: var(--paper); border: 1px solid var(--soft);
      border-radius: 0.3rem; padding: 0.4rem 0.6rem; width: 100%; min-height: 2.6rem;
    }
    button { cursor: pointer; width: auto; padding: 0.4rem 1.1rem; }
    .filters .wide { grid-column: span 2; }
    .list, .paper-list { list-style: none; padding: 0; margin-top: 0.75rem; }
    .list li.entry { border-top: 1px solid var(--rule); }
    .list li.entry:last-child { border-bottom: 1px solid var(--rule); }
    .entry details { margin: 0; }
    .entry > details > summary { padding: 0.7rem 0; display: flex; flex-wrap: wrap; gap: 0 1.25rem; align-items: baseline; }
    .entry > details > summary::before { content: "\\25B8"; color: var(--soft); }
    .entry > details[open] > summary::before { content: "\\25BE"; }
    .entry > details > summary::-webkit-details-marker { display: none; }
    .entry h3 { font-size: 1.1rem; margin: 0; overflow-wrap: anywhere; }
    .entry .about { color: var(--soft); font-size: 0.9rem; overflow-wrap: anywhere; }
    .entry .counts { margin-left: auto; font-size: 0.9rem; }
    .wrong { color: var(--wrong); font-weight: 600; }
    .doubt { color: var(--warn); font-weight: 600; }
    .fine { color: var(--accent); }
    .inside { padding: 0 0 1.5rem 1.4rem; }
    .message { margin-top: 1rem; }
    .message h4 { font: 600 0.9rem/1.4 var(--sans); color: var(--soft); }
    .said {
      padding: 0.7rem 1rem; background: var(--wash); border-left: 3px solid var(--rule);
      font-family: var(--serif); white-space: pre-wrap; unicode-bidi: isolate;
      overflow-wrap: anywhere; margin-top: 0.25rem;
    }
    .message.judged .said { border-left-color: var(--accent); }
    .message.customer { margin-right: 3rem; }
    .message.judged, .message.addition { margin-left: 3rem; }
    .cut { color: var(--soft); font-style: italic; font-family: var(--sans); font-size: 0.85em; }
    .verdicts { list-style: none; padding: 0; margin-top: 0.5rem; }
    .verdicts li { padding: 0.3rem 0 0.3rem 1.5rem; position: relative; }
    .verdicts li .sign { position: absolute; left: 0; }
    .verdicts p { margin: 0; overflow-wrap: anywhere; }
    .verdicts .soft, .verdicts .passed { color: var(--soft); }
    .verdicts .soft { font-size: 0.9rem; }
    .more { margin-top: 1rem; }

    @media (max-width: 40rem) {
      .masthead, main, footer { padding-left: 1.25rem; padding-right: 1.25rem; }
      .masthead { padding-top: 2rem; }
      .numbers { gap: 1rem 1.75rem; }
      .numbers dd { font-size: 1.6rem; }
      .figures tbody th { min-width: 0; border-bottom: 0; padding-bottom: 0.2rem; }
      .figures td { border: 0; padding: 0.1rem 0; display: flex; gap: 0.75rem; }
      .figures tr { border-bottom: 1px solid var(--rule); padding-bottom: 0.6rem; }
      .figures td[data-label]::before {
        content: attr(data-label); color: var(--soft); flex: 0 0 9rem; font-size: 0.85rem;
      }
      .trends { grid-template-columns: 1fr; }
      .chart .wide { display: none; }
      .chart .narrow { display: inline; }
      .filters { grid-template-columns: 1fr 1fr; }
      .inside { padding-left: 0; }
      .message.customer { margin-right: 1rem; }
      .message.judged, .message.addition { margin-left: 1rem; }
      .entry .counts { margin-left: 0; }
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        --ink: #e4e9eb; --soft: #a9b4ba; --rule: #3a444a; --accent: #7cc4d6; --wrong: #f09a9d;
        --wash: #1d2529; --paper: #14191c; --warn: #e0b458;
      }
    }
    @media print {
      .masthead { padding-top: 0; }
      .masthead nav, .filters, .list, .more, .skip, noscript { display: none; }
      main section { break-before: auto; padding-top: 1.5rem; }
      .chart { zoom: 0.75; }
      .trends .chart { zoom: 0.9; }
      h3 { margin-top: 1.25rem; }
      .numbers { margin: 1rem 0; }
      .figures { font-size: 0.8rem; }
      .figures tbody th { min-width: 9rem; font-size: 0.85rem; }
      .paper-list li { padding: 0.35rem 0; border-top: 1px solid var(--rule); break-inside: avoid; }
      .paper-list h3 { font-size: 1rem; margin: 0; }
      .paper-list p { font-size: 0.85rem; overflow-wrap: anywhere; }
    }
    """
}
