import CPatterns

/// A regular expression over folded text.
final class Expression: Sendable {
  /// The expression with its letters folded.
  let folded: [UInt8]
  /// RE2 objects may be searched from many threads at once (re2.h: "safe for concurrent use by
  /// multiple threads").
  private nonisolated(unsafe) let handle: OpaquePointer

  /// How much memory one expression may take (unit: bytes); RE2's own default.
  private static let memoryLimit: Int64 = 8 << 20

  /// Compiles what stands between the slashes.
  init(_ written: Substring) throws(PatternError) {
    let whole = 0..<written.utf8.count
    guard !written.isEmpty else {
      throw PatternError(
        "the expression is empty", at: 0..<0, suggestion: "write it between the slashes")
    }
    let pattern = try FoldedExpression(written)
    var error = KWExpressionError()
    let compiled = pattern.bytes.withUnsafeBytes { bytes in
      kwExpressionCompile(
        bytes.bindMemory(to: CChar.self).baseAddress, bytes.count, Self.memoryLimit, &error)
    }
    guard let compiled else {
      let message = withUnsafeBytes(of: &error.message) { Self.text($0) }
      let part = withUnsafeBytes(of: &error.part) { Self.text($0) }
      let place = pattern.written(of: part) ?? whole
      let start = written.utf8.index(written.startIndex, offsetBy: place.lowerBound)
      let end = written.utf8.index(written.startIndex, offsetBy: place.upperBound)
      throw PatternError(
        "the expression does not compile: \(message) in '\(written[start..<end])'", at: place,
        suggestion: "see RE2's syntax, or write a plain phrase")
    }
    handle = compiled
    folded = pattern.bytes
    // From here on `deinit` frees the handle, also when an error is thrown.
    try refuseAnyText(whole)
  }

  deinit {
    kwExpressionFree(handle)
  }

  /// The leftmost match that begins at or after an offset.
  func firstMatch(in bytes: UnsafeBufferPointer<UInt8>, from offset: Int) -> Range<Int>? {
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
