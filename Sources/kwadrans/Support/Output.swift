import Diagnostics
import FoundationEssentials
import Reports

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where a command's result goes: standard output, or a file.
///
/// A file is written beside its place and takes it only in `finish`: a command that fails leaves what
/// was there before, and one that writes over its own input has read it by then.
struct Output: ~Copyable {
  private static let pieceSize = 1 << 16

  private let file: Descriptor
  private let name: String
  /// The file that `finish` puts in its place; nil where bytes go straight to their end.
  private let draft: (path: String, target: String)?
  private let isOwned: Bool
  private var isFinished = false
  private var pending: [UInt8] = []

  /// Opens standard output, or a draft for the file at a path.
  ///
  /// - Throws: `ExitCode` after saying on standard error why the file cannot be written.
  init(path: String?) throws {
    guard let path, path != "-" else {
      file = .standardOutput
      name = "standard output"
      draft = nil
      isOwned = false
      return
    }
    name = "'\(path)'"
    isOwned = true
    let draftPath =
      Self.isDevice(path) ? nil : "\(path).\(ProcessInfo.processInfo.processIdentifier).part"
    do {
      file = try Descriptor(writingTo: draftPath ?? path)
    } catch {
      StandardError.print("cannot write '\(path)'; does its folder exist, and may you write there?")
      throw ExitStatus.cannotWrite
    }
    draft = draftPath.map { ($0, path) }
  }

  deinit {
    if !isFinished, let draft { unlink(draft.path) }
  }

  /// Whether a path is there and no regular file, such as `/dev/null`.
  private static func isDevice(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
  }

  /// Whether a person reads along in a terminal that wants colours.
  var isColoured: Bool {
    !isOwned && Terminal.wantsColour(file)
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

  /// Writes what is still pending, and puts a file in its place; nothing may be written afterwards.
  mutating func finish() throws {
    try flush()
    guard isOwned else { return }
    try? file.close()
    if let draft, rename(draft.path, draft.target) != 0 {
      StandardError.print("cannot write \(name): \(String(cString: strerror(errno)))")
      throw ExitStatus.cannotWrite
    }
    isFinished = true
  }

  private mutating func flush() throws {
    do {
      try file.write(pending)
    } catch {
      StandardError.print("cannot write to \(name): \(error)")
      throw ExitStatus.cannotWrite
    }
    pending.removeAll(keepingCapacity: true)
  }
}

/// What is said beside the result.
enum StandardError {
  /// Prints a text of one line or several; what it quotes of files steers no terminal.
  static func print(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    write(lines.map { TerminalText.plain(String($0)) }.joined(separator: "\n"))
  }

  private static func write(_ text: String) {
    try? Descriptor.standardError.write(Array((text + "\n").utf8))
  }

  /// Prints diagnostics with their source lines.
  static func print(_ diagnostics: Diagnostics) {
    let renderer = DiagnosticRenderer(
      color: Terminal.wantsColour(.standardError))
    for diagnostic in diagnostics.sorted { write(renderer.render(diagnostic)) }
  }
}

/// The terminal's wishes.
enum Terminal {
  /// Whether a file is a terminal and nobody asked for no colours (https://no-color.org).
  static func wantsColour(_ file: Descriptor) -> Bool {
    let environment = ProcessInfo.processInfo.environment
    return isatty(file.number) == 1 && environment["NO_COLOR"].map(\.isEmpty) ?? true
      && environment["TERM"] != "dumb"
  }
}
