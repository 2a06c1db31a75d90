package import Diagnostics
package import Simulation

/// What a contact is like: how long it takes, and what may follow. What is nil was not said.
package struct ContactProfile: Sendable {
  /// How long one touch takes (unit: s).
  package var handling: VaryingTime?
  /// Work after a touch, which the customer does not wait for (unit: s).
  package var wrapUp: Distribution?
  /// How long a customer waits before giving up (unit: s).
  package var patience: VaryingTime?
  /// Who gave up and calls again.
  package var callback: Followed?
  /// The customer is asked back.
  package var clarification: Clarification?
  /// Second line must do something first.
  package var secondLine: Followed?
  /// Somebody outside must do something first.
  package var supplier: Followed?
  /// Somebody else of the team must go on with it.
  package var transfer: Transfer?
  /// Comes back although it was solved.
  package var reopen: Followed?
  /// What one, two, three … at once proceed at, each of them (1: full pace).
  package var paces: [Double]?
  /// What somebody must know to take it; nil for the channel's name.
  package var skill: String?
  /// How urgent it is, in the words of the catalogue's `applies-to`.
  package var priority: String?
  /// Whether it may be laid aside for live work.
  package var isInterruptible: Bool?
  /// Whether it returns to who had it before.
  package var staysWithPerson: Bool?
  /// Standard deviation ÷ mean of a factor that its contacts of a day share.
  package var dayVariation: Double?
  /// How many wait when the simulation begins.
  package var waitingAtStart: Int?
  /// How long those have waited by then (unit: s); nil for not at all.
  package var waitingAge: Distribution?

  /// A share of contacts to which something happens, and the time that it takes (unit: s).
  package struct Followed: Sendable {
    package let share: Double
    package let time: Distribution
  }

  /// The customer is asked back, and thinks.
  package struct Clarification: Sendable {
    package let share: Double
    /// How long the customer takes (unit: s).
    package let thinking: Distribution
    /// Of those asked, who never answers.
    package let never: Double
    /// When the contact of those is closed (unit: s).
    package let closesAfter: Double
  }

  /// Somebody with another skill goes on.
  package struct Transfer: Sendable {
    package let share: Double
    /// The skill that it takes.
    package let skill: String
    /// How long they take; nil for as long as the first.
    package let handling: VaryingTime?
  }

  package init() {}

  /// With what is not said taken from another.
  func completed(by other: ContactProfile) -> ContactProfile {
    var all = self
    all.handling = handling ?? other.handling
    all.wrapUp = wrapUp ?? other.wrapUp
    all.patience = patience ?? other.patience
    all.callback = callback ?? other.callback
    all.clarification = clarification ?? other.clarification
    all.secondLine = secondLine ?? other.secondLine
    all.supplier = supplier ?? other.supplier
    all.transfer = transfer ?? other.transfer
    all.reopen = reopen ?? other.reopen
    all.paces = paces ?? other.paces
    all.skill = skill ?? other.skill
    all.priority = priority ?? other.priority
    all.isInterruptible = isInterruptible ?? other.isInterruptible
    all.staysWithPerson = staysWithPerson ?? other.staysWithPerson
    all.dayVariation = dayVariation ?? other.dayVariation
    all.waitingAge = waitingAge ?? other.waitingAge
    return all
  }

  /// The share of touches after which it goes on somehow (0...1).
  var goesOn: Double {
    (clarification?.share ?? 0) + (secondLine?.share ?? 0) + (supplier?.share ?? 0)
      + (transfer?.share ?? 0)
  }
}

/// A time and how it varies (unit: s), with its place in the file.
package struct VaryingTime: Sendable {
  /// How long it is (unit: s).
  package let distribution: Distribution
  /// The mean, as it was said where it was (unit: s).
  package let mean: Double
  /// Where it stands.
  package let place: SourceRange

  /// Whether it is always the same.
  package var isFixed: Bool {
    if case .constant = distribution.shape { true } else { false }
  }
}
