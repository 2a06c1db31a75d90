package import Conformance
package import Quality

/// A report of an audit that grows ticket by ticket, so that it takes no more memory for many tickets
/// than for one.
package protocol AuditRendering: Sendable {
  /// What stands before the tickets.
  var head: [UInt8] { get }
  /// What stands between the parts of two tickets; parts that are empty do not count.
  var separator: [UInt8] { get }

  /// What is said of one ticket; empty where nothing is.
  ///
  /// Is called on several threads at once.
  func part(_ shown: ShownTicket, at place: TicketPlace) -> [UInt8]

  /// What stands behind the tickets.
  ///
  /// - Parameter unreadable: How many lines could not be read.
  func tail(_ tally: AuditTally, unreadable: Int) -> [UInt8]
}
