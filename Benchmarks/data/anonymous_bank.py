#!/usr/bin/env python3
"""Predicts the hours of a bank's call centre: who waits, who gives up, and for how long.

usage: anonymous_bank.py [FILE] [--fit FILE] [--kwadrans PATH] [--customers N] [--csv]

FILE holds calls as the Technion's "Anonymous Bank" data have them (CSV, also gzipped), with the columns
date, vru_exit, q_time, outcome, ser_time; without FILE, KWADRANS_SHARED names a folder with
data/anonymous-bank/calls.csv.gz. Working days there are Sunday to Thursday.

1. Service times (all for the mean; those of 10 s and more for the variation, since shorter ones are
   artefacts of hanging up) and the patience of everybody who queued, with the censoring of those who were
   answered: Kaplan-Meier's median, and a mean; and how many leave at once.
2. Arrivals: calls that reach the queue or an agent, by hour; a day is busier than another by a factor,
   which is the day's calls over the mean of all days.
3. Agents on duty are not recorded. For each hour the number is found that brings M/M/n+G (`kwadrans queue
   mmn-g`) nearest to the three figures observed, by least squares; between whole numbers both are mixed.
4. `kwadrans simulate queue` predicts each day and hour with lognormal service, and the hours' figures are
   the means over days by calls.

With --fit, steps 1 and 3 take another file: the hours of FILE are then predicted from the past. With one
file only, it is also split: agents found on every other day predict the days between.
"""

import argparse
import collections
import csv
import datetime
import gzip
import json
import math
import os
import pathlib
import subprocess
import sys

REPOSITORY = pathlib.Path(__file__).resolve().parent.parent.parent
HOURS = range(8, 20)
MOST_AGENTS = 40


class Call(collections.namedtuple("Call", "day hour waited gave_up service")):
    """One call that reached the queue or an agent."""


def read(path):
    """The calls of working days between 8 and 20."""
    opener = gzip.open if str(path).endswith(".gz") else open
    calls = []
    with opener(path, "rt", newline="") as file:
        for row in csv.DictReader(file):
            day = datetime.date.fromisoformat(row["date"])
            hour = int(row["vru_exit"][:2])
            if day.weekday() in (4, 5) or hour not in HOURS or row["outcome"] not in ("AGENT", "HANG"):
                continue
            gave_up = row["outcome"] == "HANG"
            if gave_up and row["q_time"] == "0":
                continue  # hung up without queueing: 329 of them in one hour of an outage
            service = None if gave_up else int(row["ser_time"])
            calls.append(Call(day, hour, int(row["q_time"]), gave_up, service))
    if not calls:
        sys.exit(f"{path}: no calls of working days between 8 and 20")
    return calls


def service_times(calls):
    """Mean of all service times (s); standard deviation ÷ mean of those of 10 s and more."""
    all_times = [call.service for call in calls if call.service is not None]
    times = [time for time in all_times if time >= 10]
    mean = sum(times) / len(times)
    variance = sum((time - mean) ** 2 for time in times) / (len(times) - 1)
    return sum(all_times) / len(all_times), math.sqrt(variance) / mean


def patience(calls):
    """Mean patience (s) of those who wait at all, the share who leave within 5 s, and the median.

    Who was answered would have waited longer. The mean is the estimate of greatest likelihood for
    exponential patience under that censoring, time waited per customer lost, from the sixth second on:
    in queues it is the loss per second that counts, not the few who would hold on for an hour. The
    median is Kaplan and Meier's, which assumes no curve.
    """
    waited = sorted((call.waited, call.gave_up) for call in calls if call.waited > 0)
    at_once = sum(1 for time, gave_up in waited if gave_up and time <= 5) / len(waited)
    rest = [(time - 5, gave_up) for time, gave_up in waited if time > 5]
    mean = sum(time for time, _ in rest) / sum(gave_up for _, gave_up in rest)
    alive, survival, median = len(waited), 1.0, None
    for time, gave_up in waited:
        survival *= 1 - gave_up / alive
        alive -= 1
        if survival <= 0.5 and median is None:
            median = time
    return mean, at_once, median


def observed(calls):
    """Share that queued, share that gave up, mean wait (s)."""
    count = len(calls)
    return (
        sum(call.waited > 0 for call in calls) / count,
        sum(call.gave_up for call in calls) / count,
        sum(call.waited for call in calls) / count,
    )


class Tool:
    """Asks kwadrans, each question once."""

    def __init__(self, path, customers):
        self.path, self.customers, self.known = path, customers, {}

    def ask(self, *arguments):
        if arguments not in self.known:
            run = subprocess.run(
                [self.path, *arguments, "--format", "json"], capture_output=True, text=True, check=False)
            if run.returncode != 0:
                sys.exit(f"{' '.join(arguments)}: {run.stderr.strip()}")
            self.known[arguments] = json.loads(run.stdout)
        return self.known[arguments]

    def theory(self, rate, law, agents):
        """P(queue), abandonment and mean wait (s) by M/M/n+G, at so many calls an hour."""
        mean, _, patient, at_once = law
        answer = self.ask(
            "queue", "mmn-g", "--arrivals", f"{rate:.3f}/h", "--handling", f"{mean:.2f}s",
            "--patience", f"{patient:.2f}s", "--leaving-at-once", f"{100 * at_once:.3f}%",
            "--agents", str(agents))
        return figures(answer)

    def simulated(self, rate, law, agents):
        """The same by simulation, with lognormal service."""
        mean, variation, patient, at_once = law
        answer = self.ask(
            "simulate", "queue", "--arrivals", f"{rate:.3f}/h", "--handling",
            f"{mean:.2f}s,lognormal,cv={variation:.4f}", "--patience", f"{patient:.2f}s",
            "--agents", str(agents), "--customers", str(self.customers), "--seed", "1")
        return figures(answer)


def figures(answer):
    """What the tool calls the three figures."""
    answer = answer.get("results", answer)

    def value(*names):
        for name in names:
            if name in answer:
                found = answer[name]
                return found["value"] if isinstance(found, dict) else found
        sys.exit(f"kwadrans has none of {names}: {sorted(answer)}")

    return (
        value("wait_probability"), value("abandonment"), value("mean_wait_s"),
    )


def agents_by_hour(calls, law, tool):
    """The number of agents that explains each hour best; 5.3 stands for 5 and, in 30%, 6."""
    days = {call.day for call in calls}
    found = {}
    for hour in HOURS:
        here = [call for call in calls if call.hour == hour]
        if not here:
            continue
        rate = len(here) / len(days)
        seen = observed(here)
        best = None
        for agents in range(1, MOST_AGENTS):
            low, high = tool.theory(rate, law, agents), tool.theory(rate, law, agents + 1)
            for tenths in range(10):
                part = tenths / 10
                mixed = [(1 - part) * a + part * b for a, b in zip(low, high)]
                # Waits count in units of a service, so that no figure outweighs the others.
                error = (
                    (mixed[0] - seen[0]) ** 2 + (mixed[1] - seen[1]) ** 2
                    + ((mixed[2] - seen[2]) / law[0]) ** 2)
                if best is None or error < best[0]:
                    best = error, agents + part
            if low[0] < seen[0] / 2:
                break
        found[hour] = best[1]
    return found


def predict(calls, law, agents, tool):
    """Rows of hour, calls an hour, agents, observed and predicted figures."""
    days = sorted({call.day for call in calls})
    by_day = collections.Counter(call.day for call in calls)
    mean = sum(by_day.values()) / len(days)
    rows = []
    for hour in HOURS:
        here = [call for call in calls if call.hour == hour]
        if not here or hour not in agents:
            continue
        whole, part = divmod(round(agents[hour] * 10), 10)
        total, sums = 0.0, [0.0, 0.0, 0.0]
        for day in days:
            # To whole calls an hour, so that days alike are simulated once.
            rate = max(1, round(len(here) / len(days) * by_day[day] / mean))
            for number, weight in ((whole, 1 - part / 10), (whole + 1, part / 10)):
                if weight == 0 or number == 0:
                    continue
                for place, value in enumerate(tool.simulated(rate, law, number)):
                    sums[place] += rate * weight * value
            total += rate
        rows.append((hour, len(here) / len(days), agents[hour], observed(here), [s / total for s in sums]))
    return rows


def report(title, rows, as_csv):
    """Prints the rows and returns the mean absolute errors."""
    if as_csv:
        print("hour,calls,agents,queue_seen,queue,abandoned_seen,abandoned,wait_seen_s,wait_s")
        for hour, calls, agents, seen, said in rows:
            print(
                f"{hour},{calls:.1f},{agents},{seen[0]:.4f},{said[0]:.4f},{seen[1]:.4f},{said[1]:.4f},"
                f"{seen[2]:.1f},{said[2]:.1f}")
    else:
        print(f"\n{title}")
        print("hour   calls/h  agents   P(queue)          abandoned         mean wait")
        print("                         seen predicted    seen predicted    seen predicted")
        for hour, calls, agents, seen, said in rows:
            print(
                f"{hour:02}-{hour + 1:02}  {calls:7.1f}  {agents:6.1f}   {100 * seen[0]:4.1f}%    {100 * said[0]:4.1f}%"
                f"   {100 * seen[1]:4.1f}%    {100 * said[1]:4.1f}%   {seen[2]:4.0f} s    {said[2]:4.0f} s")
    errors = [sum(abs(row[3][place] - row[4][place]) for row in rows) / len(rows) for place in range(3)]
    print(
        f"mean absolute error over {len(rows)} hours: P(queue) {100 * errors[0]:.1f} pp, "
        f"abandonment {100 * errors[1]:.1f} pp, mean wait {errors[2]:.1f} s",
        file=sys.stderr if as_csv else sys.stdout)
    return errors


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file", nargs="?", help="the calls to predict")
    parser.add_argument("--fit", help="the calls to learn service, patience and agents from")
    parser.add_argument("--kwadrans", default=str(REPOSITORY / ".build/release/kwadrans"))
    parser.add_argument("--customers", type=int, default=200_000, help="simulated for each figure")
    parser.add_argument("--csv", action="store_true")
    options = parser.parse_args()
    shared = os.environ.get("KWADRANS_SHARED")
    file = options.file or (shared and f"{shared}/data/anonymous-bank/calls.csv.gz")
    if not file or not pathlib.Path(file).is_file():
        print("name a file of calls, or KWADRANS_SHARED, a folder with data/anonymous-bank", file=sys.stderr)
        return 2
    if not pathlib.Path(options.kwadrans).is_file():
        print(f"{options.kwadrans} is not built: make build, or --kwadrans PATH", file=sys.stderr)
        return 2
    tool = Tool(options.kwadrans, options.customers)
    calls = read(file)
    past = read(options.fit) if options.fit else calls
    mean, variation = service_times(past)
    patient, at_once, median = patience(past)
    law = mean, variation, patient, at_once
    if not options.csv:
        days = len({call.day for call in calls})
        print(f"{len(calls)} calls on {days} working days from {calls[0].day} on")
        print(f"service: mean {mean:.0f} s, standard deviation {variation:.2f} of it")
        print(
            f"patience: mean {patient:.0f} s, median {median or 'beyond all waits'} s (Kaplan-Meier); "
            f"{100 * at_once:.1f}% of those who queue leave within 5 s")
    agents = agents_by_hour(past, law, tool)
    report(
        "agents learnt from the past:" if options.fit else "agents learnt from the same days:",
        predict(calls, law, agents, tool), options.csv)
    if not options.fit and not options.csv:
        days = sorted({call.day for call in calls})
        odd, even = set(days[::2]), set(days[1::2])
        for learnt, shown in ((odd, even), (even, odd)):
            learning = [call for call in calls if call.day in learnt]
            law = (*service_times(learning), *patience(learning)[:2])
            agents = agents_by_hour(learning, law, tool)
            report(
                f"{len(shown)} days predicted from the {len(learnt)} days between:",
                predict([call for call in calls if call.day in shown], law, agents, tool), False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
