import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A handler of signals can reach nothing but globals.
private let wasAsked = Atomic(false)

/// Ctrl-C, noticed between steps of long work, so that what is done by then can be shown.
enum Interruption {
  /// Whether Ctrl-C was pressed.
  static var isAsked: Bool { wasAsked.load(ordering: .relaxed) }

  /// From here on the first Ctrl-C is noticed, and a second one ends the process.
  static func notice() {
    signal(SIGINT) { _ in
      wasAsked.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }
}

/// How far long work has come, on standard error where that is a terminal.
struct Progress {
  private let isShown = isatty(STDERR_FILENO) == 1

  /// Writes a line over the last one.
  func show(_ text: String) {
    guard isShown else { return }
    write("\r\u{1B}[K\(text)")
  }

  /// Takes the line away.
  func end() {
    if isShown { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    try? Descriptor.standardError.write(Array(text.utf8))
  }
}
