/// Finds a few known names among bytes, without making strings.
struct NameTable<Name: RawRepresentable<String> & CaseIterable & Sendable>: Sendable {
  private let names: [Name]
  private let marks: [NameMark]

  init() {
    names = Array(Name.allCases)
    marks = names.map { NameMark(known: $0.rawValue) }
  }

  /// The name that is written like this, if any.
  ///
  /// - Complexity: O(number of names).
  func name(_ utf8: UnsafeBufferPointer<UInt8>) -> Name? {
    marks.firstIndex(of: NameMark(utf8)).map { names[$0] }
  }
}
