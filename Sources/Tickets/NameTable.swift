/// Finds a few known names among bytes, without making strings.
struct NameTable<Name: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  private let names: [Name]
  private let spellings: [[UInt8]]
  private let marks: [NameMark]

  init() {
    names = Array(Name.allCases)
    spellings = names.map { Array($0.rawValue.utf8) }
    marks = spellings.map { $0.withUnsafeBufferPointer { NameMark($0) } }
  }

  /// The name that is written like this, if any.
  ///
  /// - Complexity: O(number of names), a comparison of two words for most.
  func name(_ utf8: UnsafeBufferPointer<UInt8>) -> Name? {
    let mark = NameMark(utf8)
    for index in marks.indices where marks[index] == mark {
      if mark.isWholeName || spellings[index].elementsEqual(utf8) { return names[index] }
    }
    return nil
  }
}
