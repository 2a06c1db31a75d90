/// The words of all languages, to be looked up by their folded bytes.
struct TimeWords: Sendable {
  /// Words by number; the first says nothing.
  private let words: [TimeWord]
  /// Where each word's bytes end in `spelling`.
  private let ends: [Int32]
  private let spelling: [UInt8]
  /// Open addressing by hash; 0 is empty.
  private let slots: [UInt16]
  private let mask: UInt32
  /// Whether each word, without any digit, may name a time.
  private let triggers: [Bool]

  /// Longer words are none of these (unit: bytes).
  static let longest = 20

  static let shared = TimeWords(
    PolishTimeWords.all + CzechTimeWords.all + SlovakTimeWords.all + EnglishTimeWords.all
      + GermanTimeWords.all)

  /// Words of a language that do the same, separated by spaces; `a|b,c` stands for `ab ac`.
  struct Group: Sendable {
    let languages: TimeWord.Languages
    let spellings: String
    let word: TimeWord
  }

  init(_ groups: [Group]) {
    // A spelling has a letter and a mark behind it, so that half of the slots at least stay free.
    let most = groups.reduce(0) { $0 + $1.spellings.utf8.count + 1 }
    var size = 1024
    while size < most { size *= 2 }
    var slots = [UInt16](repeating: 0, count: size)
    var words = [TimeWord()]
    var ends: [Int32] = [0]
    var spelling: [UInt8] = []
    let mask = UInt32(truncatingIfNeeded: size - 1)
    for group in groups {
      var word = group.word
      word.languages = group.languages
      Self.forEach(of: group.spellings) { bytes in
        var slot = Int(Self.hash(bytes) & mask)
        while slots[slot] != 0 {
          let index = Int(slots[slot])
          if spelling[Int(ends[index - 1])..<Int(ends[index])].elementsEqual(bytes) { break }
          slot = (slot + 1) & Int(mask)
        }
        if slots[slot] == 0 {
          slots[slot] = UInt16(truncatingIfNeeded: words.count)
          words.append(TimeWord())
          spelling += bytes
          ends.append(Int32(truncatingIfNeeded: spelling.count))
        }
        words[Int(slots[slot])].merge(word)
      }
    }
    self.words = words
    self.ends = ends
    self.spelling = spelling
    self.slots = slots
    self.mask = mask
    triggers = words.map(\.isTrigger)
  }

  /// The number of a word, or 0 when it says nothing about time.
  ///
  /// - Parameter hash: Of the bytes, by ``step(_:_:)``.
  func index(
    ofHash hash: UInt32, _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>
  ) -> Int {
    guard range.count <= Self.longest else { return 0 }
    var slot = Int(hash & mask)
    while slots[slot] != 0 {
      let index = Int(slots[slot])
      let start = Int(ends[index - 1])
      if Int(ends[index]) - start == range.count {
        var offset = 0
        while offset < range.count, spelling[start + offset] == bytes[range.lowerBound + offset] {
          offset += 1
        }
        if offset == range.count { return index }
      }
      slot = (slot + 1) & Int(mask)
    }
    return 0
  }

  subscript(index: Int) -> TimeWord {
    words.indices.contains(index) ? words[index] : TimeWord()
  }

  /// Whether a word, without any digit, may name a time.
  func isTrigger(_ index: Int) -> Bool { triggers.indices.contains(index) && triggers[index] }

  /// Whether a sentence has a digit or a word of time at all.
  ///
  /// - Complexity: O(bytes), about a nanosecond each.
  func mayNameTime(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> Bool {
    var hash = Self.seed
    var start = range.lowerBound
    for position in range {
      let byte = bytes[position]
      if byte &- 0x61 < 26 || byte >= 0x80 {
        hash = Self.step(hash, byte)
      } else if byte &- 0x30 < 10 {
        return true
      } else {
        if start < position, triggers[index(ofHash: hash, bytes, start..<position)] {
          return true
        }
        hash = Self.seed
        start = position + 1
      }
    }
    return start < range.upperBound
      && triggers[index(ofHash: hash, bytes, start..<range.upperBound)]
  }

  static let seed: UInt32 = 2_166_136_261

  @inline(__always)
  static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 16_777_619
  }

  private static func hash(_ bytes: [UInt8]) -> UInt32 {
    bytes.reduce(seed) { step($0, $1) }
  }

  /// Calls `body` with each of a group's spellings.
  private static func forEach(of spellings: String, _ body: ([UInt8]) -> Void) {
    var stem: [UInt8] = []
    var word: [UInt8] = []
    var hasEndings = false
    for byte in spellings.utf8 {
      switch byte {
      case UInt8(ascii: " "):
        if hasEndings || !word.isEmpty { body(word) }
        word.removeAll(keepingCapacity: true)
        hasEndings = false
      case UInt8(ascii: "|"):
        stem = word
        hasEndings = true
      case UInt8(ascii: ",") where hasEndings:
        body(word)
        word = stem
      default:
        word.append(byte)
      }
    }
    if hasEndings || !word.isEmpty { body(word) }
  }
}

extension TimeWord {
  static func number(_ value: Int8, _ roles: Roles = []) -> TimeWord {
    TimeWord(roles: roles, number: value)
  }

  static func hour(_ value: Int8) -> TimeWord { TimeWord(hour: value) }

  static func weekday(_ value: Int8, _ roles: Roles = []) -> TimeWord {
    TimeWord(roles: roles, weekday: value)
  }

  static func month(_ value: Int8, _ roles: Roles = []) -> TimeWord {
    TimeWord(roles: roles, month: value)
  }

  static func day(_ offset: Int8, _ roles: Roles = []) -> TimeWord {
    TimeWord(roles: roles.union(.day), day: offset)
  }

  static func dayAdjective(_ offset: Int8) -> TimeWord {
    TimeWord(roles: .dayAdjective, day: offset)
  }

  static func unit(_ unit: Unit, _ roles: Roles = []) -> TimeWord {
    TimeWord(roles: roles, unit: unit)
  }

  static func part(_ part: Part, _ roles: Roles = []) -> TimeWord {
    TimeWord(roles: roles, part: part)
  }

  static func preposition(_ preposition: Preposition, _ roles: Roles = []) -> TimeWord {
    TimeWord(roles: roles, preposition: preposition)
  }

  static func role(_ roles: Roles) -> TimeWord { TimeWord(roles: roles) }
}
