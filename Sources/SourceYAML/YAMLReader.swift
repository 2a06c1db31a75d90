package import Diagnostics

/// Reads YAML into nodes that know their place.
///
/// What is read is YAML 1.1 as libyaml knows it, without what only programs need: one document a
/// file, keys are texts, no tags, no merge keys, no recursion. Scalars stay texts; what `no` or
/// `08:00` means is for the schema to say.
package enum YAMLReader {
  /// Reads the one document of a text.
  ///
  /// Everything found wrong is reported. Only what cannot be read at all stops the reading; a key
  /// given twice, an unknown alias or a tag does not. Of a key given twice the first counts.
  ///
  /// - Parameters:
  ///   - text: The text; UTF-8.
  ///   - limits: What is too much.
  ///   - diagnostics: Where problems are added; their places lie in `text`.
  /// - Returns: The document. Nothing if there is none (an empty file, only comments), which is no
  ///   error here, or if it could not be read, which is.
  /// - Complexity: O(bytes); memory O(bytes).
  package static func read(
    _ text: SourceText, limits: YAMLLimits = YAMLLimits(), into diagnostics: inout Diagnostics
  ) -> YAMLNode? {
    guard text.bytes.count <= min(limits.bytes, YAMLTree.largestText) else {
      diagnostics.error(
        "yaml.too-large", "the file is longer than \(limits.bytes) bytes",
        at: SourceRange(text: text, utf8: 0..<0), fixIt: "split the file")
      return nil
    }
    guard let start = EncodingCheck.start(of: text, into: &diagnostics),
      start < text.bytes.count
    else { return nil }
    return text.bytes.withUnsafeBufferPointer { bytes in
      var parser = EventParser(UnsafeBufferPointer(rebasing: bytes[start...]), at: start)
      var builder = TreeBuilder(text: text, bytes: bytes, limits: limits)
      let isReadable = readDocuments(of: text, from: &parser, with: &builder)
      diagnostics.append(contentsOf: builder.diagnostics)
      return isReadable ? builder.root() : nil
    }
  }

  /// Reads to the end, or to the first thing that cannot be read.
  private static func readDocuments(
    of text: SourceText, from parser: inout EventParser, with builder: inout TreeBuilder
  ) -> Bool {
    do {
      while true {
        let event = try parser.next()
        switch event.kind {
        case .streamEnd: return true
        case .documentStart where builder.hasRoot:
          // `---` with nothing after it does no harm.
          if let next = try? parser.next(), next.isNothing { continue }
          builder.reportSecondDocument(at: event.utf8.lowerBound)
          return true
        default: try builder.take(event)
        }
      }
    } catch let problem as SyntaxProblem {
      builder.report(problem)
    } catch {
      // The builder has said why it stopped.
    }
    return false
  }
}
