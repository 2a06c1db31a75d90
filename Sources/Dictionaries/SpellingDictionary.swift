import FoundationEssentials
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A hunspell dictionary: an `.aff` and a `.dic` file.
package final class SpellingDictionary: Sendable {
  private struct Handle: @unchecked Sendable {
    let pointer: OpaquePointer
    let encoder: WordConverter
    let decoder: WordConverter

    /// A word in the dictionary's encoding, with a zero behind it.
    func bytes(_ word: String) -> [CChar]? {
      guard !word.isEmpty, word.count <= longestWord, !word.utf8.contains(0) else { return nil }
      let plain = word.replacing("’", with: "'")
      return encoder.converted(Array(plain.utf8)).map { $0.map { CChar(bitPattern: $0) } + [0] }
    }

    func word(_ bytes: UnsafePointer<CChar>) -> String? {
      let bytes = UnsafeBufferPointer(start: bytes, count: strlen(bytes))
      return decoder.converted(bytes.map { UInt8(bitPattern: $0) }).flatMap {
        String(validating: $0, as: UTF8.self)
      }
    }
  }

  private let library: HunspellLibrary
  /// A handle of hunspell must not be used by two threads at once.
  private let handle: Mutex<Handle>

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
    guard let name = library.encoding(pointer).map({ Self.encoding(String(cString: $0)) }),
      let encoder = WordConverter(from: "UTF-8", to: name),
      let decoder = WordConverter(from: name, to: "UTF-8")
    else {
      library.destroy(pointer)
      return nil
    }
    self.library = library
    handle = Mutex(Handle(pointer: pointer, encoder: encoder, decoder: decoder))
  }

  deinit {
    handle.withLock { library.destroy($0.pointer) }
  }

  /// What iconv calls an encoding of hunspell.
  private static func encoding(_ name: String) -> String {
    let name = name.uppercased()
    return name.hasPrefix("MICROSOFT-") ? String(name.dropFirst(10)) : name
  }

  /// Whether a word is in the dictionary, with any ending; one that it cannot write is not.
  package func knows(_ word: String) -> Bool {
    handle.withLock { handle in
      handle.bytes(word).map { library.spell(handle.pointer, $0) != 0 } ?? false
    }
  }

  /// Words of the dictionary that may have been meant, the likeliest first.
  ///
  /// - Complexity: slow, milliseconds a word.
  package func suggestions(for word: String) -> [String] {
    handle.withLock { handle in
      guard let bytes = handle.bytes(word) else { return [] }
      var list: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
      let count = library.suggest(handle.pointer, &list, bytes)
      guard count > 0, let found = list else { return [] }
      let words = (0..<Int(count)).compactMap { index in
        found[index].flatMap { handle.word($0) }
      }
      library.freeList(handle.pointer, &list, count)
      return words
    }
  }
}
