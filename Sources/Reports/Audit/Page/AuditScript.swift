/// What lists and filters the tickets of an audit's page.
///
/// It makes elements and sets their texts, never HTML: nothing of a ticket can become markup. A ticket is
/// drawn when it is opened, so that thousands do no harm.
enum AuditScript {
  /// SHA-256 of ``source`` in base64, which the page's policy names: no other script runs. A test says
  /// what it must be when the script has changed.
  static let hash = "e+rSQTvIJ/Xv7ZEmc/bIrewIaP660OHEniQ5z/IZAuI="

  /// The script. `]]` followed by `>` must not stand in it.
  static let source: StaticString = #"""
    //<![CDATA[
    "use strict";
    (() => {
      const data = JSON.parse(document.getElementById("data").textContent);
      const [ID, SOURCE, CHANNEL, TOPIC, DATE, AGENTS, MESSAGES, VERDICTS, FINDINGS] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
      const [MET, MISSED, UNDECIDED, NOT_APPLICABLE, PASSED] = [0, 1, 2, 3, 4];
      const SIGNS = ["✓", "✗", "?", "–", "✗"];
      const WORDS = ["met", "missed", "undecided", "not applicable", "missed, let pass"];
      const KINDS = ["fine", "wrong", "doubt", "soft", "passed"];
      const STEP = 50, MOST_ON_PAPER = 400;
      const byId = id => document.getElementById(id);
      const form = byId("filters"), list = byId("list"), more = byId("more");
      const fields = ["verdict", "standard", "agent", "channel", "topic", "language"];
      let shown = [], drawn = 0;

      function make(name, attributes, ...children) {
        const node = document.createElement(name);
        for (const key in attributes) if (attributes[key]) node.setAttribute(key, attributes[key]);
        node.append(...children);
        return node;
      }
      const apart = text => make("bdi", {}, text);
      const count = (number, one, many) => number + " " + (number === 1 ? one : many || one + "s");
      const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[łŁ]/g, "l").toLowerCase();

      // Filters

      const tests = {
        "": () => true, look: v => v[2] === MISSED || v[2] === UNDECIDED, missed: v => v[2] === MISSED,
        undecided: v => v[2] === UNDECIDED, passed: v => v[2] === PASSED, met: v => v[2] === MET,
        none: v => v[2] === NOT_APPLICABLE, said: v => v[6] && v[6].length > 0
      };
      function offer(field, options) {
        for (const [value, text] of options) {
          const option = make("option", {}, text);
          option.value = value;
          byId("by-" + field).append(option);
        }
      }
      function names(field, of) {
        const all = new Set();
        for (const ticket of data.tickets) for (const name of of(ticket)) if (name) all.add(name);
        offer(field, [["", "any"], ...[...all].sort().map(name => [name, name])]);
      }
      offer("verdict", [
        ["", "any"], ["missed", "missed"], ["undecided", "undecided"], ["look", "missed or undecided"],
        ["passed", "let pass"], ["met", "met"], ["none", "not applicable"], ["said", "with a remark"]
      ]);
      offer("standard", [["", "any"], ...data.standards.map((standard, i) => [String(i), standard[0]])]);
      names("agent", t => t[AGENTS]);
      names("channel", t => [t[CHANNEL]]);
      names("topic", t => [t[TOPIC]]);
      names("language", t => t[MESSAGES].filter(m => m[6] === 1).map(m => m[4]));

      function haystack(ticket) {
        if (ticket.haystack === undefined)
          ticket.haystack = folded([ticket[ID], ...ticket[MESSAGES].map(m => m[5])].join("\n"));
        return ticket.haystack;
      }
      function filter() {
        const f = {}, text = folded(byId("by-text").value.trim());
        for (const field of fields) f[field] = byId("by-" + field).value;
        const test = tests[f.verdict] || tests[""];
        const number = f.standard === "" ? -1 : Number(f.standard);
        return ticket => {
          if (f.channel && ticket[CHANNEL] !== f.channel) return false;
          if (f.topic && ticket[TOPIC] !== f.topic) return false;
          if (f.agent && !ticket[AGENTS].includes(f.agent)) return false;
          if (f.language && !ticket[MESSAGES].some(m => m[6] === 1 && m[4] === f.language)) return false;
          if ((f.verdict || number >= 0)
            && !ticket[VERDICTS].some(v => (number < 0 || v[0] === number) && test(v))) return false;
          return !text || haystack(ticket).includes(text);
        };
      }

      // A ticket

      function pieces(message, verdicts) {
        const scalars = Array.from(message[5]), kinds = new Uint8Array(scalars.length);
        const add = (from, to, bit) => {
          for (let i = Math.max(0, from); i < Math.min(to, scalars.length); i++) kinds[i] |= bit;
        };
        for (let i = 0; i + 1 < message[7].length; i += 2) add(message[7][i], message[7][i + 1], 1);
        for (const verdict of verdicts) {
          const bit = verdict[2] === MISSED ? 8 : verdict[2] === UNDECIDED ? 4 : verdict[2] === MET ? 2 : 0;
          for (let i = 0; i + 2 < verdict[4].length; i += 3)
            if (verdict[4][i] === message[0]) add(verdict[4][i + 1], verdict[4][i + 2], bit);
        }
        const nodes = [];
        for (let start = 0, end = 0; start < scalars.length; start = end) {
          while (end < scalars.length && kinds[end] === kinds[start]) end++;
          const text = scalars.slice(start, end).join(""), kind = kinds[start];
          if (kind === 0) nodes.push(text);
          else if (kind === 1) nodes.push(make("span", { class: "cut", title: "not judged" }, text));
          else nodes.push(make("mark", { class: kind & 8 ? "missed" : kind & 4 ? "undecided" : "met" }, text));
        }
        return nodes;
      }
      function quoted(ticket, verdict) {
        const words = [];
        for (let i = 0; i + 2 < verdict[4].length && words.length < 3; i += 3) {
          const message = ticket[MESSAGES].find(m => m[0] === verdict[4][i]);
          if (!message) continue;
          const text = Array.from(message[5]).slice(verdict[4][i + 1], verdict[4][i + 2]).join("");
          words.push(text.length > 160 ? text.slice(0, 159) + "…" : text);
        }
        return words;
      }
      function judgement(ticket, verdict) {
        const standard = data.standards[verdict[0]], isOpen = verdict[2] === MISSED || verdict[2] === UNDECIDED;
        const item = make("li", { class: verdict[2] === PASSED ? "passed" : "" },
          make("span", { class: "sign " + KINDS[verdict[2]], "aria-hidden": "true" }, SIGNS[verdict[2]]),
          make("p", {}, make("b", { lang: standard[2], dir: "auto" }, standard[1]),
            " (" + standard[0] + ", " + standard[3] + "): ",
            make("span", { class: KINDS[verdict[2]] }, WORDS[verdict[2]])),
          make("p", { dir: "auto" }, data.texts[verdict[3]]));
        const words = isOpen ? quoted(ticket, verdict) : [];
        if (words.length) {
          const line = make("p", { class: "soft" }, "words: ");
          words.forEach((text, i) => line.append(i ? ", " : "", make("q", { dir: "auto" }, text)));
          item.append(line);
        }
        if (verdict[5]) item.append(make("p", { class: "soft" }, verdict[5]));
        for (const remark of verdict[6] || []) item.append(make("p", { class: "soft", dir: "auto" }, remark));
        if (isOpen && standard[4]) item.append(make("p", { class: "soft", dir: "auto" }, "why: " + standard[4]));
        const message = ticket[MESSAGES].find(m => m[0] === verdict[1]);
        const right = standard[5].find(r => message && r[0] === message[4]) || standard[5][0];
        if (isOpen && right)
          item.append(make("p", { class: "soft" }, "right, for one: ", make("q", { lang: right[0], dir: "auto" }, right[1])));
        return item;
      }
      function judgements(ticket, verdicts) {
        const urgent = [MISSED, UNDECIDED, PASSED], nodes = [];
        const open = urgent.flatMap(o => verdicts.filter(v => v[2] === o));
        const rest = verdicts.filter(v => !urgent.includes(v[2]));
        if (open.length) nodes.push(make("ul", { class: "verdicts" }, ...open.map(v => judgement(ticket, v))));
        if (rest.length) {
          const met = rest.filter(v => v[2] === MET).length;
          const details = make("details", {}, make("summary", { class: "small" },
            met + " met, " + (rest.length - met) + " not applicable"));
          details.addEventListener("toggle", () => {
            if (details.open && details.childElementCount === 1)
              details.append(make("ul", { class: "verdicts" }, ...rest.map(v => judgement(ticket, v))));
          });
          nodes.push(details);
        }
        return nodes;
      }
      function inside(ticket) {
        const box = make("div", { class: "inside" }), told = new Set();
        for (const message of ticket[MESSAGES]) {
          const verdicts = ticket[VERDICTS].filter(v => v[1] === message[0]);
          verdicts.forEach(v => told.add(v));
          const who = ["customer", "agent", "machine"][message[1]];
          const kind = who + (message[6] === 1 ? " judged" : message[6] === 2 ? " addition" : "");
          const head = make("h4", {}, "event " + message[0] + ", " + who + " ");
          if (message[2]) head.append(apart(message[2]));
          head.append(" · " + message[3] + (message[6] === 2 ? " · only adds to the reply before" : ""));
          box.append(make("article", { class: "message " + kind }, head,
            make("p", { class: "said", dir: "auto", lang: message[4] }, ...pieces(message, ticket[VERDICTS])),
            ...judgements(ticket, verdicts)));
        }
        const rest = ticket[VERDICTS].filter(v => !told.has(v));
        if (rest.length)
          box.append(make("article", { class: "message" }, make("h4", {}, "the ticket as a whole"),
            ...judgements(ticket, rest)));
        if (ticket[FINDINGS].length)
          box.append(make("article", { class: "message" }, make("h4", {}, "found besides"),
            make("ul", { class: "verdicts" }, ...ticket[FINDINGS].map(f => make("li", {},
              make("span", { class: "sign " + (f[1] ? "wrong" : "soft"), "aria-hidden": "true" }, f[1] ? "!" : "·"),
              make("p", { dir: "auto" }, f[0].replaceAll("-", " ") + ": " + f[2]))))));
        box.append(make("p", { class: "small" }, "from ", apart(ticket[SOURCE])));
        return box;
      }
      function heading(ticket) {
        const missed = ticket[VERDICTS].filter(tests.missed).length;
        const undecided = ticket[VERDICTS].filter(tests.undecided).length;
        const about = make("span", { class: "about" });
        [ticket[DATE], ticket[CHANNEL], ticket[TOPIC], ...ticket[AGENTS]].filter(text => text)
          .forEach((text, i) => about.append(i ? " · " : "", apart(text)));
        const counts = make("span", { class: "counts" });
        if (missed) counts.append(make("span", { class: "wrong" }, "✗ " + missed + " missed"));
        if (missed && undecided) counts.append(" ");
        if (undecided) counts.append(make("span", { class: "doubt" }, "? " + undecided + " undecided"));
        if (!missed && !undecided) counts.append(make("span", { class: "fine" }, "✓"));
        return [make("h3", {}, apart(ticket[ID])), about, counts];
      }
      function entry(ticket) {
        const details = make("details", {}, make("summary", {}, ...heading(ticket)));
        details.addEventListener("toggle", () => {
          if (details.open && details.childElementCount === 1) details.append(inside(ticket));
        });
        return make("li", { class: "entry" }, details);
      }

      // The list

      function draw() {
        const next = shown.slice(drawn, drawn + STEP);
        list.append(...next.map(entry));
        drawn += next.length;
        more.hidden = drawn >= shown.length;
        more.firstElementChild.textContent = "Show " + Math.min(STEP, shown.length - drawn) + " more";
      }
      function update() {
        shown = data.tickets.filter(filter());
        drawn = 0;
        list.replaceChildren();
        draw();
        byId("count").textContent = shown.length + " of " + count(data.tickets.length, "ticket")
          + (byId("by-verdict").value || byId("by-standard").value ? " with such a verdict" : "");
      }
      let waiting = 0;
      form.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(update, 120); });
      form.addEventListener("reset", () => setTimeout(update));
      form.addEventListener("submit", event => { event.preventDefault(); update(); });
      more.firstElementChild.addEventListener("click", () => {
        const first = drawn;
        draw();
        const item = list.children[first];
        if (item) item.querySelector("summary").focus();
      });
      document.addEventListener("click", event => {
        const link = event.target.closest("a[data-ticket]");
        if (!link) return;
        form.reset();
        byId("by-verdict").value = "";
        byId("by-text").value = link.dataset.ticket;
        update();
        const details = list.querySelector("details");
        if (details) details.open = true;
      });

      // On paper: the tickets with misses, in short

      const paper = byId("paper");
      addEventListener("beforeprint", () => {
        const missed = shown.filter(ticket => ticket[VERDICTS].some(tests.missed));
        paper.replaceChildren(...missed.slice(0, MOST_ON_PAPER).map(ticket => make("li", {},
          make("h3", {}, apart(ticket[ID]), " ", make("span", { class: "small" },
            [ticket[DATE], ticket[CHANNEL], ticket[TOPIC], ...ticket[AGENTS]].filter(t => t).join(" · "))),
          ...ticket[VERDICTS].filter(tests.missed).map(v => make("p", { dir: "auto" },
            "✗ " + data.standards[v[0]][0] + ": " + data.texts[v[3]],
            ...quoted(ticket, v).map(text => " “" + text + "”"))))));
        if (missed.length > MOST_ON_PAPER)
          paper.append(make("li", {}, make("p", {}, "and " + count(missed.length - MOST_ON_PAPER, "ticket")
            + " more with misses: narrow the list before printing")));
      });
      addEventListener("afterprint", () => paper.replaceChildren());

      byId("by-verdict").value = data.tickets.some(t => t[VERDICTS].some(tests.missed)) ? "missed" : "";
      form.hidden = false;
      update();
    })();
    //]]>
    """#
}
