/// Builds the bytes of a model; see ``ModelBytes``.
struct ModelWriter {
  private var tables = [[UInt8]](repeating: [], count: ModelBytes.Table.allCases.count)
  private var rows: [WeightRow] = [.zero]
  private let names: [String]
  private let indexOf: [String: Int]

  /// The bytes of a model.
  ///
  /// - Parameters:
  ///   - levels: Bias, sure, present, absent.
  ///   - weights: Features with their weights; of two with one meaning the first counts.
  /// - Throws: ``ModelError`` for names twice or unknown, and for more than fits.
  /// - Complexity: O(words of all phrases · log).
  static func bytes(
    _ concepts: [Concept], levels: [WeightRow], weights: [(form: FeatureForm, row: WeightRow)]
  ) throws(ModelError) -> [UInt8] {
    var writer = try ModelWriter(concepts)
    for name in writer.names { writer[.names] += Array(name.utf8) + [UInt8(ascii: "\n")] }
    for row in levels { writer.add(row, to: .levels) }
    try writer.addMatcher(concepts)
    try writer.addWeights(weights)
    return try writer.all()
  }

  private init(_ concepts: [Concept]) throws(ModelError) {
    names = concepts.map(\.name) + Concept.BuiltIn.allCases.map(\.name)
    guard names.count <= ConceptSet.most else {
      throw ModelError("\(concepts.count) concepts are more than have room")
    }
    var indexOf: [String: Int] = [:]
    for (index, name) in names.enumerated() {
      guard indexOf.updateValue(index, forKey: name) == nil else {
        throw ModelError("the concept '\(name)' is there twice")
      }
    }
    self.indexOf = indexOf
  }

  private subscript(table: ModelBytes.Table) -> [UInt8] {
    get { tables[table.rawValue] }
    _modify { yield &tables[table.rawValue] }
  }

  private mutating func add<Number: FixedWidthInteger>(_ number: Number, to table: ModelBytes.Table)
  {
    withUnsafeBytes(of: number.littleEndian) { self[table] += $0 }
  }

  private mutating func add(_ row: WeightRow, to table: ModelBytes.Table) {
    for lane in 0..<row.scalarCount { add(row[lane], to: table) }
  }

  private mutating func add(_ set: ConceptSet, to table: ModelBytes.Table) {
    for lane in 0..<4 { add(set.bits[lane], to: table) }
  }

  private func all() throws(ModelError) -> [UInt8] {
    var body: [UInt8] = []
    var entries: [UInt8] = []
    for table in tables {
      let start = UInt32(truncatingIfNeeded: ModelBytes.headerLength + body.count)
      withUnsafeBytes(of: start.littleEndian) { entries += $0 }
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: table.count).littleEndian) { entries += $0 }
      body += table
      while body.count % 8 != 0 { body.append(0) }
    }
    guard body.count < Int(Int32.max) else { throw ModelError("it is too large") }
    let rest = entries + body
    let checksum = rest.withUnsafeBytes { ModelBytes.checksum($0) }
    var bytes = ModelBytes.magic
    for number in [ModelBytes.order, UInt64(ModelBytes.tablesOffset + rest.count), checksum] {
      withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
    }
    return bytes + rest
  }
}

// Weights.
extension ModelWriter {
  private mutating func newRow(_ row: WeightRow) throws(ModelError) -> UInt16 {
    guard let index = UInt16(exactly: rows.count) else {
      throw ModelError("more features than have room")
    }
    rows.append(row)
    return index
  }

  private func index(_ name: Substring) throws(ModelError) -> Int {
    guard let index = indexOf[String(name)] else {
      throw ModelError("a weight of '\(name)', which is no concept")
    }
    return index
  }

  private mutating func addWeights(
    _ weights: [(form: FeatureForm, row: WeightRow)]
  ) throws(ModelError) {
    var words: [(key: UInt64, value: UInt16)] = []
    var singles = [UInt16](repeating: 0, count: names.count * 3)
    var pairs = [[Int: UInt16]](repeating: [:], count: names.count)
    for (form, row) in weights {
      let row = try newRow(row)
      switch form {
      case .words(let key): words.append((key, row))
      case .concept(let name): singles[try index(name) * 3] = row
      case .before(let name): singles[try index(name) * 3 + 1] = row
      case .behind(let name): singles[try index(name) * 3 + 2] = row
      case .both(let one, let other):
        let (one, other) = (try index(one), try index(other))
        guard one != other else { throw ModelError("a pair of one concept") }
        pairs[min(one, other)][max(one, other)] = row
      }
    }
    var sieve = [UInt8](repeating: 0, count: 1 << (ModelTables.featureSieveBits - 3))
    for (key, _) in words {
      let bit = ModelTables.featureSieve(key)
      sieve[bit >> 3] |= 1 << UInt8(bit & 7)
    }
    self[.featureSieve] = sieve
    addKeys(words, to: .features)
    for row in rows { add(row, to: .rows) }
    for row in singles { add(row, to: .conceptRows) }
    for pairs in pairs {
      var set = ConceptSet()
      for other in names.indices {
        let row = pairs[other] ?? 0
        if row != 0 { set.insert(other) }
        add(row, to: .pairRows)
      }
      add(set, to: .pairs)
    }
  }

  /// A hash table with linear probing, at most half full; of two like keys the first counts.
  private mutating func addKeys(
    _ keys: [(key: UInt64, value: UInt16)], to table: ModelBytes.Table
  ) {
    var size = 16
    while size < keys.count * 2 { size *= 2 }
    var slots = [UInt64](repeating: 0, count: size)
    next: for (key, value) in keys {
      var slot = Int(truncatingIfNeeded: key) & (size - 1)
      while slots[slot] != 0 {
        if (slots[slot] ^ key) >> 16 == 0 { continue next }
        slot = (slot + 1) & (size - 1)
      }
      slots[slot] = (key & ~0xFFFF) | UInt64(value)
    }
    for slot in slots { add(slot, to: table) }
  }
}

// The matcher.
extension ModelWriter {
  private mutating func addMatcher(_ concepts: [Concept]) throws(ModelError) {
    var net = ConceptNet()
    for (index, concept) in concepts.enumerated() {
      for phrase in concept.phrases {
        do throws(ConceptPattern.Problem) {
          try net.add(phrase, of: Int32(truncatingIfNeeded: index))
        } catch {
          throw ModelError("'\(phrase.written)' of '\(concept.name)': \(error.message)")
        }
      }
    }
    guard let letters = ConceptLetters(net.classes) else {
      throw ModelError("more different words than have room")
    }
    guard let automaton = ConceptAutomaton(net, letters, implied: try implied(concepts)) else {
      throw ModelError("the phrases have too many gaps")
    }
    addWords(letters)
    try addEndings(letters)
    for step in automaton.root {
      add(step.target, to: .root)
      add(step.output, to: .root)
    }
    guard automaton.outputs.count <= Int(UInt16.max) else {
      throw ModelError("more different sets of concepts than have room")
    }
    addStates(automaton.states)
    for output in automaton.outputs {
      var set = ConceptSet()
      for concept in output { set.insert(Int(concept)) }
      add(set, to: .outputs)
    }
  }

  /// For each concept all that are found with it, by `anyOf`, itself among them.
  private func implied(_ concepts: [Concept]) throws(ModelError) -> [[Int32]] {
    var implied = concepts.indices.map { Set([Int32(truncatingIfNeeded: $0)]) }
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for (index, concept) in concepts.enumerated() {
        for name in concept.anyOf {
          guard let part = indexOf[name], part < concepts.count else {
            throw ModelError("'\(concept.name)' is any of '\(name)', which is no concept")
          }
          let all = implied[part].union(implied[index])
          if all != implied[part] {
            implied[part] = all
            hasChanged = true
          }
        }
      }
    }
    return implied.map { $0.sorted() }
  }

  private mutating func addWords(_ letters: ConceptLetters) {
    var keys: [(key: UInt64, value: UInt16)] = []
    var sieve = [UInt8](repeating: 0, count: 1 << 13)
    for (word, letter) in letters.literals { keys.append((WordChain(word).literal, letter)) }
    for (word, letter) in letters.prefixes {
      let chain = WordChain(word)
      keys.append((chain.beginning, letter))
      sieve[chain.sieve >> 3] |= 1 << UInt8(chain.sieve & 7)
    }
    addKeys(keys, to: .words)
    self[.sieve] = sieve
  }

  private mutating func addEndings(_ letters: ConceptLetters) throws(ModelError) {
    struct Node {
      var next = [UInt16](repeating: 0, count: 32)
      var letter: UInt16 = 0
      var middles: [(prefix: [UInt8], length: Int, letter: UInt16)] = []
    }
    var nodes = [Node()]
    func node(_ suffix: [UInt8]) throws(ModelError) -> Int {
      var node = 0
      for byte in suffix.reversed() {
        let step = ModelBytes.ending(byte)
        guard step != 0, let new = UInt16(exactly: nodes.count) else {
          throw ModelError("'*\(String(decoding: suffix, as: UTF8.self))' is no ending of letters")
        }
        if nodes[node].next[step] == 0 {
          nodes[node].next[step] = new
          nodes.append(Node())
        }
        node = Int(nodes[node].next[step])
      }
      return node
    }
    for (word, letter) in letters.suffixes { nodes[try node(word)].letter = letter }
    for (prefix, suffix, letter) in letters.both {
      nodes[try node(suffix)].middles.append((prefix, prefix.count + suffix.count, letter))
    }
    // A word is judged by the longest of its endings that is here, so that has those of shorter ones.
    func inherit(
      _ index: Int, _ letter: UInt16, _ middles: [(prefix: [UInt8], length: Int, letter: UInt16)]
    ) {
      if nodes[index].letter == 0 { nodes[index].letter = letter }
      nodes[index].middles += middles
      for next in nodes[index].next where next != 0 {
        inherit(Int(next), nodes[index].letter, nodes[index].middles)
      }
    }
    inherit(0, 0, [])
    var first = 0
    for node in nodes {
      for next in node.next { add(next, to: .endings) }
      let count = node.middles.count
      guard first + count <= Int(UInt16.max), self[.middleBytes].count <= Int(UInt16.max) - 4096
      else {
        throw ModelError("too many words with '*' in the middle")
      }
      for number in [Int(node.letter), first, count, 0] {
        add(UInt16(truncatingIfNeeded: number), to: .endingLetters)
      }
      for (prefix, length, letter) in node.middles {
        let numbers = [self[.middleBytes].count, prefix.count, length, Int(letter)]
        for number in numbers { add(UInt16(truncatingIfNeeded: number), to: .middles) }
        self[.middleBytes] += prefix
      }
      first += count
    }
  }

  private mutating func addStates(_ states: [ConceptAutomaton.State]) {
    var first: UInt32 = 0
    for state in states {
      var size = 1
      while size < state.steps.count { size *= 2 }
      if state.steps.count > 2, size * 3 < state.steps.count * 4 { size *= 2 }
      let mask = UInt32(truncatingIfNeeded: size - 1)
      for number in [first, mask, state.other.target, state.other.output] {
        add(number, to: .states)
      }
      add(state.steps.reduce(UInt64(0)) { $0 | 1 << UInt64($1.letter & 63) }, to: .states)
      var slots = [(letter: UInt16, step: ConceptAutomaton.Step)](
        repeating: (0, ConceptAutomaton.Step()), count: size)
      for (letter, step) in state.steps {
        var slot = Int(ModelBytes.spread(letter) & mask)
        while slots[slot].letter != 0 { slot = (slot + 1) & (size - 1) }
        slots[slot] = (letter, step)
      }
      for (letter, step) in slots {
        add(letter, to: .steps)
        add(UInt16(truncatingIfNeeded: step.output), to: .steps)
        add(step.target, to: .steps)
      }
      first += UInt32(truncatingIfNeeded: size)
    }
  }
}
