// Expected values, printed by Benchmarks/oracles/erlang_a.py (mpmath, 260 digits).

/// What a team of Erlang A does; times in seconds.
struct PatienceRow {
  let load: Double, agents: Int, handle: Double, patience: Double, within: Double
  /// The shares that wait, give up, are answered in time, wait longer, and then give up.
  let wait: Double, abandonment: Double, level: Double, late: Double, lostLate: Double
}

let patienceTable: [PatienceRow] = [
  PatienceRow(
    load: 48.0, agents: 50, handle: 60.0, patience: 120.0, within: 20.0,
    wait: 4.6777406855379039e-1, abandonment: 3.09122491621932178e-2, level: 9.43018954746981063e-1,
    late: 2.71356082921919047e-2, lostLate: 1.06681220136618543e-3),
  PatienceRow(
    load: 0.001, agents: 1, handle: 300.0, patience: 60.0, within: 10.0,
    wait: 9.99167347928169517e-4, abandonment: 8.32652071830503339e-4,
    level: 9.99031014467612503e-1, late: 8.18053221120650247e-4, lostLate: 6.81719760563656267e-4),
  PatienceRow(
    load: 6.15, agents: 6, handle: 204.0, patience: 348.0, within: 20.0,
    wait: 6.38394153265049627e-1, abandonment: 1.49634619816710241e-1,
    level: 4.40291082131008181e-1, late: 5.26294231105450705e-1, lostLate: 1.16219933053169127e-1),
  PatienceRow(
    load: 6.0, agents: 2, handle: 204.0, patience: 348.0, within: 20.0,
    wait: 9.96213682768255304e-1, abandonment: 6.67387869948903752e-1,
    level: 6.04010275619392408e-3, late: 9.38380600664806819e-1, lostLate: 6.11808573369904495e-1),
  PatienceRow(
    load: 100.0, agents: 20, handle: 300.0, patience: 120.0, within: 20.0,
    wait: 9.99999999829977796e-1, abandonment: 8.00000000002087467e-1,
    level: 2.18953624761192466e-8, late: 8.46481703764023956e-1, lostLate: 6.46481725661473899e-1),
  PatienceRow(
    load: 100.0, agents: 20, handle: 300.0, patience: 120.0, within: 600.0,
    wait: 9.99999999829977796e-1, abandonment: 8.00000000002087467e-1,
    level: 1.99999999994666591e-1, late: 3.66286533434530779e-12, lostLate: 4.16923729654869803e-13),
  PatienceRow(
    load: 50.0, agents: 80, handle: 60.0, patience: 600.0, within: 600.0,
    wait: 5.9121263416415864e-5, abandonment: 1.94312327356485724e-7, level: 9.99999805687672644e-1,
    late: 7.15747172853561208e-216, lostLate: 1.15881453248753364e-218),
  PatienceRow(
    load: 3.0, agents: 5, handle: 60.0, patience: 6.0, within: 20.0, wait: 1.31670988229614573e-1,
    abandonment: 9.11879161252982226e-2, level: 9.08488612634678002e-1,
    late: 9.73188286155266314e-4, lostLate: 6.4971704613149118e-4),
  PatienceRow(
    load: 30.0, agents: 31, handle: 300.0, patience: 300.0, within: 28800.0,
    wait: 4.51648487422088574e-1, abandonment: 5.75795768908552094e-2,
    level: 9.42420423109144791e-1, late: 0, lostLate: 0),
  PatienceRow(
    load: 1000.0, agents: 1000, handle: 60.0, patience: 60.0, within: 5.0,
    wait: 5.04205244180215509e-1, abandonment: 1.26146113487214997e-2,
    level: 9.82996391490227301e-1, late: 4.43411808219128655e-3, lostLate: 4.51209211400873888e-5),
  PatienceRow(
    load: 1000.0, agents: 1010, handle: 300.0, patience: 3000000.0, within: 20.0,
    wait: 6.60297436763053603e-1, abandonment: 6.58976845841861385e-6,
    level: 6.61291717870498808e-1, late: 3.38705070394651271e-1, lostLate: 3.37803360849733377e-6),
  PatienceRow(
    load: 1000.0, agents: 990, handle: 300.0, patience: 3000000.0, within: 20.0, wait: 1.0,
    abandonment: 1.0e-2, level: 2.10890970126311773e-220, late: 9.99993333355555506e-1,
    lostLate: 9.99333335555550617e-3),
  PatienceRow(
    load: 1000.0, agents: 990, handle: 300.0, patience: 3000000.0, within: 40000.0, wait: 1.0,
    abandonment: 1.0e-2, level: 9.9e-1, late: 2.70929504335042083e-25,
    lostLate: 8.19967910192883233e-30),
  PatienceRow(
    load: 5000.0, agents: 4990, handle: 60.0, patience: 600.0, within: 30.0,
    wait: 8.40556279546521708e-1, abandonment: 3.6945278741979932e-3, level: 9.96305472125802007e-1,
    late: 1.21173527015883839e-26, lostLate: 5.09309745167058162e-30),
  PatienceRow(
    load: 5000.0, agents: 5010, handle: 60.0, patience: 600.0, within: 30.0,
    wait: 6.71788539348700645e-1, abandonment: 1.96681846372940879e-3,
    level: 9.98033181536270591e-1, late: 8.34295249920947308e-31, lostLate: 3.23849328740033932e-34),
  PatienceRow(
    load: 5000.0, agents: 3000, handle: 60.0, patience: 600.0, within: 300.0, wait: 1.0,
    abandonment: 4.0e-1, level: 1.82542519572865184e-2, late: 5.88317045050024059e-1,
    lostLate: 6.57129700731057761e-3),
  PatienceRow(
    load: 1000000.0, agents: 1000000, handle: 300.0, patience: 120.0, within: 1.0,
    wait: 3.87588837537439374e-1, abandonment: 4.88763362920538794e-4,
    level: 9.99511182089681184e-1, late: 5.45628182875409574e-8, lostLate: 1.54200101722378635e-11),
  PatienceRow(
    load: 1000000.0, agents: 1001000, handle: 300.0, patience: 1200.0, within: 0.25,
    wait: 1.95218181168392127e-1, abandonment: 3.6424609717016654e-5, level: 9.327828841152139e-1,
    late: 6.71917875392256696e-2, lostLate: 1.10962641565867129e-5),
  PatienceRow(
    load: 1000000.0, agents: 999000, handle: 300.0, patience: 1200.0, within: 1.5,
    wait: 9.82232318753891975e-1, abandonment: 1.00933303509028486e-3,
    level: 6.88867272088406595e-1, late: 3.10222933751356622e-1, lostLate: 9.95388748535017398e-5),
]
