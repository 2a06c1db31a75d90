import Foundation
import Synchronization

/// Work that may take long: tells on a terminal how far it is, and ends at Ctrl-C with what is done by
/// then. A second Ctrl-C ends the program.
struct LongRun {
  /// Set by the signal; made before the signal can come.
  private static let isStopped = Atomic(false)

  private let showsProgress = isatty(STDERR_FILENO) == 1
  private let started = ContinuousClock().now

  init() {
    Self.isStopped.store(false, ordering: .relaxed)
    signal(SIGINT) { _ in
      LongRun.isStopped.store(true, ordering: .relaxed)
      signal(SIGINT, SIG_DFL)
    }
  }

  /// Whether Ctrl-C was pressed.
  var isCancelled: Bool { Self.isStopped.load(ordering: .relaxed) }

  /// Tells how far the work is, if it takes longer than a second and somebody looks.
  func show(_ done: Int, of most: Int) {
    guard showsProgress, ContinuousClock().now - started > .seconds(1) else { return }
    write("\r\(done) of \(most) replications")
  }

  /// Clears the line.
  func end() {
    signal(SIGINT, SIG_DFL)
    if showsProgress { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Array(text.utf8))
  }
}
