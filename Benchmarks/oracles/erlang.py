"""Expected values of the Erlang B and C tests, at 60 digits; prints rows for ErlangTables.swift.

Needs mpmath. Two independent ways where both are quick: the recursion of 1/B, and the closed form
B = a^n e^-a / Gamma(n + 1, a). They must agree to 30 digits, or the script stops.
"""

import mpmath as mp

mp.mp.dps = 60


def inverse_blocking(n, a):
    a, inverse = mp.mpf(a), mp.mpf(1)
    for k in range(1, n + 1):
        inverse = 1 + inverse * k / a
    return inverse


def blocking(n, a):
    b = 1 / inverse_blocking(n, a)
    if n <= 2000:
        x = mp.mpf(a)
        closed = mp.exp(n * mp.log(x) - x - mp.log(mp.gammainc(n + 1, x)))
        assert abs(closed / b - 1) < mp.mpf(10) ** -30, (n, a)
    return b


def waiting(n, a):
    b, a = blocking(n, a), mp.mpf(a)
    return n * b / (n - a * (1 - b))


def show(x):
    return mp.nstr(x, 20, min_fixed=0, max_fixed=0)


print("blocking: (load, agents, expected)")
for a, n in [
    (0.001, 1), (0.001, 5), (0.001, 90), (0.57, 3), (6.0, 8), (1000.0, 10), (1000.0, 500),
    (1000.0, 1000), (1000.0, 1100), (1000.0, 1500), (1000.0, 2000), (1e5, 1000), (1e6, 10),
    (1e6, 1_000_000), (1e6, 1_010_000), (1e6, 1_035_000), (1e12, 5),
]:
    print(f"    ({a!r}, {n}, {show(blocking(n, a))}),")
print("waiting: (load, agents, expected)")
for a, n in [
    (0.001, 1), (0.001, 40), (5.999999999, 6), (5.999999999999, 6), (6.0, 60), (150.0, 165),
    (999.5, 1000), (1000.0, 1001), (1000.0, 2000), (1e6 - 1e-6, 1_000_000), (1e6, 1_001_000),
]:
    print(f"    ({a!r}, {n}, {show(waiting(n, a))}),")
print("answered in time: (load, agents, t / handling, share answered)")
for a, n, r in [
    (6.0, 8, 20 / 240), (5.999999999999, 6, 1e-6), (0.001, 1, 0.0), (1000.0, 1001, 12.0),
    (999.5, 1000, 1e-12),
]:
    late = waiting(n, a) * mp.exp(-(n - mp.mpf(a)) * mp.mpf(r))
    print(f"    ({a!r}, {n}, {r!r}, {show(1 - late)}),")
print("least agents: (load, handling, within, share, expected)")
for a, h, t, s in [
    (6.0, 240.0, 20.0, 0.8), (6.0, 240.0, 2880.0, 0.8), (6.5, 240.0, 2880.0, 0.99),
    (51.92, 300.0, 3600.0, 0.95), (51.92, 300.0, 28800.0, 0.999), (0.2, 300.0, 0.0, 0.8),
    (0.001, 600.0, 10.0, 0.999999), (1e5, 300.0, 20.0, 0.8), (12.3, 180.0, 0.0, 0.9999999999),
]:
    x, n, inverse = mp.mpf(a), 0, mp.mpf(1)
    while True:
        n += 1
        inverse = 1 + inverse * n / x
        if n <= x:
            continue
        c = n / inverse / (n - x * (1 - 1 / inverse))
        # The share is the decimal a person wrote, so a tie counts as met.
        if c * mp.exp(-(n - x) * mp.mpf(t) / mp.mpf(h)) <= 1 - mp.mpf(repr(s)) + mp.mpf(10) ** -16:
            break
    print(f"    ({a!r}, {h!r}, {t!r}, {s!r}, {n}),")
