/// The net made deterministic: from one place of a text there is one state at a time for each letter.
struct ConceptAutomaton {
  /// Where a letter leads: a state (0 for none), and what is found on the way (0 for nothing).
  struct Step: Equatable {
    var target: UInt32 = 0
    var output: UInt32 = 0

    var isNone: Bool { target == 0 && output == 0 }
  }

  struct State {
    /// What any word of no letter leads to.
    var other = Step()
    /// By letter in order; only those that lead elsewhere than any word.
    var steps: [(letter: UInt16, step: Step)] = []
  }

  /// State 0 is where nothing goes on.
  private(set) var states = [State()]
  /// Where the first word of a phrase leads, by letter.
  private(set) var root: [Step] = []
  /// Sets of concepts, in order; the first is empty.
  private(set) var outputs: [[Int32]] = [[]]

  private let net: ConceptNet
  private let letters: ConceptLetters
  /// For each concept those that count as found with it, itself among them.
  private let implied: [[Int32]]
  private var stateOf: [[Int32]: UInt32] = [[]: 0]
  private var members: [[Int32]] = [[]]
  private var outputOf: [[Int32]: UInt32] = [[]: 0]
  /// The letters of each class of words.
  private var lettersOf: [[UInt16]]

  /// More states than lists of words ever have: phrases with too many gaps.
  private static let mostStates = 400_000

  /// - Returns: nil where there are too many states.
  init?(_ net: ConceptNet, _ letters: ConceptLetters, implied: [[Int32]]) {
    self.net = net
    self.letters = letters
    self.implied = implied
    lettersOf = Array(repeating: [], count: net.classes.count)
    for (letter, classes) in letters.classes.enumerated() {
      for one in classes { lettersOf[Int(one)].append(UInt16(truncatingIfNeeded: letter)) }
    }
    root = Array(repeating: Step(), count: letters.classes.count)
    for (letter, step) in steps(from: [0]).steps { root[Int(letter)] = step }
    var next = 1
    while next < members.count {
      guard members.count <= Self.mostStates else { return nil }
      states[next] = steps(from: members[next])
      next += 1
    }
  }

  private mutating func steps(from nodes: [Int32]) -> State {
    var any: Set<Int32> = []
    var targets: [UInt16: Set<Int32>] = [:]
    for node in nodes {
      for edge in net.edges[Int(node)] {
        if edge.words == 0 {
          any.insert(edge.target)
        } else {
          for letter in lettersOf[Int(edge.words)] {
            targets[letter, default: []].insert(edge.target)
          }
        }
      }
    }
    var state = State()
    state.other = step(to: any)
    for letter in targets.keys.sorted() {
      let own = targets[letter] ?? []
      let step = step(to: letters.takesAny[Int(letter)] ? own.union(any) : own)
      if !step.isNone { state.steps.append((letter, step)) }
    }
    return state
  }

  private mutating func step(to nodes: Set<Int32>) -> Step {
    guard !nodes.isEmpty else { return Step() }
    var found: Set<Int32> = []
    for node in nodes {
      for concept in net.accepted[Int(node)] { found.formUnion(implied[Int(concept)]) }
    }
    let open = nodes.filter { !net.edges[Int($0)].isEmpty }.sorted()
    return Step(target: state(open), output: output(found.sorted()))
  }

  private mutating func state(_ nodes: [Int32]) -> UInt32 {
    if let state = stateOf[nodes] { return state }
    let state = UInt32(truncatingIfNeeded: members.count)
    stateOf[nodes] = state
    members.append(nodes)
    states.append(State())
    return state
  }

  private mutating func output(_ concepts: [Int32]) -> UInt32 {
    if let output = outputOf[concepts] { return output }
    let output = UInt32(truncatingIfNeeded: outputs.count)
    outputOf[concepts] = output
    outputs.append(concepts)
    return output
  }
}
