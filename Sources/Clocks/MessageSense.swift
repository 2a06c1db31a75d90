/// What the words of a message mean to a clock; nothing when they were not read.
///
/// Words are read elsewhere: clocks only need to know what comes of it.
package struct MessageSense: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A customer's bare thanks, or "no" to our question whether anything else is needed: it wants no
  /// answer and reopens nothing.
  package static let thanks = MessageSense(rawValue: 1)
  /// A customer's machine says that nobody is there.
  package static let outOfOffice = MessageSense(rawValue: 2)
  /// A reply that may say no more than that somebody is at it.
  package static let mayHold = MessageSense(rawValue: 4)
  /// A reply that asks something of the customer.
  package static let asksCustomer = MessageSense(rawValue: 8)
  /// A reply that asks no more than whether anything else is needed.
  package static let asksForMore = MessageSense(rawValue: 32)
  /// What it asks the customer they may have answered at once: it is a conversation, in which they spoke
  /// after it.
  package static let mayBeAnswered = MessageSense(rawValue: 64)
  /// A reply's words were read: what they are not said to mean here, they do not mean.
  package static let wasRead = MessageSense(rawValue: 16)
}
