package import Conformance
package import Standards

/// The share below which a standard is kept too seldom, for jobs that are to fail then.
package struct LeastShare: Sendable {
  /// What is enough for standards that promise no share.
  package let share: Share

  /// Reads `90`, `90%` or `92.5%`; nil unless it is a percentage from 0 to 100. A fraction without a percent
  /// sign, such as `0.9`, is nil too: it could be meant as 90% or as 0.9%.
  package init?(written text: String) {
    let isPercent = text.hasSuffix("%")
    guard let share = Share(written: isPercent ? text : text + "%") else { return nil }
    guard isPercent || share.fraction == 0 || share.fraction >= 0.01 else { return nil }
    self.share = share
  }

  /// The standards kept too seldom, a sentence for each: by less than the share that they promise
  /// themselves, by less than ``share`` where they promise none, or missed at all where they are critical.
  package func reasons(_ tally: AuditTally) -> [String] {
    tally.lines.compactMap { line -> String? in
      guard line.count(.missed) > 0, let reason = reason(line) else { return nil }
      let decided = line.count(.met) + line.count(.missed)
      let percent = line.share.map { Written.percent($0) } ?? ""
      return "'\(line.standard.id)' is met \(line.count(.met)) of \(decided) times, \(percent): "
        + reason
    }
  }

  private func reason(_ line: AuditTally.Line) -> String? {
    if let promised = line.promised {
      return line.isKept == false ? "it promises \(promised)" : nil
    }
    if line.standard.severity == .critical { return "it is critical" }
    return line.isMet(atLeast: share) == false ? "under \(share)" : nil
  }
}
