#!/usr/bin/env python3
"""Sizes the same week by kwadrans-bench and by PyPI's pyworkforce: time, and agents one by one.

usage: queueing.py [--work FOLDER] [--bench PATH]

Needs KWADRANS_SHARED, a folder with reference/queueing/week_S300.csv; says so and ends with 2 where it
is not there. pyworkforce is installed into a virtual environment in the working folder, which is
temporary unless --work names one. README.md has the rest.
"""

import argparse
import csv
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent.parent
SHARE, WITHIN, PATIENCE = 0.8, 20, 120


def week():
    """The intervals of the week as (contacts in 15 minutes, handling time in seconds)."""
    folder = os.environ.get("KWADRANS_SHARED")
    path = pathlib.Path(folder or "") / "reference" / "queueing" / "week_S300.csv"
    if not folder or not path.is_file():
        print("KWADRANS_SHARED must name a folder with reference/queueing/week_S300.csv", file=sys.stderr)
        sys.exit(2)
    with open(path, newline="", encoding="utf-8") as file:
        return [(float(row["calls_per_15min"]), float(row["aht_s"])) for row in csv.DictReader(file)]


def exact(intervals):
    """Least agents by Erlang C, from the recursion for Erlang B."""
    agents = []
    for contacts, handling in intervals:
        load, blocking, count = contacts * handling / 900, 1.0, 0
        while load > 0:
            count += 1
            blocking = load * blocking / (count + load * blocking)
            if count <= load:
                continue
            waits = count * blocking / (count - load * (1 - blocking))
            if waits * 2.718281828459045 ** (-(count - load) * WITHIN / handling) <= 1 - SHARE:
                break
        agents.append(count)
    return agents


def by_erlang_c(intervals):
    from pyworkforce.queuing import ErlangC
    return [
        ErlangC(transactions=contacts, aht=handling / 60, asa=WITHIN / 60, interval=15, shrinkage=0)
        .required_positions(service_level=SHARE)["raw_positions"] if contacts else 0
        for contacts, handling in intervals]


def by_erlang_a(intervals):
    from pyworkforce.queuing import ErlangA
    return [
        ErlangA(
            transactions=contacts, aht=handling / 60, patience=PATIENCE / 60, asa=WITHIN / 60,
            interval=15, shrinkage=0).required_positions(service_level=SHARE)["raw_positions"]
        if contacts else 0 for contacts, handling in intervals]


def measured(work, intervals, runs):
    """The median time of so many runs after one to warm up (unit: s of CPU), and the agents."""
    agents = work(intervals)
    times = []
    for _ in range(runs):
        start = time.process_time()
        work(intervals)
        times.append(time.process_time() - start)
    return statistics.median(times), agents


def inside():
    """What runs in the virtual environment."""
    import importlib.metadata
    intervals = week()
    print(f"pyworkforce {importlib.metadata.version('pyworkforce')}, Python {sys.version.split()[0]}")
    seconds, agents = measured(by_erlang_c, intervals, 7)
    other = sum(ours != theirs for ours, theirs in zip(exact(intervals), agents))
    print(f"  by Erlang C  {seconds * 1000:.1f} ms of CPU, {sum(agents):,} agent intervals, "
          f"{other} of {len(agents)} intervals not the least")
    try:
        start = time.process_time()
        agents = by_erlang_a(intervals)
        print(f"  by Erlang A  {time.process_time() - start:.1f} s of CPU, {sum(agents):,} agent intervals")
    except ImportError:
        print("  by Erlang A  not in this version; a later one wants a newer Python")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--work", type=pathlib.Path, help="where the virtual environment is kept")
    parser.add_argument("--bench", type=pathlib.Path, help="kwadrans-bench, if it is not in .build/release")
    parser.add_argument("--inside", action="store_true", help=argparse.SUPPRESS)
    setting = parser.parse_args()
    if setting.inside:
        return inside()
    week()
    bench = setting.bench or REPOSITORY / ".build" / "release" / "kwadrans-bench"
    if not bench.is_file():
        print(f"{bench} is not built; run 'make bench ARGS=queueing' first", file=sys.stderr)
        sys.exit(2)
    subprocess.run([bench, "queueing"], check=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = (setting.work or pathlib.Path(temporary)) / "venv-pyworkforce"
        python = folder / "bin" / "python"
        if not python.is_file():
            subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        found = subprocess.run([python, "-c", "import pyworkforce"], capture_output=True, check=False)
        if found.returncode != 0:
            subprocess.run(
                [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "pyworkforce"],
                check=True)
        sys.stdout.flush()
        subprocess.run([python, __file__, "--inside"], check=True)


if __name__ == "__main__":
    main()
