#!/usr/bin/env python3
"""Writes Sources/TextMatching/LanguagePairs.swift: what pairs of letters say of a language.

    python3 -m venv /tmp/pairs && /tmp/pairs/bin/pip install django==5.2
    /tmp/pairs/bin/python Training/language-pairs.py

Polish, Czech and English pairs are counted in the labelled replies of Training/replies, German ones in
Django's translations (only the counts are used). Czech and Slovak share their row: words and letters
tell them apart. A weight is twice the logarithm of how much likelier a pair is in the language than in
the four on average (geometric mean), rounded, within six.
"""

import collections
import glob
import json
import math
import os
import re
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LETTERS = " abcdefghijklmnopqrstuvwxyz"
NAMES = {"pl": "polish", "cs": "czech", "en": "english", "de": "german"}


def fold(text):
    text = text.lower().translate(str.maketrans("łøđ", "lod")).replace("ß", "ss")
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def pairs(texts):
    counts = collections.Counter()
    for text in texts:
        for word in re.findall("[a-z]+", fold(text)):
            word = f" {word} "
            counts.update(a + b for a, b in zip(word, word[1:]))
    return counts


def replies():
    texts = collections.defaultdict(list)
    for path in sorted((ROOT / "Training" / "replies").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            reply = json.loads(line)
            texts[reply["language"]].append(re.sub(r"\{[a-z_ ]*\} ?", "", reply["text"]))
    return texts


def german():
    import django

    texts = []
    pattern = os.path.dirname(django.__file__) + "/**/locale/de/LC_MESSAGES/*.po"
    for path in sorted(glob.glob(pattern, recursive=True)):
        for match in re.finditer(r'msgstr(?:\[\d\])? ((?:"[^\n]*"\n)+)', Path(path).read_text("utf-8")):
            text = "".join(part[1:-1] for part in match[1].splitlines()).replace("\\n", " ")
            if "Project-Id" not in text:
                texts.append(re.sub(r"%\(?\w*\)?\w|<[^>]*>|\{[^}]*\}", " ", text))
    return texts


def main():
    texts = replies()
    texts["de"] = german()
    counts = {language: pairs(texts[language]) for language in NAMES}
    smooth = 2
    totals = {language: sum(counts[language].values()) + smooth * 729 for language in NAMES}
    weights = collections.defaultdict(dict)
    for a in LETTERS:
        for b in LETTERS:
            logs = {l: math.log((counts[l][a + b] + smooth) / totals[l]) for l in NAMES}
            mean = sum(logs.values()) / len(logs)
            for language, log in logs.items():
                weight = max(-6, min(6, round(2 * (log - mean))))
                weights[language][a + b] = str(weight) if weight >= 0 else "abcdef"[-weight - 1]
    lines = [
        "/// What pairs of letters say of a language; written by Training/language-pairs.py.",
        "///",
        "/// A line is a first letter and a character a second one, both from the space (the beginning or end",
        "/// of a word) to z: a digit speaks for the language, `a` to `f` speak against it as 1 to 6 would for",
        "/// it. Czech and Slovak share their pairs.",
        "enum LanguagePairs {",
        "  static let weights: [Language: String] = [",
    ]
    for language, name in NAMES.items():
        lines.append(f'    .{name}: """')
        lines += ["    " + "".join(weights[language][a + b] for b in LETTERS) for a in LETTERS]
        lines.append('    """,')
    lines += ["  ]", "}", ""]
    (ROOT / "Sources/TextMatching/LanguagePairs.swift").write_text("\n".join(lines), "utf-8")


if __name__ == "__main__":
    main()
