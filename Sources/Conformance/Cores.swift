import Dispatch
import Synchronization

/// How many cores work at the same time.
package struct Cores: Hashable, Sendable {
  /// 1 or more.
  package let count: Int

  /// - Parameter count: Less than one counts as one.
  package init(_ count: Int) {
    self.count = max(1, count)
  }

  /// The result for each element, in the order of the elements whatever the number of cores.
  ///
  /// - Parameter body: Is called on several threads at once; must depend on its element alone.
  /// - Complexity: O(n) calls of `body`, handed out a few at a time, so that one that takes long keeps
  ///   no core idle.
  package func map<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ body: @Sendable (Element) -> Result
  ) -> [Result] {
    let workers = min(count, elements.count / Self.share)
    guard workers > 1 else { return elements.map(body) }
    let next = Atomic(0)
    return [Result](unsafeUninitializedCapacity: elements.count) { results, written in
      // Each place is written once, by the worker that took its share.
      nonisolated(unsafe) let base = results.baseAddress
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        while true {
          let start = next.add(Self.share, ordering: .relaxed).oldValue
          guard start < elements.count, let base else { return }
          for index in start..<min(start + Self.share, elements.count) {
            (base + index).initialize(to: body(elements[index]))
          }
        }
      }
      written = elements.count
    }
  }

  /// How many elements a worker takes at a time.
  private static let share = 4
}
