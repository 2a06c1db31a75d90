"""Expected plans for accepting work by a sample, found by trying every plan in exact fractions.

Usage: python3 Benchmarks/oracles/acceptance.py
"""
from fractions import Fraction
from math import ceil, comb, floor

PRODUCER, CONSUMER = Fraction(5, 100), Fraction(10, 100)


def endless(n, c, share):
    return sum(comb(n, k) * share**k * (1 - share) ** (n - k) for k in range(c + 1))


def of(population, faults, n, c):
    ways = sum(comb(faults, k) * comb(population - faults, n - k) for k in range(min(c, n) + 1))
    return Fraction(ways, comb(population, n))


def plan(accept, refuse, population=None):
    for n in range(1, (population or 2000) + 1):
        for c in range(n):
            if population:
                good = of(population, floor(accept * population), n, c)
                bad = of(population, ceil(refuse * population), n, c)
            else:
                good, bad = endless(n, c, accept), endless(n, c, refuse)
            if bad > CONSUMER:
                break
            if 1 - good <= PRODUCER:
                return n, c, float(1 - good), float(bad)
    return None


for accept, refuse, population in [
    ("0.025", "0.09", None), ("0.01", "0.05", None), ("0.02", "0.08", None), ("0", "0.05", None),
    ("0.01", "0.05", 200), ("0.02", "0.1", 100), ("0.025", "0.09", 1000), ("0.01", "0.074", 150),
    ("0.01", "0.07", 100),
]:
    print(accept, refuse, population, plan(Fraction(accept), Fraction(refuse), population))
