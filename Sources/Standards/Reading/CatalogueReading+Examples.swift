import Diagnostics
import ServiceTime

extension CatalogueReading {
  /// Reports moments of examples that clocks never show, or show twice, and those out of order; whose
  /// clocks are meant is known only when everything is read.
  ///
  /// - Complexity: O(moments).
  mutating func checkMoments(in catalogue: Catalogue) {
    for standard in catalogue.standards {
      guard let zone = catalogue.zone(ofExamplesOf: standard) else { continue }
      for entry in standard.examples.entries {
        do throws(ExampleTimeline.Problem) {
          _ = try entry.example.timeline(in: zone)
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
