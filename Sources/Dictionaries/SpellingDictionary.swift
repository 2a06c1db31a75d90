import Foundation
import Synchronization

/// A hunspell dictionary: an `.aff` and a `.dic` file.
package final class SpellingDictionary: Sendable {
  private struct Handle: @unchecked Sendable {
    let pointer: OpaquePointer
  }

  private let library: HunspellLibrary
  /// A handle of hunspell must not be used by two threads at once.
  private let handle: Mutex<Handle>
  private let encoding: String.Encoding

  /// The longest word that is looked up (unit: characters).
  private static let longestWord = 60

  /// Reads the two files.
  ///
  /// - Parameter path: Both without their endings.
  /// - Returns: nil where the library or a file is missing, or the dictionary's encoding is not known.
  /// - Complexity: O(bytes); Polish takes about half a second and 30 MB.
  package init?(path: String) {
    guard let library = HunspellLibrary.shared,
      FileManager.default.isReadableFile(atPath: path + ".aff"),
      FileManager.default.isReadableFile(atPath: path + ".dic"),
      let pointer = library.create(path + ".aff", path + ".dic")
    else { return nil }
    guard let name = library.encoding(pointer), let encoding = Self.encoding(String(cString: name))
    else {
      library.destroy(pointer)
      return nil
    }
    self.library = library
    self.encoding = encoding
    handle = Mutex(Handle(pointer: pointer))
  }

  deinit {
    handle.withLock { library.destroy($0.pointer) }
  }

  private static func encoding(_ name: String) -> String.Encoding? {
    switch name.uppercased() {
    case "UTF-8": .utf8
    case "ISO8859-1", "ISO-8859-1": .isoLatin1
    case "ISO8859-2", "ISO-8859-2": .isoLatin2
    case "CP1250", "MICROSOFT-CP1250": .windowsCP1250
    default: nil
    }
  }

  /// Whether a word is in the dictionary, with any ending; one that it cannot write is not.
  package func knows(_ word: String) -> Bool {
    guard let bytes = bytes(word) else { return false }
    return handle.withLock { library.spell($0.pointer, bytes) != 0 }
  }

  /// Words of the dictionary that may have been meant, the likeliest first.
  ///
  /// - Complexity: slow, milliseconds a word.
  package func suggestions(for word: String) -> [String] {
    guard let bytes = bytes(word) else { return [] }
    return handle.withLock { handle in
      var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
      let count = library.suggest(handle.pointer, &list, bytes)
      guard count > 0, let found = list else { return [] }
      let words = (0..<Int(count)).compactMap { index in
        found[index].flatMap { String(cString: $0, encoding: encoding) }
      }
      library.freeList(handle.pointer, &list, count)
      return words
    }
  }

  /// A word in the dictionary's encoding, with a zero behind it.
  private func bytes(_ word: String) -> [CChar]? {
    guard !word.isEmpty, word.count <= Self.longestWord, !word.utf8.contains(0) else { return nil }
    return word.replacing("’", with: "'").cString(using: encoding)
  }
}
