#!/usr/bin/env python3
"""Simulates M/M/50 by kwadrans-bench and by PyPI's simpy and ciw: customers a second on one core.

usage: simulation.py [--work FOLDER] [--bench PATH] [--customers N]

simpy and ciw are installed into a virtual environment in the working folder, which is temporary unless
--work names one. README.md has the rest.
"""

import argparse
import pathlib
import random
import subprocess
import sys
import tempfile
import time

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent.parent
AGENTS, ARRIVALS, HANDLING, PATIENCE = 50, 0.75, 60.0, 120.0


def by_simpy(customers, patience):
    import simpy
    luck = random.Random(1)
    desk = simpy.Environment()
    agents = simpy.Resource(desk, capacity=AGENTS)
    waits, left = [], [0]

    def customer():
        came = desk.now
        with agents.request() as request:
            if patience:
                yield request | desk.timeout(luck.expovariate(1 / patience))
                if not request.triggered:
                    left[0] += 1
                    waits.append(desk.now - came)
                    return
            else:
                yield request
            waits.append(desk.now - came)
            yield desk.timeout(luck.expovariate(1 / HANDLING))

    def source():
        for _ in range(customers):
            yield desk.timeout(luck.expovariate(ARRIVALS))
            desk.process(customer())

    desk.process(source())
    desk.run()
    return sum(waits) / len(waits), left[0] / customers


def by_ciw(customers, patience):
    import ciw
    network = dict(
        arrival_distributions=[ciw.dists.Exponential(ARRIVALS)],
        service_distributions=[ciw.dists.Exponential(1 / HANDLING)], number_of_servers=[AGENTS])
    if patience:
        network["reneging_time_distributions"] = [ciw.dists.Exponential(1 / patience)]
    ciw.seed(1)
    simulation = ciw.Simulation(ciw.create_network(**network))
    simulation.simulate_until_max_customers(customers)
    records = simulation.get_all_records()
    left = sum(1 for record in records if record.record_type == "renege")
    return sum(record.waiting_time for record in records) / len(records), left / len(records)


def in_own_process(tool, customers, patience):
    """One tool after the other, each in a process of its own; this file calls itself."""
    command = [str(tool), __file__, "--one", f"{patience}", "--customers", f"{customers}"]
    return lambda name: subprocess.run(
        command + ["--tool", name], check=True, capture_output=True, text=True).stdout.strip()


def one(name, customers, patience):
    work = {"simpy": by_simpy, "ciw": by_ciw}[name]
    start = time.process_time()
    wait, left = work(customers, patience)
    seconds = time.process_time() - start
    print(f"{name:8} {customers / seconds / 1000:8.0f} k customers/s   "
          f"mean wait {wait:6.2f} s   give up {100 * left:5.2f}%")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--work", type=pathlib.Path)
    parser.add_argument(
        "--bench", type=pathlib.Path, default=REPOSITORY / ".build" / "release" / "kwadrans-bench")
    parser.add_argument("--customers", type=int, default=100_000)
    parser.add_argument("--tool")
    parser.add_argument("--one", type=float)
    options = parser.parse_args()
    if options.tool:
        return one(options.tool, options.customers, options.one)
    with tempfile.TemporaryDirectory() as temporary:
        work = options.work or pathlib.Path(temporary)
        python = work / "venv" / "bin" / "python"
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(work / "venv")], check=True)
            subprocess.run([str(python), "-m", "pip", "install", "-q", "simpy", "ciw"], check=True)
        for patience in (0.0, PATIENCE):
            print(f"{AGENTS} agents, {60 * ARRIVALS:.0f} a minute, {HANDLING:.0f} s"
                  + (f", patience {patience:.0f} s" if patience else ""))
            run = in_own_process(python, options.customers, patience)
            for name in ("simpy", "ciw"):
                print("  " + run(name))
        if options.bench.exists():
            print(subprocess.run(
                [str(options.bench), "simulation"], check=True, capture_output=True, text=True).stdout)
        else:
            print(f"'{options.bench}' is not built: make bench")


if __name__ == "__main__":
    main()
