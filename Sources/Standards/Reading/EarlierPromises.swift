import ServiceTime

/// The promises of one kind, in the order of the catalogue, with a way to those that may take in
/// another's tickets: one that names channels takes in none of the others' tickets.
struct EarlierPromises {
  private var all: [Standard] = []
  private var byChannel = Places()
  private var byTopic = Places()

  /// Adds the next one.
  mutating func append(_ standard: Standard) {
    byChannel.add(all.count, under: standard.scope.channels)
    byTopic.add(all.count, under: standard.scope.topics)
    all.append(standard)
  }

  /// The first one that takes in all tickets of a standard, whenever that is in force.
  ///
  /// - Complexity: O(promises on its channel, or on its topic if those are fewer).
  func first(takingIn standard: Standard, in zone: ZoneTable) -> Standard? {
    let onChannel = byChannel.candidates(for: standard.scope.channels)
    let onTopic = byTopic.candidates(for: standard.scope.topics)
    let isFewer =
      onTopic.wide.count + onTopic.named.count < onChannel.wide.count + onChannel.named.count
    let (wide, named) = isFewer ? onTopic : onChannel
    func takesIn(_ index: Int) -> Bool {
      all[index].scope.takesInTickets(of: standard.scope)
        && all[index].inForce.contains(standard.inForce, in: zone)
    }
    let found = [wide.first(where: takesIn), named.first(where: takesIn)].compactMap { $0 }
    return found.min().map { all[$0] }
  }

  /// The promises by the names of one sort that they are for (indices, ascending).
  private struct Places {
    /// Those for any name.
    private var wide: [Int] = []
    private var named: [String: [Int]] = [:]
    private var count = 0

    mutating func add(_ index: Int, under names: [String]?) {
      count = index + 1
      guard let names else { return wide.append(index) }
      for name in names { named[name, default: []].append(index) }
    }

    /// Those that may take in everything with these names: they are for any name, or for the first.
    func candidates(for names: [String]?) -> (wide: [Int], named: [Int]) {
      guard let names else { return (wide, []) }
      // Names that could not be read are none.
      guard let first = names.first else { return (Array(0..<count), []) }
      return (wide, named[first] ?? [])
    }
  }
}
