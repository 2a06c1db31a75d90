import Foundation

/// The tool in a terminal of its own, driven as a person would.
final class PseudoTerminal {
  private let process = Process()
  private let screen: Int32
  /// Everything shown so far.
  private(set) var shown = ""
  /// What was shown before the last `expect` was met is not looked at again.
  private var seen = 0

  /// `TIOCSPTLCK` and `TIOCGPTN` of Linux.
  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// Starts the tool in the package's folder.
  init(_ arguments: [String]) throws {
    screen = open("/dev/ptmx", O_RDWR | O_NOCTTY)
    // What unlockpt and ptsname do, which Swift does not see.
    var isLocked: Int32 = 0
    var number: Int32 = 0
    guard screen >= 0, ioctl(screen, Self.setLock, &isLocked) == 0,
      ioctl(screen, Self.getNumber, &number) == 0
    else {
      throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))")
    }
    let keyboard = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY)
    guard keyboard >= 0 else { throw Failure(description: "the pseudo-terminal does not open") }
    let handle = FileHandle(fileDescriptor: keyboard, closeOnDealloc: true)
    process.executableURL = Tool.executable
    process.arguments = arguments
    process.currentDirectoryURL = Tool.root
    process.environment = [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "NO_COLOR": "1", "TERM": "xterm",
      "SWIFT_BACKTRACE": "enable=no",
    ]
    process.standardInput = handle
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
  }

  deinit {
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    close(screen)
  }

  /// Types a line.
  func type(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    _ = bytes.withUnsafeBytes { write(screen, $0.baseAddress, $0.count) }
  }

  /// Waits until a text is shown.
  func expect(_ text: String, within seconds: Double = 300) throws {
    let end = Date().addingTimeInterval(seconds)
    while true {
      if let range = shown.dropFirst(seen).range(of: text) {
        seen = shown.distance(from: shown.startIndex, to: range.upperBound)
        return
      }
      guard Date() < end, read() else {
        throw Failure(description: "'\(text)' was not shown; shown was:\n\(shown)")
      }
    }
  }

  /// Ends the tool by a signal, or lets it end, and returns its status (of a signal, its number).
  func end(by signal: Int32? = nil) -> Int32 {
    if let signal { kill(process.processIdentifier, signal) }
    let end = Date().addingTimeInterval(300)
    while process.isRunning, Date() < end { _ = read(atMost: 100) }
    if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    process.waitUntilExit()
    while read(atMost: 100) {}
    return process.terminationStatus
  }

  /// Reads what is there, or waits for it; false where nothing will come.
  private func read(atMost milliseconds: Int32 = 1_000) -> Bool {
    var poll = pollfd(fd: screen, events: Int16(POLLIN), revents: 0)
    guard Glibc.poll(&poll, 1, milliseconds) > 0 else { return process.isRunning }
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(screen, &buffer, buffer.count)
    // The other side is closed: the tool has ended.
    guard count > 0 else { return false }
    // A terminal ends lines by two characters.
    shown += String(decoding: buffer[..<count].filter { $0 != 0x0D }, as: UTF8.self)
    return true
  }
}
