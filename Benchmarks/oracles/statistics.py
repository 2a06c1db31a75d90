"""Expected values for the target Statistics; prints rows for StatisticsTables.swift.

Needs mpmath, scipy, statsmodels and krippendorff (all from PyPI). Tails and quantiles come from
mpmath at 40 digits or exact rationals, the rest from the packages named beside each table.
"""

from fractions import Fraction
from math import comb

import krippendorff
import mpmath as mp
import numpy as np
from scipy import optimize, stats
from statsmodels.stats.inter_rater import cohens_kappa, fleiss_kappa
from statsmodels.stats.proportion import proportion_confint

mp.mp.dps = 40


def show(x):
    if isinstance(x, str):
        return x
    if isinstance(x, (bool, int, np.integer)):
        return str(int(x))
    x = float(x)
    return repr(x)


def table(name, types, rows):
    print(f"  static let {name}: [({types})] = [")
    for row in rows:
        print("    (" + ", ".join(show(cell) for cell in row) + "),")
    print("  ]")


# ---- Distributions: mpmath ----------------------------------------------------------------------
def beta_below(a, b, x):
    """I_x(a, b), from whichever tail is small."""
    return mp.betainc(a, b, 0, mp.mpf(x), regularized=True)


betas = []
for a, b in [(0.5, 0.5), (1, 1), (0.01, 3), (2, 30), (81, 183), (0.5, 40), (5000, 2000), (1e6, 9e6), (300000.5, 0.75)]:
    mean = a / (a + b)
    sd = (mean * (1 - mean) / (a + b + 1)) ** 0.5
    for x in {mean, max(mean - 3 * sd, mean / 10), min(mean + 3 * sd, (1 + 9 * mean) / 10)}:
        if a + b > 1e5:
            # mpmath's series is slow for these: its quadrature is not.
            A, B = mp.mpf(a), mp.mpf(b)
            log_b = mp.loggamma(A) + mp.loggamma(B) - mp.loggamma(A + B)
            f = lambda t: mp.exp((A - 1) * mp.log(t) + (B - 1) * mp.log1p(-t) - log_b)
            points = [mp.mpf(0)] + [p for p in (mean - k * sd for k in (40, 20, 10, 5, 2, 1)) if 0 < p < x] + [mp.mpf(x)]
            betas.append((a, b, x, mp.quad(f, points)))
        else:
            betas.append((a, b, x, beta_below(a, b, x)))
table("beta", "a: Double, b: Double, x: Double, chance: Double", betas)

quantiles = []
for a, b in [(0.5, 0.5), (2, 30), (81, 183), (1, 20), (0.2, 0.3), (30, 0.4)]:
    for p in (1e-10, 0.001, 0.025, 0.5, 0.9, 0.999):
        guess = stats.beta.ppf(p, a, b)
        if not 1e-12 < guess < 1 - 1e-6:
            continue
        near = mp.mpf(min(guess, 1 - guess)) * mp.mpf("1e-7")
        f = lambda x: mp.log(beta_below(a, b, x)) - mp.log(mp.mpf(p))
        x = mp.findroot(f, (guess - near, guess + near), solver="illinois")
        quantiles.append((a, b, p, x))
table("betaQuantiles", "a: Double, b: Double, share: Double, x: Double", quantiles)

table("normalQuantiles", "share: Double, z: Double",
      [(p, mp.sqrt(2) * mp.erfinv(2 * mp.mpf(p) - 1)) for p in (1e-9, 0.001, 0.025, 0.3, 0.5, 0.6, 0.975, 0.999)])

students = []
for degrees in (1, 2, 5, 9, 30, 1000):
    for p in (0.6, 0.9, 0.975, 0.9995):
        tail = 2 * (1 - mp.mpf(p))
        guess = stats.t.ppf(p, degrees)
        f = lambda t: mp.betainc(mp.mpf(degrees) / 2, 0.5, 0, degrees / (degrees + t * t), regularized=True) - tail
        students.append((p, degrees, mp.findroot(f, mp.mpf(guess))))
table("studentQuantiles", "share: Double, degrees: Int, t: Double", students)


def binomial(n, p, k):
    p = Fraction(p)
    return sum(comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(k + 1))


rows = []
for n, p, ks in [(5, 0.9, (2, 3, 4)), (10, 0.9, (4, 6, 7)), (30, 0.25, (0, 7, 20)), (100, 0.9, (60, 83, 90, 99)), (400, 0.001, (0, 1, 5))]:
    rows += [(n, p, k, mp.mpf(x.numerator) / x.denominator) for k in ks for x in [binomial(n, p, k)]]
table("binomial", "cases: Int, chance: Double, most: Int, atMost: Double", rows)

rows = []
for N, D, n, ks in [(50, 5, 10, (0, 1, 4)), (1000, 50, 57, (0, 3, 10)), (2000, 700, 300, (70, 105, 140)), (30, 25, 20, (15, 16, 19))]:
    for k in ks:
        x = Fraction(sum(comb(D, i) * comb(N - D, n - i) for i in range(k + 1) if n - i <= N - D), comb(N, n))
        rows.append((N, D, n, k, mp.mpf(x.numerator) / x.denominator))
table("hypergeometric", "population: Int, marked: Int, drawn: Int, most: Int, atMost: Double", rows)

# ---- Intervals of shares: statsmodels -----------------------------------------------------------
rows = []
for k, n in [(81, 263), (15, 148), (0, 20), (1, 29), (29, 29), (4, 5), (900, 1000)]:
    for level in (0.95, 0.998, 0.8):
        wilson = proportion_confint(k, n, 1 - level, "wilson")
        exact = proportion_confint(k, n, 1 - level, "beta")
        exact = [0.0 if k == 0 else exact[0], 1.0 if k == n else exact[1]]
        rows.append((k, n, level, *wilson, *exact))
table("proportions", "kept: Int, all: Int, level: Double, low: Double, high: Double, exactLow: Double, exactHigh: Double", rows)

# ---- Corrected shares: Lang and Reiczigel's formulas, written from the counts --------------------
rows = []
for seen, cases, found, misses, passed, good in [(27, 650, 50, 100, 199, 200), (125, 1000, 80, 100, 95, 100), (12, 40, 18, 20, 45, 50)]:
    z = mp.sqrt(2) * mp.erfinv(mp.mpf("0.95"))
    n, ns, nc = cases + z**2, misses + 2, good + 2
    p, s, c = (seen + z**2 / 2) / n, mp.mpf(found + 1) / ns, mp.mpf(passed + 1) / nc
    share = (p + c - 1) / (s + c - 1)
    spread = mp.sqrt(p * (1 - p) / n + s * (1 - s) / ns * share**2 + c * (1 - c) / nc * (1 - share) ** 2) / (s + c - 1)
    shift = 2 * z**2 * (share * s * (1 - s) / ns - (1 - share) * c * (1 - c) / nc)
    ends = [min(1, max(0, share + shift + sign * z * spread)) for sign in (-1, 1)]
    point = (mp.mpf(seen) / cases + mp.mpf(passed) / good - 1) / (mp.mpf(found) / misses + mp.mpf(passed) / good - 1)
    rows.append((seen, cases, found, misses, passed, good, point, *ends))
table("corrected", "seen: Int, cases: Int, found: Int, misses: Int, passed: Int, good: Int, share: Double, low: Double, high: Double", rows)

# ---- Agreement: statsmodels and krippendorff ----------------------------------------------------
rows = []
for name, counts in [("[[20, 5], [10, 15]]", [[20, 5], [10, 15]]), ("[[11, 3, 1], [1, 8, 4], [0, 2, 13]]", [[11, 3, 1], [1, 8, 4], [0, 2, 13]])]:
    for weights, wt in [(".none", None), (".linear", "linear"), (".quadratic", "quadratic")]:
        result = cohens_kappa(np.array(counts), wt=wt)
        rows.append((name, weights, result.kappa, result.std_kappa))
table("cohen", "table: [[Int]], weights: CohenKappa.Weights, kappa: Double, error: Double", rows)

fleiss = [[0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1],
          [7, 7, 0, 0, 0], [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7]]
print(f"  static let fleiss = {float(fleiss_kappa(np.array(fleiss)))!r}")

nan = np.nan
four = np.array([[1, 2, 3, 3, 2, 1, 4, 1, 2, nan, nan, nan], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, nan, 3],
                 [nan, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, nan], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, nan]])
three = np.array([[nan] * 5 + [3, 4, 1, 2, 1, 1, 3, 3, nan, 3], [1, nan, 2, 1, 3, 3, 4, 3] + [nan] * 7,
                  [nan, nan, 2, 1, 3, 4, 4, nan, 2, 1, 1, 3, 3, nan, 4]])
rows = []
for name, data in [(".four", four), (".three", three)]:
    for scale in ("nominal", "ordinal", "interval", "ratio"):
        rows.append((name, "." + scale, krippendorff.alpha(reliability_data=data, level_of_measurement=scale)))
table("alphas", "example: Example, scale: KrippendorffAlpha.Scale, alpha: Double", rows)

# ---- Shrinking: exact sums with another arrangement of the moments ------------------------------
kept, cases = [9, 28, 5, 44, 18, 60], [10, 30, 10, 50, 20, 60]
p = np.array(kept) / np.array(cases)
n = np.array(cases, float)
mu = sum(kept) / sum(cases)
# The correlation at which the expected sum of squares is the one seen.
seen = float((n * (p - mu) ** 2).sum())


def expected(rho):
    variance = mu * (1 - mu) * (rho + (1 - rho) / n)
    mean_variance = (n**2 * variance).sum() / n.sum() ** 2
    return float((n * (variance - 2 * n * variance / n.sum() + mean_variance)).sum()) - seen


rho = optimize.brentq(expected, -0.5, 0.999, xtol=1e-15)
weight = (1 - rho) / rho
rows = []
for k, m in zip(kept, cases):
    a, b = k + mu * weight, m - k + (1 - mu) * weight
    rows.append((k, m, a / (a + b), stats.beta.ppf(0.025, a, b), stats.beta.isf(0.025, a, b)))
print(f"  static let correlation = {rho!r}")
table("shrunk", "kept: Int, all: Int, share: Double, low: Double, high: Double", rows)

# ---- Funnel: scipy ------------------------------------------------------------------------------
rows = []
for p0 in (0.9, 0.5, 0.97):
    for n in (10, 30, 100, 1000):
        for level in (0.95, 0.998):
            tail = (1 - level) / 2
            rows.append((p0, n, level, stats.binom.ppf(tail, n, p0), stats.binom.isf(tail, n, p0)))
table("funnels", "expected: Double, cases: Int, level: Double, low: Double, high: Double", rows)

# ---- Plans: scipy -------------------------------------------------------------------------------
rows = []
for n, c, share in [(125, 7, 0.025), (80, 5, 0.025), (32, 2, 0.025), (13, 0, 0.01), (125, 7, 0.09)]:
    ltpd = optimize.brentq(lambda q: stats.binom.cdf(c, n, q) - 0.1, 1e-9, 1 - 1e-9, xtol=1e-15)
    rows.append((n, c, share, stats.binom.cdf(c, n, share), ltpd))
table("plans", "cases: Int, accepted: Int, share: Double, acceptance: Double, tolerance: Double", rows)

rows = []
for faults, population in [(50, 1000), (5, 100), (1, 100), (100, 2000), (9, 10)]:
    need = next(n for n in range(1, population + 1) if stats.hypergeom.pmf(0, population, faults, n) <= 0.05 + 1e-12)
    rows.append((faults, population, need))
table("detections", "faults: Int, population: Int, cases: Int", rows)
