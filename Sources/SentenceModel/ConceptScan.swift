/// Walks through the words of sentences for their concepts and the weights of their words.
struct ConceptScan {
  /// More places of phrases than go on at once in any sentence; further ones are lost.
  static let mostOpen = 64
  /// More letters than any word has.
  private static let mostLetters = 24

  private let tables: ModelTables
  private let bytes: UnsafeBufferPointer<UInt8>
  /// States that go on, before and behind a word, each once.
  private var open: UnsafeMutablePointer<UInt32>
  private var next: UnsafeMutablePointer<UInt32>
  private var openCount = 0
  /// The chains of the word's first bytes.
  private let chains: UnsafeMutablePointer<UInt64>
  private let letters: UnsafeMutablePointer<UInt16>
  private var letterCount = 0
  /// How many of them, the first, stand for the whole word.
  private var wholeCount = 0
  /// The letter of a sentence's ends; 0 where no phrase has them.
  private let edge: UInt16

  private(set) var concepts = ConceptSet()

  /// The bytes of memory that a scan needs, at a multiple of eight.
  static let memory = 8 * ConceptPattern.longestBeginning + 2 * 4 * mostOpen + 2 * mostLetters

  init(
    _ tables: ModelTables, _ bytes: UnsafeBufferPointer<UInt8>, _ memory: UnsafeMutableRawPointer
  ) {
    self.tables = tables
    self.bytes = bytes
    let longest = ConceptPattern.longestBeginning
    chains = memory.bindMemory(to: UInt64.self, capacity: longest)
    open = (memory + 8 * longest).bindMemory(to: UInt32.self, capacity: 2 * Self.mostOpen)
    next = open + Self.mostOpen
    letters = (memory + 8 * longest + 8 * Self.mostOpen).bindMemory(
      to: UInt16.self, capacity: Self.mostLetters)
    let chain = WordChain([UInt8(ascii: "^")])
    edge = UInt16(
      truncatingIfNeeded: ModelTables.find(chain.literal, in: tables.words, mask: tables.wordMask))
  }

  @inline(__always)
  mutating func begin() {
    concepts = ConceptSet()
    openCount = 0
    passEdge()
  }

  @inline(__always)
  mutating func end() {
    passEdge()
  }

  @inline(__always)
  private mutating func passEdge() {
    guard edge != 0 else {
      openCount = 0
      return
    }
    letters[0] = edge
    letterCount = 1
    wholeCount = 0
    advance(takesAny: false)
  }

  /// The chain of the word's first bytes, of which it has so many.
  ///
  /// - Parameter length: At least 1, at most ``ConceptPattern/longestBeginning``.
  @inline(__always)
  func chain(_ length: Int) -> WordChain { WordChain(value: chains[length - 1]) }

  /// Goes on by the next word; nil where there is none.
  ///
  /// - Returns: The word, and the chain of its bytes.
  @inline(__always)
  mutating func pass(from position: Int, to end: Int) -> (word: Words.Word, chain: WordChain)? {
    var chain = WordChain()
    var kept = 0
    var digits: UInt8 = 0
    let chains = chains
    let next = Words.next(in: bytes, from: position, to: end) { byte in
      chain.add(byte)
      if kept < ConceptPattern.longestBeginning {
        chains[kept] = chain.value
        kept += 1
      }
      digits |= Words.isDigit(byte) ? 1 : 0
    }
    guard let word = next else { return nil }
    letterCount = 0
    let literal = ModelTables.find(chain.literal, in: tables.words, mask: tables.wordMask)
    add(literal != 0 ? literal : beginning(kept))
    if digits != 0 { addNumbers(word) }
    wholeCount = letterCount
    addEndings(word)
    advance(takesAny: true)
    return (word, chain)
  }

  /// The letter of the longest beginning that a phrase has, of so many bytes at most; 0 for none.
  @inline(__always)
  private func beginning(_ length: Int) -> Int {
    var length = length
    while length > 0 {
      let letter = beginning(chain(length), orElse: 0)
      if letter != 0 { return letter }
      length -= 1
    }
    return 0
  }

  @inline(__always)
  private mutating func add(_ letter: Int) {
    guard letter != 0, letterCount < Self.mostLetters else { return }
    letters[letterCount] = UInt16(truncatingIfNeeded: letter)
    letterCount += 1
  }

  /// The letter of the longest beginning up to here, if a phrase has it.
  @inline(__always)
  private func beginning(_ chain: WordChain, orElse other: Int) -> Int {
    guard ModelTables.hasBit(chain.sieve, in: tables.sieve) else { return other }
    let letter = ModelTables.find(chain.beginning, in: tables.words, mask: tables.wordMask)
    return letter != 0 ? letter : other
  }

  /// The letters of a word with its numbers as `#` and `##`.
  private mutating func addNumbers(_ word: Words.Word) {
    var chain = WordChain()
    let joint = word.start > 0 ? bytes[word.start - 1] : 0
    var joined = WordChain([joint])
    var beginning = 0
    var digits = 0
    var length = 0
    for offset in word.start..<word.end {
      let byte = bytes[offset]
      digits = Words.isDigit(byte) ? digits + 1 : 0
      // One # for a digit or two, a second one from the third on.
      if digits == 2 || digits > 3 { continue }
      let spelt = digits > 0 ? UInt8(ascii: "#") : byte
      chain.add(spelt)
      joined.add(spelt)
      length += 1
      if length <= ConceptPattern.longestBeginning {
        beginning = self.beginning(chain, orElse: beginning)
      }
    }
    let literal = ModelTables.find(chain.literal, in: tables.words, mask: tables.wordMask)
    add(literal != 0 ? literal : beginning)
    if word.isNumber, word.start > 1, Words.isJoint(joint), Words.isDigit(bytes[word.start - 2]) {
      add(ModelTables.find(joined.literal, in: tables.words, mask: tables.wordMask))
    }
  }

  /// The letters by the word's ending.
  @inline(__always)
  private mutating func addEndings(_ word: Words.Word) {
    var node = 0
    var last = 0
    var offset = word.end - 1
    // Something stands before an ending.
    while offset > word.start {
      let step = ModelBytes.ending(bytes[offset])
      node = Int(
        tables.endings.loadUnaligned(fromByteOffset: node << 6 | step << 1, as: UInt16.self))
      guard node != 0 else { break }
      last = node
      offset -= 1
    }
    guard last != 0 else { return }
    let entry = tables.endingLetters.loadUnaligned(
      fromByteOffset: last << 3, as: SIMD4<UInt16>.self)
    add(Int(entry[0]))
    if entry[2] != 0 { addMiddles(word, from: Int(entry[1]), count: Int(entry[2])) }
  }

  private mutating func addMiddles(_ word: Words.Word, from first: Int, count: Int) {
    let length = word.end - word.start
    for index in first..<first + count {
      let middle = tables.middles.loadUnaligned(fromByteOffset: index << 3, as: SIMD4<UInt16>.self)
      guard Int(middle[2]) <= length else { continue }
      let prefix = UnsafeRawBufferPointer(
        start: tables.middleBytes + Int(middle[0]), count: Int(middle[1]))
      if zip(prefix, bytes[word.start...]).allSatisfy({ $0 == $1 }) { add(Int(middle[3])) }
    }
  }

  /// Steps all open states, and begins new ones.
  @inline(__always)
  private mutating func advance(takesAny: Bool) {
    var front = Front(concepts: concepts.bits, states: next, outputs: tables.outputs)
    let (open, letters, letterCount) = (open, letters, letterCount)
    for index in 0..<openCount {
      let state = tables.states + Int(open[index]) * ModelBytes.stateSize
      let record = state.loadUnaligned(as: SIMD4<UInt32>.self)
      let sieve = state.loadUnaligned(fromByteOffset: 16, as: UInt64.self)
      var isTaken = !takesAny
      for index in 0..<letterCount {
        let letter = letters[index]
        guard sieve >> UInt64(letter & 63) & 1 == 1 else { continue }
        let step = step(letter, record[0], record[1])
        guard step[0] != 0 else { continue }
        front.follow(step[1], step[0] >> 16)
        if index < wholeCount { isTaken = true }
      }
      if !isTaken { front.follow(record[2], record[3]) }
    }
    for index in 0..<letterCount {
      let step = tables.root.loadUnaligned(
        fromByteOffset: Int(letters[index]) << 3, as: SIMD2<UInt32>.self)
      front.follow(step[0], step[1])
    }
    next = open
    self.open = front.states
    openCount = front.count
    concepts.bits = front.concepts
  }

  /// The states behind a word, and what was found.
  private struct Front {
    var concepts: SIMD4<UInt64>
    let states: UnsafeMutablePointer<UInt32>
    let outputs: UnsafeRawPointer
    var count = 0

    init(
      concepts: SIMD4<UInt64>, states: UnsafeMutablePointer<UInt32>, outputs: UnsafeRawPointer
    ) {
      self.concepts = concepts
      self.states = states
      self.outputs = outputs
    }

    @inline(__always)
    mutating func follow(_ target: UInt32, _ output: UInt32) {
      if output != 0 {
        concepts |= outputs.loadUnaligned(
          fromByteOffset: Int(output) << 5, as: SIMD4<UInt64>.self)
      }
      guard target != 0, count < ConceptScan.mostOpen else { return }
      for index in 0..<count where states[index] == target { return }
      states[count] = target
      count += 1
    }
  }

  /// A state's step by a letter: letter and output, and the target; zero for none.
  @inline(__always)
  private func step(_ letter: UInt16, _ first: UInt32, _ mask: UInt32) -> SIMD2<UInt32> {
    var slot = ModelBytes.spread(letter) & mask
    // A table may be full, so that no empty step ends the search.
    for _ in 0...mask {
      let found = tables.steps.loadUnaligned(
        fromByteOffset: Int(first + slot) << 3, as: SIMD2<UInt32>.self)
      let other = UInt16(truncatingIfNeeded: found[0])
      if other == letter { return found }
      if other == 0 { break }
      slot = (slot + 1) & mask
    }
    return .zero
  }
}
