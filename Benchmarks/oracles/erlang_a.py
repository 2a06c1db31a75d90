"""Expected values of the Erlang A tests, at 260 digits; prints rows for ErlangATables.swift.

Needs mpmath. The chain is summed as it stands: B by its recursion, A by its series. Where that is
quick, the share served in time is checked against the integral over the offered wait, too.
"""

import mpmath as mp

# So many, as a share of 1e-219 in time is what is left of one.
mp.mp.dps = 260


def inverse_blocking(n, a):
    inverse = mp.mpf(1)
    for k in range(1, n + 1):
        inverse = 1 + inverse * k / a
    return inverse


def sums(x, z):
    """Sum of t_j over j >= 0 and of j t_j, with t_j = z^j / ((x + 1) ... (x + j))."""
    total, weighted, term, j = mp.mpf(1), mp.mpf(0), mp.mpf(1), 0
    while True:
        j += 1
        term *= z / (x + j)
        total += term
        weighted += j * term
        if j > z - x and j * term < mp.mpf(10) ** -255 * total:
            return total, weighted


def erlang_a(load, agents, handle, patience, t):
    a, h, p, t = map(mp.mpf, (load, handle, patience, t))
    x, y = agents * p / h, a * p / h
    total, weighted = sums(x, y)
    rest = inverse_blocking(agents, a) - 1
    wait = total / (total + rest)
    s = t / p
    z = y * mp.exp(-s)
    fall = mp.exp(y - z - x * s)
    later, later_weighted = sums(x, z)
    scale = wait * fall / total
    served_late = scale * (later - 1) * x / y
    lost_late = scale * later_weighted / y
    lost = wait * weighted / (y * total)
    level = 1 - wait + wait * (total - 1) / total * x / y - served_late
    if y < 1000:
        f = lambda u: mp.exp(y * (1 - mp.exp(-u)) - x * u)
        whole = mp.quad(f, mp.linspace(0, 1, 9)) + mp.quad(f, [1, 2, 5, 10, 40, 200])
        part = mp.quad(lambda u: mp.exp(-u) * f(u), mp.linspace(0, s, 9))
        assert abs((1 - wait + wait * part / whole) / level - 1) < mp.mpf(10) ** -20, (load, agents)
    return wait, lost, level, served_late + lost_late, lost_late


def show(v):
    if v < mp.mpf(10) ** -307:
        return "0"
    return mp.nstr(v, 18, min_fixed=0, max_fixed=0)


for row in [
    (48.0, 50, 60.0, 120.0, 20.0), (0.001, 1, 300.0, 60.0, 10.0), (6.15, 6, 204.0, 348.0, 20.0),
    (6.0, 2, 204.0, 348.0, 20.0), (100.0, 20, 300.0, 120.0, 20.0), (100.0, 20, 300.0, 120.0, 600.0),
    (50.0, 80, 60.0, 600.0, 600.0), (3.0, 5, 60.0, 6.0, 20.0), (30.0, 31, 300.0, 300.0, 28800.0),
    (1000.0, 1000, 60.0, 60.0, 5.0), (1000.0, 1010, 300.0, 3e6, 20.0),
    (1000.0, 990, 300.0, 3e6, 20.0), (1000.0, 990, 300.0, 3e6, 40000.0), (5000.0, 4990, 60.0, 600.0, 30.0),
    (5000.0, 5010, 60.0, 600.0, 30.0), (5000.0, 3000, 60.0, 600.0, 300.0),
    (1e6, 1_000_000, 300.0, 120.0, 1.0), (1e6, 1_001_000, 300.0, 1200.0, 0.25),
    (1e6, 999_000, 300.0, 1200.0, 1.5),
]:
    print(f"  ({', '.join(repr(v) for v in row)}, {', '.join(map(show, erlang_a(*row)))}),", flush=True)
