import ServiceTime

/// All tickets that a catalogue can tell apart, and boxes of them: one set of names a field, and a
/// stretch of time.
///
/// Channels are those of the catalogue, topics and languages too where it lists them. Priorities and
/// segments are listed nowhere, so beside the names in use there is always "any other".
struct TicketSpace {
  /// The tickets that one scope takes in while it is in force: every combination of its names.
  struct Box: Hashable {
    /// For each field in turn, a bit for each name.
    fileprivate(set) var bits: [UInt64]
    /// The first moment (unit: s since 1970), or the least integer.
    fileprivate(set) var from: Int
    /// The first moment no longer in it, or the greatest integer.
    fileprivate(set) var until: Int

    /// The same tickets at any time.
    var always: Box { Box(bits: bits, from: .min, until: .max) }
  }

  /// The names of one field, each with its bit.
  struct Field {
    fileprivate(set) var bits: [String: Int] = [:]
    /// What "all" stands for.
    fileprivate(set) var all: [UInt64] = []
    /// Which words of a box are its own.
    fileprivate(set) var words = 0..<0
  }

  let fields: [Field]
  /// The words of each field; apart, since every comparison of boxes goes by them.
  private let ranges: [Range<Int>]
  private let zone: ZoneTable

  /// Collects the names.
  ///
  /// - Parameter isLive: Whether only live channels count, as for picking up.
  /// - Complexity: O(names in all scopes).
  init(_ catalogue: Catalogue, onlyLive isLive: Bool = false) {
    zone = catalogue.zone
    let channels = catalogue.channels.filter { !isLive || $0.kind == .live }.map(\.name)
    let deferred = Set(catalogue.channels.map(\.name)).subtracting(channels)
    let listed = [channels, catalogue.topics, [], [], catalogue.languages]
    var fields: [Field] = []
    var words = 0
    for (index, listed) in listed.enumerated() {
      var field = Field()
      for name in listed { field.add(name) }
      let known = field.bits.count
      for standard in catalogue.standards.indices {
        for name in catalogue.standards[standard].scope.names(inField: index) ?? []
        where !(index == 0 && deferred.contains(name)) { field.add(name) }
      }
      // One bit more for any other name; a list of the catalogue leaves no other.
      let count = field.bits.count + 1
      field.words = words..<words + (count + 63) / 64
      field.all = Array(repeating: 0, count: field.words.count)
      for bit in known == 0 ? 0..<count : 0..<known { field.all.insert(bit) }
      words = field.words.upperBound
      fields.append(field)
    }
    // A desk without live channels has nothing to pick up.
    if isLive, channels.isEmpty, !catalogue.channels.isEmpty {
      fields[0].all = fields[0].all.map { _ in 0 }
    }
    self.fields = fields
    ranges = fields.map { $0.words }
  }

  /// The tickets of a standard.
  func box(of standard: Standard) -> Box {
    var box = box(of: standard.scope)
    box.from = standard.inForce.start(in: zone)?.seconds ?? .min
    box.until = standard.inForce.end(in: zone)?.seconds ?? .max
    return box
  }

  /// The tickets that a scope takes in, at any time.
  func box(of scope: Scope) -> Box {
    var bits: [UInt64] = []
    bits.reserveCapacity(ranges.last?.upperBound ?? 0)
    for (index, field) in fields.enumerated() {
      guard let names = scope.names(inField: index) else {
        bits += field.all
        continue
      }
      let start = bits.count
      for _ in field.words { bits.append(0) }
      for name in names {
        guard let bit = field.bits[name] else { continue }
        bits[start + bit / 64] |= 1 << UInt64(bit % 64)
      }
    }
    return Box(bits: bits, from: .min, until: .max)
  }

  /// Whether no ticket is in a box.
  func isEmpty(_ box: Box) -> Bool {
    box.from >= box.until || !ranges.allSatisfy { words in words.contains { box.bits[$0] != 0 } }
  }

  /// Whether a box takes in all of another.
  func contains(_ box: Box, _ other: Box) -> Bool {
    guard box.from <= other.from, box.until >= other.until else { return false }
    return box.bits.indices.allSatisfy { other.bits[$0] & ~box.bits[$0] == 0 }
  }

  /// Whether two boxes have tickets in common.
  func overlap(_ box: Box, _ other: Box) -> Bool {
    guard box.from < other.until, other.from < box.until else { return false }
    return ranges.allSatisfy { words in words.contains { box.bits[$0] & other.bits[$0] != 0 } }
  }

  /// What is left of a box without another: boxes that have nothing in common, one a field at most,
  /// and two of time.
  func subtract(_ other: Box, from box: Box) -> [Box] {
    guard overlap(box, other) else { return [box] }
    var rest: [Box] = []
    var common = box
    for words in ranges {
      var outside = common
      for word in words {
        outside.bits[word] &= ~other.bits[word]
        common.bits[word] &= other.bits[word]
      }
      if !isEmpty(outside) { rest.append(outside) }
    }
    for (from, until) in [(common.from, other.from), (other.until, common.until)]
    where from < until {
      var outside = common
      (outside.from, outside.until) = (from, until)
      rest.append(outside)
    }
    return rest
  }
}

extension TicketSpace.Field {
  fileprivate mutating func add(_ name: String) {
    if bits[name] == nil { bits[name] = bits.count }
  }
}

extension [UInt64] {
  /// Sets a bit.
  fileprivate mutating func insert(_ bit: Int) {
    if indices.contains(bit / 64) { self[bit / 64] |= 1 << UInt64(bit % 64) }
  }
}
