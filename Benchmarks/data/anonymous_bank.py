#!/usr/bin/env python3
"""Predicts the hours of a bank's call centre: who waits, who gives up, and for how long.

usage: anonymous_bank.py [FILE] [--days FROM..TO] [--fit-days FROM..TO] [--fit FILE]
                         [--kwadrans PATH] [--customers N] [--csv]

FILE holds calls as the Technion's "Anonymous Bank" data have them (CSV, also gzipped), with the columns
date, vru_exit, q_time, outcome, ser_time; without FILE, KWADRANS_SHARED names a folder with
data/anonymous-bank/calls.csv.gz. Working days there are Sunday to Thursday.

1. Service times (all for the mean; those of 10 s and more for the variation, since shorter ones are
   artefacts of hanging up) and the patience of everybody who queued, with the censoring of those who were
   answered: each law's by greatest likelihood, shown beside Kaplan and Meier's curve, which assumes none.
2. Arrivals: calls that reach the queue or an agent, by hour; a day is busier than another by a factor,
   which is the day's calls over the mean of all days.
3. Agents on duty are not recorded. For each hour the number is found that brings M/M/n+G (`kwadrans queue
   mmn-g`), averaged over the days as busy as they were, nearest to the three figures observed, by least
   squares; between whole numbers both are mixed.
4. `kwadrans simulate queue` predicts each day and hour with lognormal service, and the hours' figures are
   the means over days by calls.

Which law of patience, and whether agents are learnt from days as busy as they were or at the mean rate, is
chosen by what predicts days that were not learnt from: every third, every fourth day, and so on, of the days
learnt from are left out and predicted from the others. Nothing of the days to predict goes into the choice.

With --fit-days or --fit, steps 1 and 3 take other days, or all of another file: the hours of --days are then
predicted from the past. Else the days are also split: agents found on every other day predict the days
between. Beside each prediction stands what it has to beat: the figures of the days learnt from, taken as
they are.
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


def waits(calls):
    """How many queued for so many seconds, and gave up or were answered."""
    return collections.Counter((call.waited, call.gave_up) for call in calls if call.waited > 0)


def lognormal_patience(calls):
    """Mean of lognormal patience (s), and its standard deviation ÷ mean.

    Who was answered would have waited longer. The law is that of greatest likelihood under this censoring,
    found by steps that are halved.
    """
    waited = waits(calls)

    def likelihood(middle, spread):
        total = 0.0
        for (time, gave_up), count in waited.items():
            from_middle = (math.log(time) - middle) / spread
            if gave_up:
                total -= count * (math.log(time * spread) + from_middle**2 / 2)
            else:
                total += count * math.log(max(0.5 * math.erfc(from_middle / math.sqrt(2)), 1e-300))
        return total

    law, step = (5.0, 1.0), 0.5
    best = likelihood(*law)
    while step > 0.001:
        around = [(law[0] + a * step, max(law[1] + b * step, 0.05)) for a, b in ((1, 0), (-1, 0), (0, 1), (0, -1))]
        found, at = max((likelihood(*other), other) for other in around)
        if found > best:
            best, law = found, at
        else:
            step /= 2
    middle, spread = law
    return math.exp(middle + spread**2 / 2), math.sqrt(math.exp(spread**2) - 1)


def exponential_patience(calls):
    """Mean of exponential patience (s): time waited ÷ those who gave up."""
    waited = waits(calls)
    gave_up = sum(count for (_, left), count in waited.items() if left)
    return sum(time * count for (time, _), count in waited.items()) / max(gave_up, 1)


def kaplan_meier(calls):
    """The share whose patience is longer than each time (s) at which somebody left or was answered."""
    waited = waits(calls)
    curve, alive, kept = {}, sum(waited.values()), 1.0
    for time in sorted({time for time, _ in waited}):
        left = waited[time, True]
        kept *= 1 - left / alive
        alive -= left + waited[time, False]
        curve[time] = kept
    return curve


class Law(collections.namedtuple("Law", "mean variation kind patience spread by_day")):
    """Service (mean in s, standard deviation ÷ mean), patience, and how agents are learnt."""

    def longer(self, time):
        """The share whose patience is longer."""
        if self.kind == "exponential":
            return math.exp(-time / self.patience)
        spread = math.sqrt(math.log(1 + self.spread**2))
        middle = math.log(self.patience) - spread**2 / 2
        return 0.5 * math.erfc((math.log(time) - middle) / spread / math.sqrt(2))

    def words(self):
        return f"{self.kind} patience, agents learnt " + (
            "over days as busy as they were" if self.by_day else "at the mean rate")


def laws(calls):
    """The laws to choose from, as so many calls make them."""
    service = service_times(calls)
    exponential, lognormal = (exponential_patience(calls), 1.0), lognormal_patience(calls)
    return [
        Law(*service, kind, *patience, by_day)
        for by_day in (False, True)
        for kind, patience in (("exponential", exponential), ("lognormal", lognormal))]


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
        # One question for many teams.
        load = rate * law.mean / 3600
        first, last = max(1, int(load / 3)), int(3 * load) + 12
        if not first <= agents <= last:
            first = last = agents
        kind = ("--patience-kind", "lognormal", "--patience-variation", f"{law.spread:.4f}")
        answer = self.ask(
            "queue", "mmn-g", "--arrivals", f"{rate}/h", "--handling", f"{law.mean:.2f}s",
            "--patience", f"{law.patience:.2f}s", *(kind if law.kind == "lognormal" else ()),
            *(("--sweep", f"agents={first}...{last}") if last > first else ("--agents", str(agents))))
        return figures(answer[agents - first] if last > first else answer)

    def simulated(self, rate, law, agents):
        """The same by simulation, with lognormal service."""
        kind = f",lognormal,cv={law.spread:.4f}" if law.kind == "lognormal" else ""
        answer = self.ask(
            "simulate", "queue", "--arrivals", f"{rate}/h", "--handling",
            f"{law.mean:.2f}s,lognormal,cv={law.variation:.4f}", "--patience", f"{law.patience:.2f}s{kind}",
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


def rates(calls, hour, by_day=True):
    """Calls an hour on each day, by how busy the days were, to multiples of 3, so that the tool is asked
    once for days alike: a Counter; or the mean of all."""
    busy = collections.Counter(call.day for call in calls)
    mean = len(calls) / len(busy)
    in_hour = sum(call.hour == hour for call in calls) / len(busy)
    if not by_day:
        return collections.Counter({round(in_hour, 1): len(busy)})
    return collections.Counter(max(3, 3 * round(in_hour * count / mean / 3)) for count in busy.values())


def over_days(answer, by_rate, agents):
    """The mean of three figures over days, by calls; `answer` gives those of a rate and a team."""
    whole, part = divmod(round(agents * 10), 10)
    total, sums = 0.0, [0.0, 0.0, 0.0]
    for rate, days in by_rate.items():
        for number, weight in ((whole, 1 - part / 10), (whole + 1, part / 10)):
            if weight == 0 or number == 0:
                continue
            total += rate * days * weight
            for place, value in enumerate(answer(rate, number)):
                sums[place] += rate * days * weight * value
    return [value / total for value in sums]


def agents_by_hour(calls, law, tool):
    """The number of agents that explains each hour best; 5.3 stands for 5 and, in 30%, 6."""
    found = {}
    for hour in HOURS:
        here = [call for call in calls if call.hour == hour]
        if not here:
            continue
        by_rate, seen = rates(calls, hour, law.by_day), observed(here)

        def error(tenths):
            said = over_days(lambda *at: tool.theory(at[0], law, at[1]), by_rate, tenths / 10)
            # Waits count in units of a service, so that no figure outweighs the others.
            return (
                (said[0] - seen[0]) ** 2 + (said[1] - seen[1]) ** 2
                + ((said[2] - seen[2]) / law.mean) ** 2)

        # A team with so many more or fewer agents than calls in hand explains no queue.
        load = sum(by_rate.elements()) / by_rate.total() * law.mean / 3600
        whole = 10 * min(range(max(1, int(load / 2)), int(2 * load) + 3), key=lambda count: error(10 * count))
        found[hour] = min(range(max(10, whole - 10), whole + 11), key=error) / 10
    return found


def predict(calls, law, agents, answer):
    """Rows of hour, calls an hour, agents, observed and predicted figures."""
    days = len({call.day for call in calls})
    rows = []
    for hour in HOURS:
        here = [call for call in calls if call.hour == hour]
        if here and hour in agents:
            said = over_days(
                lambda *at: answer(at[0], law, at[1]), rates(calls, hour, law.by_day), agents[hour])
            rows.append((hour, len(here) / days, agents[hour], observed(here), said))
    return rows


def mean_errors(rows):
    """Mean absolute errors of the three figures."""
    return [sum(abs(row[3][place] - row[4][place]) for row in rows) / len(rows) for place in range(3)]


def learnt(calls, tool, says=None):
    """The law, of all there are, that predicts best what is left out of these days."""
    days = sorted({call.day for call in calls})
    errors = collections.defaultdict(list)
    for parts in (2, 3, 4):
        for part in range(parts if len(days) >= 2 * parts else 0):
            out = set(days[part::parts])
            rest, unseen = [call for call in calls if call.day not in out], [call for call in calls if call.day in out]
            for number, law in enumerate(laws(rest)):
                rows = predict(unseen, law, agents_by_hour(rest, law, tool), tool.theory)
                errors[number].append(mean_errors(rows))
    every = laws(calls)
    means = {number: [sum(column) / len(column) for column in zip(*of)] for number, of in errors.items()}
    # Waits in units of a service, as agents are learnt; without enough days, the simplest.
    best = min(means, key=lambda n: means[n][0] + means[n][1] + means[n][2] / every[n].mean, default=0)
    if says and means:
        says("days left out and predicted from the others, mean absolute errors:")
        for number, of in means.items():
            says(errors_line(f"{'*' if number == best else ' '} {every[number].words()}", of))
    return every[best]


def as_before(past, calls):
    """Errors of taking the past's figures for the predictions."""
    errors = []
    for hour in HOURS:
        pair = [[call for call in some if call.hour == hour] for some in (past, calls)]
        if all(pair):
            errors.append([abs(a - b) for a, b in zip(*map(observed, pair))])
    return [sum(column) / len(errors) for column in zip(*errors)]


def errors_line(title, errors):
    return (
        f"{title}: P(queue) {100 * errors[0]:.1f} pp, abandonment {100 * errors[1]:.1f} pp, "
        f"mean wait {errors[2]:.1f} s")


def report(title, rows, as_csv):
    """Prints the rows and the mean absolute errors."""
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
    print(
        errors_line(f"mean absolute error over {len(rows)} hours", mean_errors(rows)),
        file=sys.stderr if as_csv else sys.stdout)


def between(text):
    """A predicate of FROM..TO, both included; either may be left out."""
    first, separator, last = text.partition("..")
    try:
        begin = datetime.date.fromisoformat(first) if first else datetime.date.min
        end = datetime.date.fromisoformat(last) if last else datetime.date.max if separator else begin
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is no FROM..TO of dates such as 1999-02-01..1999-02-16")
    return lambda day: begin <= day <= end


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("file", nargs="?", help="the calls to predict")
    parser.add_argument("--days", type=between, help="the days to predict, FROM..TO; all if left out")
    parser.add_argument("--fit-days", type=between, help="the days to learn service, patience and agents from")
    parser.add_argument("--fit", help="a file of calls to learn from, if it is another")
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
    everything = read(file)
    calls = [call for call in everything if not options.days or options.days(call.day)]
    past = read(options.fit) if options.fit else everything if options.fit_days else calls
    past = [call for call in past if not options.fit_days or options.fit_days(call.day)]
    for some, name in ((calls, "--days"), (past, "--fit-days")):
        if not some:
            print(f"{name}: no calls of working days between 8 and 20", file=sys.stderr)
            return 2

    law = learnt(past, tool, None if options.csv else print)
    if not options.csv:
        days = sorted({call.day for call in calls})
        print(f"{len(calls)} calls on {len(days)} working days from {days[0]} to {days[-1]}")
        print(f"service: mean {law.mean:.0f} s, standard deviation {law.variation:.2f} of it")
        print(f"patience longer than   Kaplan-Meier   {law.kind}")
        curve = kaplan_meier(past)
        for time in (10, 30, 60, 120, 240, 480):
            if min(curve) <= time:
                seen = min(kept for at, kept in curve.items() if at <= time)
                print(f"{time:16} s   {100 * seen:11.1f}%  {100 * law.longer(time):9.1f}%")
    agents = agents_by_hour(past, law, tool)
    others = bool(options.fit or options.fit_days)
    report(
        "agents learnt from other days:" if others else "agents learnt from the same days:",
        predict(calls, law, agents, tool.simulated), options.csv)
    if options.csv:
        return 0
    if others:
        print(errors_line("the other days' own figures", as_before(past, calls)))
        return 0
    days = sorted({call.day for call in calls})
    odd, even = ([call for call in calls if call.day in set(half)] for half in (days[::2], days[1::2]))
    for learning, shown in ((odd, even), (even, odd)):
        law = learnt(learning, tool, print)
        report(
            f"{len({call.day for call in shown})} days predicted from the days between:",
            predict(shown, law, agents_by_hour(learning, law, tool), tool.simulated), False)
        print(errors_line("the other days' own figures", as_before(learning, shown)))
    return 0


if __name__ == "__main__":
    sys.exit(main())
