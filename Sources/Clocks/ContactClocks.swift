extension TicketLog {
  /// The wait until a live contact is picked up; nil when the log does not say when it began, or when
  /// we called the customer.
  ///
  /// It starts with the customer's first message, or where there is none with the first event, and stops
  /// when somebody picks up or the customer gives up.
  ///
  /// - Complexity: O(steps).
  package func pickUpRun() -> ClockRun? {
    let stop = steps.firstIndex { $0.meaning == .pickedUp || $0.meaning == .abandoned }
    let before = steps[..<(stop ?? steps.count)]
    guard let start = before.first(where: { $0.meaning == .asks }) ?? before.first, let end,
      start.meaning != .answers
    else { return nil }
    let builder = RunBuilder(number: 0, start: start)
    guard let stop else { return builder.ended(.running, at: end) }
    let step = steps[stop]
    return builder.ended(
      step.meaning == .pickedUp ? .stopped(by: step.event) : .abandoned(by: step.event), at: step.at
    )
  }

  /// The wait from the customer's first message until it is acknowledged; nil when the customer wrote
  /// nothing.
  ///
  /// - Parameter acknowledges: Whether a message to the customer (a step whose meaning is `answers` or
  ///   `automatic`) is an acknowledgement.
  /// - Complexity: O(steps).
  package func acknowledgementRun(_ acknowledges: (Step) -> Bool) -> ClockRun? {
    guard let start = steps.firstIndex(where: { $0.meaning == .asks }), let end else { return nil }
    let builder = RunBuilder(number: 0, start: steps[start])
    for step in steps[start...] {
      let isOurs = step.meaning == .answers || step.meaning == .automatic
      if isOurs, acknowledges(step) { return builder.ended(.stopped(by: step.event), at: step.at) }
    }
    return builder.ended(.running, at: end)
  }
}
