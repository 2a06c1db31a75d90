#!/usr/bin/env python3
"""Compares the audit with other tools that look for words: time, memory, and findings one by one.

usage: audit.py [--tools kwadrans,python-re,proselint,semgrep] [--replies 20000] [--work FOLDER]

Needs KWADRANS_SHARED, a folder with reference/audit-bench/ (gen_corpus.py makes the replies, rules.py
has the rules as expressions); says so and ends with 2 where it is not there. Everything is written to a
temporary folder, or to the folder of --work, which is kept and used again. README.md has the rest.
"""

import argparse
import collections
import importlib.util
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
REPOSITORY = HERE.parent.parent
TOOLS = ["kwadrans", "python-re", "proselint", "semgrep", "vale"]

# Where something was found, in code points of the reply.
Finding = collections.namedtuple("Finding", "reply rule start end")
# How long a process and its children took (unit: s), and the most memory of one of them (unit: MB).
Cost = collections.namedtuple("Cost", "wall cpu memory")


class Skipped(Exception):
    """Why a tool is not measured."""


def reference():
    """The folder with the rules and the generator of replies."""
    shared = os.environ.get("KWADRANS_SHARED")
    folder = pathlib.Path(shared or "") / "reference" / "audit-bench"
    if not shared or not (folder / "gen_corpus.py").is_file():
        print(
            "the replies are not here: KWADRANS_SHARED must name a folder with"
            " reference/audit-bench/gen_corpus.py and rules.py", file=sys.stderr)
        sys.exit(2)
    return folder


def rules(folder):
    """The rules as (id, expression as written)."""
    spec = importlib.util.spec_from_file_location("rules", folder / "rules.py")
    module = importlib.util.module_from_spec(spec)
    # The folder is somebody else's: nothing is written there, not even compiled Python.
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return [(name, expression) for name, _, expression in module.RULES]


def measured(command, cwd=None, codes=(0,), output=None):
    """Runs a command; its output goes to a file, or is dropped."""
    # By a small process between: what a process holds at most is never told as less than what the one
    # that started it held, and this one holds all replies.
    watch = [sys.executable, HERE / "worker.py", "watch", *command]
    with open(output or os.devnull, "wb") as out:
        done = subprocess.run([str(part) for part in watch], cwd=cwd, stdout=out, stderr=subprocess.PIPE)
    *said, last = done.stderr.decode(errors="replace").strip().split("\n")
    code, wall, cpu, memory = json.loads(last)
    if code not in codes:
        raise Skipped(f"it ended with {code}: {' '.join(said)[-300:]}")
    return Cost(wall, cpu, memory)


def best(runs, run):
    """The cost of the quickest of some runs by CPU time: others on the machine slow the rest."""
    return min((run() for _ in range(max(runs, 1))), key=lambda cost: cost.cpu)


def tickets(replies, target):
    """Writes each reply as a ticket of one message, one a line."""
    with open(target, "w") as out:
        for number, reply in enumerate(replies):
            event = {"at": "2026-03-02T09:00:00Z", "type": "message", "from": "agent", "text": reply["text"]}
            ticket = {"id": str(number), "channel": reply["channel"], "events": [event]}
            out.write(json.dumps(ticket, ensure_ascii=False) + "\n")


# Each tool below gives its version, its cost, and its findings.


def kwadrans(setting):
    binary = setting.kwadrans and setting.kwadrans.resolve()
    if binary is None:
        subprocess.run(
            ["swift", "build", "-c", "release", "--product", "kwadrans"], cwd=REPOSITORY, check=True,
            stdout=subprocess.DEVNULL)
        folder = subprocess.run(
            ["swift", "build", "-c", "release", "--show-bin-path"], cwd=REPOSITORY, check=True,
            capture_output=True, text=True).stdout.strip()
        binary = pathlib.Path(folder) / "kwadrans"
    target = setting.work / "tickets.jsonl"
    tickets(setting.replies, target)
    result = setting.work / "kwadrans.jsonl"
    command = [binary, "audit", target, "--standards", HERE / "rules", "--format", "jsonl"]
    # Ends with 1 where a standard is missed: here that is what is looked for.
    cost = best(setting.runs, lambda: measured(command, codes=(0, 1), output=result))
    version = subprocess.run([binary, "--version"], capture_output=True, text=True).stdout.strip()
    ids = {name.lower(): name for name, _ in setting.rules}
    found = []
    for line in open(result):
        verdict = json.loads(line)
        if verdict["verdict"] not in ("missed", "undecided"):
            continue
        for piece in verdict["evidence"]:
            found.append(
                Finding(int(verdict["ticket"]), ids[verdict["standard"]], piece["from"], piece["to"]))
    return version, cost, found


def python_re(setting):
    return "re of Python " + sys.version.split()[0], *by_worker(setting, sys.executable, "re")


def proselint(setting):
    python, version = installed(setting, "proselint")
    return version, *by_worker(setting, python, "proselint")


def by_worker(setting, python, engine):
    source = setting.work / "rules.json"
    source.write_text(json.dumps(setting.rules, ensure_ascii=False))
    result = setting.work / f"{engine}.jsonl"
    command = [python, HERE / "worker.py", engine, source, setting.corpus / "replies.jsonl", result]
    cost = best(setting.runs, lambda: measured(command))
    return cost, [Finding(*json.loads(line)) for line in open(result)]


def semgrep(setting):
    python, version = installed(setting, "semgrep")
    config = setting.work / "semgrep.json"
    config.write_text(json.dumps({"rules": [
        {"id": name, "languages": ["regex"], "severity": "INFO", "message": name,
         "patterns": [{"pattern-regex": expression}]}
        for name, expression in setting.rules]}))
    result = setting.work / "semgrep.out.json"
    command = [
        python.parent / "semgrep", "scan", "--config", config, "--json", "--output", result,
        "--metrics", "off", "--disable-version-check", "--no-git-ignore", "--max-target-bytes", "0",
        "-j", str(os.cpu_count() or 1), setting.corpus / "files"]
    # Once: it takes minutes.
    cost = measured(command, cwd=setting.work, codes=(0, 1))
    found = []
    for one in json.loads(result.read_text())["results"]:
        reply = int(pathlib.Path(one["path"]).stem)
        text = setting.replies[reply]["text"].encode()
        # Its offsets count code points in some versions and bytes in others: the words tell which.
        start, end = one["start"]["offset"], one["end"]["offset"]
        words = one["extra"].get("lines", "")
        points = text.decode()
        as_points = points[start:end]
        if not as_points or as_points not in words or "\ufffd" in as_points:
            start = len(text[:start].decode(errors="ignore"))
            end = len(text[:end].decode(errors="ignore"))
        found.append(Finding(reply, one["check_id"].split(".")[-1], start, end))
    return version, cost, found


def vale(setting):
    if shutil.which("vale") is None:
        raise Skipped("it comes as a program to download, not from PyPI, and is not on this machine")
    raise Skipped("it is here, but its styles are not written yet: it has no rule for a line's start")


def installed(setting, package):
    """The Python of a virtual environment with a package from PyPI, and the package's version."""
    folder = setting.work / f"venv-{package}"
    python = folder / "bin" / "python"
    version = [python, "-c", f"import importlib.metadata as m; print(m.version('{package}'))"]
    if not (python.is_file() and subprocess.run(version, capture_output=True).returncode == 0):
        try:
            subprocess.run([sys.executable, "-m", "venv", folder], check=True, capture_output=True)
            subprocess.run(
                [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", package],
                check=True, capture_output=True)
        except subprocess.CalledProcessError as error:
            raise Skipped(f"pip cannot install it: {error.stderr.decode(errors='replace')[-200:]}") from error
    done = subprocess.run(version, capture_output=True, text=True, check=True)
    return python, f"{package} {done.stdout.strip()}"


# What the findings are worth.


def truth(setting):
    """What the rules find in the replies by Python's re, whose \\b and \\w know all letters."""
    compiled = [(name, re.compile(expression)) for name, expression in setting.rules]
    return [
        Finding(number, name, match.start(), match.end())
        for number, reply in enumerate(setting.replies)
        for name, expression in compiled
        for match in expression.finditer(reply["text"])]


def without_partner(findings, others):
    """The findings that overlap no other of the same rule in the same reply."""
    places = collections.defaultdict(list)
    for other in others:
        places[other.reply, other.rule].append((other.start, other.end))
    return [
        one for one in findings
        if not any(start < one.end and one.start < end for start, end in places[one.reply, one.rule])]


def unmarked(text):
    """Whether a reply was typed without diacritics."""
    return text.isascii()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--tools", default=",".join(TOOLS), help="which to run, with commas")
    parser.add_argument("--replies", type=int, default=20_000, help="how many replies to make")
    parser.add_argument("--runs", type=int, default=3, help="how often the quick tools run; the best counts")
    parser.add_argument("--work", type=pathlib.Path, help="a folder to keep the corpus and tools in")
    parser.add_argument("--kwadrans", type=pathlib.Path, help="a release binary, instead of building one")
    setting = parser.parse_args()
    folder = reference()
    wanted = setting.tools.split(",")
    if unknown := [tool for tool in wanted if tool not in TOOLS]:
        parser.error(f"there is no tool '{unknown[0]}'; known: {', '.join(TOOLS)}")
    keeps = setting.work is not None
    setting.work = (setting.work or pathlib.Path(tempfile.mkdtemp(prefix="audit-peers-"))).resolve()
    if REPOSITORY == setting.work or REPOSITORY in setting.work.parents:
        parser.error("--work must not be a folder of the repository")
    try:
        compare(setting, folder, wanted)
    finally:
        if not keeps:
            shutil.rmtree(setting.work, ignore_errors=True)


def compare(setting, folder, wanted):
    setting.work.mkdir(parents=True, exist_ok=True)
    setting.rules = rules(folder)
    setting.corpus = setting.work / f"corpus-{setting.replies}"
    if not (setting.corpus / "truth.jsonl").is_file():
        subprocess.run(
            [sys.executable, folder / "gen_corpus.py", str(setting.replies), setting.corpus],
            check=True, stdout=subprocess.DEVNULL)
    setting.replies = [json.loads(line) for line in open(setting.corpus / "replies.jsonl")]
    expected = truth(setting)
    words = sum(len(reply["text"].split()) for reply in setting.replies) / len(setting.replies)
    print(
        f"{len(setting.replies)} replies of {words:.0f} words, {len(setting.rules)} rules,"
        f" {len(expected)} findings; {os.cpu_count()} cores")
    print()
    line = "{:<22}{:>9}{:>9}{:>9}{:>10}{:>8}{:>8}"
    print(line.format("tool", "wall s", "CPU s", "MB", "findings", "lost", "more"))
    run = {
        "kwadrans": kwadrans, "python-re": python_re, "proselint": proselint, "semgrep": semgrep,
        "vale": vale}
    notes = []
    for tool in wanted:
        try:
            version, cost, found = run[tool](setting)
        except Skipped as reason:
            notes.append(f"{tool} is skipped: {reason}")
            continue
        lost = without_partner(expected, found)
        more = without_partner(found, expected)
        print(
            line.format(
                version if any(c.isalpha() for c in version) else f"{tool} {version}",
                f"{cost.wall:.2f}", f"{cost.cpu:.2f}", f"{cost.memory:.0f}", len(found), len(lost),
                len(more)), flush=True)
        notes += explained(tool, "lost", lost, setting.replies) + explained(tool, "more", more, setting.replies)
    print()
    for note in notes:
        print(note)


def explained(tool, what, findings, replies):
    """Lines on findings that the rules and a tool do not share."""
    if not findings:
        return []
    bare = [one for one in findings if unmarked(replies[one.reply]["text"])]
    rest = [one for one in findings if not unmarked(replies[one.reply]["text"])]
    by_rule = collections.Counter(one.rule for one in findings)
    counts = ", ".join(f"{rule} {count}" for rule, count in sorted(by_rule.items()))
    lines = [
        f"{tool}, {what}: {len(bare)} in replies typed without diacritics, {len(rest)} in others ({counts})"]
    for one in rest[:3]:
        text = replies[one.reply]["text"][max(0, one.start - 20):one.end + 20]
        lines.append(f"  {one.rule} in reply {one.reply}: {text!r}")
    return lines


if __name__ == "__main__":
    main()
