/// A contact's row.
struct ContactRow {
  /// Where a contact is: in exactly one place.
  enum Place: UInt8 {
    /// Nowhere: the row is free.
    case none
    /// Written, but not yet seen; or somebody about to call back.
    case coming
    case waiting
    case inHand
    /// Laid aside for live work.
    case aside
    /// With the customer or second line.
    case away
    /// Solved; will be reopened.
    case resting
    /// With a customer who never answers.
    case forgotten
    /// No contact, but wrap-up of one.
    case wrapUp
  }

  /// What its luck is drawn from.
  var key: UInt64 = 0
  /// When it came (unit: s).
  var arrived = 0.0
  /// Since when it is in the queue (unit: s).
  var since = 0.0
  /// Work left of this touch, at pace 1 (unit: s).
  var work = 0.0
  /// The entry of the calendar that counts; 0 for none.
  var entry: UInt32 = 0
  /// Neighbours in the queue, or the next free row; -1 for none.
  var previous: Int32 = -1
  var next: Int32 = -1
  /// Whose case it is, while it is open; -1 for nobody's.
  var owner: Int32 = -1
  /// What it is now, and what it came as.
  var type: Int32 = 0
  var origin: Int32 = 0
  /// Its place among the counts: ``origin``, or apart where it came before the warm-up was over.
  var counted: Int32 = 0
  /// Who had it last; -1 for nobody.
  var person: Int32 = -1
  /// The interval in which it came.
  var interval: Int32 = 0
  /// Touches that are finished.
  var touch: Int32 = 0
  /// The queue that it is in.
  var queue: Int32 = 0
  var place = Place.none
  /// Whether somebody has begun to work on it.
  var isBegun = false
  /// Whether the target was kept or missed.
  var isDecided = false
  /// Whether the customer is to answer, or may reopen it.
  var isWithCustomer = false

  /// Makes a row that may have been used before a new one, in place.
  @inline(__always)
  mutating func begin(
    key: UInt64, type: Int32, origin: Int32, _ place: Place, work: Double = 0
  ) {
    self.key = key
    arrived = 0
    since = 0
    self.work = work
    entry = 0
    previous = -1
    next = -1
    owner = -1
    self.type = type
    self.origin = origin
    counted = 0
    person = -1
    interval = 0
    touch = 0
    queue = 0
    self.place = place
    isBegun = false
    isDecided = false
    isWithCustomer = false
  }
}

/// A person's row.
struct PersonRow {
  var group: Int32 = 0
  /// Contacts in hand, several chats or one.
  var active: Int32 = 0
  /// Cases that are theirs, and the most that may be.
  var cases: Int32 = 0
  var mostCases = Int32.max
  /// The contact laid aside; -1 for none.
  var held: Int32 = -1
  /// The list that they stand in; -1 for none.
  var list: Int32 = -1
  var previous: Int32 = -1
  var next: Int32 = -1
  /// The next change of duty.
  var nextChange: Int32 = 0
  var lastChange: Int32 = 0
  /// Entries of the calendar that count; 0 for none.
  var pause: UInt32 = 0
  var interruption: UInt32 = 0
  var state: PersonState = []
  var pace = 1.0
  /// How many contacts they have in hand at most.
  var atOnce = Int32.max
  /// What in-hand work proceeds at, each contact of it.
  var speed = 0.0
  /// Until when work in hand is reckoned (unit: s).
  var reckoned = 0.0
  /// Since when they have nothing to do (unit: s).
  var idleSince = 0.0
  /// A break that is due as soon as the work in hand is done (unit: s; 0 for none).
  var breakDue = 0.0
  var breakBegan = 0.0
  /// Until when there is a meeting to go to (unit: s; 0 for none).
  var meetingUntil = 0.0
  var dutyBegan = 0.0
  var shiftEnd = Double.infinity
  var interruptedSince = 0.0
  /// Interruptions: mean time between (unit: s; infinite for none), and how long.
  var interruptedEvery = Double.infinity
  var interruptionLength: UnsafePointer<Sampler>?
  var luck = Xoshiro256PlusPlus(key: 0)
  /// How work slows them down: from which share of time on, to what pace, remembered for how long
  /// (unit: s; 0 for not at all).
  var tiresAbove = 1.0
  var pacedAtFull = 1.0
  var memory = 0.0
  /// The share of the time remembered in which they had work, and until when that is reckoned.
  var busyShare = 0.0
  var busyReckoned = 0.0
}

/// What somebody is about, in one number, since much hangs on several of these at once.
struct PersonState: OptionSet {
  let rawValue: UInt8

  static let onDuty = PersonState(rawValue: 1)
  static let onBreak = PersonState(rawValue: 2)
  /// The break is a meeting.
  static let inMeeting = PersonState(rawValue: 4)
  static let interrupted = PersonState(rawValue: 8)
  /// After the end of the shift, finishing what is in hand.
  static let leaving = PersonState(rawValue: 16)
}

extension PersonRow {
  var isOnDuty: Bool {
    @inline(__always) get { state.contains(.onDuty) }
    set { set(.onDuty, newValue) }
  }
  var isOnBreak: Bool {
    @inline(__always) get { state.contains(.onBreak) }
    set { set(.onBreak, newValue) }
  }
  var isInMeeting: Bool {
    @inline(__always) get { state.contains(.inMeeting) }
    set { set(.inMeeting, newValue) }
  }
  var isInterrupted: Bool {
    @inline(__always) get { state.contains(.interrupted) }
    set { set(.interrupted, newValue) }
  }
  var isLeaving: Bool {
    @inline(__always) get { state.contains(.leaving) }
    set { set(.leaving, newValue) }
  }
  /// On duty, and neither on a break nor interrupted nor about to leave.
  var isAvailable: Bool {
    @inline(__always) get {
      state.intersection([.onDuty, .onBreak, .interrupted, .leaving]) == .onDuty
    }
  }

  private mutating func set(_ part: PersonState, _ isSo: Bool) {
    if isSo { state.insert(part) } else { state.remove(part) }
  }
}

/// A queue, or a list of people: its ends.
struct Chain {
  var head: Int32 = -1
  var tail: Int32 = -1
  var count: Int32 = 0
  /// Time waited in a queue by those who left it, less when those who are in it came (unit: s).
  var waited = 0.0
}

/// A change of somebody's duty.
struct DutyChange {
  enum Kind: UInt8 {
    case come, rest, meet, go
  }

  let time: Double
  let kind: Kind
  /// The end of the shift or meeting, or the length of the break (unit: s).
  let value: Double
}

/// A type, laid out for the loop.
struct TypeRow {
  let isLive: Bool
  /// Whether live contacts go first, and this is none.
  let isDeferredClass: Bool
  /// Less goes first.
  let rank: Int
  let headStart: Double
  let polledEvery: Double
  let handling: UnsafePointer<Sampler>
  /// Where its factors of handling begin among all, how many there are, and of how long (unit: s).
  let firstFactor: Int
  let factorCount: Int
  let factorLength: Double
  let wrapUp: UnsafePointer<Sampler>?
  /// Whether anything but solved may follow a touch.
  let mayGoOn: Bool
  let patience: UnsafePointer<Sampler>?
  let callbackShare: Double
  let callbackDelay: UnsafePointer<Sampler>?
  let transferShare: Double
  let transferType: Int32
  let escalateShare: Double
  let escalateDelay: UnsafePointer<Sampler>?
  let askShare: Double
  let thinking: UnsafePointer<Sampler>?
  let neverShare: Double
  let closedAfter: Double
  let reopenShare: Double
  let reopenDelay: UnsafePointer<Sampler>?
  let staysWithPerson: Bool
  let isInterruptible: Bool
  let atOnce: Int32
  /// The first type of its family.
  let family: Int32
  /// Where its paces begin among all.
  let firstPace: Int
  /// Where its groups begin among all, and how many there are.
  let firstGroup: Int
  let groupCount: Int
  /// The list of one in hand, less one: lists of two, three … follow.
  let firstList: Int32
  let target: Double
  /// Whether passing a case on decides nothing about the target.
  let needsSubstance: Bool
  /// Its place among the open spans; -1 for always open.
  let hours: Int
  /// Where its clocks begin among all, and how many there are.
  let firstClock: Int
  let clockCount: Int
  /// Whether any of them may stop as a touch begins, as the customer is answered, or as the contact is
  /// solved.
  let clocksAtBegin: Bool
  let clocksAtAnswer: Bool
  let clocksAtEnd: Bool
}
