import ArgumentParser
import Queueing

#if canImport(Glibc)
  import Glibc  // write
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Kwadrans.Queue {
  /// Runs a question; where it has no answer, says why on standard error and ends with 65.
  static func answer(_ body: () throws -> Void) throws {
    do {
      try body()
    } catch let error as QueueError {
      let message = Array("Error: \(error)\n".utf8)
      // Should standard error be closed, the exit code is all that is left to say.
      _ = write(STDERR_FILENO, message, message.count)
      throw ExitCode(65)
    }
  }
}
