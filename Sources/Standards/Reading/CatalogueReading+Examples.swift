import Diagnostics
import ServiceTime

extension CatalogueReading {
  /// Reports moments of examples that clocks never show, or show twice, and those out of order; whose
  /// clocks are meant is known only when everything is read.
  ///
  /// - Complexity: O(moments).
  mutating func checkMoments(in catalogue: Catalogue) {
    // By index, since an iterator would copy every standard.
    for index in catalogue.standards.indices
    where catalogue.standards[index].examples.haveMoments {
      guard let zone = catalogue.zone(ofExamplesOf: catalogue.standards[index]) else { continue }
      let entries = catalogue.standards[index].examples.entries
      for place in entries.indices {
        if entries[place].isPlainWait(in: zone) { continue }
        do throws(ExampleTimeline.Problem) {
          _ = try entries[place].example.timeline(in: zone)
        } catch {
          diagnostics.error(
            error.id, error.message, at: error.place,
            notes: error.before.map { [.init("the other moment is here", at: $0)] } ?? [],
            fixIt: error.fixIt)
        }
      }
    }
  }
}
