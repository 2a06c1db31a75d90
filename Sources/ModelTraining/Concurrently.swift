import Dispatch

/// Does independent work on all cores, and gives the results in order.
func concurrently<Item: Sendable, Result: Sendable>(
  _ items: [Item], _ work: @escaping @Sendable (Item) -> Result
) -> [Result] {
  let results = Results<Result>(count: items.count)
  DispatchQueue.concurrentPerform(iterations: items.count) { index in
    results.set(work(items[index]), at: index)
  }
  return results.all
}

/// Results as they come, each in its place.
private final class Results<Value: Sendable>: @unchecked Sendable {
  private let queue = DispatchQueue(label: "results")
  private var values: [Value?]

  init(count: Int) {
    values = Array(repeating: nil, count: count)
  }

  func set(_ value: Value, at index: Int) {
    queue.sync { values[index] = value }
  }

  /// Only to be asked when all are there.
  var all: [Value] { queue.sync { values.compactMap { $0 } } }
}
