/// How much YAML is accepted: far more than people write, little enough to be read in a moment.
package struct YAMLLimits: Hashable, Sendable {
  /// The longest file (unit: bytes).
  package var bytes: Int
  /// The most nodes, where an alias counts as all the nodes it stands for.
  package var nodes: Int
  /// How deep values may stand in each other.
  package var depth: Int

  /// Creates limits; the defaults fit every catalogue.
  package init(bytes: Int = 4 << 20, nodes: Int = 100_000, depth: Int = 100) {
    self.bytes = bytes
    self.nodes = nodes
    self.depth = depth
  }
}
