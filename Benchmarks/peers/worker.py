"""What audit.py needs in a process of its own.

usage: worker.py re|proselint RULES.json REPLIES.jsonl RESULT.jsonl
       looks for the rules in every reply by one engine, and writes a line [reply, rule, start, end] a
       finding, in code points
usage: worker.py watch COMMAND...
       runs a command, and writes [exit code, wall s, CPU s, most MB] as the last line of standard error
"""

import json
import os
import re
import subprocess
import sys
import time


def watch(command):
    start = time.perf_counter()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    cpu = usage.ru_utime + usage.ru_stime
    sys.stderr.write("\n" + json.dumps([process.returncode, wall, cpu, usage.ru_maxrss / 1024]) + "\n")


def by_re(rules):
    compiled = [(name, re.compile(expression)) for name, expression in rules]

    def find(text):
        for name, expression in compiled:
            for match in expression.finditer(text):
                yield name, match.start(), match.end()

    return find


def by_proselint(rules):
    from proselint.registry.checks import Check
    from proselint.registry.checks.types import ExistenceSimple

    checks = [
        Check(check_type=ExistenceSimple(pattern=expression), path=name, message=name)
        for name, expression in rules]

    def find(text):
        for check in checks:
            for result in check.check_with_flags(text):
                yield check.path, *result.span

    return find


def main():
    if sys.argv[1] == "watch":
        watch(sys.argv[2:])
        return
    engine, rules, replies, result = sys.argv[1:]
    rules = json.load(open(rules))
    find = {"re": by_re, "proselint": by_proselint}[engine](rules)
    with open(result, "w") as out:
        for number, line in enumerate(open(replies)):
            for name, start, end in find(json.loads(line)["text"]):
                out.write(json.dumps([number, name, start, end]) + "\n")


if __name__ == "__main__":
    main()
