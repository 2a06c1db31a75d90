import CLexicon

/// The given names that people sign with, Polish, Czech, English and others.
struct GivenNames: Sendable {
  static let shared = GivenNames()

  private let names: Set<ArraySlice<UInt8>>

  private init() {
    let bytes = Array(
      UnsafeBufferPointer(start: kwadrans_names(), count: kwadrans_names_length()))
    names = Set(
      bytes.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") })
  }

  /// All of them, folded, in no order.
  var all: some Sequence<ArraySlice<UInt8>> { names }

  /// Whether a folded word is a given name.
  func contains(_ word: ArraySlice<UInt8>) -> Bool { names.contains(word) }
}
