"""Expected logarithms of tiny probabilities; prints rows for LogTailTables.swift.

Needs mpmath. Chains are summed and integrals taken with hundreds of digits, without any logarithm
but the last.
"""

import mpmath as mp

mp.mp.dps = 60


def row(*cells):
    print("  (" + ", ".join(str(c) for c in cells) + "),")


def show(x):
    return mp.nstr(x, 18, min_fixed=0, max_fixed=0)


def weights(a, n):
    """aᵏ/k! for k = 0...n."""
    term, out = mp.mpf(1), [mp.mpf(1)]
    for k in range(1, n + 1):
        term = term * a / k
        out.append(term)
    return out


def erlang_b(a, n):
    w = weights(mp.mpf(a), n)
    return w[-1] / mp.fsum(w)


def erlang_c(a, n):
    b = erlang_b(a, n)
    a = mp.mpf(a)
    return n * b / (n - a + a * b)


print("// Load, agents, ln B.")
for a, n in [(0.001, 40), (6.0, 400), (1000.0, 3000), (1e-3, 1000), (0.5, 100), (20.0, 20000)]:
    row(a, n, show(mp.log(erlang_b(a, n))))

print("// Load, agents, ln B, agents not whole.")
for a, n in [(6.0, 400.5), (0.25, 120.75), (0.25, 5000.75)]:
    x = mp.mpf(n)
    row(a, n, show(x * mp.log(a) - a - mp.log(mp.gammainc(x + 1, a))))

print("// Load, agents, time ÷ handling, ln P(W > t) of Erlang C.")
for a, n, t in [(6.0, 400, 0), (6.0, 400, 3), (1000.0, 3000, 0.25), (5.5, 6, 4000), (0.9, 1, 8000)]:
    row(a, n, t, show(mp.log(erlang_c(a, n)) - (n - mp.mpf(a)) * t))

print("// Load, agents, time ÷ handling, patience ÷ handling, ln P(W > t) of all by Erlang A.")


def erlang_a(a, n, t, patience):
    """P(V > t)·e^(−θt): density of the offered wait by quadrature against the chain's own sums."""
    a, t, patience = mp.mpf(a), mp.mpf(t), mp.mpf(patience)
    p = weights(a, n)
    term, j, waiting = p[-1], 0, mp.mpf(0)
    # P(n + j), j ≥ 0; who finds j waiting waits for j + 1 departures.
    states = []
    while j < 60 or term > p[-1] * mp.mpf(10) ** -50:
        states.append(term)
        j += 1
        term = term * a / (n + j / patience)
    total = mp.fsum(p[:-1]) + mp.fsum(states)
    x = n * patience
    y = mp.exp(-t / patience)
    # P(V > t | j ahead) = I_y(x, j + 1), regularised.
    late = mp.fsum(s * mp.betainc(x, k + 1, 0, y, regularized=True) for k, s in enumerate(states))
    return late / total * mp.exp(-t / patience)


for a, n, t, patience in [(6.0, 8, 100, 2), (6.0, 8, 20, 0.5), (3.0, 2, 400, 1), (2.0, 250, 0.5, 1)]:
    row(a, n, t, patience, show(mp.log(erlang_a(a, n, t, patience))))

print("// Load, agents, places, time ÷ handling, ln of blocking, ln P(let in, W > t) by M/M/c/K.")


def finite(a, n, k, t):
    a, t = mp.mpf(a), mp.mpf(t)
    p = weights(a, n)
    for j in range(n + 1, k + 1):
        p.append(p[-1] * a / n)
    total = mp.fsum(p)
    late = mp.mpf(0)
    mean = n * t
    upto, term = mp.mpf(0), mp.exp(-mean)
    for j in range(0, k - n):
        upto += term
        late += p[n + j] * upto
        term = term * mean / (j + 1)
    return p[-1] / total, late / total


for a, n, k, t in [
    (6.0, 8, 3000, 400), (6.0, 300, 400, 2), (2.0, 3, 900, 350), (9.0, 8, 20, 150),
    (8.0, 8, 30, 200), (0.5, 150, 200, 1),
]:
    b, late = finite(a, n, k, t)
    row(a, n, k, t, show(mp.log(b)), show(mp.log(late)))

print("// Sources, load, agents, ln of blocking by Engset.")


def engset(sources, load, n):
    alpha = mp.mpf(load) / (sources - mp.mpf(load))
    p = [mp.binomial(sources - 1, k) * alpha**k for k in range(n + 1)]
    return p[-1] / mp.fsum(p)


for s, a, n in [(1000, 3.0, 400), (2000, 0.5, 150), (500, 5.0, 499)]:
    row(s, a, n, show(mp.log(engset(s, a, n))))

print("// Load, agents, time ÷ handling, ln P(W > t) of M/D/c.")


def poisson_tail(mean, count):
    """P(N ≥ count), from its own terms."""
    if count <= 0:
        return mp.mpf(1)
    term = mp.exp(-mean) * mean**count / mp.factorial(count)
    total, k = mp.mpf(0), count
    while k < count + mean + 40 or term > total * mp.mpf(10) ** -50:
        total += term
        k += 1
        term = term * mean / k
    return total


def fixed(a, n, t):
    """P(Q + N ≥ kc), of positive terms only, with Spitzer's recursion for P(Q = i)."""
    a = mp.mpf(a)
    whole = int(t)
    goal = (whole + 1) * n
    size = goal + 400
    h = [mp.mpf(0)] * (size + 1)
    above, steps = mp.mpf(0), 1
    while True:
        mean, k = steps * a, steps * n
        term = mp.exp(-mean) * mean**k / mp.factorial(k)
        for j in range(1, size + 1):
            term = term * mean / (k + j)
            h[j] += term / steps
        tail = poisson_tail(mean, k + 1) / steps
        above += tail
        if steps == 500 or (tail < 1e-40 * above and term < 1e-40 * h[size]):
            break
        steps += 1
    q = [mp.exp(-above)]
    for i in range(1, size + 1):
        q.append(mp.fsum(j * h[j] * q[i - j] for j in range(1, i + 1)) / i)
    mean = a * (whole + 1 - mp.mpf(t))
    total = mp.fsum(q[i] * poisson_tail(mean, goal - i) for i in range(goal))
    total += mp.fsum(q[goal:])
    # What the last two leave, as a geometric series.
    ratio = q[-1] / q[-2]
    return mp.log(total + q[-1] * ratio / (1 - ratio))


for a, n, t in [
    (6.0, 10, 40.25), (1.0, 2, 160.5), (0.3, 4, 30.5), (2.0, 260, 0.5), (6.0, 10, 80.25),
    (2.0, 40, 9.5), (1.0, 300, 1.5),
]:
    row(a, n, t, show(fixed(a, n, t)))

print("// Load, time ÷ handling, variation; ln P(W > t) by the gamma fit of M/G/1, lognormal.")
for a, t, cv in [(0.5, 2500, 1.5), (0.8, 4000, 0.5)]:
    a, v = mp.mpf(a), mp.mpf(cv) ** 2
    wait = a / (1 - a) * (1 + v) / 2
    squared = 2 * wait**2 + a / (1 - a) * (1 + v) ** 3 / 3
    first = wait / a
    shape = first / (squared / a / first - first)
    tail = mp.gammainc(shape, mp.mpf(t) / first * shape, regularized=True)
    row(mp.nstr(a, 6), t, cv, show(mp.log(a * tail)))

print("// Arrivals ÷ capacity of those above and of the class, load, agents, time ÷ handling,")
print("// ln P(W > t) of the class under priorities.")


def priority(above, own, n, t):
    """Inverts the transform of the wait on a contour moved onto the cut, at sixty digits."""
    s, l, sigma = mp.mpf(n), mp.mpf(above), (mp.mpf(above) + own) / n
    share = erlang_c(above + own, n)
    # ∫ over the cut, and the residue at the pole, from β's definition.
    root = mp.sqrt(s * l)
    low, high = (mp.sqrt(s) - mp.sqrt(l)) ** 2, (mp.sqrt(s) + mp.sqrt(l)) ** 2

    def density(x):
        # β(−x ± i0) = (s + l − x ∓ i·√…)/(2l); jump of (1 − σ)β/(1 − σβ), ÷ x for the tail.
        beta = (s + l - x + 1j * mp.sqrt((x - low) * (high - x))) / (2 * l)
        value = (1 - sigma) * beta / (1 - sigma * beta)
        return mp.im(value) / (x * mp.pi) * mp.exp(-(x - low) * t)

    cut = mp.quad(density, [low, low + (high - low) / 100, low + (high - low) / 10, high])
    out = cut * mp.exp(-low * t)
    excess = sigma**2 - l / s
    if excess > 0:
        out += (
            excess / (sigma * (sigma - l / s))
            * mp.exp(-s * (1 - sigma) * (1 - l / (s * sigma)) * t)
        )
    return mp.log(share * out)


for above, own, n, t in [(4.0, 3.0, 10, 2000), (2.0, 1.0, 10, 300), (6.0, 3.5, 10, 20000)]:
    row(above, own, n, t, show(priority(above, own, n, t)))

print("// Load, agents, time, ln P(W > t) of M/M/n+G with handling 1 and patience lognormal(2, 1).")


def general(a, n, t):
    a, t = mp.mpf(a), mp.mpf(t)
    sigma = mp.sqrt(mp.log(2))
    m = mp.log(2) - sigma**2 / 2

    def stays(x):
        return mp.erfc((mp.log(x) - m) / sigma / mp.sqrt(2)) / 2 if x > 0 else mp.mpf(1)

    def upto(x):
        if x <= 0:
            return mp.mpf(0)
        z = (mp.log(x) - m) / sigma
        return x * stays(x) + 2 * mp.erfc((sigma - z) / mp.sqrt(2)) / 2

    def f(x):
        return mp.exp(a * upto(x) - n * x)

    def integral(start):
        points = [start + mp.mpf(k) / n for k in (0, 1, 2, 3, 5, 8, 12, 20, 30, 40, 60, 80, 110, 150, 200, 300)]
        return mp.quad(f, points)

    idle = 1 / erlang_b(a, n - 1)
    return mp.log(a * integral(t) / (idle + a * integral(mp.mpf(0))) * stays(t))


for a, n, t in [(6.0, 8, 120), (48.0, 50, 30), (2.0, 260, 0.25)]:
    row(a, n, t, show(general(a, n, t)))

print("// Time, ln P(longer) of lognormal(2, 1).")
for t in (1e9, 1e30):
    sigma = mp.sqrt(mp.log(2))
    z = (mp.log(t) - mp.log(2)) / sigma + sigma / 2
    row(t, show(mp.log(mp.erfc(z / mp.sqrt(2)) / 2)))
