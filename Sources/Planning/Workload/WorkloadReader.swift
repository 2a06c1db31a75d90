package import Diagnostics
import ServiceTime
import SourceYAML
import Standards

/// Reads a workload from its YAML file.
package enum WorkloadReader {
  private static let workloadKey = Key<YAMLNode>(
    "workload", "the desk as a whole", shape: .record(headKeys), required: true
  ) { node, _ in node }
  private static let channelsKey = Key<YAMLNode>(
    "channels", "the channels, by name", shape: .mapping(to: .record(channelKeys))
  ) { node, _ in node }
  private static let nameKey = Key<String>.text("name", "the workload's name")
  private static let occupancyKey = Key<Share>.share(
    "occupancy-at-most", "the largest share of the time on duty that anybody works")
  private static let shrinkageKey = Key<YAMLNode>(
    "shrinkage", "what keeps people from the desk while they are paid",
    shape: .record(shrinkageKeys)
  ) { node, _ in node }
  private static let combineKey = Key<Workload.Combination>.choice(
    "combine", "how the parts are put together; product if left out")
  private static let partsKey = Key<YAMLNode>(
    "parts", "the parts by name", shape: .mapping(to: .share), required: true
  ) { node, _ in node }
  private static let handlingKey = Key<TimeSpan>(
    "handling-time", "the mean time of one touch", shape: .timeSpan
  ) { node, diagnostics in node.timeSpan(of: "'handling-time'", &diagnostics) }

  /// More than any desk is away; what is left must not vanish in a division.
  private static let mostShrinkage = 0.9

  private static let headKeys = [
    nameKey.description, occupancyKey.description, shrinkageKey.description,
  ]
  private static let shrinkageKeys = [combineKey.description, partsKey.description]
  private static let channelKeys = [handlingKey.description, occupancyKey.description]

  /// Reads a workload; only to be relied on when there are no errors.
  ///
  /// - Parameters:
  ///   - text: The file.
  ///   - knownChannels: The catalogue's channels, so that a misspelt name is noticed.
  ///   - diagnostics: Where everything wrong is reported.
  /// - Returns: What could be read; nil when it is no workload at all.
  /// - Complexity: O(bytes).
  package static func read(
    _ text: SourceText, knownChannels: [String], into diagnostics: inout Diagnostics
  ) -> Workload? {
    var syntax = Diagnostics()
    let root = YAMLReader.read(text, into: &syntax)
    diagnostics.append(contentsOf: syntax)
    guard let root else {
      if !syntax.hasErrors {
        diagnostics.error(
          "workload.empty", "the file is empty", at: SourceRange(text: text, utf8: 0..<0),
          fixIt: "begin it with workload: and channels:")
      }
      return nil
    }
    guard
      let file = Record(
        root, subject: "a workload", keys: [workloadKey.description, channelsKey.description],
        into: &diagnostics),
      let node = file.required(workloadKey, &diagnostics),
      let head = Record(node, subject: "'workload'", keys: headKeys, into: &diagnostics)
    else { return nil }
    let name = head.optional(nameKey, &diagnostics)
    let occupancy = occupancy(in: head, &diagnostics)
    var shrinkage = 0.0
    var combination = Workload.Combination.product
    if let node = head.optional(shrinkageKey, &diagnostics),
      let record = Record(node, subject: "'shrinkage'", keys: shrinkageKeys, into: &diagnostics)
    {
      combination = record.optional(combineKey, &diagnostics) ?? .product
      shrinkage = readShrinkage(record, combination, &diagnostics)
    }
    var channels: [Workload.Channel] = []
    for entry in file.optional(channelsKey, &diagnostics)?
      .entries(of: "'channels'", &diagnostics) ?? []
    {
      if !knownChannels.contains(entry.keyText) {
        diagnostics.error(
          "name.unknown", "the catalogue has no channel '\(entry.keyText.shortened)'",
          at: entry.key.place,
          fixIt: nearestName(to: entry.keyText, among: knownChannels)
            .map { "did you mean '\($0)'?" }
            ?? "known: \(knownChannels.joined(separator: ", "))")
      }
      guard
        let record = Record(
          entry.value, subject: "channel '\(entry.keyText)'", keys: channelKeys,
          into: &diagnostics)
      else { continue }
      channels.append(
        Workload.Channel(
          name: entry.keyText, handlingTime: record.optional(handlingKey, &diagnostics),
          occupancyAtMost: Self.occupancy(in: record, &diagnostics)))
    }
    return Workload(
      name: name, occupancyAtMost: occupancy, shrinkage: shrinkage, combination: combination,
      channels: channels)
  }

  private static func occupancy(
    in record: Record, _ diagnostics: inout Diagnostics
  ) -> Share? {
    guard let share = record.optional(occupancyKey, &diagnostics) else { return nil }
    if share.fraction > 0 { return share }
    diagnostics.error(
      "workload.occupancy", "people who may never work need no plan",
      at: record.entry(occupancyKey.name)?.value.place, fixIt: "write a share such as 85%")
    return nil
  }

  private static func readShrinkage(
    _ record: Record, _ combination: Workload.Combination, _ diagnostics: inout Diagnostics
  ) -> Double {
    guard let node = record.required(partsKey, &diagnostics) else { return 0 }
    var sum = 0.0
    var product = 0.0
    for entry in node.entries(of: "'parts'", &diagnostics) {
      guard let share = entry.value.share(of: "'\(entry.keyText)'", &diagnostics) else { continue }
      sum += share.fraction
      product += share.fraction * (1 - product)
    }
    let total = combination == .sum ? sum : product
    guard total <= mostShrinkage else {
      diagnostics.error(
        "workload.shrinkage",
        "the parts come to \(Int((total * 100).rounded()))% of paid time"
          + (total < 1 ? "" : ": nobody is left"), at: node.firstLine,
        fixIt: "write shares of paid time that come to at most 90%")
      return 0
    }
    return total
  }
}
