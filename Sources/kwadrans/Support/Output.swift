import Diagnostics
import Foundation

/// Where a command's result goes: standard output, or a file.
///
/// Bytes are collected and written in large pieces; `finish` writes the rest.
struct Output: ~Copyable {
  private static let pieceSize = 1 << 16

  private let handle: FileHandle
  private let name: String
  private let isOwned: Bool
  private var pending: [UInt8] = []

  /// Opens standard output, or the file at a path, which it replaces.
  ///
  /// - Throws: `ExitCode` after saying on standard error why the file cannot be written.
  init(path: String?) throws {
    guard let path, path != "-" else {
      handle = .standardOutput
      name = "standard output"
      isOwned = false
      return
    }
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let handle = FileHandle(forWritingAtPath: path)
    else {
      StandardError.print("cannot write '\(path)'; does its folder exist, and may you write there?")
      throw ExitStatus.cannotWrite
    }
    self.handle = handle
    name = "'\(path)'"
    isOwned = true
  }

  /// Whether a person reads along in a terminal that wants colours.
  var isColoured: Bool {
    !isOwned && Terminal.wantsColour(descriptor: handle.fileDescriptor)
  }

  /// Writes bytes.
  mutating func write(_ bytes: [UInt8]) throws {
    pending += bytes
    if pending.count >= Self.pieceSize { try flush() }
  }

  /// Writes a text.
  mutating func write(_ text: String) throws {
    pending += text.utf8
    if pending.count >= Self.pieceSize { try flush() }
  }

  /// Writes what a JSON writer holds, and empties it.
  mutating func write(_ json: inout JSONWriter) throws {
    try write(json.bytes)
    json.removeAll(keepingCapacity: true)
  }

  /// Writes what is still pending; nothing may be written afterwards.
  mutating func finish() throws {
    try flush()
    if isOwned { try? handle.close() }
  }

  private mutating func flush() throws {
    do {
      try handle.write(contentsOf: pending)
    } catch {
      StandardError.print("cannot write to \(name): \(error.localizedDescription)")
      throw ExitStatus.cannotWrite
    }
    pending.removeAll(keepingCapacity: true)
  }
}

/// What is said beside the result.
enum StandardError {
  /// Prints a line.
  static func print(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Array((text + "\n").utf8))
  }

  /// Prints diagnostics with their source lines.
  static func print(_ diagnostics: Diagnostics) {
    let renderer = DiagnosticRenderer(
      color: Terminal.wantsColour(descriptor: FileHandle.standardError.fileDescriptor))
    for diagnostic in diagnostics.sorted { print(renderer.render(diagnostic)) }
  }
}

/// The terminal's wishes.
enum Terminal {
  /// Whether a descriptor is a terminal and nobody asked for no colours (https://no-color.org).
  static func wantsColour(descriptor: Int32) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(descriptor) == 1 && environment["NO_COLOR"].map(\.isEmpty) ?? true
      && environment["TERM"] != "dumb"
  }
}
