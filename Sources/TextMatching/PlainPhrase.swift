/// Reads a phrase without groups and backslashes, as nearly all are, straight into its steps.
enum PlainPhrase {
  /// The steps of a phrase, tidied but not validated.
  ///
  /// - Parameter written: The phrase without white space around it.
  /// - Returns: nil when ``PhraseParser`` has to read it.
  /// - Complexity: O(length).
  static func steps(of written: Substring) -> [PhraseStep]? {
    // Read from its bytes where they lie in a row, as they do but for strings from elsewhere.
    guard
      let steps = written.utf8.withContiguousStorageIfAvailable({ bytes in
        Self.steps(of: bytes)
      })
    else { return nil }
    return steps
  }

  private static func steps(of bytes: UnsafeBufferPointer<UInt8>) -> [PhraseStep]? {
    let table = FoldTable.shared
    var steps: [PhraseStep] = []
    steps.reserveCapacity(bytes.count)
    /// Whether a `*` here would be a word's ending.
    var afterWord = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"), UInt8(ascii: "\\"):
        return nil
      case UInt8(ascii: "*"):
        let at = Int32(truncatingIfNeeded: index)
        steps.append(afterWord ? .ending(at: at) : .word(at: at))
        afterWord = true
        index += 1
      case 0x21..<0x7F:
        steps.append(.byte(table.ascii[Int(byte)]))
        afterWord = WordCharacters.isASCIIWord(byte)
        index += 1
      case UInt8(ascii: " "):
        steps.appendGap()
        afterWord = false
        index += 1
      default:
        let (scalar, width) = WordCharacters.decode(at: index, in: bytes)
        let count = steps.count
        let entry = table.entry(of: scalar)
        if entry.isKeep {
          for byte in bytes[index..<index + width] { steps.append(.byte(byte)) }
        } else {
          for place in 0..<max(entry.count, 0) {
            steps.append(.byte(UInt8(truncatingIfNeeded: entry.packed >> (8 * UInt32(place)))))
          }
        }
        index += width
        // What shows nothing changes nothing.
        guard steps.count > count else { continue }
        if steps[count] == .byte(UInt8(ascii: " ")) || steps[count] == .byte(UInt8(ascii: "\n")) {
          steps.removeSubrange(count...)
          steps.appendGap()
          afterWord = false
        } else {
          afterWord = WordCharacters.contains(scalar)
        }
      }
    }
    if case .gap? = steps.last { steps.removeLast() }
    return steps
  }
}

extension [PhraseStep] {
  /// Appends a gap, unless there is one, or nothing in front of it.
  fileprivate mutating func appendGap() {
    switch last {
    case nil, .gap?: break
    default: append(.gap)
    }
  }
}

extension FoldTable {
  /// What becomes of a scalar outside of visible ASCII.
  fileprivate func entry(of scalar: Unicode.Scalar) -> FoldEntry {
    let value = Int(scalar.value)
    if value < 0x80 {
      return FoldEntry(bytes: [foldASCII(UInt8(truncatingIfNeeded: value))])
    }
    guard value < 0x10000 else { return Self.isInvisible(scalar.value) ? .drop : .keep }
    return entries[Int(pageIndex[value >> 6]) << 6 | (value & 63)]
  }
}
