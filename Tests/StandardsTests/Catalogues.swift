import Diagnostics
import Foundation
import Standards

/// Catalogues for tests.
enum Catalogues {
  /// A sound one with one standard, whose text is given.
  static func text(standard: String, more: String = "") -> String {
    """
    catalogue: {name: Test desk, version: 2026-11, languages: [pl, cs, en], owner: Ola}
    calendars:
      desk: {time-zone: Europe/Warsaw, open: {mon-fri: 08:00-20:00}}
    channels:
      email: {kind: deferred, intake-delay: 10 min}
      chat: {kind: live, at-once: 3}
    phrases:
      words: {en: [hello], pl: ["szanown* pan*"]}
      things: [backup]
    \(more)
    standards:
    \(standard.split(separator: "\n").map { "  " + $0 }.joined(separator: "\n"))
    """
  }

  /// Reads texts as the files `0.yaml`, `1.yaml` and so on.
  static func read(_ texts: String...) -> CatalogueReader.Result {
    CatalogueReader.read(
      texts.enumerated().map { SourceText(path: "\($0).yaml", bytes: Array($1.utf8)) })
  }

  /// The catalogue that we ship.
  static func shipped() throws -> CatalogueReader.Result {
    try folder("standards")
  }

  /// The sample for another trade, an online shop.
  static func shop() throws -> CatalogueReader.Result {
    try folder("samples/shop-standards")
  }

  /// Reads a folder of the repository.
  private static func folder(_ path: String) throws -> CatalogueReader.Result {
    let root = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    var diagnostics = Diagnostics()
    let texts = try CatalogueFolder.texts(
      at: root.appending(path: path).path, into: &diagnostics)
    return CatalogueReader.read(texts, after: diagnostics)
  }
}
