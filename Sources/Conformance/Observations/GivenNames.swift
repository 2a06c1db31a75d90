import CLexicon
import TextMatching

/// The given names that people sign with, Polish, Czech, English and others.
struct GivenNames: Sendable {
  static let shared = GivenNames()

  private let names: FoldedWords

  private init() {
    let bytes = Array(
      UnsafeBufferPointer(start: kwadrans_names(), count: kwadrans_names_length()))
    names = FoldedWords(
      bytes.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") })
  }

  /// All of them, folded.
  var all: some Sequence<ArraySlice<UInt8>> { names.all }

  /// Whether a folded word is a given name.
  func contains(_ word: ArraySlice<UInt8>) -> Bool { names.contains(word) }
}
