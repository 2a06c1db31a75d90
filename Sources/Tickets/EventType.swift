/// The types of events that kwadrans knows, as files write them.
enum EventType: String, CaseIterable, Sendable {
  // Those that come most often stand first.
  case message, note, status, assign, work, rating, answered, abandoned, priority, channel, merge,
    survey
}
