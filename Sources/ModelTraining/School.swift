package import SentenceModel

/// Learns from all sets, and finds out how far what was learnt can be trusted.
package struct School: Sendable {
  /// In so many parts tickets, or sets, are dealt for cross-validation.
  private static let folds = 10
  /// Who is accused must have done it: the lower end of the 95% interval of precision. A little more
  /// than promised, since other replies are harder.
  private static func surePrecision(_ act: Act) -> Double {
    switch act {
    // These accuse in words of no list too, with no second look.
    case .upsell: 0.96
    case .vaguePromise: 0.955
    default: 0.92
    }
  }
  /// Of the replies in which an act is not seen at most so many may have it.
  private static let overlooked = 0.02
  /// At most so many replies are left to a person.
  private static func mostUndecided(_ act: Act) -> Double {
    switch act {
    // Times are read besides, and leave some to a person too.
    case .commitsTime: 0.075
    default: 0.1
    }
  }

  private let trainer: Trainer
  private let sets: [(name: String, lessons: [Trainer.Lesson])]

  /// - Throws: ``ModelError`` for concepts that do not fit together.
  package init(trainer: Trainer, sets: [TrainingSet]) throws(ModelError) {
    self.trainer = trainer
    var lessons: [(name: String, lessons: [Trainer.Lesson])] = []
    for set in sets { lessons.append((set.name, try trainer.lessons(set.replies))) }
    self.sets = lessons
  }

  /// For each part of the tickets the ids of its replies, and a model of the other parts.
  package func folds() -> [(held: Set<String>, draft: ModelDraft)] {
    (0..<Self.folds).map { part in
      let (held, others) = parted { Self.fold(of: $0.reply.ticket) == part }
      return (Set(held.map(\.reply.id)), trainer.fit(others))
    }
  }

  /// A model of all sets but those of these names.
  package func model(without names: Set<String>) -> ModelDraft {
    trainer.fit(sets.filter { !names.contains($0.name) }.flatMap(\.lessons))
  }

  private func parted(
    _ isHeld: (Trainer.Lesson) -> Bool
  ) -> (held: [Trainer.Lesson], others: [Trainer.Lesson]) {
    let lessons = sets.flatMap(\.lessons)
    return (lessons.filter(isHeld), lessons.filter { !isHeld($0) })
  }

  /// The scores of every reply by a model that has seen nothing by the same hand: whoever it is tried on
  /// later writes in a way of their own, too, and by tickets alone the levels come out too high.
  private func crossValidated() -> [(lesson: Trainer.Lesson, scores: ActScores)] {
    let partOf = Self.parts(of: sets.map { ($0.name, $0.lessons.count) })
    return (0..<Self.folds).flatMap { part in
      let draft = model(without: Set(partOf.filter { $0.value == part }.keys))
      let tried = sets.filter { partOf[$0.name] == part }.flatMap(\.lessons)
      return zip(tried, draft.scores(of: tried)).map { ($0, $1) }
    }
  }

  /// The part that each set is dealt to, the largest first, each to the smallest part; sets that differ
  /// in their language alone are by one hand.
  static func parts(of sets: [(name: String, replies: Int)]) -> [String: Int] {
    let hands = Dictionary(grouping: sets) { set in
      set.name.split(separator: "-").filter { !["pl", "cs", "en"].contains($0) }
        .prefix(2).joined(separator: "-")
    }
    let sizes = hands.mapValues { $0.reduce(0) { $0 + $1.replies } }
    var filled = [Int](repeating: 0, count: folds)
    var parts: [String: Int] = [:]
    for (hand, size) in sizes.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      let part = filled.indices.min { filled[$0] < filled[$1] } ?? 0
      filled[part] += size
      for set in hands[hand] ?? [] { parts[set.name] = part }
    }
    return parts
  }

  /// Learns from everything, with levels by cross-validation.
  ///
  /// - Parameter printing: Gets the lines of a report.
  package func draft(printing: (String) -> Void) -> ModelDraft {
    let scored = crossValidated()
    var draft = trainer.fit(sets.flatMap(\.lessons))
    printing("cross-validated by hand, \(scored.count) replies")
    printing("act               there  prec.  recall     F1   undecided   sure: prec.  recall")
    for act in Act.allCases {
      let all = Evaluation(scored.map { ($0.scores[act], $0.lesson.reply.does(act)) })
      let levels = Self.levels(
        all, surePrecision: Self.surePrecision(act), mostUndecided: Self.mostUndecided(act))
      draft.levels.sure[act] = levels.sure
      draft.levels.present[act] = levels.present
      draft.levels.absent[act] = levels.absent
      printing(Self.row(act.rawValue, all, levels))
    }
    return draft
  }

  static func levels(
    _ all: Evaluation, surePrecision: Double, mostUndecided: Double = 0.1
  ) -> (sure: Float, present: Float, absent: Float) {
    let present = all.best.score
    let sure = max(all.sure(surePrecision) ?? 100, present)
    var absent = min(all.absent(overlooked) ?? present, present)
    // Rather overlook some than leave too much to people.
    let between = all.cases.map(\.score).filter { $0 >= absent && $0 < present }.sorted(by: >)
    let most = Int(mostUndecided * Double(all.cases.count))
    if between.count > most { absent = most > 0 ? between[most - 1] : present }
    return (sure, present, absent)
  }

  private static func row(
    _ name: String, _ all: Evaluation, _ levels: (sure: Float, present: Float, absent: Float)
  ) -> String {
    let counts = all.counts(from: levels.present)
    let sure = all.counts(from: levels.sure)
    func cell(_ value: Double, _ width: Int) -> String {
      let text = "\((value * 1000).rounded() / 1000)"
      return String(repeating: " ", count: max(0, width - text.count)) + text
    }
    let there = "\(counts.found + counts.missed)"
    return name + String(repeating: " ", count: max(0, 17 - name.count))
      + String(repeating: " ", count: max(0, 6 - there.count)) + there
      + cell(counts.precision, 7) + cell(counts.recall, 8) + cell(counts.f1, 7)
      + cell(all.share(from: levels.absent, below: levels.present), 12)
      + cell(sure.precision, 14) + cell(sure.recall, 8)
      + "   best \((all.best.counts.f1 * 1000).rounded() / 1000)"
  }

  /// The part that a ticket is dealt to: by FNV-1a of its id.
  private static func fold(of ticket: String) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in ticket.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return Int((hash >> 32) % UInt64(folds))
  }
}
