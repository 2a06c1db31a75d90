import Reports
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A handler of signals can reach nothing but globals.
private let wasInterrupted = Atomic(false)

/// Lines of standard input, with Ctrl-C noticed while one is awaited.
struct LineInput: ~Copyable {
  private var pending: [UInt8] = []
  private var isAtEnd = false

  /// From here on Ctrl-C does not end the process, but the reading.
  init() {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { _ in wasInterrupted.store(true, ordering: .relaxed) }
    // Without SA_RESTART, so that the read that is under way returns.
    action.sa_flags = 0
    sigaction(SIGINT, &action, nil)
    // Who started the tool may have had it blocked.
    var signals = sigset_t()
    sigemptyset(&signals)
    sigaddset(&signals, SIGINT)
    pthread_sigmask(SIG_UNBLOCK, &signals, nil)
  }

  /// The next line without its end; nil behind the last.
  ///
  /// - Throws: ``ReviewSession/Interrupted`` after Ctrl-C.
  mutating func next() throws -> String? {
    while true {
      if wasInterrupted.load(ordering: .relaxed) { throw ReviewSession.Interrupted() }
      if let end = pending.firstIndex(of: UInt8(ascii: "\n")) {
        let line = String(decoding: pending[..<end], as: UTF8.self)
        pending.removeSubrange(...end)
        return line
      }
      if isAtEnd {
        guard !pending.isEmpty else { return nil }
        defer { pending = [] }
        return String(decoding: pending, as: UTF8.self)
      }
      var buffer = [UInt8](repeating: 0, count: 4096)
      let count = read(STDIN_FILENO, &buffer, buffer.count)
      if count > 0 {
        pending += buffer[..<count]
      } else if count == 0 || errno != EINTR {
        isAtEnd = true
      }
    }
  }
}
