package import TextMatching

/// Tells what sentences of a reply do, by a linear model over words and concepts.
///
/// A concept is a list of words and phrases that mean the same in Polish, Czech and English, so that
/// what is learnt in one language holds in the others. Scores are margins of a linear classifier: 0 is
/// even, and 4 is as far from it as the nearest example that was told for sure.
package struct SentenceModel: Sendable {
  private let storage: ModelStorage
  let tables: ModelTables
  /// The names of all concepts, built-in ones last.
  let names: [String]
  private let indices: [String: Int]
  let bias: ActScores
  /// What its scores mean.
  package let levels: Levels

  /// From which scores on something is said of an act.
  package struct Levels: Sendable, Equatable {
    /// From this score on it is there for sure: enough to accuse somebody.
    package var sure = ActScores()
    /// From this score on it is taken to be there.
    package var present = ActScores()
    /// Below this score it is taken not to be there; from here up to `present` it is undecided.
    package var absent = ActScores()

    package init() {}
  }

  /// A model of bytes that stay where they are for the life of the process, such as embedded ones.
  ///
  /// - Parameter isProven: Whether the bytes were seen to be right, so that only their header is read.
  /// - Throws: ``ModelError`` for bytes that are damaged, or of another version.
  /// - Complexity: O(bytes), about a millisecond a megabyte; O(concepts) where they are proven. Nothing
  ///   is copied.
  package init(forever bytes: UnsafeRawBufferPointer, isProven: Bool = false) throws(ModelError) {
    try self.init(ModelStorage(forever: bytes), isProven: isProven)
  }

  /// A model of bytes, which are copied.
  ///
  /// - Throws: ``ModelError`` for bytes that are damaged, or of another version.
  package init(_ bytes: [UInt8]) throws(ModelError) {
    try self.init(ModelStorage(copying: bytes), isProven: false)
  }

  private init(_ storage: ModelStorage, isProven: Bool) throws(ModelError) {
    self.storage = storage
    let checked = try CheckedTables(storage.bytes, isProven: isProven)
    tables = try ModelTables(checked)
    names = try checked.names()
    indices = Dictionary(zip(names, names.indices)) { first, _ in first }
    let scores = checked.levels.map { ActScores(SIMD16<Float>($0) / 100) }
    bias = scores[0]
    levels = Levels(sure: scores[1], present: scores[2], absent: scores[3])
  }

  /// The bytes, as ``init(_:)`` takes them.
  package var bytes: [UInt8] { Array(storage.bytes) }

  /// The names of the concepts that have phrases or are seen by others.
  package var concepts: [String] { Array(names[..<tables.builtIns]) }

  /// What the sentences of a text are judged by.
  package struct Reading: Sendable {
    package struct Judged: Sendable, Equatable {
      /// Concepts, with marks and length, but without the place in the reply.
      var concepts: ConceptSet
      /// The weights of its words, hundredths; once it is weighed of its concepts and their pairs too.
      var sum: WeightSum
      /// The features of its words.
      var features: Int
      /// What it weighs in the sentence behind it, and in the one before, once it is weighed.
      var inNext = WeightSum()
      var inPrevious = WeightSum()
    }

    package fileprivate(set) var sentences: [Judged]

    /// How many sentences there are.
    package var count: Int { sentences.count }
  }

  /// Sentences of fewer words are short, of more long.
  private static let (short, long) = (4, 18)

  /// Finds the concepts of each sentence, and the weights of its words.
  ///
  /// - Parameters:
  ///   - text: The folded text.
  ///   - sentences: Its sentences.
  ///   - more: Concepts that other parts see, such as times: names, and where (folded bytes); names
  ///     that the model does not have are ignored.
  /// - Complexity: O(bytes).
  package func read(
    _ text: FoldedText, _ sentences: [Sentence], and more: [(String, Range<Int>)] = []
  ) -> Reading {
    let nothing = [Reading.Judged?](repeating: nil, count: sentences.count)
    return reading(of: sentences, judge(text, sentences, known: nothing), and: more)
  }

  /// What is known of each sentence by itself; it depends on the sentence's bytes only, and on whether
  /// it asks. What is not known already has yet to be weighed.
  ///
  /// - Parameter known: What is known already, by sentence.
  /// - Complexity: O(bytes of the others).
  package func judge(
    _ text: FoldedText, _ sentences: [Sentence], known: [Reading.Judged?]
  ) -> [Reading.Judged] {
    var judged: [Reading.Judged] = []
    judged.reserveCapacity(sentences.count)
    withExtendedLifetime(storage) {
      text.bytes.withUnsafeBufferPointer { bytes in
        let memory = ConceptScan.memory + 8 * FeatureSum.capacity
        withUnsafeTemporaryAllocation(byteCount: memory, alignment: 8) { memory in
          guard let start = memory.baseAddress else { return }
          var scan = ConceptScan(tables, bytes, start + 8 * FeatureSum.capacity)
          var sum = FeatureSum(
            tables, start.bindMemory(to: UInt64.self, capacity: FeatureSum.capacity))
          for (sentence, known) in zip(sentences, known) {
            let range = sentence.range.clamped(to: 0..<bytes.count)
            judged.append(
              known ?? read(bytes, range, isQuestion: sentence.isQuestion, &scan, &sum))
          }
        }
      }
    }
    return judged
  }

  /// Joins sentences and what else is seen in them.
  ///
  /// - Complexity: O(sentences + concepts · log sentences).
  package func reading(
    of sentences: [Sentence], _ judged: [Reading.Judged], and more: [(String, Range<Int>)]
  ) -> Reading {
    var names: [Int: [String]] = [:]
    for (name, range) in more {
      guard let index = sentences.index(holding: range.lowerBound) else { continue }
      names[index, default: []].append(name)
    }
    return reading(
      of: judged.enumerated().map { weighed($0.element, and: names[$0.offset] ?? []) })
  }

  /// Joins sentences that are weighed.
  package func reading(of weighed: [Reading.Judged]) -> Reading { Reading(sentences: weighed) }

  /// A sentence with what its concepts weigh.
  ///
  /// - Parameter names: Concepts that other parts see in it; names that the model does not have are
  ///   ignored.
  /// - Complexity: O(concepts²).
  package func weighed(_ judged: Reading.Judged, and names: [String]) -> Reading.Judged {
    var judged = judged
    for name in names {
      if let concept = indices[name] { judged.concepts.insert(concept) }
    }
    withExtendedLifetime(storage) {
      var singles = WeightSum()
      tables.addConcepts(judged.concepts, &singles, &judged.sum)
      judged.sum.add(singles, times: Int32(SentenceFeatures.conceptWeight))
      tables.add(judged.concepts, .before, &judged.inNext)
      tables.add(judged.concepts, .behind, &judged.inPrevious)
    }
    return judged
  }

  @inline(__always)
  private func read(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, isQuestion: Bool,
    _ scan: inout ConceptScan, _ sum: inout FeatureSum
  ) -> Reading.Judged {
    scan.begin()
    sum.begin()
    let counts = SentenceFeatures.walk(bytes, range, &scan, &sum)
    scan.end()
    var concepts = scan.concepts
    func insert(_ concept: Concept.BuiltIn) {
      concepts.insert(tables.builtIns + concept.rawValue)
    }
    if isQuestion { insert(.question) }
    if counts.hasExclamation { insert(.exclamation) }
    if counts.words < Self.short { insert(.short) }
    if counts.words > Self.long { insert(.long) }
    return Reading.Judged(concepts: concepts, sum: sum.sum, features: counts.features)
  }

  /// The score of every act for every sentence.
  ///
  /// - Complexity: O(concepts of all sentences).
  package func scores(_ reading: Reading) -> [ActScores] {
    var scores: [ActScores] = []
    let sentences = reading.sentences
    scores.reserveCapacity(sentences.count)
    withExtendedLifetime(storage) {
      for index in sentences.indices {
        let places = places(of: index, among: sentences.count)
        var sum = sentences[index].sum
        var singles = WeightSum()
        tables.addConcepts(places, &singles, &sum)
        sum.add(singles, times: Int32(SentenceFeatures.conceptWeight))
        tables.addPairs(of: sentences[index].concepts, with: places, &sum)
        if index > 0 { sum.add(sentences[index - 1].inNext, times: 1) }
        if index + 1 < sentences.count { sum.add(sentences[index + 1].inPrevious, times: 1) }
        let concepts = sentences[index].concepts.count + places.count
        let length = size(of: index, concepts, reading).squareRoot()
        scores.append(ActScores(bias.lanes + sum.lanes / (100 * length)))
      }
    }
    return scores
  }

  /// The concepts of a sentence, with its place in the reply.
  func concepts(of index: Int, _ reading: Reading) -> ConceptSet {
    var concepts = reading.sentences[index].concepts
    concepts.formUnion(places(of: index, among: reading.sentences.count))
    return concepts
  }

  /// A sentence's place in the reply, as concepts.
  private func places(of index: Int, among count: Int) -> ConceptSet {
    var places = ConceptSet()
    func insert(_ concept: Concept.BuiltIn) {
      places.insert(tables.builtIns + concept.rawValue)
    }
    if index == 0 { insert(.first) }
    if index >= count - 2 {
      insert(.last)
    } else if index >= count - 4 {
      insert(.late)
    }
    return places
  }

  /// The square of the length of a sentence's features, by whose root scores are divided.
  ///
  /// - Parameter own: How many concepts it has, with its place.
  func size(of index: Int, _ own: Int, _ reading: Reading) -> Float {
    var size = reading.sentences[index].features + own * (own - 1) / 2
    size += own * SentenceFeatures.conceptWeight * SentenceFeatures.conceptWeight
    if index > 0 { size += reading.sentences[index - 1].concepts.count }
    if index + 1 < reading.sentences.count { size += reading.sentences[index + 1].concepts.count }
    return Float(max(size, 1))
  }
}

extension SentenceModel.Levels {
  fileprivate init(sure: ActScores, present: ActScores, absent: ActScores) {
    self.sure = sure
    self.present = present
    self.absent = absent
  }
}

extension ModelTables {
  /// Where a concept is seen.
  enum Place: Int {
    case itself, before, behind
  }

  /// The row of a single concept; 0 for none.
  @inline(__always)
  func row(of concept: Int, _ place: Place) -> Int {
    Int(
      conceptRows.loadUnaligned(
        fromByteOffset: (concept * 3 + place.rawValue) * 2, as: UInt16.self))
  }

  /// Adds the weights of concepts as seen before or behind.
  @inline(__always)
  func add(_ concepts: ConceptSet, _ place: Place, _ sum: inout WeightSum) {
    for lane in 0..<4 {
      var rest = concepts.bits[lane]
      while rest != 0 {
        sum.add(rows + row(of: lane << 6 | rest.trailingZeroBitCount, place) << 5)
        rest &= rest &- 1
      }
    }
  }

  /// Adds the weights of a sentence's concepts, and of the pairs they make.
  @inline(__always)
  func addConcepts(_ own: ConceptSet, _ singles: inout WeightSum, _ sum: inout WeightSum) {
    for lane in 0..<4 {
      var rest = own.bits[lane]
      while rest != 0 {
        let concept = lane << 6 | rest.trailingZeroBitCount
        singles.add(rows + row(of: concept, .itself) << 5)
        addPairs(of: concept, among: own, &sum)
        rest &= rest &- 1
      }
    }
  }

  /// Adds the weights of each pair of a concept of one set and a later one of another.
  @inline(__always)
  func addPairs(of set: ConceptSet, with others: ConceptSet, _ sum: inout WeightSum) {
    guard others != ConceptSet() else { return }
    for lane in 0..<4 {
      var rest = set.bits[lane]
      while rest != 0 {
        addPairs(of: lane << 6 | rest.trailingZeroBitCount, among: others, &sum)
        rest &= rest &- 1
      }
    }
  }

  /// Adds the weights of each pair that a concept makes with a later one of a set.
  @inline(__always)
  private func addPairs(of concept: Int, among set: ConceptSet, _ sum: inout WeightSum) {
    let partners = pairs.loadUnaligned(fromByteOffset: concept << 5, as: SIMD4<UInt64>.self)
    let common = partners & set.bits
    let first = concept * concepts
    for lane in 0..<4 {
      var rest = common[lane]
      while rest != 0 {
        let place = first + lane << 6 + rest.trailingZeroBitCount
        let row = Int(pairRows.loadUnaligned(fromByteOffset: place << 1, as: UInt16.self))
        sum.add(rows + row << 5)
        rest &= rest &- 1
      }
    }
  }
}
