"""Expected values for models beyond Erlang B and C; prints rows for ModelTables.swift.

Needs mpmath, numpy and scipy. None of it shares a formula with the library where another way
exists: general patience by quadrature at 30 digits straight from Zeltyn and Mandelbaum's integrals,
M/D/c by complex roots, waits under priorities by inverting transforms numerically,
days by the matrix exponential, loads by quadrature.
"""

import mpmath as mp
import numpy as np
from scipy.linalg import expm

mp.mp.dps = 30


def show(x, digits=17):
    return mp.nstr(mp.mpf(x), digits, min_fixed=0, max_fixed=0)


def row(*cells):
    print("  (" + ", ".join(c if isinstance(c, str) else repr(c) for c in cells) + "),")


# ---- General patience -------------------------------------------------------------------------
def inverse_blocking(n, a):
    inverse = mp.mpf(1)
    for k in range(1, n + 1):
        inverse = 1 + inverse * k / a
    return inverse


def lognormal(mean, cv):
    s = mp.sqrt(mp.log1p(mp.mpf(cv) ** 2))
    m = mp.log(mean) - s * s / 2

    def survival(x):
        return mp.mpf(1) if x <= 0 else mp.erfc((mp.log(x) - m) / s / mp.sqrt(2)) / 2

    def upto(x):
        if x <= 0:
            return mp.mpf(0)
        z = (mp.log(x) - m) / s
        return x * survival(x) + mean * mp.erfc((s - z) / mp.sqrt(2)) / 2

    return survival, upto


def exponential(mean):
    return (lambda x: mp.exp(-x / mean)), (lambda x: -mean * mp.expm1(-x / mean))


def fixed(d):
    return (lambda x: mp.mpf(1) if x < d else mp.mpf(0)), (lambda x: min(x, mp.mpf(d)))


def mix(parts):
    return (
        (lambda x: mp.fsum(w * g(x) for w, (g, _) in parts)),
        (lambda x: mp.fsum(w * h(x) for w, (_, h) in parts)),
    )


def patient(n, a, handle, law, t, cuts):
    """P(wait), P(leaves), E[W], P(W > t), P(answered within t), P(left within t)."""
    a, handle = mp.mpf(a), mp.mpf(handle)
    lam, c = a / handle, n / handle
    survival, upto = law
    eps = inverse_blocking(n - 1, a)
    f = lambda x: mp.exp(lam * upto(x) - c * x)
    end = cuts[-1]
    quad = lambda g, lo, hi: mp.quad(
        g, [lo] + sorted({x for x in cuts if lo < x < hi}) + [hi], maxdegree=6, method="gauss-legendre")
    J = quad(f, 0, end)
    norm = eps + lam * J
    tail = quad(f, t, end)
    wait = lam * J / norm
    leaves = lam * quad(lambda x: (1 - survival(x)) * f(x), 0, end) / norm
    mean = lam * quad(lambda x: upto(x) * f(x), 0, end) / norm
    late = lam * survival(t) * tail / norm
    answered = eps / norm + lam * quad(lambda x: survival(x) * f(x), 0, t) / norm
    left = lam * (quad(lambda x: (1 - survival(x)) * f(x), 0, t) + (1 - survival(t)) * tail) / norm
    return [show(v) for v in (wait, leaves, mean, late, answered, left)]


CASES = {
    "lognormal(120, 1)": lognormal(120, 1),
    "lognormal(60, 3)": lognormal(60, 3),
    "exponential(120)": exponential(120),
    "fixed(90)": fixed(90),
    "balking 0.1, lognormal(120, 1)": mix([(mp.mpf("0.9"), lognormal(120, 1))]),
    "mixture": mix([(mp.mpf("0.2"), exponential(10)), (mp.mpf("0.8"), fixed(180))]),
}
print("patience: (case, load, agents, handling, t, wait, leaves, mean wait, late, in time, left)")
for name, law in CASES.items():
    for a, n, handle, t in [(48, 50, 60, 20), (6, 5, 300, 30), (0.5, 1, 240, 60), (60, 40, 60, 45)]:
        grid = [0.5, 1, 2, 4, 8, 16, 32, 45, 64, 90, 128, 180, 256, 400, 700, 1200, 2500, 6000, 20000,
                100000, 600000]
        row('"%s"' % name, a, n, handle, t, *patient(n, a, handle, law, t, grid))


# ---- M/D/c ------------------------------------------------------------------------------------
def mdc_late(c, a, xs):
    """P(W > x), Crommelin: p(0)…p(c - 1) from the roots, the others from the embedded chain, whose
    recursion loses digits, of which there are enough."""
    a = mp.mpf(str(a))
    rho = a / c
    most = (int(max(xs)) + 1) * c
    poly = [mp.mpc(1)]
    for k in range(1, c):
        z = -mp.lambertw(-rho * mp.exp(-rho) * mp.expjpi(mp.mpf(2 * k) / c)) / rho
        poly = [x - z * y for x, y in zip([0] + poly, poly + [0])]
    product = mp.re(mp.fsum(poly))
    idle = (c - a) / product
    full = [x - y for x, y in zip([0] + poly, poly + [0])]
    p = [-idle * mp.re(v) for v in full[:c]]
    arrivals = [mp.exp(-a)]
    for j in range(1, most + 1):
        arrivals.append(arrivals[-1] * a / j)
    # p(c) from P(L = 0) = P(L <= c) a(0), then one after the other.
    p.append(p[0] / arrivals[0] - mp.fsum(p))
    head = mp.fsum(p)
    for j in range(1, most):
        rest = mp.fsum(p[i] * arrivals[j + c - i] for i in range(c + 1, c + j))
        p.append((p[j] - head * arrivals[j] - rest) / arrivals[0])
    cumulative = [head]
    for i in range(c + 1, c + most):
        cumulative.append(cumulative[-1] + p[i])
    late = []
    for x in xs:
        x = mp.mpf(str(x))
        k = int(mp.floor(x)) + 1
        y = a * (k - x)
        late.append(1 - mp.fsum(
            cumulative[k * c - 1 - j] * mp.exp(-y) * y**j / mp.factorial(j) for j in range(k * c)))
    return late


print("M/D/c waits: (load, agents, late beyond 0.05 D, 0.5 D, 1 D, 2.3 D)")
mp.mp.dps = 250
for c, a in [(1, 0.5), (1, 0.9), (2, 1.8), (5, 4.0), (10, 9.0), (10, 3.0), (20, 19.0), (50, 47.5)]:
    row(a, c, *[show(v) for v in mdc_late(c, a, [0.05, 0.5, 1, 2.3])])


def mdc_roots(c, a):
    """P(wait) and E[Q] from the c roots of z^c = e^(a(z - 1)) in the unit disk, by Lambert's W."""
    a = mp.mpf(a)
    rho = a / c
    inverse, product = mp.mpf(0), mp.mpf(1)
    for k in range(1, c):
        w = mp.expjpi(mp.mpf(2 * k) / c)
        z = -mp.lambertw(-rho * mp.exp(-rho) * w) / rho
        inverse += 1 / (1 - z)
        product *= 1 - z
    queue = mp.re(inverse) - ((c - a) ** 2 - c) / (2 * (c - a)) - a
    return [1 - (c - a) / mp.re(product), queue]


print("M/D/c by roots: (load, agents, wait, queue)")
mp.mp.dps = 60
for c, a in [(1, 0.001), (1, 0.98), (3, 0.01), (10, 9.0), (50, 25.0), (50, 47.5), (100, 70.0),
             (1000, 970.0), (30, 29.5), (20, 19.999), (5, 4.999999)]:
    row(a, c, *[show(v) for v in mdc_roots(c, a)])
mp.mp.dps = 30


# ---- Priorities -------------------------------------------------------------------------------
def erlang_c(n, a):
    a = mp.mpf(a)
    b = 1 / inverse_blocking(n, a)
    return n * b / (n - a * (1 - b))


def late_class(c, above, own, t):
    """P(W > t), handling time 1, by Talbot's inversion of the transform."""
    through = mp.mpf(above) + own
    sigma, higher = through / c, mp.mpf(above) / c
    s_rate = mp.mpf(c)

    def tail(s):
        if above == 0:
            beta = s_rate / (s_rate + s)
        else:
            lam = s_rate * higher
            z = s + lam + s_rate
            beta = (z - mp.sqrt(z - 2 * mp.sqrt(lam * s_rate)) * mp.sqrt(z + 2 * mp.sqrt(lam * s_rate))) / (2 * lam)
        return (1 - (1 - sigma) * beta / (1 - sigma * beta)) / s

    return mp.invertlaplace(tail, t, method="talbot", degree=60)


print("priorities: (agents, above, own, whole load, t, late)")
mp.mp.dps = 40
for c, above, own, whole in [
    (10, 2.0, 3.0, 9.0), (10, 5.0, 4.0, 9.0), (1, 0.2, 0.3, 0.9), (1, 0.5, 0.4, 0.9),
    (50, 40.0, 8.0, 48.0), (2, 0.02, 1.5, 1.52), (4, 3.0, 0.001, 3.5),
]:
    for t in (0.05, 0.5, 3.0):
        row(c, above, own, whole, t, show(erlang_c(c, whole) * late_class(c, above, own, t), 15))
mp.mp.dps = 30

# ---- Loads over time ---------------------------------------------------------------------------
print("offered load: (law, moment, load); rates 1, 3, 2, 5 in hours, handling mean 0.7 h, empty")
rates = [1, 3, 2, 5]
for name, law in [("exponential", exponential(mp.mpf("0.7"))), ("fixed", fixed(mp.mpf("0.7"))),
                  ("lognormal", lognormal(mp.mpf("0.7"), 1.5))]:
    for t in ["0.5", "1.3", "3", "4"]:
        t = mp.mpf(t)
        cuts = sorted({mp.mpf(0), t, *[t - k for k in range(4) if t > k], *([mp.mpf("0.7")] if t > 0.7 else [])})
        value = mp.quad(lambda u: rates[min(3, int(mp.floor(t - u)))] * law[0](u), cuts)
        row('"%s"' % name, float(t), show(value, 15))

print("Erlang-R: (needy, content) after 1, 2, 3 hours; rates 30, 50, 10, mu 1, delta .5, p 2/3")
A = np.array([[-1, 0.5, 1], [2 / 3, -0.5, 0], [0, 0, 0.0]])
x = np.array([90.0, 120.0])
for rate in (30, 50, 10):
    B = A.copy()
    B[0, 2] = rate
    x = (expm(B) @ np.array([x[0], x[1], 1]))[:2]
    row(show(x[0], 14), show(x[1], 14))

# ---- A day ------------------------------------------------------------------------------------
print("day: (wait, queue, busy, late start) by the exponential of the generator, per interval")


def day(intervals, mu, theta, K=160):
    p = np.zeros(K + 1)
    p[0] = 1
    k = np.arange(K + 1)
    for seconds, lam, n in intervals:
        d = np.minimum(k, n) * mu + np.maximum(k - n, 0) * theta
        Q = np.diag(np.full(K, lam), 1) + np.diag(d[1:], -1)
        Q -= np.diag(Q.sum(1))
        # The exponential of [[Q, I], [0, 0]] has the integral of that of Q in its corner.
        big = np.zeros((2 * K + 2, 2 * K + 2))
        big[: K + 1, : K + 1] = Q * seconds
        big[: K + 1, K + 1:] = np.eye(K + 1)
        E = expm(big)
        mean = p @ E[: K + 1, K + 1:]
        p = p @ E[: K + 1, : K + 1]
        row(show(mean[n:].sum(), 13), show(np.maximum(k - n, 0) @ mean, 13),
            show(np.minimum(k, n) @ mean, 13), show(k @ p, 13))


DAY = [(1800, 0.02, 8), (1800, 0.05, 14), (3600, 0.06, 15), (1800, 0.03, 6), (900, 0.0, 0), (900, 0.01, 3)]
print("with patience 180 s")
day(DAY, 1 / 300, 1 / 180)
print("without impatience")
day(DAY, 1 / 300, 0.0, 400)
