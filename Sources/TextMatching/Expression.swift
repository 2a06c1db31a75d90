import CPatterns
import Synchronization

/// A regular expression over folded text.
final class Expression: Sendable {
  /// The expression with its letters folded.
  let folded: [UInt8]
  /// RE2's object; nil before the first search of one that is known to compile.
  private let compiled: Mutex<Compiled?>

  /// RE2 objects may be searched from many threads at once (re2.h: "safe for concurrent use by
  /// multiple threads").
  private struct Compiled: @unchecked Sendable {
    let handle: OpaquePointer
  }

  /// How much memory one expression may take (unit: bytes); RE2's own default.
  private static let memoryLimit: Int64 = 8 << 20

  /// Compiles what stands between the slashes.
  ///
  /// - Parameter isProven: Whether it was seen to compile and to match not just anything, so that this
  ///   can wait for its first search.
  init(_ written: Substring, isProven: Bool = false) throws(PatternError) {
    let whole = 0..<written.utf8.count
    guard !written.isEmpty else {
      throw PatternError(
        "the expression is empty", at: 0..<0, suggestion: "write it between the slashes")
    }
    let pattern = try FoldedExpression(written)
    folded = pattern.bytes
    guard !isProven else {
      compiled = Mutex(nil)
      return
    }
    var error = KWExpressionError()
    guard let handle = Self.compile(pattern.bytes, &error) else {
      compiled = Mutex(nil)
      let message = withUnsafeBytes(of: &error.message) { Self.text($0) }
      let part = withUnsafeBytes(of: &error.part) { Self.text($0) }
      let place = pattern.written(of: part) ?? whole
      let start = written.utf8.index(written.startIndex, offsetBy: place.lowerBound)
      let end = written.utf8.index(written.startIndex, offsetBy: place.upperBound)
      throw PatternError(
        "the expression does not compile: \(message) in '\(written[start..<end])'", at: place,
        suggestion: "see RE2's syntax, or write a plain phrase")
    }
    // From here on `deinit` frees the handle, also when an error is thrown.
    compiled = Mutex(Compiled(handle: handle))
    try refuseAnyText(whole)
  }

  private static func compile(
    _ folded: [UInt8], _ error: inout KWExpressionError
  ) -> OpaquePointer? {
    folded.withUnsafeBytes { bytes in
      kwExpressionCompile(
        bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, memoryLimit, &error)
    }
  }

  private var handle: OpaquePointer? {
    compiled.withLock { compiled in
      if compiled == nil {
        var error = KWExpressionError()
        compiled = Self.compile(folded, &error).map { Compiled(handle: $0) }
      }
      return compiled
    }?.handle
  }

  deinit {
    if let handle = compiled.withLock({ $0 })?.handle { kwExpressionFree(handle) }
  }

  /// The leftmost match that begins at or after an offset.
  func firstMatch(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Range<Int>? {
    guard let handle else { return nil }
    var start = 0
    var end = 0
    let found = UnsafeRawBufferPointer(bytes).withMemoryRebound(to: CChar.self) { text in
      kwExpressionFind(handle, text.baseAddress, text.count, max(offset, 0), &start, &end)
    }
    return found ? start..<end : nil
  }

  /// Refuses an expression that matches the empty string, or any text.
  private func refuseAnyText(_ whole: Range<Int>) throws(PatternError) {
    for probe in ["", "a", "\n", " a7 "] where match(probe)?.isEmpty == true {
      throw PatternError(
        "the expression matches the empty string", at: whole,
        suggestion: "add a word that must be there")
    }
    // A letter, a digit, a mark and a foreign letter have nothing in common.
    for probes in [["a", "7", ".", "я"], ["a a a", "7 7 7", ". . .", "я я я"]]
    where probes.allSatisfy({ match($0) != nil }) {
      throw PatternError(
        "the expression matches any text", at: whole, suggestion: "add a word that must be there")
    }
  }

  private func match(_ text: String) -> Range<Int>? {
    Array(text.utf8).withUnsafeBufferPointer { firstMatch(in: $0, from: 0) }
  }

  private static func text(_ bytes: UnsafeRawBufferPointer) -> String {
    String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
  }
}
