import ServiceTime

/// What changes for customers and staff from one catalogue to another.
package struct CatalogueDiff: Sendable {
  /// The changes: the frame first, then standard by standard in the order of the new catalogue,
  /// those withdrawn last.
  package let changes: [CatalogueChange]

  /// Compares two catalogues.
  ///
  /// Standards are matched by id; one that `replaces` another is compared with that one. What is
  /// added or withdrawn is held against the standard that held, or holds, in its place.
  ///
  /// - Complexity: O(standards²), with a small factor.
  package init(from old: Catalogue, to new: Catalogue) {
    var comparison = StandardComparison(old: old, new: new)
    comparison.compareStandards()
    changes = FrameComparison(old: old, new: new).changes + comparison.changes
  }

  /// How many changes have an effect.
  package func count(_ effect: CatalogueChange.Effect) -> Int {
    changes.count { $0.effect == effect }
  }
}

/// Compares the standards of two catalogues.
struct StandardComparison {
  let old: Catalogue
  let new: Catalogue
  private(set) var changes: [CatalogueChange] = []

  init(old: Catalogue, new: Catalogue) {
    self.old = old
    self.new = new
  }

  mutating func compareStandards() {
    var matched: Set<String> = []
    for standard in new.standards {
      if let before = old.standard(standard.id) {
        matched.insert(before.id)
        compare(before, standard)
      } else if let id = standard.replaces, let before = old.standard(id) {
        if new.standard(id) == nil {
          matched.insert(id)
          note(
            standard, "renamed", "'\(id)' is now '\(standard.id)'", .neutral,
            "the history of both counts as one")
        }
        compare(before, standard)
      } else {
        addGained(standard, standard.scope, "added")
      }
    }
    for standard in old.standards where !matched.contains(standard.id) {
      addLost(standard, standard.scope, "withdrawn")
    }
    compareOrder()
  }

  // MARK: - One standard

  private mutating func compare(_ before: Standard, _ after: Standard) {
    guard before.requirement.key == after.requirement.key else {
      addLost(before, before.scope, "withdrawn")
      addGained(after, after.scope, "added")
      return
    }
    for change in before.requirement.changes(to: after.requirement, in: old, and: new) {
      note(after, change.key, after.label + change.inWords(of: after), change.effect, change.reason)
    }
    compareScopes(before, after)
    compareManner(before, after)
    compareTime(before, after)
    compareWords(before, after)
  }

  private mutating func compareScopes(_ before: Standard, _ after: Standard) {
    for field in Scope.fields {
      let (was, now) = (before.scope[keyPath: field.path], after.scope[keyPath: field.path])
      guard was.map(Set.init) != now.map(Set.init) else { continue }
      // A part that was all cannot be listed: what is left of it is held against the whole.
      if now == nil || was.map({ !Set(now ?? []).isSubset(of: $0) }) == true {
        var part = after.scope
        if let was, let now { part[keyPath: field.path] = now.filter { !was.contains($0) } }
        addGained(after, part, field.key, was: before)
      }
      if was == nil || now.map({ !Set(was ?? []).isSubset(of: $0) }) == true {
        var part = before.scope
        if let was, let now { part[keyPath: field.path] = was.filter { !now.contains($0) } }
        addLost(before, part, field.key, now: after)
      }
    }
    if before.scope.stage != after.scope.stage {
      note(
        after, "stage",
        "\(after.title.text()): \(before.scope.stage?.inWords ?? "no stage named") → "
          + "\(after.scope.stage?.inWords ?? "no stage named")",
        after.scope.stage == .anyReply ? .stronger : .different, "other replies are meant")
    }
  }

  private mutating func compareManner(_ before: Standard, _ after: Standard) {
    if before.severity != after.severity {
      let ranks = [before, after].map {
        Standard.Severity.allCases.firstIndex(of: $0.severity) ?? 0
      }
      note(
        after, "severity",
        "\(after.title.text()): \(before.severity.rawValue) → \(after.severity.rawValue)",
        ranks[1] < ranks[0] ? .stronger : .weaker,
        ranks[1] < ranks[0] ? "missing it counts more" : "missing it counts less")
    }
    if before.isWaivable != after.isWaivable {
      note(
        after, "waivable",
        "\(after.title.text()): a finding may \(after.isWaivable ? "now" : "no longer") be waived",
        after.isWaivable ? .weaker : .stronger,
        after.isWaivable ? "there may be exceptions" : "there are no exceptions")
    }
    if before.weight != after.weight {
      note(
        after, "weight", "\(after.title.text()): weight \(before.weight) → \(after.weight)",
        .different, "the form score weighs it otherwise")
    }
    if before.owner != after.owner {
      note(
        after, "owner",
        "\(after.title.text()): \(before.owner.rawValue) → \(after.owner.rawValue)", .different,
        "somebody else answers for it")
    }
  }

  private mutating func compareTime(_ before: Standard, _ after: Standard) {
    guard before.id == after.id, before.inForce != after.inForce else { return }
    if let heir = new.standards.first(where: { $0.replaces == after.id }) {
      note(
        after, "in-force", "\(after.title.text()): holds until \(after.inForce.untilInWords)",
        .neutral, "'\(heir.id)' takes its place")
      return
    }
    let always = InForce.always
    let (was, now) = (before.inForce, after.inForce)
    let effect: CatalogueChange.Effect =
      now == always || now.contains(was, in: new.zone)
      ? .stronger : was == always || was.contains(now, in: new.zone) ? .weaker : .different
    note(
      after, "in-force", "\(after.title.text()): \(was.inWords) → \(now.inWords)", effect,
      effect == .stronger
        ? "it holds for longer" : effect == .weaker ? "it holds for a shorter time" : "other dates")
  }

  private mutating func compareWords(_ before: Standard, _ after: Standard) {
    var reworded: [String] = []
    if before.title != after.title { reworded.append("title") }
    if before.why != after.why { reworded.append("why") }
    if before.source != after.source { reworded.append("source") }
    if before.tags != after.tags { reworded.append("tags") }
    let texts = [before, after].map { $0.examples.entries.map { $0.example } }
    if texts[0] != texts[1] { reworded.append("examples") }
    guard !reworded.isEmpty else { return }
    note(
      after, "words", "\(after.title.text()): \(reworded.joined(separator: ", ")) reworded",
      .neutral,
      "what is asked stays the same")
  }

  // MARK: - What comes and goes

  /// Notes that a standard now holds for a part of the tickets, against what held there before.
  private mutating func addGained(
    _ standard: Standard, _ part: Scope, _ aspect: String, was: Standard? = nil
  ) {
    let words = part.inWords + ": "
    if let shadow = new.holder(of: standard.requirement, part), shadow.id != standard.id,
      standard.requirement.promise != nil
    {
      return note(
        standard, aspect, words + standard.inWords, .neutral,
        "'\(shadow.id)' stands before it and holds instead")
    }
    let holder = old.holder(of: standard.requirement, part)
    guard let holder, holder.id != was?.id else {
      return note(
        standard, aspect, words + standard.inWords, .stronger,
        was == nil ? "nothing of the kind was promised there" : "it holds for more")
    }
    let changes = holder.requirement.changes(to: standard.requirement, in: old, and: new)
    let effect = CatalogueChange.Effect.together(changes.map(\.effect))
    let list = changes.inWords(of: standard)
    note(
      standard, aspect, words + (list.isEmpty ? standard.inWords : list), effect,
      "before, '\(holder.id)' held there")
  }

  /// Notes that a standard no longer holds for a part of the tickets, against what holds there now.
  private mutating func addLost(
    _ standard: Standard, _ part: Scope, _ aspect: String, now: Standard? = nil
  ) {
    let words = part.inWords + ": "
    let holder = new.standards.first { candidate in
      candidate.id != now?.id && candidate.requirement.key == standard.requirement.key
        && candidate.inForce.until == nil && candidate.scope.covers(part)
        && (standard.requirement.promise != nil || candidate.scope.stage == part.stage)
    }
    guard let holder else {
      return note(
        now ?? standard, aspect, words + "no longer " + standard.inWords, .weaker,
        "nothing of the kind is promised there any more", from: nil)
    }
    if old.standard(holder.id) == nil,
      old.holder(of: holder.requirement, holder.scope)?.id == standard.id
    {
      // Both were compared when the new one was told.
      return note(
        now ?? standard, aspect, words + standard.inWords, .neutral,
        "'\(holder.id)' takes its place", from: nil)
    }
    let changes = standard.requirement.changes(to: holder.requirement, in: old, and: new)
    let list = changes.inWords(of: holder)
    note(
      now ?? standard, aspect, words + (list.isEmpty ? standard.inWords : list),
      .together(changes.map(\.effect)), "now '\(holder.id)' holds there", from: nil)
  }

  /// Notes promises of time that changed places where both fit, since the first one holds.
  private mutating func compareOrder() {
    let ids = new.standards.map(\.id)
    let places = Dictionary(
      old.standards.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for (index, first) in new.standards.enumerated() where first.requirement.promise != nil {
      guard let place = places[first.id] else { continue }
      for second in new.standards[(index + 1)...]
      where second.requirement.key == first.requirement.key && first.scope.overlaps(second.scope) {
        guard let other = places[second.id], other < place, ids.contains(second.id),
          let before = old.standard(second.id)
        else { continue }
        let changes = before.requirement.changes(to: first.requirement, in: old, and: new)
        note(
          first, "order", "'\(first.id)' now stands before '\(second.id)'",
          .together(changes.map(\.effect)), "where both fit, the first one holds")
      }
    }
  }

  private mutating func note(
    _ standard: Standard, _ aspect: String, _ summary: String, _ effect: CatalogueChange.Effect,
    _ reason: String
  ) {
    note(
      standard, aspect, summary, effect, reason, from: standard.inForce.from?.description)
  }

  private mutating func note(
    _ standard: Standard, _ aspect: String, _ summary: String, _ effect: CatalogueChange.Effect,
    _ reason: String, from: String?
  ) {
    changes.append(
      CatalogueChange(
        subject: .standard, name: standard.id, aspect: aspect, summary: summary, effect: effect,
        reason: reason, from: from))
  }
}
