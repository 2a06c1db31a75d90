package import Standards

/// The names that workload and team may use.
package struct KnownNames: Sendable {
  /// The catalogue's channels, in its order.
  package let channels: [String]
  /// What the catalogue says of them; empty where only names are known.
  let details: [ContactChannel]
  /// What contacts may be about; empty where anything may be named.
  let topics: [String]

  /// The names of a catalogue.
  package init(_ catalogue: Catalogue) {
    channels = catalogue.channels.map(\.name)
    details = catalogue.channels
    topics = catalogue.topics
  }

  /// Channels of which only the name is known.
  package init(channels: [String]) {
    self.channels = channels
    details = []
    topics = []
  }

  func channel(named name: String) -> ContactChannel? { details.first { $0.name == name } }
}
