import Diagnostics
package import SourceYAML

/// Where certain tickets belong.
package struct Routing: StandardKind {
  /// The tickets that are meant; all within the standard's scope when nothing is named.
  package let when: Circumstances
  /// The channels on which they are handled; empty when it does not matter.
  package let channels: [String]
  /// The groups that handle them; empty when it does not matter.
  package let groups: [String]

  private static let whenKey = Key<YAMLNode>.circumstances(
    "when", "which tickets are meant"
  ).otherwise("all that the standard applies to")
  private static let channelKey = Key<[YAMLNode]>.names(
    "channel", "the channels on which they are handled", of: "channel"
  ).such(as: "[phone]")
  private static let groupKey = Key<[YAMLNode]>.names(
    "group", "the groups that handle them", of: "group"
  ).such(as: "[second-line]")

  package static let card = KindCard(
    key: "routing",
    summary: "Which channel or group certain tickets belong to.",
    subject: .ticket,
    keys: [whenKey.description, channelKey.description, groupKey.description],
    rules: [.atLeastOne(asking)])
  private static let asking = [channelKey.name, groupKey.name]

  package var parameters: [Parameter] {
    [
      Parameter("when", when.inWords), Parameter("channel", channels),
      Parameter("group", groups),
    ].compactMap { $0 }
  }

  package init?(_ record: Record, _ reading: inout CatalogueReading) {
    when = reading.circumstances(Self.whenKey, in: record)
    channels = reading.names(Self.channelKey, in: record, from: .channel) ?? []
    groups = reading.names(Self.groupKey, in: record) ?? []
    reading.requireOne(
      of: Self.asking, in: record,
      fixIt: "add, for instance, group: second-line")
  }
}
