import Conformance
package import Quality
package import ServiceTime

/// Cases shown to a reviewer one after the other, each decision kept before the next is shown.
package struct ReviewSession {
  /// What a session came to.
  package struct Result: Hashable, Sendable {
    /// Decisions that stand at its end.
    package var decided: Int
    /// Cases that were left for later.
    package var skipped: Int
    /// Cases that nobody has decided.
    package var left: Int
    /// Whether Ctrl-C ended it.
    package var isInterrupted = false

    /// Nothing decided, or so many.
    package init(decided: Int = 0, skipped: Int = 0, left: Int = 0) {
      self.decided = decided
      self.skipped = skipped
      self.left = left
    }
  }

  /// Thrown by what reads when Ctrl-C is pressed: the case on screen is left undecided.
  package struct Interrupted: Error {
    package init() {}
  }

  private let cases: [ReviewCase]
  private let reviewer: String
  private let showsDecided: Bool
  private let text: ReviewCaseText
  private var book: [VerdictKey: [Review]] = [:]

  /// Creates a session.
  ///
  /// - Parameters:
  ///   - cases: What to look at; those that somebody has decided are passed over. A case that others left
  ///     undecided asks for a second look.
  ///   - reviews: The decisions so far, in the order of their file.
  ///   - reviewer: Who decides now.
  ///   - zone: The time zone in which moments are shown.
  ///   - showsDecided: Whether decided cases are shown as well, once each, for a person who takes another
  ///     look or answers an appeal.
  ///   - isBlind: Whether what the auditor and other reviewers say is not shown, for figures of how far
  ///     they agree.
  ///   - pseudonym: What other reviewers are called instead of their names; what they wrote is then not
  ///     shown.
  package init(
    _ cases: [ReviewCase], after reviews: [Review], reviewer: String, zone: ZoneTable,
    isColoured: Bool, showsDecided: Bool = false, isBlind: Bool = false,
    pseudonym: ((String) -> String)? = nil
  ) {
    self.cases = cases
    self.reviewer = reviewer
    self.showsDecided = showsDecided
    text = ReviewCaseText(
      isColoured: isColoured, zone: zone, pseudonym: pseudonym, isBlind: isBlind)
    let standing = ReviewBook(reviews)
    for one in cases { book[one.key] = standing.decisions(one.key) }
    earlier = standing.decided.filter { $0.reviewer == reviewer }.map(\.key)
  }

  /// The reviewer's own decisions of earlier sessions, the last one at the end.
  private let earlier: [VerdictKey]

  /// Asks until the cases or the answers come to an end.
  ///
  /// - Parameters:
  ///   - read: The next line that was typed; nil when there is none, or nobody wants to go on.
  ///   - write: Shows a text.
  ///   - now: The moment of a decision.
  ///   - keep: Brings a decision to the disk; when it throws, the session ends.
  package func run(
    read: () throws -> String?, write: (String) throws -> Void, now: () -> OffsetInstant,
    keep: (Review) throws -> Void
  ) throws -> Result {
    var run = Run(session: self, undoable: earlier)
    do {
      try ask(&run, read: read, write: write, now: now, keep: keep)
    } catch is Interrupted {
      try write("\n")
      var result = run.result
      result.isInterrupted = true
      return result
    }
    return run.result
  }

  private func ask(
    _ run: inout Run, read: () throws -> String?, write: (String) throws -> Void,
    now: () -> OffsetInstant, keep: (Review) throws -> Void
  ) throws {
    var isOver = false
    while !isOver, let index = run.next {
      let one = cases[index]
      try write(
        text.render(
          one, number: index + 1, of: cases.count, decidedByOthers: run.book[one.key] ?? []))
      var isShown = true
      while isShown {
        try write(
          text.bold(
            (one.checklist == nil ? "" : "r rate · ")
              + "m met · x missed · n not applicable · d doubt · s skip · u undo · ? more · q quit")
            + " > ")
        guard let line = try read() else {
          isOver = true
          try write("\n")
          break
        }
        switch Command(line) {
        case .quit:
          isOver = true
          isShown = false
        case .decide(let outcome, let isAppeal, let reason):
          let reason = try reason ?? asked(read: read, write: write)
          let review = Review(
            key: one.key, decision: .verdict(outcome), reviewer: reviewer, time: now(),
            reason: reason, isAppeal: isAppeal)
          try keep(review)
          run.decide(review, at: index)
          isShown = false
        case .rate(let words, let isAppeal):
          guard let checklist = one.checklist else {
            try write("there are no questions to rate here\n")
            continue
          }
          let ratings: [QuestionRating]
          do throws(AnswerFault) {
            ratings = try checklist.ratings(words)
          } catch {
            try write("\(error)\n")
            continue
          }
          let review = Review(
            key: one.key, decision: .verdict(checklist.outcome(of: ratings)), reviewer: reviewer,
            time: now(), reason: try asked(read: read, write: write), isAppeal: isAppeal,
            ratings: ratings)
          try keep(review)
          run.decide(review, at: index)
          isShown = false
        case .skip:
          run.skipped.insert(index)
          isShown = false
        case .undo:
          guard let key = run.undoable.last else {
            try write("there is nothing to take back\n")
            continue
          }
          try keep(
            Review(key: key, decision: .withdrawn, reviewer: reviewer, time: now()))
          run.undo(key)
          try write("taken back: '\(key.standard)' of \(key.ticket)\n")
          isShown = false
        case .why: try write(text.explanation(one.standard))
        case .conversation: try write(text.whole(one))
        case .help: try write(Self.help)
        case .unknown: try write("one of m, x, n, r, d, s, u, w, t, q, or ? for what they mean\n")
        }
      }
    }
  }

  /// The reason that is typed; nil for an empty line.
  private func asked(
    read: () throws -> String?, write: (String) throws -> Void
  ) throws -> String? {
    try write("reason (Enter for none) > ")
    guard let line = try read() else { return nil }
    let reason = Command.trimmed(line)
    return reason.isEmpty ? nil : reason
  }

  private static let help = """
    m  it is met                      m because …   with a reason on the same line
    x  it is missed                   x! because …  the decision on an appeal
    n  it does not apply here
    r  answers to a checklist          r 4 yes -     one for each question, - where it does not apply;
                                      r! 4 yes -    on an appeal
    d  you cannot tell: it is undecided, and the next reviewer takes a second look
    s  leave it for later
    u  take the last decision back and decide it anew
    w  why there is this standard, with examples
    t  the whole conversation
    q  quit; what is decided is kept

    """
}

/// What changes while a session runs.
private struct Run {
  let session: ReviewSession
  var undoable: [VerdictKey]
  var book: [VerdictKey: [Review]]
  var skipped: Set<Int> = []
  /// Cases that were decided in this session.
  private var answered: Set<Int> = []
  /// A case that was taken back comes first.
  private var again: Int?
  private var made = 0
  private let indices: [VerdictKey: Int]
  /// Every case before it is decided or skipped.
  private var start = 0

  init(session: ReviewSession, undoable: [VerdictKey]) {
    self.session = session
    book = session.standing
    indices = session.indices
    self.undoable = undoable.filter { session.indices[$0] != nil }
  }

  /// The next case to decide; nil behind the last.
  var next: Int? {
    mutating get {
      if let index = again {
        again = nil
        return index
      }
      while start < session.count {
        if isOpen(start) { return start }
        start += 1
      }
      return nil
    }
  }

  private func isOpen(_ index: Int) -> Bool {
    !skipped.contains(index) && !answered.contains(index)
      && (session.isAskedAgain || isUndecided(index, counting: session.name))
  }

  /// Whether nobody has decided a case: a doubt is no decision, but whoever had it is not asked again.
  private func isUndecided(_ index: Int, counting reviewer: String? = nil) -> Bool {
    (book[session.key(index)] ?? []).allSatisfy {
      $0.decision == .verdict(.undecided) && $0.reviewer != reviewer
    }
  }

  mutating func decide(_ review: Review, at index: Int) {
    book[review.key, default: []].append(review)
    undoable.append(review.key)
    skipped.remove(index)
    answered.insert(index)
    made += 1
  }

  mutating func undo(_ key: VerdictKey) {
    undoable.removeLast()
    made -= 1
    guard let index = indices[key] else { return }
    if let last = book[key]?.lastIndex(where: { $0.reviewer == session.name }) {
      book[key]?.remove(at: last)
    }
    answered.remove(index)
    start = min(start, index)
    again = index
  }

  var result: ReviewSession.Result {
    let left = (0..<session.count).count { isUndecided($0) }
    return ReviewSession.Result(decided: max(0, made), skipped: skipped.count, left: left)
  }
}

extension ReviewSession {
  fileprivate var standing: [VerdictKey: [Review]] { book }
  fileprivate var count: Int { cases.count }
  fileprivate var name: String { reviewer }
  fileprivate var isAskedAgain: Bool { showsDecided }
  fileprivate func key(_ index: Int) -> VerdictKey { cases[index].key }
  fileprivate var indices: [VerdictKey: Int] {
    Dictionary(cases.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
  }
}

/// What was typed.
private enum Command {
  case decide(Verdict.Outcome, isAppeal: Bool, reason: String?)
  case rate([String], isAppeal: Bool)
  case skip, undo, why, conversation, help, quit, unknown

  init(_ line: String) {
    let typed = Self.trimmed(line)
    guard let letter = typed.first?.lowercased() else {
      self = .unknown
      return
    }
    var rest = typed.dropFirst()
    let isAppeal = rest.first == "!"
    if isAppeal { rest = rest.dropFirst() }
    guard rest.isEmpty || rest.first?.isWhitespace == true else {
      self = .unknown
      return
    }
    let reason = Self.trimmed(String(rest))
    let outcome: Verdict.Outcome? =
      switch letter {
      case "m": .met
      case "x": .missed
      case "n": .notApplicable
      case "d": .undecided
      default: nil
      }
    if let outcome {
      self = .decide(outcome, isAppeal: isAppeal, reason: reason.isEmpty ? nil : reason)
      return
    }
    switch letter {
    case "r":
      self = .rate(
        reason.split(whereSeparator: \.isWhitespace).map(String.init), isAppeal: isAppeal)
    case "s": self = .skip
    case "u": self = .undo
    case "w": self = .why
    case "t": self = .conversation
    case "?", "h": self = .help
    case "q": self = .quit
    default: self = .unknown
    }
  }

  static func trimmed(_ line: String) -> String {
    var text = line[...]
    while text.first?.isWhitespace == true { text = text.dropFirst() }
    while text.last?.isWhitespace == true { text = text.dropLast() }
    return String(text)
  }
}
