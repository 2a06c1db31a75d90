import Diagnostics
import ServiceTime
import SourceYAML

/// Reads one entry of `channels`.
enum ChannelReader {
  private static let kindKey = Key<ContactChannel.Kind>.choice(
    "kind", "whether the customer waits at the other end", required: true)
  private static let intakeDelayKey = Key<TimeSpan>.timeSpan(
    "intake-delay", "how long a message may take until the desk can see it"
  ).such(as: "5 min")
  private static let atOnceKey = Key<Int>.wholeNumber(
    "at-once", "how many conversations one person leads at the same time, on a live channel",
    in: 1...20
  ).otherwise("1").such(as: "3")
  private static let longestKey = Key<String>.text(
    "longest", "the longest message that the channel carries"
  ).such(as: "280 characters")

  static let keys = [
    kindKey.description, intakeDelayKey.description, atOnceKey.description, longestKey.description,
  ]

  static let rules = [
    KeyRule.clash(
      .init(kindKey.name, is: ContactChannel.Kind.deferred.rawValue), .init(atOnceKey.name))
  ]

  static func read(_ entry: YAMLEntry, _ reading: inout CatalogueReading) -> ContactChannel? {
    guard
      let record = Record(
        entry.value, subject: "channel '\(entry.keyText)'", keys: keys,
        into: &reading.diagnostics)
    else { return nil }
    let kind = record.required(kindKey, &reading.diagnostics)
    let delay = record.optional(intakeDelayKey, &reading.diagnostics)
    let atOnce = record.optional(atOnceKey, &reading.diagnostics)
    let longest = record.optional(longestKey, &reading.diagnostics)
    if kind == .deferred, let place = record.entry(atOnceKey.name)?.key.place {
      reading.diagnostics.error(
        "channel.at-once", "'at-once' is for live channels; messages are answered one by one",
        at: place, fixIt: "delete it, or write kind: live")
    }
    // A channel of unknown kind still has a name: standards that use it are not at fault.
    return ContactChannel(
      name: entry.keyText, kind: kind ?? .deferred, intakeDelay: delay, atOnce: atOnce ?? 1,
      longest: longest, place: entry.key.place)
  }
}
