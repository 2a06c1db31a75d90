/// The tables of a model's bytes, checked so that walking them needs no checks.
struct ModelTables: @unchecked Sendable {
  // Pointers into bytes that ModelStorage keeps, and that nobody writes to.
  typealias Table = ModelBytes.Table

  let words: UnsafeRawPointer
  let wordMask: Int
  let sieve: UnsafeRawPointer
  let endings: UnsafeRawPointer
  let endingLetters: UnsafeRawPointer
  let middles: UnsafeRawPointer
  let middleBytes: UnsafeRawPointer
  let root: UnsafeRawPointer
  let states: UnsafeRawPointer
  let steps: UnsafeRawPointer
  let outputs: UnsafeRawPointer
  let featureSieve: UnsafeRawPointer
  let features: UnsafeRawPointer
  let featureMask: Int
  let rows: UnsafeRawPointer
  let conceptRows: UnsafeRawPointer
  let pairs: UnsafeRawPointer
  let pairRows: UnsafeRawPointer
  /// How many concepts there are, built-in ones last.
  let concepts: Int

  /// The first of the built-in concepts.
  var builtIns: Int { concepts - Concept.BuiltIn.allCases.count }

  /// A bit of the sieve for features (18 bits).
  static let featureSieveBits = 18
  @inline(__always)
  static func featureSieve(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: key >> UInt64(64 - featureSieveBits))
  }

  /// Checks every index, unless the tables are proven.
  ///
  /// - Throws: ``ModelError`` that says what is damaged.
  /// - Complexity: O(bytes); O(concepts) where they are proven.
  init(_ all: CheckedTables) throws(ModelError) {
    words = all.start(.words)
    wordMask = try all.keys(.words, below: all.count(.root, 8)) - 1
    sieve = all.start(.sieve)
    guard all.length(.sieve) == 1 << 13 else { throw .damaged("sieve") }
    endings = all.start(.endings)
    endingLetters = all.start(.endingLetters)
    middles = all.start(.middles)
    middleBytes = all.start(.middleBytes)
    if !all.isProven { try all.checkEndings() }
    root = all.start(.root)
    states = all.start(.states)
    steps = all.start(.steps)
    outputs = all.start(.outputs)
    if !all.isProven { try all.checkStates() }
    featureSieve = all.start(.featureSieve)
    guard all.length(.featureSieve) == 1 << (Self.featureSieveBits - 3) else {
      throw .damaged("featureSieve")
    }
    features = all.start(.features)
    featureMask = try all.keys(.features, below: all.count(.rows, 32)) - 1
    rows = all.start(.rows)
    conceptRows = all.start(.conceptRows)
    pairs = all.start(.pairs)
    pairRows = all.start(.pairRows)
    concepts = try all.names().count
    if !all.isProven { try all.checkConcepts(concepts) }
    guard all.length(.levels) == 4 * 32 else { throw .damaged("levels") }
  }

  /// The letter or row of a key; 0 for none.
  @inline(__always)
  static func find(_ key: UInt64, in table: UnsafeRawPointer, mask: Int) -> Int {
    var slot = Int(truncatingIfNeeded: key) & mask
    while true {
      let entry = table.loadUnaligned(fromByteOffset: slot << 3, as: UInt64.self)
      if (entry ^ key) >> 16 == 0, entry != 0 { return Int(entry & 0xFFFF) }
      if entry == 0 { return 0 }
      slot = (slot + 1) & mask
    }
  }

  @inline(__always)
  static func hasBit(_ bit: Int, in table: UnsafeRawPointer) -> Bool {
    table.load(fromByteOffset: bit >> 3, as: UInt8.self) >> UInt8(bit & 7) & 1 == 1
  }

  /// The row of a feature of words; 0 for none.
  @inline(__always)
  func row(ofFeature key: UInt64) -> Int {
    guard Self.hasBit(Self.featureSieve(key), in: featureSieve) else { return 0 }
    return Self.find(key, in: features, mask: featureMask)
  }

  @inline(__always)
  func weights(_ row: Int) -> WeightRow {
    rows.loadUnaligned(fromByteOffset: row << 5, as: WeightRow.self)
  }
}

/// Whole numbers, hundredths of a weight, one for each act's lane.
typealias WeightRow = SIMD16<Int16>
