/// Finds a few known names among bytes, without making strings.
struct NameTable<Name: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  private let names: [Name]
  private let spellings: [[UInt8]]
  /// The first eight bytes of each name, which tell most names apart.
  private let words: [UInt64]

  init() {
    names = Array(Name.allCases)
    spellings = names.map { Array($0.rawValue.utf8) }
    words = spellings.map { $0.withUnsafeBufferPointer(Self.word) }
  }

  /// The name that is written like this, if any.
  ///
  /// - Complexity: O(number of names), a comparison of two words for most.
  func name(_ utf8: UnsafeBufferPointer<UInt8>) -> Name? {
    let word = Self.word(utf8)
    for index in words.indices where words[index] == word {
      let spelling = spellings[index]
      guard spelling.count == utf8.count else { continue }
      if utf8.count <= 8 || spelling.elementsEqual(utf8) { return names[index] }
    }
    return nil
  }

  private static func word(_ utf8: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<min(utf8.count, 8) { word = word << 8 | UInt64(utf8[index]) }
    return word
  }
}
