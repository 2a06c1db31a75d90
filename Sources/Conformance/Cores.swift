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

  /// Begins to work on elements with all cores but the one that asks, which may read and write meanwhile
  /// and helps in ``CoreWork/finish()``.
  ///
  /// - Parameter body: Is called on several threads at once; must depend on its element alone.
  package func begin<Element: Sendable, Result: Sendable>(
    _ elements: [Element], _ body: @escaping @Sendable (Element) -> Result
  ) -> CoreWork<Element, Result> {
    let work = CoreWork(elements, body)
    work.begin(helpers: min(count - 1, elements.count / CoreWork<Element, Result>.share))
    return work
  }
}

/// Elements that several cores work on, handed out a few at a time, so that one that takes long keeps no
/// core idle.
package final class CoreWork<Element: Sendable, Result: Sendable>: Sendable {
  private let elements: [Element]
  private let body: @Sendable (Element) -> Result
  private let next = Atomic(0)
  private let helpers = DispatchGroup()
  // Each place is written once, by the core that took its share, and read when all are done.
  nonisolated(unsafe) private let results: UnsafeMutableBufferPointer<Result?>

  fileprivate init(_ elements: [Element], _ body: @escaping @Sendable (Element) -> Result) {
    self.elements = elements
    self.body = body
    results = .allocate(capacity: elements.count)
    results.initialize(repeating: nil)
  }

  deinit {
    // Helpers hold this object, so that none is at work any more.
    results.deinitialize()
    results.deallocate()
  }

  fileprivate func begin(helpers count: Int) {
    for _ in 0..<max(0, count) {
      DispatchQueue.global().async(group: helpers) { self.work() }
    }
  }

  /// The result for each element, in the order of the elements whatever the number of cores.
  ///
  /// - Complexity: O(n) calls of the body, shared with the other cores.
  package func finish() -> [Result] {
    work()
    helpers.wait()
    return results.compactMap { $0 }
  }

  private func work() {
    while true {
      let start = next.add(Self.share, ordering: .relaxed).oldValue
      guard start < elements.count else { return }
      for index in start..<min(start + Self.share, elements.count) {
        results[index] = body(elements[index])
      }
    }
  }

  /// How many elements a core takes at a time.
  fileprivate static var share: Int { 4 }
}
