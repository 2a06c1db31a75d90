#!/usr/bin/env python3
"""How often the language of replies is told, by kwadrans and by cld2, on the same texts.

    swift build -c release --product kwadrans
    Benchmarks/peers/language.py

Makes a virtual environment under .build/peers with pycld2 (which holds cld2) on first use. The texts are
the labelled replies of Training/replies and those of replies-de-sk.txt beside this script; each is tried whole
and as eight words in a row, and both without diacritics. Neither is told what language to expect.
A language that cld2 names beside the five counts as none told. Eight words are taken from anywhere, and
some of them tell nothing.
"""

import json
import os
import random
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
ENVIRONMENT = ROOT / ".build" / "peers"
LANGUAGES = ["pl", "cs", "sk", "en", "de"]


def ensure_environment():
    python = ENVIRONMENT / "bin" / "python"
    if Path(sys.prefix).resolve() == ENVIRONMENT.resolve():
        return
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(ENVIRONMENT)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", "pycld2==0.42"], check=True)
    os.execv(str(python), [str(python), __file__, *sys.argv[1:]])


def replies():
    """Pairs of language and text."""
    found = []
    for path in sorted((ROOT / "Training" / "replies").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            reply = json.loads(line)
            text = re.sub(r"\{[a-z_ ]*\} ?", "", reply["text"])
            found.append((reply["language"], text))
    for line in (HERE / "replies-de-sk.txt").read_text(encoding="utf-8").splitlines():
        language, text = line.split(" ", 1)
        found.append((language, text))
    return found


def bare(text):
    """The text without diacritics."""
    text = text.translate(str.maketrans("łŁ", "lL")).replace("ß", "ss")
    return "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))


def by_kwadrans(tool, texts):
    tickets = ROOT / ".build" / "peers" / "language.jsonl"
    with tickets.open("w", encoding="utf-8") as out:
        for index, text in enumerate(texts):
            event = {"at": "2026-03-02T09:00:00+01:00", "type": "message", "from": "agent", "text": text}
            out.write(json.dumps({"id": str(index), "channel": "email", "events": [event]}) + "\n")
    told = [None] * len(texts)
    run = subprocess.run(
        [tool, "audit", "observe", str(tickets), "--standards", str(ROOT / "standards")],
        stdout=subprocess.PIPE, check=True)
    for line in run.stdout.decode("utf-8").splitlines():
        reply = json.loads(line)
        told[int(reply["ticket"])] = reply["language"]
    return told


def by_cld2(texts):
    import pycld2

    told = []
    for text in texts:
        try:
            reliable, _, details = pycld2.detect(text, bestEffort=True)
            code = details[0][1]
        except pycld2.error:
            code = None
        told.append(code if code in LANGUAGES else None)
    return told


def main():
    ensure_environment()
    default = ROOT / ".build" / "release" / "kwadrans"
    tool = sys.argv[1] if len(sys.argv) > 1 else str(default)
    cases = replies()
    words = random.Random(1)
    forms = [
        ("whole", lambda text: text),
        ("whole, no diacritics", bare),
        ("eight words", lambda text: eight(text, words)),
        ("eight words, no diacritics", lambda text: bare(eight(text, words))),
    ]
    print("| texts | language | number | kwadrans right | wrong | none | cld2 right | wrong | none |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    for name, form in forms:
        words.seed(1)
        texts = [form(text) for _, text in cases]
        ours, theirs = by_kwadrans(tool, texts), by_cld2(texts)
        for language in ["all", *LANGUAGES]:
            chosen = [i for i, (one, _) in enumerate(cases) if language in ("all", one)]
            cells = [name, language, str(len(chosen))]
            for told in (ours, theirs):
                right = sum(told[i] == cases[i][0] for i in chosen)
                none = sum(told[i] is None for i in chosen)
                for count in (right, len(chosen) - right - none, none):
                    cells.append(f"{100 * count / len(chosen):.1f}%")
            print("| " + " | ".join(cells) + " |")


def eight(text, random):
    """Eight words in a row from anywhere in the text, as a chat has them."""
    words = text.split()
    start = random.randrange(max(1, len(words) - 7))
    return " ".join(words[start : start + 8])


if __name__ == "__main__":
    main()
