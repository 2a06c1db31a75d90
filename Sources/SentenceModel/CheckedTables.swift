/// Checks the bytes of a model before anybody walks them.
struct CheckedTables {
  private typealias Table = ModelBytes.Table

  private let bytes: UnsafeRawBufferPointer
  private let base: UnsafeRawPointer
  private let ranges: [Range<Int>]
  /// Whether the bytes were seen to be right, so that what is in the tables need not be looked at.
  let isProven: Bool

  /// Checks header, length and, unless they are proven, checksum, and that every table lies within the
  /// bytes.
  init(_ bytes: UnsafeRawBufferPointer, isProven: Bool) throws(ModelError) {
    guard let base = bytes.baseAddress, bytes.count >= ModelBytes.headerLength,
      bytes.starts(with: ModelBytes.magic)
    else { throw ModelError("it is no model, or one of another version") }
    func word(_ offset: Int) -> UInt64 {
      bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
    guard word(8) == ModelBytes.order else {
      throw ModelError("this machine's order of bytes is not that of the model (little-endian)")
    }
    guard word(16) == UInt64(bytes.count) else {
      throw ModelError("it has \(bytes.count) bytes, its header says \(word(16))")
    }
    let body = UnsafeRawBufferPointer(rebasing: bytes[ModelBytes.tablesOffset...])
    guard body.count % 8 == 0,
      isProven || word(ModelBytes.checksumOffset) == ModelBytes.checksum(body)
    else {
      throw ModelError("its checksum is wrong")
    }
    var ranges: [Range<Int>] = []
    for table in Table.allCases {
      let entry = ModelBytes.tablesOffset + table.rawValue * 8
      let start = Int(bytes.loadUnaligned(fromByteOffset: entry, as: UInt32.self))
      let length = Int(bytes.loadUnaligned(fromByteOffset: entry + 4, as: UInt32.self))
      guard start >= ModelBytes.headerLength, start % 8 == 0, start + length <= bytes.count else {
        throw .damaged("\(table)")
      }
      ranges.append(start..<start + length)
    }
    self.bytes = bytes
    self.base = base
    self.ranges = ranges
    self.isProven = isProven
  }

  func start(_ table: ModelBytes.Table) -> UnsafeRawPointer {
    base + ranges[table.rawValue].lowerBound
  }
  func length(_ table: ModelBytes.Table) -> Int { ranges[table.rawValue].count }

  /// How many entries of so many bytes a table has.
  func count(_ table: ModelBytes.Table, _ size: Int) -> Int { length(table) / size }

  /// The size of a table of keys, all of whose values are below a bound; it has room left.
  func keys(_ table: ModelBytes.Table, below bound: Int) throws(ModelError) -> Int {
    let count = count(table, 8)
    guard count > 0, count.nonzeroBitCount == 1, length(table) == count * 8 else {
      throw .damaged("\(table)")
    }
    guard !isProven else { return count }
    let start = start(table)
    var empty = 0
    var highest = 0
    for index in 0..<count {
      let entry = start.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self)
      if entry == 0 { empty += 1 }
      highest = max(highest, Int(entry & 0xFFFF))
    }
    guard empty > 0, highest < bound else { throw .damaged("\(table)") }
    return count
  }

  func checkEndings() throws(ModelError) {
    let nodes = count(.endings, 64)
    let letters = count(.root, 8)
    guard nodes > 0, length(.endings) == nodes * 64, length(.endingLetters) == nodes * 8 else {
      throw .damaged("endings")
    }
    guard half(.endings).allSatisfy({ Int($0) < nodes }) else { throw .damaged("endings") }
    let middles = half(.middles)
    guard length(.middles) % 8 == 0 else { throw .damaged("middles") }
    for index in stride(from: 0, to: middles.count, by: 4) {
      let end = Int(middles[index]) + Int(middles[index + 1])
      guard end <= length(.middleBytes), middles[index + 1] <= middles[index + 2],
        middles[index + 3] < letters
      else { throw .damaged("middles") }
    }
    let entries = half(.endingLetters)
    for index in stride(from: 0, to: entries.count, by: 4) {
      guard entries[index] < letters,
        (Int(entries[index + 1]) + Int(entries[index + 2])) * 4 <= middles.count
      else { throw .damaged("endingLetters") }
    }
  }

  func checkStates() throws(ModelError) {
    let states = full(.states)
    let steps = full(.steps)
    let root = full(.root)
    let stateCount = states.count / 6
    let stepCount = steps.count / 2
    let outputs = count(.outputs, 32)
    guard stateCount > 0, outputs > 0, length(.states) == stateCount * ModelBytes.stateSize,
      length(.steps) == stepCount * 8, length(.root) % 8 == 0, length(.outputs) == outputs * 32
    else { throw .damaged("states") }
    for index in stride(from: 0, to: root.count, by: 2) {
      guard root[index] < stateCount, root[index + 1] < outputs else { throw .damaged("root") }
    }
    for index in stride(from: 0, to: states.count, by: 6) {
      let size = UInt64(states[index + 1]) + 1
      guard size.nonzeroBitCount == 1, UInt64(states[index]) + size <= UInt64(stepCount),
        states[index + 2] < stateCount, states[index + 3] < outputs
      else { throw .damaged("states") }
    }
    for index in stride(from: 0, to: steps.count, by: 2) {
      guard steps[index] >> 16 < outputs, steps[index + 1] < stateCount else {
        throw .damaged("steps")
      }
    }
  }

  /// Bias, sure, present, absent.
  var levels: [WeightRow] {
    (0..<length(.levels) / 32).map {
      start(.levels).loadUnaligned(fromByteOffset: $0 * 32, as: WeightRow.self)
    }
  }

  func names() throws(ModelError) -> [String] {
    let range = ranges[ModelBytes.Table.names.rawValue]
    guard let text = String(validating: bytes[range], as: UTF8.self) else {
      throw .damaged("names")
    }
    let names = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(
      String.init)
    let builtIn = Concept.BuiltIn.allCases.map(\.name)
    guard names.count <= ConceptSet.most, names.count >= builtIn.count,
      Array(names.suffix(builtIn.count)) == builtIn
    else { throw .damaged("names") }
    return names
  }

  func checkConcepts(_ concepts: Int) throws(ModelError) {
    let rows = count(.rows, 32)
    guard rows > 0, length(.rows) == rows * 32 else { throw .damaged("rows") }
    guard length(.conceptRows) == concepts * 6, half(.conceptRows).allSatisfy({ $0 < rows }) else {
      throw .damaged("conceptRows")
    }
    guard half(.pairRows).allSatisfy({ $0 < rows }) else { throw .damaged("pairRows") }
    guard length(.pairs) == concepts * 32, length(.pairRows) == concepts * concepts * 2 else {
      throw .damaged("pairs")
    }
    for index in 0..<concepts {
      guard set(.pairs, index).indices.allSatisfy({ $0 < concepts }) else {
        throw .damaged("pairs")
      }
    }
    for index in 0..<count(.outputs, 32) {
      guard set(.outputs, index).indices.allSatisfy({ $0 < concepts }) else {
        throw .damaged("outputs")
      }
    }
  }

  private func set(_ table: ModelBytes.Table, _ index: Int) -> ConceptSet {
    ConceptSet(
      bits: start(table).loadUnaligned(fromByteOffset: index * 32, as: SIMD4<UInt64>.self))
  }

  private func half(_ table: ModelBytes.Table) -> UnsafeNumbers<UInt16> {
    UnsafeNumbers(start: start(table), count: length(table) / 2)
  }

  private func full(_ table: ModelBytes.Table) -> UnsafeNumbers<UInt32> {
    UnsafeNumbers(start: start(table), count: length(table) / 4)
  }
}

/// Numbers that may lie at any address.
private struct UnsafeNumbers<Number: FixedWidthInteger & BitwiseCopyable> {
  let start: UnsafeRawPointer
  let count: Int

  @inline(__always)
  subscript(index: Int) -> Number {
    start.loadUnaligned(fromByteOffset: index * MemoryLayout<Number>.size, as: Number.self)
  }

  func allSatisfy(_ holds: (Number) -> Bool) -> Bool {
    for index in 0..<count where !holds(self[index]) { return false }
    return true
  }
}
