import FoundationEssentials
import Synchronization

/// The dictionaries of a folder, each read when it is first asked for.
///
/// The folder is the one that the environment variable `KWADRANS_DICTIONARIES` names, or else the one
/// where Linux distributions put them.
package final class Dictionaries: Sendable {
  package static let shared = Dictionaries(
    folder: ProcessInfo.processInfo.environment["KWADRANS_DICTIONARIES"] ?? "/usr/share/hunspell")

  private enum Slot {
    case missing
    case read(SpellingDictionary)
  }

  private let folder: String
  private let slots = Mutex<[String: Slot]>([:])

  /// - Parameter folder: Where the `.aff` and `.dic` files lie.
  package init(folder: String) {
    self.folder = folder
  }

  /// The dictionary of a name such as `pl_PL`; nil where it is not there or cannot be read, and for
  /// names that would leave the folder.
  package func named(_ name: String) -> SpellingDictionary? {
    guard !name.isEmpty, name.utf8.allSatisfy(Self.mayStand) else { return nil }
    return slots.withLock { slots in
      if let slot = slots[name] {
        if case .read(let dictionary) = slot { return dictionary }
        return nil
      }
      let dictionary = SpellingDictionary(path: "\(folder)/\(name)")
      slots[name] = dictionary.map { .read($0) } ?? .missing
      return dictionary
    }
  }

  private static func mayStand(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
      || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
  }
}
